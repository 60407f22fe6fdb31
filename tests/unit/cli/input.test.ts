import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsvRecord, readCsv } from '../../../src/cli/input/csv.js';
import type { Item, Items } from '../../../src/cli/input/index.js';
import { readJsonArray, readJsonLines } from '../../../src/cli/input/json.js';

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(items: Items): Promise<Item[]> {
  const all: Item[] = [];
  for await (const batch of items) all.push(...batch);
  return all;
}

const records = fc.array(
  fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { noNullPrototype: true }),
  { maxLength: 12 },
);
const sizes = fc.integer({ min: 1, max: 40 });
const recordsOf = (items: readonly Item[]): unknown[] =>
  items.map((item) =>
    item.kind === 'row' ? JSON.parse(item.raw ?? JSON.stringify(item.record)) : item.reason,
  );
const plain = (values: readonly unknown[]): unknown[] =>
  values.map((value) => JSON.parse(JSON.stringify(value)) as unknown);

describe('records do not depend on how the bytes arrive', () => {
  test('JSON Lines, with any line ends and blank lines', async () => {
    await fc.assert(
      fc.asyncProperty(
        records,
        sizes,
        fc.constantFrom('\n', '\r\n', '\n\n', ' \n'),
        async (all, size, end) => {
          const bytes = Buffer.from(all.map((record) => JSON.stringify(record)).join(end));
          expect(recordsOf(await collect(readJsonLines(pieces(bytes, size), 'f')))).toEqual(plain(all));
        },
      ),
    );
  });

  test('a JSON array, compact or spread over lines', async () => {
    await fc.assert(
      fc.asyncProperty(records, sizes, fc.constantFrom(0, 2), async (all, size, indent) => {
        const bytes = Buffer.from(JSON.stringify(all, null, indent));
        expect(recordsOf(await collect(readJsonArray(pieces(bytes, size), 'f')))).toEqual(plain(all));
      }),
    );
  });

  test('CSV with any cells', async () => {
    const cells = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string()), {
      minLength: 1,
      maxLength: 8,
    });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(cells, sizes, async (rows, size) => {
        const text = ['a,b', ...rows.map((row) => row.map(quoted).join(','))].join('\n');
        const items = await collect(readCsv(pieces(Buffer.from(text), size), 'f', ','));
        expect(
          items.map((item) => (item.kind === 'row' ? [item.record.a, item.record.b] : item.reason)),
        ).toEqual(rows);
      }),
    );
  });
});

describe('places', () => {
  test('line and byte of each record, also inside an array', async () => {
    const lines = Buffer.from('{"a":1}\n\n{"é":2}\nbad\n{"c":3}');
    const items = await collect(readJsonLines(pieces(lines, 5), 'f'));
    expect(items.map(({ place, kind }) => [place.line, place.byte, kind])).toEqual([
      [1, 0, 'row'],
      [3, 9, 'row'],
      [4, 18, 'fault'],
      [5, 22, 'row'],
    ]);
    const array = await collect(readJsonArray(pieces(Buffer.from('[\n {"a":1},\n\n {"b":2}\n]\n'), 3), 'f'));
    expect(array.map(({ place }) => [place.line, place.byte])).toEqual([
      [2, 3],
      [4, 14],
    ]);
  });

  test('an array that is not closed is cut, a broken record in it is not', async () => {
    const items = await collect(readJsonArray(pieces(Buffer.from('[{"a":1}, nul, {"b":2}, {"c"'), 4), 'f'));
    expect(items.map((item) => (item.kind === 'fault' ? item.cut : 'row'))).toEqual([
      'row',
      false,
      'row',
      true,
    ]);
  });
});

test.each([
  ['a,b', ['a', 'b']],
  ['"a,b",c', ['a,b', 'c']],
  ['"say ""hi""",', ['say "hi"', '']],
  ['', ['']],
  ['a"b,c', ['a"b', 'c']],
])('CSV %j', (text, expected) => expect(parseCsvRecord(text, ',')).toEqual(expected));

test.each(['"open', '"a"b,c'])('CSV %j is refused', (text) =>
  expect(typeof parseCsvRecord(text, ',')).toBe('string'),
);

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, tooLong } from '../../../src/server/lines.js';

async function split(chunks: readonly Uint8Array[], limit = 1000): Promise<readonly (string | null)[]> {
  const feed = async function* (): AsyncGenerator<Uint8Array> {
    yield* chunks;
  };
  const lines: (string | null)[] = [];
  for await (const line of linesOf(feed(), limit))
    lines.push(line === tooLong ? null : new TextDecoder().decode(line));
  return lines;
}

test('lines do not depend on how the bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '𝛑', ' ') }), { minLength: 1 }),
      fc.integer({ min: 1, max: 7 }),
      async (lines, size) => {
        const all = new TextEncoder().encode(`${lines.join('\n')}\n`);
        const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
          all.subarray(i * size, (i + 1) * size),
        );
        expect(await split(chunks)).toEqual(lines);
      },
    ),
  );
});

test('a last line without its end is a line; an empty rest is none', async () => {
  expect(await split([Buffer.from('a\nb')])).toEqual(['a', 'b']);
  expect(await split([Buffer.from('a\n')])).toEqual(['a']);
  expect(await split([])).toEqual([]);
});

test('a line over the limit is told apart, and its neighbours are whole', async () => {
  const long = Buffer.from('x'.repeat(50));
  expect(await split([Buffer.from('ok\n'), long, long, Buffer.from('\nok\n')], 99)).toEqual([
    'ok',
    null,
    'ok',
  ]);
  expect(await split([Buffer.from(`${'x'.repeat(99)}\n`)], 99)).toEqual(['x'.repeat(99)]);
  expect(await split([long, long], 99)).toEqual([null]);
});

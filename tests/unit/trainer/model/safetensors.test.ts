import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { HostTensor } from '../../../../src/trainer/engine/engine.js';
import {
  fromBfloat16,
  fromFloat16,
  toBfloat16,
  toFloat16,
} from '../../../../src/trainer/model/half-floats.js';
import { type Named, readerOf } from '../../../../src/trainer/model/parameters.js';
import { openSafetensors } from '../../../../src/trainer/model/safetensors.js';
import { type ElementType, safetensorsPieces } from '../../../../src/trainer/model/safetensors-write.js';

const folder = mkdtempSync(join(tmpdir(), 'touchstone-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const written = (bytes: Uint8Array): string => {
  files += 1;
  const path = join(folder, `${files}.safetensors`);
  writeFileSync(path, bytes);
  return path;
};

/** A file of these tensors, written in pieces. */
async function saved(tensors: Named<HostTensor>, type: ElementType = 'F32'): Promise<string> {
  const stored = Object.entries(tensors).map(([name, { shape }]) => ({ name, shape, type }));
  const pieces: Uint8Array[] = [];
  for await (const piece of safetensorsPieces(stored, readerOf(tensors), { format: 'pt' }))
    pieces.push(piece);
  return written(Buffer.concat(pieces));
}

/** A file with this header and so many bytes of data. */
const raw = (header: unknown, data: number | Uint8Array): string => {
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(json.length));
  return written(Buffer.concat([size, json, typeof data === 'number' ? Buffer.alloc(data) : data]));
};

const entry = (dtype: string, shape: readonly number[], from: number, to: number): object => ({
  dtype,
  shape,
  data_offsets: [from, to],
});

test('what is written is read back, to the bit', async () => {
  const tensors = [
    ['b', { dtype: 'float', shape: [2, 2], data: Float32Array.of(1, -0, 1e-40, 3e38) }],
    ['a', { dtype: 'float', shape: [], data: Float32Array.of(Math.PI) }],
    ['none', { dtype: 'float', shape: [0, 4], data: new Float32Array(0) }],
  ] as const;
  const file = await openSafetensors(await saved(Object.fromEntries(tensors)));
  expect(file.entries.map(({ name }) => name)).toEqual(['b', 'a', 'none']);
  for (const [name, tensor] of tensors) {
    const back = await file.read(name);
    expect(back.shape).toEqual(tensor.shape);
    expect(Buffer.from(back.data.buffer)).toEqual(Buffer.from(tensor.data.buffer));
  }
  await expect(async () => file.read('c')).rejects.toThrow("no tensor 'c'");
  await file.close();
});

test('half floats are widened', async () => {
  const halves = Uint16Array.of(0x3c00, 0xc000, 0x0001, 0x7c00, 0x3555);
  const brains = Uint16Array.of(0x3f80, 0xc000, 0x7f80);
  const header = { h: entry('F16', [5], 0, 10), b: entry('BF16', [3], 10, 16) };
  const file = await openSafetensors(
    raw(header, Buffer.concat([Buffer.from(halves.buffer), Buffer.from(brains.buffer)])),
  );
  const third = fromFloat16(Uint16Array.of(0x3555))[0] as number;
  expect([...(await file.read('h')).data]).toEqual([1, -2, 2 ** -24, Number.POSITIVE_INFINITY, third]);
  expect(third).toBeCloseTo(1 / 3, 3);
  expect([...(await file.read('b')).data]).toEqual([1, -2, Number.POSITIVE_INFINITY]);
  await file.close();
});

test('narrowing to bfloat16 rounds to the nearest, ties to even, and keeps NaN', () => {
  expect([...fromBfloat16(toBfloat16(Float32Array.of(1 + 2 ** -8, 1 + 3 * 2 ** -8, Number.NaN)))]).toEqual([
    1,
    1 + 2 ** -6,
    Number.NaN,
  ]);
  fc.assert(
    fc.property(fc.float({ noNaN: true, min: Math.fround(-1e30), max: Math.fround(1e30) }), (x) => {
      const [near] = fromBfloat16(toBfloat16(Float32Array.of(x)));
      expect(Math.abs((near as number) - x)).toBeLessThanOrEqual(Math.abs(x) * 2 ** -8 + 1e-40);
    }),
  );
});

test('every half float is kept by widening and narrowing', () => {
  const all = Uint16Array.from({ length: 65_536 }, (_, i) => i);
  const back = toFloat16(fromFloat16(all));
  const notANumber = (bits: number): boolean => (bits & 0x7c00) === 0x7c00 && (bits & 0x3ff) !== 0;
  for (const [i, bits] of back.entries()) if (!notANumber(i)) expect(bits).toBe(i);
  expect([...fromFloat16(toFloat16(Float32Array.of(Number.NaN)))]).toEqual([Number.NaN]);
});

test('narrowing to half floats rounds to the nearest, ties to even', () => {
  const cases = [
    1 + 2 ** -11,
    1 + 3 * 2 ** -11,
    2 ** -25,
    1.001 * 2 ** -25,
    3 * 2 ** -25,
    -(2 ** -26),
    2 ** -14 - 2 ** -26,
    65_519,
    65_520,
    -1e9,
  ];
  expect([...fromFloat16(toFloat16(Float32Array.from(cases)))]).toEqual([
    1,
    1 + 2 ** -9,
    0,
    2 ** -24,
    2 ** -23,
    -0,
    2 ** -14,
    65_504,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]);
  fc.assert(
    fc.property(fc.float({ noNaN: true, min: -65_504, max: 65_504 }), (x) => {
      const [bits] = toFloat16(Float32Array.of(x));
      const around = [(bits as number) - 1, bits as number, (bits as number) + 1];
      const distances = [...fromFloat16(Uint16Array.from(around))].map((near) => Math.abs(near - x));
      const finite = distances.map((distance) =>
        Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance,
      );
      expect(finite[1]).toBe(Math.min(...finite));
    }),
  );
});

test.each(['F16', 'BF16'] as const)('%s is written and read', async (type) => {
  const tensor = { dtype: 'float', shape: [3], data: Float32Array.of(1.5, -2, 0.25) } as const;
  const file = await openSafetensors(await saved({ a: tensor }, type));
  expect(file.entries[0]?.dtype).toBe(type);
  expect([...(await file.read('a')).data]).toEqual([1.5, -2, 0.25]);
  await file.close();
});

test('a tensor of another shape than was said is not written', async () => {
  const read = readerOf({ a: { dtype: 'float', shape: [2], data: Float32Array.of(1, 2) } });
  const pieces = safetensorsPieces([{ name: 'a', shape: [3], type: 'F32' }], read);
  await pieces.next();
  await expect(pieces.next()).rejects.toThrow('a is [2], not [3]');
});

describe('what is refused, by the name of the file', () => {
  test.each<readonly [string, () => string, string]>([
    ['empty', () => written(Buffer.alloc(0)), 'it has 0 bytes'],
    [
      'a header longer than the file',
      () => written(Buffer.from([0xff, 0xff, 0, 0, 0, 0, 0, 0])),
      'header should have',
    ],
    ['a header of terabytes', () => written(Buffer.alloc(16, 0x7f)), 'header should have'],
    ['no JSON', () => raw('{"a":', 0), 'not JSON'],
    ['a list', () => raw([], 0), 'no object'],
    ['spaces before', () => raw(' {}', 0), 'no object'],
    ['no shape', () => raw({ a: { dtype: 'F32', data_offsets: [0, 4] } }, 4), 'lacks'],
    ['a negative size', () => raw({ a: entry('F32', [-1], 0, 4) }, 4), 'lacks'],
    ['another size', () => raw({ a: entry('F32', [2], 0, 4) }, 4), 'has 4 bytes'],
    ['a hole', () => raw({ a: entry('F32', [1], 4, 8) }, 8), 'begins at byte 4'],
    [
      'an overlap',
      () => raw({ a: entry('F32', [1], 0, 4), b: entry('F32', [1], 2, 6) }, 6),
      'begins at byte 2',
    ],
    ['cut off', () => raw({ a: entry('F32', [2], 0, 8) }, 7), 'cut off'],
    ['more at the end', () => raw({ a: entry('F32', [1], 0, 4) }, 5), 'has more'],
  ])('%s', async (_, make, message) => {
    const path = make();
    await expect(openSafetensors(path)).rejects.toThrow(path);
    await expect(openSafetensors(path)).rejects.toThrow(message);
  });

  test('a file that is not there', async () => {
    await expect(openSafetensors(join(folder, 'none'))).rejects.toThrow('cannot open');
  });

  test('elements of another type, when they are read', async () => {
    const file = await openSafetensors(raw({ a: entry('I64', [1], 0, 8) }, 8));
    await expect(file.read('a')).rejects.toThrow('elements of I64');
    await file.close();
  });
});

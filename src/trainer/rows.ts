import type { HostTensor } from './engine/engine.js';
import { padded } from './sequence.js';

/**
 * A prompt and the response to it, as token ids: one row of a batch. Entry t of per-token values belongs to the token after
 * place t.
 */
export interface Row {
  readonly prompt: readonly number[];
  /** The sampled tokens, the end token included where there is one. */
  readonly response: readonly number[];
}

/** Sequence lengths are rounded up to this, so that few graphs are compiled. */
const LENGTH_UNIT = 16;

/** The length of per-token values that these rows fit in. */
export const lengthOf = (rows: readonly Row[]): number => {
  const longest = Math.max(...rows.map(({ prompt, response }) => prompt.length + response.length - 1));
  return Math.ceil(longest / LENGTH_UNIT) * LENGTH_UNIT;
};

/** Rows in parts of `size`, in their order. */
export const inParts = <R>(rows: readonly R[], size: number): readonly (readonly R[])[] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, k) => rows.slice(k * size, (k + 1) * size));

/** The token ids of rows, `[N, length + 1]`. */
export const sequencesOf = (rows: readonly Row[], length: number, filler: number): HostTensor =>
  padded(
    rows.map(({ prompt, response }) => [...prompt, ...response]),
    length + 1,
    filler,
  );

/** One number for every response token k of every row, `[N, length]`; 0 elsewhere. */
export function perToken<R extends Row>(
  rows: readonly R[],
  length: number,
  read: (row: R, k: number) => number,
): HostTensor {
  const data = new Float32Array(rows.length * length);
  for (const [i, row] of rows.entries())
    for (let k = 0; k < row.response.length; k += 1)
      data[i * length + row.prompt.length - 1 + k] = read(row, k);
  return { dtype: 'float', shape: [rows.length, length], data };
}

/** The values of row i's response tokens out of per-token values `[N, length]`. */
export function responsePart(
  { data, shape }: HostTensor,
  { prompt, response }: Row,
  i: number,
): Float32Array {
  const start = i * (shape[1] as number) + prompt.length - 1;
  return Float32Array.from(data.subarray(start, start + response.length));
}

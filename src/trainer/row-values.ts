import type { DeviceTensor, Engine, HostTensor } from './engine/engine.js';
import { downloadAll } from './engine/host.js';
import type { Programs } from './engine/programs.js';
import * as g from './graph/build.js';
import type { Node } from './graph/node.js';
import type { Named } from './model/parameters.js';
import { inParts, lengthOf, type Row, responsePart, sequencesOf } from './rows.js';

/** What per-token values of rows are computed with. */
export interface RowValues<Name extends string> {
  readonly engine: Engine;
  /** Keeps the graphs of {@link values}, one a size. */
  readonly programs: Programs;
  readonly parameters: Named<DeviceTensor>;
  /** Rows computed at once. */
  readonly size: number;
  readonly filler: number;
  /** The values `[rows, length]` of int `sequences` `[rows, length + 1]`. */
  readonly values: (sequences: Node) => Readonly<Record<Name, Node>>;
}

/** The values of every row's response tokens, `[T]` each, in the order of the rows. */
export async function rowValues<Name extends string>(
  rows: readonly Row[],
  { engine, programs, parameters, size, filler, values }: RowValues<Name>,
): Promise<readonly Readonly<Record<Name, Float32Array>>[]> {
  const results: Readonly<Record<Name, Float32Array>>[] = [];
  for (const part of inParts(rows, size)) {
    const length = lengthOf(part);
    const program = await programs.get(`${part.length} ${length}`, () =>
      g.graph(values(g.input('sequences', [part.length, length + 1], 'int'))),
    );
    const out = await program.run({ ...parameters, sequences: sequencesOf(part, length, filler) });
    const read = await downloadAll(engine, out);
    engine.dispose(...Object.values(out));
    results.push(...part.map((row, i) => partOf(read, row, i)));
  }
  return results;
}

// Erasure point: a program's results have the names of its graph's outputs.
const partOf = <Name extends string>(
  read: Named<HostTensor>,
  row: Row,
  i: number,
): Readonly<Record<Name, Float32Array>> =>
  Object.fromEntries(
    Object.entries(read).map(([name, tensor]) => [name, responsePart(tensor, row, i)]),
  ) as Readonly<Record<Name, Float32Array>>;

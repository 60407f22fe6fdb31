import * as g from '../graph/build.js';
import { gradients } from '../graph/gradients.js';
import type { Graph } from '../graph/node.js';
import type { DeviceTensor, Engine, HostTensor } from './engine.js';
import { referenceEngine } from './reference/engine.js';

/**
 * Runs a small model forward and backward on an engine and gives the greatest difference from the reference engine: below 1e-5
 * where all is well. Throws what the engine throws.
 */
export async function checkEngine(engine: Engine): Promise<number> {
  const [ours, theirs] = [await resultsOn(engine), await resultsOn(referenceEngine())];
  return theirs.reduce((most, value, i) => {
    const off = Math.abs(value - (ours[i] ?? Number.NaN));
    return Number.isNaN(off) ? Number.POSITIVE_INFINITY : Math.max(most, off);
  }, 0);
}

const [rows, length, width, vocabulary] = [2, 5, 8, 11];

async function resultsOn(engine: Engine): Promise<readonly number[]> {
  const program = await engine.compile(smallModel());
  const out = await program.run({
    table: waves([vocabulary, width]),
    matrix: waves([width, width]),
    ids: {
      dtype: 'int',
      shape: [rows, length],
      data: Int32Array.from({ length: rows * length }, (_, i) => (i * 7) % vocabulary),
    },
  });
  const values: number[] = [];
  for (const name of Object.keys(out).sort())
    values.push(...(await engine.download(out[name] as DeviceTensor)).data);
  engine.dispose(...Object.values(out));
  await program.dispose();
  return values;
}

/** Embedding, attention over all places, logits, and the gradient of a loss by both matrices. */
function smallModel(): Graph {
  const table = g.input('table', [vocabulary, width]);
  const matrix = g.input('matrix', [width, width]);
  const ids = g.input('ids', [rows, length], 'int');
  const x = g.gather(table, ids);
  const weights = g.softmax(g.matmul(g.matmul(x, matrix), x, { transposeB: true }));
  const mixed = g.add(x, g.tanh(g.matmul(weights, x)));
  const logs = g.logSoftmax(g.matmul(mixed, table, { transposeB: true }));
  const loss = g.neg(g.mean(g.pick(logs, ids)));
  const [byTable, byMatrix] = gradients(loss, [table, matrix]);
  return g.graph({ loss, byTable: byTable ?? loss, byMatrix: byMatrix ?? loss });
}

const waves = (shape: readonly [number, number]): HostTensor => ({
  dtype: 'float',
  shape,
  data: Float32Array.from({ length: shape[0] * shape[1] }, (_, i) => Math.sin(2.3 * i + 1)),
});

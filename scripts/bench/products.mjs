// What the matrix products of a training step take: counted from the graph that is compiled, and timed alone.

import { emittedOperands } from '../../dist/trainer/engine/onnx/emit.js';
import { add, graph, input, matmul, reshape, slice } from '../../dist/trainer/graph/build.js';
import { flopsOf, productsOf } from '../../dist/trainer/graph/work.js';

/** An engine that keeps the graphs it compiles. */
export function watched(engine) {
  const graphs = [];
  const compile = (compiled) => {
    graphs.push(compiled);
    return engine.compile(compiled);
  };
  return { ...engine, compile, graphs };
}

/** The different products of a graph, how often each is there, and multiplications and additions of all. */
export function countedProducts(compiled) {
  const counts = new Map();
  const products = productsOf(compiled, emittedOperands());
  for (const product of products) {
    const key = JSON.stringify(product);
    counts.set(key, { product, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return {
    kinds: [...counts.values()],
    count: products.length,
    flops: products.reduce((sum, product) => sum + flopsOf(product), 0),
  };
}

/** Enough of one product for one run that calling it does not count, and that it is not taken for a small graph. */
const RUN = 4e8;

/** Seconds of one product on an engine, the best of `times` runs of several. */
export async function secondsOf(engine, product, now, times = 12) {
  const { batch, m, k, n, transposeA, transposeB } = product;
  const repeats = Math.ceil(RUN / flopsOf(product));
  const b = input('b', [batch, ...(transposeB ? [n, k] : [k, n])]);
  const shape = [batch, ...(transposeA ? [k, m] : [m, k])];
  const flat = (x) => (batch === 1 ? reshape(x, x.shape.slice(1)) : x);
  const firsts = Array.from({ length: repeats }, (_, i) => {
    const y = matmul(flat(input(`a${i}`, shape)), flat(b), { transposeA, transposeB });
    return slice(reshape(y, [-1]), 0, 0, 1);
  });
  const program = await engine.compile(graph({ y: firsts.reduce((x, y) => add(x, y)) }));
  const names = Array.from({ length: repeats }, (_, i) => `a${i}`);
  const inputs = {};
  for (const [name, of] of [['b', b.shape], ...names.map((name) => [name, shape])])
    inputs[name] = await engine.upload(filled(of));
  let best = Infinity;
  for (let run = 0; run < times; run += 1) {
    const clock = now();
    const results = await program.run(inputs);
    best = Math.min(best, (now() - clock) / repeats);
    engine.dispose(...Object.values(results));
  }
  engine.dispose(...Object.values(inputs));
  await program.dispose();
  return best;
}

const filled = (shape) => {
  const size = shape.reduce((product, each) => product * each, 1);
  return { dtype: 'float', shape, data: Float32Array.from({ length: size }, (_, i) => Math.sin(i)) };
};

/** What the products of a step take, all together, and the best rate of any, flops a second. */
export function summed(kinds, seconds) {
  const total = kinds.reduce((sum, { count }, i) => sum + count * seconds[i], 0);
  const peak = Math.max(...kinds.map(({ product }, i) => flopsOf(product) / seconds[i]));
  return { total, peak };
}

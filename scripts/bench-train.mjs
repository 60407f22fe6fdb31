// npm run bench:train -- [--python PYTHON] [--shapes S,M,toy] [--threads 1] [--rounds 5]
// A training step (forward, backward, AdamW) and decoding with a cache, with PyTorch in turns where PYTHON has it:
//   python3 -m venv .tmp/torch && .tmp/torch/bin/pip install torch numpy
//   npm run bench:train -- --python .tmp/torch/bin/python
// Times are the best of all rounds: other work on the machine only ever adds to them. On one thread they are processor time,
// which other work hardly touches; on more they are time on the clock.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onnxEngine } from '../dist/trainer/engine/onnx/engine.js';
import { LocalPolicy } from '../dist/trainer/local-policy.js';
import { freshParameters } from '../dist/trainer/model/parameters.js';
import { pretrain } from '../dist/trainer/pretrain.js';
import { numbers, shapes, someTokens } from './bench/decoders.mjs';
import { lossGradients } from './bench/gradients.mjs';
import { countedProducts, secondsOf, summed, watched } from './bench/products.mjs';
import { report } from './bench/rows.mjs';
import { hasTorch, startTorch } from './bench/torch.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const threads = Number(option('threads', '1'));
const rounds = Number(option('rounds', '5'));
const python = option('python', 'python3');
const STEPS = 4;

/** Seconds, of the processor on one thread, of the clock on more. */
function now() {
  if (threads > 1) return performance.now() / 1000;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-train-'));
const torch = hasTorch(python) ? startTorch(python, threads) : null;
if (torch === null) console.log(`${python} has no PyTorch: our own times only`);
console.log(`${threads} thread${threads === 1 ? '' : 's'}, best of ${rounds} rounds`);
for (const name of option('shapes', 'S,M,toy').split(',')) await compare(name, shapes[name]);
torch?.close();
rmSync(folder, { recursive: true });

async function compare(name, { config, step: [rows, length], decode }) {
  const engine = watched(await onnxEngine({ threads }));
  const weights = freshParameters(config, 1);
  const tokens = someTokens(rows, length + 1, config.vocabSize);
  const policy = await LocalPolicy.on(engine, config, numbers(config.vocabSize), weights);
  const count = Object.values(weights).reduce((sum, { data }) => sum + data.length, 0);
  console.log(
    `\n${name}: ${(count / 1e6).toFixed(2)}M parameters, L=${config.layers}, d=${config.hiddenSize}`,
  );
  await loadPeer(config, weights);
  await gradientDifference(policy, weights, tokens);

  engine.graphs.length = 0;
  const best = { step: [Infinity, Infinity], decode: [Infinity, Infinity] };
  let first = 0;
  let products;
  const keep = (what, who, seconds) => {
    best[what][who] = Math.min(best[what][who], ...seconds);
  };
  for (let round = 0; round < rounds; round += 1) {
    const { warmUp, seconds } = await ourSteps(policy, tokens);
    if (round === 0) {
      first = warmUp;
      products = countedProducts(engine.graphs[0]);
    }
    keep('step', 0, seconds);
    keep('decode', 0, await ourDecoding(policy, decode));
    if (torch === null) continue;
    keep('step', 1, (await torch.ask({ do: 'step', tokens, times: STEPS })).seconds);
    const prompts = someTokens(decode[0], decode[1], config.vocabSize);
    keep('decode', 1, (await torch.ask({ do: 'decode', prompts, tokens: decode[2], times: 2 })).seconds);
  }
  tell(best, decode, first);
  await tellProducts(engine, products, best.step);
  tellMemory(name);
  await policy.close();
  await engine.close();
}

/** The products of a step, and what a step could be at best on this processor. */
async function tellProducts(engine, { kinds, count, flops }, [ourStep, theirStep]) {
  const ours = [];
  for (const { product } of kinds) ours.push(await secondsOf(engine, product, now));
  const asked = { do: 'products', kinds: kinds.map(({ product }) => product), times: 12 };
  const theirs = (await torch?.ask(asked))?.seconds;
  const [here, there] = [summed(kinds, ours), theirs === undefined ? null : summed(kinds, theirs)];
  const rate = (value) => `${(value / 1e9).toFixed(0)} GFLOP/s`;
  const peak = Math.max(here.peak, there?.peak ?? 0);
  const share = (value) => `${Math.round((100 * value) / peak)} %`;
  report(
    'matrix products of a step',
    `${(flops / 1e9).toFixed(1)} GFLOP`,
    `${count} nodes of the compiled graph`,
  );
  report(
    'alone, one after the other',
    `${(here.total * 1000).toFixed(1)} ms, ${rate(flops / here.total)}`,
    there === null ? '' : `PyTorch’s ${(there.total * 1000).toFixed(1)} ms, ${rate(flops / there.total)}`,
  );
  report('the fastest of them, in either', rate(peak), 'the peak that follows are shares of');
  report(
    'the whole step reaches',
    `${rate(flops / ourStep)}, ${share(flops / ourStep)}`,
    there === null ? '' : `PyTorch’s, for so many products, ${share(flops / theirStep)}`,
  );
  if (there === null) return;
  const floor = (seconds) => `×${(seconds / theirStep).toFixed(2)}`;
  report(
    'a step of nothing else would be',
    floor(here.total),
    `of PyTorch’s; ${floor(flops / peak)} with all at the fastest’s rate`,
  );
}

/** What graphs of several lengths take beside each other. */
function tellMemory(name) {
  const script = fileURLToPath(new URL('bench/lengths.mjs', import.meta.url));
  const { lengths, gigabytes } = JSON.parse(
    execFileSync(process.execPath, [script, name], { encoding: 'utf8' }),
  );
  report(
    `memory of ${lengths} compiled lengths`,
    `${gigabytes.toFixed(1)} GB`,
    '64 rows; forward, backward and AdamW each',
  );
}

async function loadPeer(config, weights) {
  const path = join(folder, 'weights');
  writeFileSync(path, Buffer.concat(Object.values(weights).map(({ data }) => Buffer.from(data.buffer))));
  const specs = Object.entries(weights).map(([name, { shape }]) => [name, shape]);
  const answer = await torch?.ask({ do: 'load', config, specs, weights: path, threads });
  if (answer !== undefined) console.log(`PyTorch ${answer.version}`);
}

/** The largest difference of two gradients, beside the largest gradient of the same parameter. */
async function gradientDifference(policy, weights, tokens) {
  if (torch === null) return;
  const path = join(folder, 'gradients');
  await torch.ask({ do: 'gradients', tokens, path });
  const theirs = new Float32Array(new Uint8Array(readFileSync(path)).buffer);
  const ours = await lossGradients(policy, tokens);
  let at = 0;
  let worst = 0;
  for (const name of Object.keys(weights)) {
    let [difference, size] = [0, 0];
    for (const value of ours[name]) {
      difference = Math.max(difference, Math.abs(value - theirs[at]));
      size = Math.max(size, Math.abs(theirs[at]));
      at += 1;
    }
    // The bias of keys has no gradient but for rounding: it shifts all scores of a query alike.
    if (!name.endsWith('k_proj.bias')) worst = Math.max(worst, difference / size);
  }
  report('largest difference of gradients', worst.toExponential(1), 'of the parameter’s largest; ≤ 1e-5');
}

/** Seconds of each of some steps, and of one more that comes first and compiles. */
async function ourSteps(policy, tokens) {
  const seconds = [];
  let clock = now();
  await pretrain(policy, {
    steps: STEPS + 1,
    optimiser: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01, clipNorm: 1 },
    rate: () => 1e-3,
    texts: () => tokens,
    onStep: () => {
      seconds.push(now() - clock);
      clock = now();
    },
  });
  return { warmUp: seconds[0] - Math.min(...seconds.slice(1)), seconds: seconds.slice(1) };
}

async function ourDecoding(policy, [rows, length, maxTokens]) {
  const prompts = someTokens(rows, length, policy.config.vocabSize).map((row) => row.join(' '));
  const seconds = [];
  for (let run = 0; run < 2; run += 1) {
    const clock = now();
    await policy.sample(prompts, 1, { temperature: 1, maxTokens, seed: run });
    seconds.push(now() - clock);
  }
  return seconds;
}

function tell({ step, decode }, [rows, , made], first) {
  const ms = (seconds) => `${(seconds * 1000).toFixed(1)} ms`;
  const speed = (seconds) => `${((rows * made) / seconds / 1000).toFixed(1)}k/s`;
  const ratio = (value) => (Number.isFinite(value) ? `×${value.toFixed(2)}` : '');
  report('compiling a training step', ms(first), '≤ 1 s');
  report(
    'training step',
    `${ms(step[0])} ${ratio(step[0] / step[1])}`,
    `≤ ×0.65 of PyTorch’s ${ms(step[1])}`,
  );
  report(
    'decoding, tokens',
    `${speed(decode[0])} ${ratio(decode[1] / decode[0])}`,
    `≥ ×0.8 of PyTorch’s ${speed(decode[1])}`,
  );
}

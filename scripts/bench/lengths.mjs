// Run by `npm run bench:train` as a process of its own: trains a shape on batches of 64 rows and of several lengths, each of which has
// a graph of its own, twice over, and prints the most memory that the process took.
import { onnxEngine } from '../../dist/trainer/engine/onnx/engine.js';
import { LocalPolicy } from '../../dist/trainer/local-policy.js';
import { freshParameters } from '../../dist/trainer/model/parameters.js';
import { adamWDefaults } from '../../dist/trainer/optim/adamw.js';
import { pretrain } from '../../dist/trainer/pretrain.js';
import { numbers, shapes, someTokens } from './decoders.mjs';

const { config, step } = shapes[process.argv[2]];
const rows = 64;
const [, longest] = step;
const lengths = Array.from({ length: 8 }, (_, i) => longest - 8 * i);

const engine = await onnxEngine({ threads: 1 });
const policy = await LocalPolicy.on(engine, config, numbers(config.vocabSize), freshParameters(config, 1));
await pretrain(policy, {
  steps: 2 * lengths.length,
  optimiser: adamWDefaults,
  rate: () => 1e-3,
  texts: (at) => someTokens(rows, lengths[at % lengths.length] + 1, config.vocabSize),
});
const { maxRSS } = process.resourceUsage();
console.log(JSON.stringify({ lengths: lengths.length, gigabytes: maxRSS / 1e6 }));

// Time of one evaluation of a reward, and of importing the rewards into a bare process.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  affine,
  check,
  clip,
  constant,
  evaluate,
  gate,
  learn,
  noMemories,
  reward,
  signal,
  standardSignals,
  sum,
} from '../../dist/rewards/index.js';
import { quantile, report, root } from './rows.mjs';

/** Ten nodes: correctness, a clipped history signal, a bonus for right answers only, a scaled penalty. */
const term = sum({
  correct: [1, signal('correct')],
  short: [0.5, clip(signal('hapo'), -0.7, 1)],
  bonus: [0.1, gate(signal('correct'), { pass: signal('entropy'), fail: constant(0) })],
  overlong: [1, affine(signal('soft-overlong', { most: 4096, buffer: 1024 }), 0.5)],
});

const group = {
  problem: 'p',
  step: 3,
  rollouts: Array.from({ length: 8 }, (_, i) => ({
    text: 'x',
    tokens: 1000 + 400 * i,
    finish: 'stop',
    facts: { correct: i % 2 === 0, meanEntropy: 0.3 },
  })),
};

const microseconds = (work, repeats) => {
  const start = process.hrtime.bigint();
  for (let i = 0; i < repeats; i += 1) work();
  return Number(process.hrtime.bigint() - start) / 1000 / repeats;
};

const startOf = (code) => {
  const start = performance.now();
  spawnSync(process.execPath, ['--input-type=module', '-e', code]);
  return performance.now() - start;
};

export function benchRewards() {
  const memories = learn(term, [group], noMemories, standardSignals);
  const once = () => evaluate(term, group, memories, standardSignals);
  microseconds(once, 20_000);
  const rounds = Array.from({ length: 15 }, () => microseconds(once, 2_000));
  report('reward of 10 nodes, group of 8', `${quantile(rounds, 0.5).toFixed(1)} µs`, 'wanted: ≤ 20 µs');

  const whole = reward('bench', term);
  const checks = Array.from({ length: 5 }, () => microseconds(() => check(whole), 1) / 1000);
  report('static check of it', `${quantile(checks, 0.5).toFixed(0)} ms`);

  const file = pathToFileURL(join(root, 'dist', 'rewards', 'index.js')).href;
  const runs = Array.from({ length: 11 }, () => [startOf('0'), startOf(`import ${JSON.stringify(file)}`)]);
  const over = runs.map(([bare, loaded]) => loaded - bare);
  report(
    'import of touchstone/rewards over bare node',
    `${quantile(over, 0.5).toFixed(0)} ms`,
    'wanted: ≤ 30 ms',
  );
}

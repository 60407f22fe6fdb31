// npm run attack [-- --evaluations N] [--seed S]
// A search for wrong answers that are paid, as an RL policy would find them: a bandit over ways to build a wrong
// answer, respell it, lay it out and surround it. Every candidate is wrong by construction; a paid one is a hole.
import { verify } from '../dist/verifiers/index.js';
import { cores, golds } from './attack/golds.mjs';
import { layouts, respellings, surroundings } from './attack/layouts.mjs';

const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const total = option('--evaluations', 1_000_000);
let state = option('--seed', 1) >>> 0;
const random = () => {
  state = (state + 0x6d2b79f5) >>> 0;
  let z = Math.imul(state ^ (state >>> 15), state | 1);
  z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
  return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
};

/** One arm a choice; its weight grows with what it earned, so the search dwells where verdicts waver. */
const arms = (items) => ({ items, weight: items.map(() => 1), sum: items.length });
const bandits = [golds, cores, respellings, layouts, surroundings].map(arms);
const draw = (bandit) => {
  let at = random() * bandit.sum;
  let index = 0;
  while (index < bandit.items.length - 1 && at >= bandit.weight[index]) {
    at -= bandit.weight[index];
    index += 1;
  }
  return index;
};
const learn = (bandit, index, reward) => {
  const next = Math.min(20, Math.max(0.3, bandit.weight[index] * (1 - 1e-3) + reward * 0.05));
  bandit.sum += next - bandit.weight[index];
  bandit.weight[index] = next;
};

/** Paid counts 1; a verdict without proof wavers and counts a little; a proved difference nothing. */
const earned = (result) => {
  if (result.correct === true) return 1;
  return result.verdict.kind === 'different' && result.verdict.certainty === 'proved' ? 0 : 0.1;
};

const holes = new Map();
const started = performance.now();
for (let n = 1; n <= total; n += 1) {
  const picks = bandits.map(draw);
  const { gold, wrong } = golds[picks[0]];
  const text = wrong[Math.floor(random() * wrong.length)];
  const answer = respellings[picks[2]](cores[picks[1]]({ gold, wrong: text }));
  const response = surroundings[picks[4]](layouts[picks[3]](answer), gold);
  const result = verify(gold, response, {});
  const reward = earned(result);
  for (const [i, bandit] of bandits.entries()) learn(bandit, picks[i], reward);
  if (reward === 1 && holes.size < 50)
    holes.set(`${picks[0]}:${picks[1]}:${text}`, { gold, response, rule: result.rule });
  if (process.stderr.isTTY && n % 10_000 === 0)
    process.stderr.write(`\r${n} evaluations, ${holes.size} holes`);
}
const seconds = (performance.now() - started) / 1000;
for (const { gold, response, rule } of holes.values()) {
  console.log(`PAID gold ${JSON.stringify(gold)} response ${JSON.stringify(response)} (${rule})`);
}
console.log(`${total} evaluations in ${seconds.toFixed(0)} s, ${holes.size} wrong answers paid`);
process.exitCode = holes.size === 0 ? 0 : 1;

// npm run attack [-- --evaluations N] [--seed S] [--alone P]
// A search for wrong answers that are paid, as an RL policy would find them: a bandit over ways to build a wrong
// answer, respell it, lay it out and surround it. Every candidate is wrong by construction; a paid one is a hole.
import { compare, verify } from '../dist/verifiers/index.js';
import { makeBlind } from './attack/blind.mjs';
import { cores } from './attack/cores.mjs';
import { tableAttacks } from './attack/golds.mjs';
import { layouts, respellings, surroundings } from './attack/layouts.mjs';
import { numberAttacks } from './attack/numbers.mjs';
import { makeBandit, makeRandom } from './attack/random.mjs';
import { structureAttacks } from './attack/structures.mjs';
import { wordAttacks } from './attack/words.mjs';

const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const total = option('--evaluations', 1_000_000);
const r = makeRandom(option('--seed', 1));
/** The share of candidates that go to the comparison as they are, past extraction. */
const alone = option('--alone', 0.3);

const blind = makeBlind();
const attacks = [...tableAttacks, ...numberAttacks, ...structureAttacks, ...wordAttacks, blind];
const bandits = [attacks, cores, respellings, layouts, surroundings].map((items) => makeBandit(items, r));

/** A gold and a wrong response to it, with the choices that made it; null where they do not go together. */
function candidate() {
  const picks = bandits.map((bandit) => bandit.draw());
  const attack = attacks[picks[0]];
  const core = cores[picks[1]];
  const target = attack.make(r);
  if (target === null) return null;
  const { gold, wrong, traits = [] } = target;
  const named = `${attack.name} / ${core.name}`;
  // A soup stands as it is: the cores would carry the gold into it.
  if (attack === blind) return { picks, target, named: 'blind', gold, response: wrong };
  if (core.unless?.(traits) === true) return null;
  if (core.whole === true) {
    const stated = core.make({ gold, wrong });
    if (stated === null) return null;
    return { picks, target, named, gold, response: surroundings[picks[4]](stated, gold) };
  }
  const plain = core.make({ gold, wrong });
  if (plain === null) return null;
  const answer = respellings[picks[2]](plain, traits);
  if (r.chance(alone)) return { picks, target, named: `${named} (answer alone)`, gold, answer };
  const layout = layouts[picks[3]];
  if (core.boxed === true && !layout('').includes('boxed')) return null;
  return { picks, target, named, gold, response: surroundings[picks[4]](layout(answer), gold) };
}

/** Paid counts 1; a verdict without proof wavers and counts a little; a proved difference nothing. */
const earned = ({ kind, certainty }) => {
  if (kind === 'equal') return 1;
  return kind === 'different' && certainty === 'proved' ? 0 : 0.1;
};

const judged = ({ gold, answer, response }) =>
  response === undefined ? compare(gold, answer, {}) : verify(gold, response, {}).verdict;

/** Names of the holes found, each printed when it is. */
const holes = new Set();

function report({ named, gold, response, answer }, { by }) {
  holes.add(named);
  const stated = JSON.stringify(response ?? answer);
  console.log(`PAID ${named}: gold ${JSON.stringify(gold)} response ${stated} (${by})`);
}

const started = performance.now();
let unusable = 0;
for (let n = 1; n <= total; n += 1) {
  const made = candidate();
  if (made === null) continue;
  const verdict = judged(made);
  if (verdict.kind === 'undecided' && verdict.reason === 'bad-gold') unusable += 1;
  const reward = earned(verdict);
  for (const [i, bandit] of bandits.entries()) bandit.learn(made.picks[i], reward);
  blind.learn(made.target, reward);
  if (reward === 1 && !holes.has(made.named)) report(made, verdict);
  if (process.stderr.isTTY && n % 10_000 === 0)
    process.stderr.write(`\r${n} evaluations, ${holes.size} holes`);
}
const seconds = (performance.now() - started) / 1000;
console.log(`${total} evaluations in ${seconds.toFixed(0)} s, ${holes.size} kinds of wrong answers paid`);
if (unusable > 0) console.log(`${unusable} candidates had a gold that does not parse`);
process.exitCode = holes.size === 0 ? 0 : 1;

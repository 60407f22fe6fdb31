import { seededRandom } from '../../../support/index.js';
import { PRIMES, valueModulo } from '../../exact/prime-field.js';
import { freeSymbols } from '../../exact/symbols.js';
import { different, equal } from '../../verdict.js';
import { difference } from './normal-form.js';
import type { Pair, Rule } from './pair.js';

/** Points tried in each field. */
const POINTS = 4;
const SEED = 0x5eed;

/**
 * Rational functions too large to expand: different residues in one prime field prove a difference; agreement at
 * all points of four fields is evidence (one field is not enough: x^p = x in it).
 */
export const primeFields: Rule = (pair) => {
  if (pair.complex || difference(pair.forms()) !== null) return null;
  const names = freeSymbols(pair.gold);
  const others = freeSymbols(pair.given);
  const all = [...new Set([...names, ...others])].sort();
  let agreed = 0;
  for (const p of PRIMES) {
    const random = seededRandom(SEED);
    for (let point = 0; point < POINTS; point++) {
      const at = new Map(all.map((name) => [name, random.below(p)]));
      const sides = residues(pair, at, p);
      if (sides === null) continue;
      if (sides[0] !== sides[1]) return different('prime-field', 'proved', witness(at, p, sides));
      agreed++;
    }
  }
  return agreed >= (PRIMES.length * POINTS) / 2 ? equal('prime-fields', 'probable') : null;
};

function residues(pair: Pair, at: ReadonlyMap<string, number>, p: number): readonly [number, number] | null {
  const gold = valueModulo(pair.gold, at, p, pair.context.budget);
  const given = gold === null ? null : valueModulo(pair.given, at, p, pair.context.budget);
  return gold === null || given === null ? null : [gold, given];
}

const witness = (at: ReadonlyMap<string, number>, p: number, [gold, given]: readonly [number, number]) => ({
  at: Object.fromEntries([...at].map(([name, value]) => [name, `${value} mod ${p}`])),
  gold: `${gold} mod ${p}`,
  given: `${given} mod ${p}`,
});

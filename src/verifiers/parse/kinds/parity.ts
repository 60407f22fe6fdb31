import type { Answer } from '../../answer.js';
import type { Reading } from './reading.js';

const NOUN = '(?:integers?|numbers?|natural numbers?|whole numbers?)';

/** "all odd n", "odd integers", "every positive even integer n". */
const ALL = new RegExp(
  `^(?:(all|every|any|each|set of) )?(positive )?(odd|even) (positive )?(?:${NOUN}( [nkm])?|[nkm])$`,
);

/** "n is odd", "n odd", "n must be even". */
const IS = /^[nkm](?: is| are| must be| has to be)? (odd|even)$/;

/** The odd or even numbers, all of them or the positive ones, as the family of their members. */
export function readParity({ phrase, mathematics }: Reading): Answer | null {
  if (phrase === null || phrase.length > 60) return null;
  const all = ALL.exec(phrase.replace(/^set of all /, 'set of '));
  const is = IS.exec(phrase);
  if (all === null && is === null) return null;
  // "an odd number" says what one number is.
  if (all !== null && all[1] === undefined && /number$|integer$/.test(phrase)) return null;
  const rest = (all?.[3] ?? is?.[1]) === 'odd' ? '2k-1' : '2k';
  const positive = all !== null && (all[2] ?? all[4]) !== undefined;
  return mathematics(positive ? `${rest}, k\\ge 1` : `${rest}, k\\in\\mathbb{Z}`);
}

import type { Answer } from '../../answer.js';
import type { Reading } from './reading.js';

const NOUN = '(?:integers?|numbers?|natural numbers?|whole numbers?)';

/** "all odd n", "odd integers", "every positive even integer n". */
const ALL = new RegExp(
  `^(?:(all|every|any|each|set of) )?(positive )?(odd|even) (positive )?(?:${NOUN}( [nkm])?|[nkm])$`,
);

/** "n is odd", "n odd", "n must be even". */
const IS = /^[nkm](?: is| are| must be| has to be)? (odd|even)$/;

/** "multiples of 3", "all integers divisible by 6", "positive multiples of 4". */
const MULTIPLES = new RegExp(
  `^(?:all |every |any )?(positive )?(?:integer )?(?:multiples? of|${NOUN} divisible by|${NOUN} that are (?:divisible by|multiples of)) (\\d{1,9})$`,
);

/** The multiples of a number, as the family of their members. */
function multiples({ surface, mathematics }: Reading): Answer | null {
  const found = MULTIPLES.exec(surface.text.toLowerCase().replace(/^the /, ''));
  if (found === null) return null;
  return mathematics(`${found[2]}k, ${found[1] === undefined ? 'k\\in\\mathbb{Z}' : 'k\\ge 1'}`);
}

/** The odd or even numbers, all of them or the positive ones, as the family of their members. */
export function readParity(reading: Reading): Answer | null {
  const { phrase, mathematics, surface } = reading;
  if (phrase === null) return surface.text.length > 60 ? null : multiples(reading);
  if (phrase.length > 60) return null;
  const all = ALL.exec(phrase.replace(/^set of all /, 'set of '));
  const is = IS.exec(phrase);
  if (all === null && is === null) return null;
  // "an odd number" says what one number is.
  if (all !== null && all[1] === undefined && /number$|integer$/.test(phrase)) return null;
  const rest = (all?.[3] ?? is?.[1]) === 'odd' ? '2k-1' : '2k';
  const positive = all !== null && (all[2] ?? all[4]) !== undefined;
  return mathematics(positive ? `${rest}, k\\ge 1` : `${rest}, k\\in\\mathbb{Z}`);
}

import type { TextAnswer } from '../../answer.js';
import type { Reading } from './reading.js';

const WORDS: ReadonlyMap<string, number> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, i): [string, number] => [word, i + 1]),
);

const ENDINGS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);

/** Ordinals, `5th`, `5^{\text{th}}`, "fifth": a rank, and so words rather than a number. */
export function readOrdinal({ pieces, phrase }: Reading): TextAnswer | null {
  const named = WORDS.get(phrase ?? '');
  if (named !== undefined) return { kind: 'text', normal: `${named}th` };
  const [number, ...rest] = pieces;
  if (number?.kind !== 'number' || !/^\d{1,9}$/.test(number.value) || rest.length > 4) return null;
  const words = rest.filter((piece) => !(piece.value === '^' || piece.value === '{' || piece.value === '}'));
  const ending = words[0];
  const glued = rest[0]?.value === '^' || ending?.space === false;
  if (words.length !== 1 || ending?.kind !== 'word' || !glued || !ENDINGS.has(ending.value.toLowerCase()))
    return null;
  return { kind: 'text', normal: `${number.value}th` };
}

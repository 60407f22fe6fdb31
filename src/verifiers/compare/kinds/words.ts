import type { NothingAnswer, TextAnswer, TruthAnswer } from '../../answer.js';
import { different, equal, type Finding } from '../../verdict.js';
import { type Row, row } from '../table.js';
import { lettersOf } from './choice.js';

const witness = (
  gold: string,
  given: string,
): { at: Record<string, string>; gold: string; given: string } => ({ at: {}, gold, given });

function compareText(a: TextAnswer, b: TextAnswer): Finding {
  return saysSame(a, b)
    ? equal('text')
    : different('text', 'proved', witness(a.sentence ?? a.normal, b.sentence ?? b.normal));
}

/** The same words, alone or carried by the same sentence: "the first is larger" is not "the second is larger". */
function saysSame(a: TextAnswer, b: TextAnswer): boolean {
  if (a.sentence !== undefined && b.sentence !== undefined) return a.sentence === b.sentence;
  return samePhrase(a, b) || a.sentence === b.normal || a.normal === b.sentence;
}

/** The same words, however they are hyphenated; things joined by "and", in any order. */
function samePhrase(a: TextAnswer, b: TextAnswer): boolean {
  if (a.normal === b.normal || a.normal.replaceAll(' ', '') === b.normal.replaceAll(' ', '')) return true;
  return a.joined === true && b.joined === true && sortedItems(a) === sortedItems(b);
}

/** The things that a phrase lists, in one order. */
const sortedItems = ({ normal }: TextAnswer): string => normal.split(', ').sort().join(', ');

/** Yes and no, true and false; that yes is true is a synonym (a policy). */
function compareTruth(a: TruthAnswer, b: TruthAnswer): Finding {
  if (a.value === b.value && a.word === b.word) return equal('truth');
  return different('truth', 'proved', witness(`${a.word} ${a.value}`, `${b.word} ${b.value}`));
}

function compareNothing(a: NothingAnswer, b: NothingAnswer): Finding {
  return a.sort === b.sort ? equal('nothing') : different('nothing', 'proved', witness(a.sort, b.sort));
}

/** Words, truth values and answers that say there is none. */
export const wordRows: readonly Row[] = [
  row('text', 'text', compareText),
  row('truth', 'truth', compareTruth),
  row('nothing', 'nothing', compareNothing),
  // "No solution" says that the set of solutions is empty; "does not exist" says it of a value.
  row('nothing', 'set', (a, b) =>
    a.sort === 'no-solution' && b.elements.length === 0 ? equal('nothing') : null,
  ),
  // `odd` in mathematics letters is the product o·d·d: spelled out, it is the word.
  row('text', 'expression', (a, b) => {
    const letters = lettersOf(b.expr)?.toLowerCase();
    return letters === a.normal ? equal('text') : null;
  }),
  // Names of statements: "I and III" in words, `I, III` in mathematics letters.
  row('text', 'list', (a, b) => {
    const letters = b.items.map((item) => (item.kind === 'expression' ? lettersOf(item.expr) : null));
    if (!letters.every((word) => word !== null)) return null;
    return letters.join(', ').toLowerCase() === a.normal ? equal('text') : null;
  }),
];

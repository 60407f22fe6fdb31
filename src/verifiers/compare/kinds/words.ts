import type { Answer, NothingAnswer, TextAnswer, TruthAnswer } from '../../answer.js';
import { different, equal, type Finding } from '../../verdict.js';
import { type Row, row, rowsFor } from '../table.js';
import { lettersOf } from './choice.js';
import { asItems } from './collection/tuples.js';
import { necessityOf } from './necessity.js';

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
  if (quadrantOf(a.normal) !== null && quadrantOf(a.normal) === quadrantOf(b.normal)) return true;
  if (necessityOf(a.normal) !== null && necessityOf(a.normal) === necessityOf(b.normal)) return true;
  if (withoutClass(a.normal) === b.normal || a.normal === withoutClass(b.normal)) return true;
  return a.joined === true && b.joined === true && sortedItems(a) === sortedItems(b);
}

const QUADRANTS: ReadonlyMap<string, number> = new Map(
  [
    'i first 1st 1 one 一',
    'ii second 2nd 2 two 二',
    'iii third 3rd 3 three 三',
    'iv fourth 4th 4 four 四',
  ].flatMap((words, i) => words.split(' ').map((word): [string, number] => [word, i + 1])),
);

/** The number of "quadrant II", "second quadrant"; null for other words. */
function quadrantOf(normal: string): number | null {
  const found = /^(?:in )?(?:quadrant (\w+)|(\w+) quadrant|第([一二三四])象限)$/.exec(normal);
  return QUADRANTS.get(found?.[1] ?? found?.[2] ?? found?.[3] ?? '') ?? null;
}

/** "Acute triangle", "odd function": one word and the class of things it is said of, which may be left out. */
const CLASSED =
  /^([a-z]{3,20}) (?:triangle|function|number|angle|series|sequence|curve|matrix|distribution)$/;

/** Words before a class that are no property by themselves. */
const NO_PROPERTY = /^(?:not|non|the|one|two|any|all|some|each|every|this|that)$/;

/** The property alone; null when the words are of another form. */
function withoutClass(normal: string): string | null {
  const property = CLASSED.exec(normal)?.[1];
  return property === undefined || NO_PROPERTY.test(property) ? null : property;
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

/** T, F, Y and N for the words they begin, where the other side is one. */
const TRUTH_LETTERS: ReadonlyMap<string, readonly [TruthAnswer['word'], boolean]> = new Map([
  ['T', ['true-false', true]],
  ['F', ['true-false', false]],
  ['Y', ['yes-no', true]],
  ['N', ['yes-no', false]],
]);

function compareTruthLetter(a: TruthAnswer, letter: string | null): Finding | null {
  const [word, value] = TRUTH_LETTERS.get(letter ?? '') ?? [];
  return word === a.word && value === a.value ? equal('truth') : null;
}

/** Truth values by their letters, asked before an option's letter is. */
export const truthLetterRows: readonly Row[] = [
  row('truth', 'choice', (a, b) =>
    b.content === undefined && b.labels.length === 1 ? compareTruthLetter(a, b.labels[0]!) : null,
  ),
  row('truth', 'expression', (a, b) => compareTruthLetter(a, lettersOf(b.expr))),
];

const isZero = (answer: Answer): boolean =>
  answer.kind === 'expression' && answer.expr.node === 'number' && answer.expr.num === 0n;

/** "The origin" for a point whose coordinates are all 0. */
const compareOrigin: Row['compare'] = (a, b) => {
  if (a.kind !== 'text' || a.normal !== 'origin') return null;
  const items = b.kind === 'tuple' || b.kind === 'interval' ? asItems(b) : null;
  return items?.every(isZero) === true ? equal('text') : null;
};

/** Words, truth values and answers that say there is none. */
export const wordRows: readonly Row[] = [
  row('text', 'text', compareText),
  row('truth', 'truth', compareTruth),
  ...rowsFor(['text'], ['tuple', 'interval'], compareOrigin),
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

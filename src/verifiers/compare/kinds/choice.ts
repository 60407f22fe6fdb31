import type { Answer, ChoiceAnswer } from '../../answer.js';
import type { Expr } from '../../expr.js';
import { different, equal, type Finding } from '../../verdict.js';
import { type Compare, type Kind, type Row, row, rowsFor } from '../table.js';
import { VALUE_KINDS } from './quantity.js';

/** Letters written next to each other, as symbols in a product: `C`, `ABD`. */
export function lettersOf(expr: Expr): string | null {
  if (expr.node === 'symbol') return expr.name === 'pi' || expr.name.length > 1 ? null : expr.name;
  if (expr.node !== 'apply' || expr.head !== 'Multiply') return null;
  const parts = expr.args.map(lettersOf);
  return parts.every((part) => part !== null) ? parts.join('') : null;
}

/** The same set of option letters; case does not matter. */
function compareLabels(a: ChoiceAnswer, letters: readonly string[]): Finding {
  const [left, right] = [new Set(a.labels), new Set(letters.map((letter) => letter.toUpperCase()))];
  const same = left.size === right.size && [...left].every((label) => right.has(label));
  return same
    ? equal('choice')
    : different('choice', 'proved', { at: {}, gold: [...left].join(', '), given: [...right].join(', ') });
}

/** `bd`: option letters side by side, in the order of the alphabet. */
const LETTERS_IN_ORDER = /^(?=[a-j]{2,6}$)a?b?c?d?e?f?g?h?i?j?$/;

/** Letters of an answer that is no choice by itself: a symbol, a product of capitals, a list of them, a word. */
function lettersIn(answer: Answer, several: boolean): readonly string[] | null {
  if (answer.kind === 'expression') {
    const letters = lettersOf(answer.expr);
    return letters === null || (letters.length > 1 && !several) ? null : [...letters];
  }
  if (answer.kind === 'text') {
    const { normal } = answer;
    return normal.length === 1 || (several && LETTERS_IN_ORDER.test(normal)) ? [...normal] : null;
  }
  if (answer.kind !== 'list' && answer.kind !== 'tuple') return null;
  const parts = answer.items.map((item) => (item.kind === 'choice' ? item.labels : lettersIn(item, false)));
  return parts.every((part) => part !== null) ? parts.flat() : null;
}

/** Two options by their letters, and by their values where both state one: "(D) 13" is not option "(D) 12". */
function compareOptions(a: ChoiceAnswer, b: ChoiceAnswer, recurse: Compare): Finding {
  const labels = compareLabels(a, b.labels);
  if (labels.kind !== 'equal' || !isValue(a.content) || !isValue(b.content)) return labels;
  const values = recurse(a.content, b.content);
  return values.kind === 'different' && values.certainty === 'proved' ? values : labels;
}

/** A value, which has one meaning; words may say the same in other words. */
const isValue = (content: Answer | undefined): content is Answer =>
  content !== undefined && (content.kind === 'quantity' || VALUE_KINDS.includes(content.kind));

/** A choice against anything else: by its letters, or by the option's text that it carries. */
function compareContent(choice: ChoiceAnswer, other: Answer, recurse: Compare): Finding {
  const letters = lettersIn(other, choice.labels.length > 1);
  if (letters !== null) return compareLabels(choice, letters);
  if (choice.content === undefined) return different('choice');
  const finding = recurse(choice.content, other);
  return finding.kind === 'equal' ? equal('choice-content', finding.certainty) : finding;
}

const OTHERS: readonly Kind[] = [
  ...VALUE_KINDS,
  'set-builder',
  'quantity',
  'time',
  'date',
  'labelled',
  'truth',
  'nothing',
  'text',
];

/** Options by their letters. */
export const choiceRows: readonly Row[] = [
  row('choice', 'choice', (a, b, _context, recurse) => compareOptions(a, b, recurse)),
  ...rowsFor(['choice'], OTHERS, (a, b, _context, recurse) =>
    a.kind === 'choice' ? compareContent(a, b, recurse) : null,
  ),
];

import type { Answer } from '../../answer.js';
import type { Reading } from './reading.js';

/** Words of comparison, each with its relation: longer phrases first. */
const COMPARISONS: readonly (readonly [RegExp, '>' | '<' | '\\ge' | '\\le'])[] = [
  [/^(?:strictly )?(?:greater|larger|bigger|more|higher) than or equal to /, '\\ge'],
  [/^(?:strictly )?(?:less|smaller|fewer|lower) than or equal to /, '\\le'],
  [/^(?:at least|no less than|not less than|no fewer than|no smaller than|a minimum of) /, '\\ge'],
  [/^(?:at most|no more than|not more than|no greater than|not greater than|a maximum of) /, '\\le'],
  [/^(?:strictly )?(?:greater|larger|bigger|more|higher) than /, '>'],
  [/^(?:strictly )?(?:less|smaller|fewer|lower) than /, '<'],
];

/** "x is", "all real numbers", "any integer n": what is compared. Groups: the letter, or the noun and its letter. */
const SUBJECT =
  /^(?:([a-z]) (?:is |must be |has to be |should be )?|(?:the )?(?:set of )?(?:all |any |every )((?:real )?numbers?|integers?|(?:real )?values?)(?: of)?( [a-z])?(?: that are| that is| which are)? )?(?=strictly|greater|larger|bigger|more|higher|less|smaller|fewer|lower|at |no |not |a m)/;

const TEXT = /\\(?:text|textrm|mathrm) ?\{([^{}]*)\}/g;

const MAX_LENGTH = 120;

/** One comparison: its sign and what follows it; null for other words. */
function comparisonOf(words: string): { readonly sign: string; readonly value: string } | null {
  for (const [pattern, sign] of COMPARISONS) {
    const found = pattern.exec(words);
    if (found !== null) return { sign, value: words.slice(found[0].length) };
  }
  return null;
}

/** The comparisons of "greater than 3 and less than 5"; null when a part is none. */
function comparisonsOf(words: string): readonly { readonly sign: string; readonly value: string }[] | null {
  const found = words.split(' and ').map(comparisonOf);
  return found.length > 2 || found.includes(null) ? null : found.map((part) => part!);
}

const KINDS: ReadonlySet<Answer['kind']> = new Set(['relation', 'logic', 'interval', 'set-builder']);

/** The numbers that one comparison without a letter leaves, as an interval. */
function interval(sign: string, value: string): string {
  const closed = sign === '\\ge' || sign === '\\le';
  if (sign === '>' || sign === '\\ge') return `${closed ? '[' : '('}${value},\\infty)`;
  return `(-\\infty,${value}${closed ? ']' : ')'}`;
}

/** "x is greater than 3", "all real numbers less than or equal to 2", "at least 5": inequalities in words. */
export function readComparative({ surface, pieces, mathematics }: Reading): Answer | null {
  if (surface.text.length > MAX_LENGTH || !pieces.some((piece) => piece.kind === 'word')) return null;
  const text = surface.text.replaceAll(TEXT, '$1').replaceAll('$', '').replaceAll(/\s+/g, ' ').trim();
  const lowered = text.charAt(0).toLowerCase() + text.slice(1);
  const subject = SUBJECT.exec(lowered);
  const parts = subject === null ? null : comparisonsOf(lowered.slice(subject[0].length));
  if (subject === null || parts === null) return null;
  if (parts.some(({ value }) => mathematics(value)?.kind !== 'expression')) return null;
  const [first] = parts;
  const integers = subject[2]?.startsWith('integer') === true;
  const name = subject[1] ?? subject[3]?.trim() ?? (integers ? 'n' : 'x');
  const conditions = parts.map(({ sign, value }) => `${name}${sign} ${value}`).join(',');
  if (integers) return mathematics(`\\{${name}\\in\\mathbb{Z}\\mid ${conditions}\\}`);
  const named = subject[1] !== undefined || subject[3] !== undefined || parts.length > 1;
  const answer = mathematics(
    named ? conditions.replace(',', '\\text{ and }') : interval(first!.sign, first!.value),
  );
  return answer !== null && KINDS.has(answer.kind) ? answer : null;
}

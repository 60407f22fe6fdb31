import type { Answer } from '../../answer.js';
import type { Reading } from './reading.js';

/** Phrases that name a mathematical object → how it is written. */
const OBJECTS: ReadonlyMap<string, string> = new Map([
  ...pairs('\\infty', [
    'infinity',
    'positive infinity',
    'plus infinity',
    'infinite',
    'inf',
    '无穷大',
    '正无穷',
    '正无穷大',
    '无穷',
    'infinito',
  ]),
  ...pairs('-\\infty', ['negative infinity', 'minus infinity', '负无穷', '负无穷大']),
  ...pairs('\\emptyset', ['empty set', 'null set', '空集']),
  ...pairs('\\mathbb{R}', [
    'entire real line',
    'whole real line',
    '全体实数',
    '任意实数',
    '一切实数',
    '所有实数',
    '实数集',
  ]),
  ...pairs('y=0', ['x axis', 'x 轴', 'x轴']),
  ...pairs('x=0', ['y axis', 'y 轴', 'y轴']),
  ...pairs('\\mathbb{Z}', ['全体整数', '任意整数', '所有整数']),
  ...pairs('\\mathbb{Z}^+', ['全体正整数', '所有正整数', '任意正整数']),
  ...pairs('\\mathbb{Q}', ['all rational numbers', 'rational numbers', 'set of rational numbers']),
  ...pairs('\\mathbb{C}', ['all complex numbers', 'complex numbers', 'set of complex numbers']),
]);

function pairs(source: string, phrases: readonly string[]): readonly (readonly [string, string])[] {
  return phrases.map((phrase) => [phrase, source]);
}

/** "all nonzero real numbers", "the set of positive integers", "any real value of x". */
const NUMBERS =
  /^(?:(?:set of all|set of|all|any|every) )?(?:(positive|negative|non ?negative|non ?positive|non ?zero) )?(?:(real|whole|natural) )?(?:(positive|negative|non ?negative|non ?positive|non ?zero) )?(numbers?|reals|values?(?: (?:of|for) [a-z])?|integers?|[a-z])$/;

/** The sets of reals and of integers by the adjective before their noun. */
const CUT: ReadonlyMap<string, readonly [reals: string, integers: string]> = new Map([
  ['', ['\\mathbb{R}', '\\mathbb{Z}']],
  ['positive', ['(0,\\infty)', '\\mathbb{Z}^+']],
  ['negative', ['(-\\infty,0)', '\\mathbb{Z}^-']],
  ['nonnegative', ['[0,\\infty)', '\\mathbb{Z}_{\\ge 0}']],
  ['nonpositive', ['(-\\infty,0]', '\\mathbb{Z}\\cap(-\\infty,0]']],
  ['nonzero', ['\\mathbb{R}\\setminus\\{0\\}', '\\mathbb{Z}\\setminus\\{0\\}']],
]);

/** The set that words for numbers name, in LaTeX; undefined when they name none. */
function setOf(phrase: string): string | undefined {
  const known = OBJECTS.get(phrase);
  const found = known === undefined ? NUMBERS.exec(phrase) : null;
  if (found === null) return known;
  const [, before, field, after, noun = ''] = found;
  if (field === undefined && noun !== 'reals' && !noun.startsWith('integer')) return undefined;
  if (field !== 'real' && noun.length === 1) return undefined;
  const cut = CUT.get((before ?? after ?? '').replace(' ', ''));
  if (field === 'natural') return before === undefined && after === undefined ? '\\mathbb{N}' : undefined;
  return cut?.[field === 'whole' || noun.startsWith('integer') ? 1 : 0];
}

/** "all real numbers except 2 and 3", "any real number other than x = 2": a set without some of its members. */
const EXCEPT =
  /^(.{4,40}?),? (?:except(?: for| when| where)?|excluding|other than|but not|apart from|besides) (.{1,80})$/i;

/** Bold letters that name the sets of numbers. */
const BOLD_SET = /^\\(?:mathbf|bold|boldsymbol|mathrm) ?\{? ?([RZQNC]) ?\}?$/;

/** What stands in braces after the set difference: names before values taken off, "and" and "or" as commas. */
const withoutNames = (list: string): string =>
  list
    .replaceAll(/\b[a-z] ?= ?/g, '')
    .replaceAll(/\bzero\b/gi, '0')
    .replaceAll(/,? (?:and|or) (?=[^ ])/g, ', ');

/** The set's name: "the positive integers n" is "positive integers". */
const objectOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/ [a-z]$/, '');

function readExcept({ surface, mathematics }: Reading): Answer | null {
  if (!/e[xs]|other|but|apart/i.test(surface.text) || surface.text.length > 160) return null;
  const text = surface.text.replaceAll(/\\text\{([^{}]*)\}/g, '$1').replaceAll(/[$]/g, '');
  const found = EXCEPT.exec(text.replaceAll(/\s+/g, ' ').trim());
  const source = found === null ? undefined : setOf(objectOf(found[1]!));
  if (found === null || source === undefined || !source.startsWith('\\mathbb')) return null;
  return mathematics(`${source}\\setminus\\{${withoutNames(found[2]!)}\\}`);
}

/** "negative infinity", "all real numbers", "the empty set", 全体实数. */
export function readConstantWords(reading: Reading): Answer | null {
  const { phrase, mathematics, surface } = reading;
  const source = phrase === null ? undefined : setOf(phrase.replace(/^it is /, ''));
  if (source !== undefined) return mathematics(source);
  const bold = surface.text.length < 20 ? BOLD_SET.exec(surface.text) : null;
  return bold === null ? readExcept(reading) : mathematics(`\\mathbb{${bold[1]}}`);
}

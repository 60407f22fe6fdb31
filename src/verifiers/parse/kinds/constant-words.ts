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
    'all real numbers',
    'all reals',
    'all real number',
    'any real number',
    'every real number',
    'real numbers',
    'set of real numbers',
    'set of all real numbers',
    'all real values',
    'entire real line',
    'whole real line',
    'all real x',
    'reals',
    '全体实数',
    '任意实数',
    '一切实数',
    '所有实数',
    '实数集',
  ]),
  ...pairs('\\mathbb{Z}', [
    'all integers',
    'any integer',
    'every integer',
    'set of integers',
    'set of all integers',
    'integers',
    '全体整数',
    '任意整数',
    '所有整数',
  ]),
  ...pairs('\\mathbb{Z}^+', [
    'all positive integers',
    'positive integers',
    'every positive integer',
    'any positive integer',
    'set of positive integers',
    'set of all positive integers',
    '全体正整数',
    '所有正整数',
    '任意正整数',
  ]),
  ...pairs('\\mathbb{Q}', ['all rational numbers', 'rational numbers', 'set of rational numbers']),
  ...pairs('\\mathbb{C}', ['all complex numbers', 'complex numbers', 'set of complex numbers']),
]);

function pairs(source: string, phrases: readonly string[]): readonly (readonly [string, string])[] {
  return phrases.map((phrase) => [phrase, source]);
}

/** "all real numbers except 2 and 3", "any real number other than x = 2": a set without some of its members. */
const EXCEPT =
  /^(.{4,40}?),? (?:except(?: for| when| where)?|excluding|other than|but not|apart from|besides) (.{1,80})$/i;

/** Bold letters that name the sets of numbers. */
const BOLD_SET = /^\\(?:mathbf|bold|boldsymbol|mathrm) ?\{? ?([RZQNC]) ?\}?$/;

/** What stands in braces after the set difference: names before values taken off, "and" and "or" as commas. */
const withoutNames = (list: string): string =>
  list.replaceAll(/\b[a-z] ?= ?/g, '').replaceAll(/,? (?:and|or) (?=[^ ])/g, ', ');

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
  const source = found === null ? undefined : OBJECTS.get(objectOf(found[1]!));
  if (found === null || source === undefined || !source.startsWith('\\mathbb')) return null;
  return mathematics(`${source}\\setminus\\{${withoutNames(found[2]!)}\\}`);
}

/** "negative infinity", "all real numbers", "the empty set", 全体实数. */
export function readConstantWords(reading: Reading): Answer | null {
  const { phrase, mathematics, surface } = reading;
  const source = phrase === null ? undefined : OBJECTS.get(phrase.replace(/^it is /, ''));
  if (source !== undefined) return mathematics(source);
  const bold = surface.text.length < 20 ? BOLD_SET.exec(surface.text) : null;
  return bold === null ? readExcept(reading) : mathematics(`\\mathbb{${bold[1]}}`);
}

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
  ...pairs('\\mathbb{Q}', ['all rational numbers', 'rational numbers', 'set of rational numbers']),
  ...pairs('\\mathbb{C}', ['all complex numbers', 'complex numbers', 'set of complex numbers']),
]);

function pairs(source: string, phrases: readonly string[]): readonly (readonly [string, string])[] {
  return phrases.map((phrase) => [phrase, source]);
}

/** "negative infinity", "all real numbers", "the empty set", 全体实数. */
export function readConstantWords({ phrase, mathematics }: Reading): Answer | null {
  const source = phrase === null ? undefined : OBJECTS.get(phrase.replace(/^it is /, ''));
  return source === undefined ? null : mathematics(source);
}

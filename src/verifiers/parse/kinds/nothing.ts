import type { NothingAnswer } from '../../answer.js';
import type { Reading } from './reading.js';

const MISSING = [
  'dne',
  'does not exist',
  'doesnt exist',
  'do not exist',
  'not exist',
  'limit does not exist',
  'it does not exist',
  'no limit',
  'limit doesnt exist',
  'no limit exists',
  'nonexistent',
  'not exists',
  '不存在',
  '极限不存在',
  'no existe',
  'nexiste pas',
  'existiert nicht',
  'не существует',
];
const NO_SOLUTION = [
  'no solution',
  'no solutions',
  'no real solution',
  'no real solutions',
  'no root',
  'no roots',
  'no real root',
  'no real roots',
  'no real number',
  'no real numbers',
  'no integer solutions',
  'no integer solution',
  'none',
  'no such number',
  'no such numbers',
  'no such value',
  'no such values',
  'no value',
  'no values',
  'no answer exists',
  'no such integer',
  'no such integers',
  'no such functions',
  'no such function',
  'no solution exists',
  'no solutions exist',
  'system has no solution',
  'equation has no solution',
  'has no solution',
  'has no solutions',
  'has no real solutions',
  'without solution',
  '无解',
  '没有解',
  '无实数解',
  '无实根',
  '方程无解',
  '原方程无解',
  '没有实数根',
  'sin solución',
  'no hay solución',
  'no tiene solución',
  'keine lösung',
  'pas de solution',
  'aucune solution',
  'нет решений',
  'нет решения',
  '解なし',
];
const UNDEFINED = [
  'undefined',
  'not defined',
  'is undefined',
  'is not defined',
  '未定义',
  '无意义',
  '没有意义',
  'indefinido',
  'indéfini',
  'undefiniert',
];

const entries = (
  words: readonly string[],
  sort: NothingAnswer['sort'],
): readonly (readonly [string, NothingAnswer])[] => words.map((word) => [word, { kind: 'nothing', sort }]);

const PHRASES: ReadonlyMap<string, NothingAnswer> = new Map([
  ...entries(MISSING, 'does-not-exist'),
  ...entries(NO_SOLUTION, 'no-solution'),
  ...entries(UNDEFINED, 'undefined'),
]);

/** Words before a statement that there is none, which add nothing to it. */
const OPENING =
  /^(?:(?:therefore|hence|thus|so|then|consequently|in conclusion|we conclude that|this means that),? )?(?:there is|there are|there exists|there exist|it is|it has|this is|that)? ?/;

/** "the given equation has no real solutions", "our system has no solution". */
const NOT_SOLVABLE =
  /^(?:(?:given|this|original|our) )?(?:equation|system|inequality|problem)(?: of equations)? has no (?:(?:real|integer|integral|positive|rational) )?(?:solutions?|roots?)$/;

/** "the limit does not exist", "the derivative at 0 doesn't exist". */
const NOT_EXISTING =
  /^(?:(?:this|required) )?(?:limit|value|derivative|integral|sum|maximum|minimum|inverse)(?: (?:of|at) \w{1,12})? (?:does not|doesnt) exist$/;

/** "No solution: ∅": the words, with their sign. */
const WITH_SIGN =
  /^(?:there (?:is|are) )?no (?:real )?solutions? ?[:,;(=]? ?\$?(?:\\(?:oslash|emptyset|varnothing)|[∅Ø]|\\\{ ?\\\})\$?\)?$/iu;

const WORDS_MACRO = /\\text ?\{([^{}]{0,40})\}/g;

/** DNE, "no solution", "undefined" and their like: the answer is that there is none. */
export function readNothing({ phrase, surface }: Reading): NothingAnswer | null {
  // A text without a u says nothing of solutions.
  if (phrase === null && surface.text.length < 60 && /u/i.test(surface.text)) {
    const said = WITH_SIGN.test(surface.text.replaceAll(WORDS_MACRO, '$1').replaceAll(/\s+/g, ' ').trim());
    if (said) return { kind: 'nothing', sort: 'no-solution' };
  }
  if (phrase === null || phrase.length > 100) return null;
  const rest = phrase.replace(OPENING, '');
  if (NOT_SOLVABLE.test(rest)) return { kind: 'nothing', sort: 'no-solution' };
  if (NOT_EXISTING.test(rest)) return { kind: 'nothing', sort: 'does-not-exist' };
  return PHRASES.get(phrase) ?? PHRASES.get(rest) ?? null;
}

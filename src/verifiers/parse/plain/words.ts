import { CONSTANTS, FUNCTIONS, GREEK } from '../names.js';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words of fewer than four letters that are never products of letters. */
const SHORT_WORDS = set(
  'is are be the of no to by if at on it as so we my an for any all not yes has had was its but can cannot may one two six ten ' +
    'odd even none see our you his her she they them than then thus when with per does did do get let put set end ' +
    'day days week year men man cat dog red blue top low high sum true false new old big now who why how which what',
);

const isVowel = (c: string): boolean => 'aeiouyAEIOUY'.includes(c);

const hasVowel = (word: string): boolean => [...word].some(isVowel);

/** consonant–vowel–consonant, as in "cub": a word where it stands alone or beside words, else letters. */
export const isSyllable = (word: string): boolean =>
  word.length === 3 &&
  !isVowel(word[0]!) &&
  isVowel(word[1]!) &&
  !isVowel(word[2]!) &&
  word.toLowerCase() === word;

/** Names of constants and Greek letters spelled out, functions, operators: mathematics whatever is around. */
export const isMathName = (word: string): boolean =>
  FUNCTIONS.has(word) ||
  GREEK.has(word) ||
  CONSTANTS.has(word) ||
  OPERATOR_WORDS.has(word) ||
  EXTRA_NAMES.has(word);

/** Words that stand for operators between mathematics. */
export const OPERATOR_WORDS: ReadonlySet<string> = set(
  'and or not implies iff xor xnor nounand nounor nounnot mod div in union intersect AND OR NOT',
);

/** Other spellings of constants. */
export const EXTRA_NAMES: ReadonlyMap<string, string> = new Map([
  ['Pi', 'pi'],
  ['PI', 'pi'],
  ['Infinity', 'Infinity'],
  ['Inf', 'Infinity'],
  ['INF', 'Infinity'],
  ['minf', 'minf'],
  ['zoo', 'ComplexInfinity'],
  ['lamda', 'lambda'],
  ['lam', 'lambda'],
  ['eps', 'epsilon'],
  ['emptyset', 'EmptySet'],
  ['EmptySet', 'EmptySet'],
  ['Reals', 'Reals'],
  ['Integers', 'Integers'],
  ['Naturals', 'Naturals'],
  ['Rationals', 'Rationals'],
  ['Complexes', 'Complexes'],
]);

/** True for a run of letters that can only be a word. */
export function isWord(run: string): boolean {
  if (run.length === 1 || isMathName(run)) return false;
  if (SHORT_WORDS.has(run) || SHORT_WORDS.has(run.toLowerCase())) return true;
  if (run.length === 3) return false;
  return run.length >= 4 && hasVowel(run) && !isCapitals(run);
}

/** `ABCD`: vertices, not a word. */
const isCapitals = (run: string): boolean => run.length <= 5 && run === run.toUpperCase();

/** Words of logic: each stands alone, so that "true or false" is an alternative. */
export const TRUTH_WORDS: ReadonlySet<string> = set('true false True False TRUE FALSE');

/** Function names that are English words as well: functions only before mathematics. */
export const WORDLIKE_FUNCTIONS: ReadonlySet<string> = set(
  'sign rank choose round arch span trace root comb floor log sup factorial arc abs min max dim deg arg det cube inf exp mod binomial conjugate ceiling diag',
);

/** Units of more than one letter; directly after a number they are words for the unit reader. */
export const UNIT_WORDS: ReadonlySet<string> = set(
  'cm mm km dm nm kg mg lb lbs oz ft yd mi mph kph hr hrs min mins sec secs ms ml mL kL cl dl kJ kW kWh Hz kHz MHz GHz Pa kPa MPa mol rad deg cc gal qt pt sq cu in st nd rd th kN mA mV kV pct USD kmh rpm atm bar eV keV MeV cal kcal',
);

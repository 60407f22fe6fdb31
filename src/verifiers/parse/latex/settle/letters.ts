import { CONSTANTS, FUNCTIONS, GREEK } from '../../names.js';

/** What a run of adjacent letters spells, when it is more than a product of its letters. */
export type Reading =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'words' }
  /** A function name glued to its argument (`sinx`): the name takes `length` letters. */
  | { readonly kind: 'prefix'; readonly name: string; readonly length: number };

/** Functions whose bare spelling is never a product, longest first, so that `arcsin` is not `a·r·c·sin`. */
const PREFIXES: readonly string[] = [...FUNCTIONS.keys()]
  .filter((name) =>
    /^(?:arc|ar|a)?(?:sin|cos|tan|cot|sec|csc)h?$|^(?:log|ln|exp|sqrt|lcm|gcd|max|min|tg|ctg|arctg)$/.test(
      name,
    ),
  )
  .sort((a, b) => b.length - a.length);

/** Two-letter functions that are as likely a product: read as functions only by command. */
const AMBIGUOUS = new Set([
  'sh',
  'ch',
  'th',
  'lg',
  'lb',
  'tr',
  'Tr',
  'tg',
  'Re',
  'Im',
  'deg',
  'dim',
  'ker',
  'inf',
  'sup',
  'lim',
  'arg',
]);

/** Short words of answers that would otherwise be products. */
const WORDS: ReadonlySet<string> = new Set(
  'or and if for is an the no yes all any not odd even none only but with to as at of by when then else true false each are was has have that this it its can will be both same every some from there than more less per'.split(
    ' ',
  ),
);

/** Units that are read as such after a number and a space, where a product would hardly be spelled so. */
const UNITS: ReadonlySet<string> = new Set(
  'cm mm km kg mg ml mL ft in yd mi lb lbs oz hr hrs min sec mph kmh gal deg rad kW kJ kPa Pa Hz kHz MHz eV mol cc sq cu pm am'.split(
    ' ',
  ),
);

/** Units that nobody spells as a product even without the space. */
const GLUED_UNITS: ReadonlySet<string> = new Set('cm mm km kg mL hrs mph lbs kPa kHz MHz ft kW'.split(' '));

const isVowel = (letter: string): boolean => 'aeiouyAEIOU'.includes(letter);

/** Letters that follow each other in the alphabet (`abcd`) are variables. */
function isAlphabetic(run: string): boolean {
  for (let at = 1; at < run.length; at += 1)
    if (run.charCodeAt(at) !== run.charCodeAt(at - 1) + 1) return false;
  return true;
}

/** Five letters or more with a vowel, or four with one inside, are a word: products are not spelled so. */
function looksLikeWord(run: string): boolean {
  if (run.length < 4) return false;
  if (run.slice(1) !== run.slice(1).toLowerCase() || isAlphabetic(run) || new Set(run).size < 3) return false;
  for (let at = run.length > 4 ? 0 : 1; at < run.length; at += 1) if (isVowel(run.charAt(at))) return true;
  return false;
}

/** `no`, `No`; two capitals name a segment (`NO`, `AS`), but for `OR`. */
const isShortWord = (run: string): boolean =>
  WORDS.has(run.toLowerCase()) && !(run.length === 2 && run !== 'OR' && run === run.toUpperCase());

/** Names that letters spell outright: functions, Greek letters, infinity. */
function named(run: string): string | undefined {
  const constant = run === 'oo' || run === 'infinity' || run === 'infty' ? CONSTANTS.get(run) : undefined;
  if (constant !== undefined) return constant;
  if (!AMBIGUOUS.has(run) && FUNCTIONS.has(run)) return FUNCTIONS.get(run);
  return run.length > 2 || run === 'pi' ? GREEK.get(run) : undefined;
}

/**
 * Reads a run of at least two adjacent letters typed without a backslash. In order: a unit after a number (with a
 * space between, for most); a function, Greek letter or constant; a short word or what looks like a word; a function name with its
 * argument glued on. Anything else (null) is a product of letters.
 */
export function readLetters(run: string, afterNumber: boolean, spaced: boolean): Reading | null {
  if (afterNumber && (spaced ? UNITS : GLUED_UNITS).has(run)) return { kind: 'words' };
  const name = named(run);
  if (name !== undefined) return { kind: 'name', name };
  if (isShortWord(run) || (looksLikeWord(run) && prefixOf(run) === null)) return { kind: 'words' };
  return prefixOf(run);
}

/** A function name that `run` begins with, when at most two letters follow it. */
function prefixOf(run: string): Reading | null {
  for (const prefix of PREFIXES) {
    if (run.length > prefix.length && run.length <= prefix.length + 2 && run.startsWith(prefix)) {
      return { kind: 'prefix', name: FUNCTIONS.get(prefix) ?? prefix, length: prefix.length };
    }
  }
  return null;
}

/** True for words that join or qualify statements, whatever they were set in. */
export const isSpoken = (value: string): boolean => WORDS.has(value.toLowerCase());

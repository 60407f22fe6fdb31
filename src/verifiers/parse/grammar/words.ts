import { apply, type Expr, integer, symbol, text } from '../../expr.js';
import { halfOf } from './build.js';

/** What words between or after mathematics do. */
export type Phrase =
  /** "and", "or": joins statements. */
  | { readonly role: 'and' | 'or' }
  /** "where", "if", "for all": conditions follow. `domain` is set by "for all integers …". */
  | { readonly role: 'condition'; readonly domain?: Expr }
  /** "is an integer", "real": says what the symbols before (or after) it range over. */
  | { readonly role: 'domain'; readonly domain: Expr }
  /** "otherwise". */
  | { readonly role: 'otherwise' };

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const JOINERS: ReadonlyMap<string, 'and' | 'or'> = new Map([
  ['and', 'and'],
  ['or', 'or'],
  ['&', 'and'],
  ['和', 'and'],
  ['且', 'and'],
  ['或', 'or'],
]);

const CONNECTIVES = set('where for when if with whenever provided given such while as 其中 当 若 如果');
const FILLERS = set(
  'is are be being a an any all every each some the that arbitrary which can in set of number numbers values value denotes represents constant-valued both',
);
const OTHERWISE = set('otherwise else elsewhere 其他');

const positive = (name: string): Expr => halfOf(symbol(name), true);

const DOMAINS: ReadonlyMap<string, (adjective: string) => Expr> = new Map<
  string,
  (adjective: string) => Expr
>([
  ['integer', signed('Integers')],
  ['integers', signed('Integers')],
  ['whole', (): Expr => symbol('Integers')],
  ['real', signed('Reals')],
  ['reals', signed('Reals')],
  ['rational', signed('Rationals')],
  ['natural', (): Expr => symbol('Naturals')],
  ['naturals', (): Expr => symbol('Naturals')],
  ['complex', (): Expr => symbol('Complexes')],
  ['constant', (): Expr => text('constant')],
  ['constants', (): Expr => text('constant')],
  ['parameter', (): Expr => text('constant')],
  ['parameters', (): Expr => text('constant')],
  ['整数', (): Expr => symbol('Integers')],
  ['为整数', (): Expr => symbol('Integers')],
  ['为常数', (): Expr => text('constant')],
]);

function signed(name: string): (adjective: string) => Expr {
  return (adjective) => {
    if (adjective === 'positive') return positive(name);
    if (adjective === 'negative') return halfOf(symbol(name), false);
    if (adjective === 'nonzero' || adjective === 'non-zero')
      return apply('SetMinus', symbol(name), apply('Set', integer(0)));
    if (adjective !== 'nonnegative' && adjective !== 'non-negative') return symbol(name);
    return apply('Intersection', symbol(name), apply('HalfOpenRight', integer(0), symbol('Infinity')));
  };
}

const ADJECTIVES = set('positive negative nonnegative non-negative nonzero non-zero');

/** Lower case, split at white space, punctuation at either end of a word dropped. Linear in the text. */
function wordsOf(value: string): readonly string[] {
  const found: string[] = [];
  for (const raw of value.toLowerCase().split(/\s+/u)) {
    let start = 0;
    let end = raw.length;
    while (start < end && '.,;:()'.includes(raw[start]!)) start += 1;
    while (end > start && '.,;:()'.includes(raw[end - 1]!)) end -= 1;
    if (end > start) found.push(raw.slice(start, end));
  }
  return found;
}

/** Reads the words of a text token; null when they are none of the phrases that belong to mathematics. */
export function readPhrase(value: string): Phrase | null {
  if (value.length > 80) return null;
  const words = wordsOf(value);
  const first = words[0];
  if (first === undefined) return null;
  if (words.length === 1) {
    const joiner = JOINERS.get(first);
    if (joiner !== undefined) return { role: joiner };
    if (OTHERWISE.has(first)) return { role: 'otherwise' };
  }
  const connects = CONNECTIVES.has(first);
  const domain = domainOf(words.slice(connects ? 1 : 0));
  if (domain === null) return null;
  if (!connects) return domain === undefined ? null : { role: 'domain', domain };
  return domain === undefined ? { role: 'condition' } : { role: 'condition', domain };
}

/** The set that the words name; undefined when they are fillers only, null when some word is foreign. */
function domainOf(words: readonly string[]): Expr | null | undefined {
  let adjective = '';
  let make: ((adjective: string) => Expr) | undefined;
  for (const word of words) {
    const found = DOMAINS.get(word);
    if (found !== undefined) make ??= found;
    else if (ADJECTIVES.has(word)) adjective = word;
    else if (!FILLERS.has(word)) return null;
  }
  return make?.(adjective);
}

import { UNARY_HEADS } from '../names.js';
import { argumentsAhead } from './arguments.js';
import { peek, type Reader } from './reader.js';

/** Operations that stay calls of a named function. */
export const NAMED_FUNCTIONS: ReadonlySet<string> = new Set(
  'sup rank dim ker deg erf Hom Prob Var Cov span inf'.split(' '),
);

/** Functions with rules of their own, beside {@link UNARY_HEADS}. */
const OTHERS: ReadonlySet<string> = new Set(
  'exp log lg lb sqrt root cbrt cis mod binomial nCr nPr min max gcd lcm lim'.split(' '),
);

/** Names that are functions only with brackets; otherwise symbols. */
const NEEDS_BRACKETS: ReadonlySet<string> = new Set(
  'Gamma min max sup inf gcd lcm mod deg dim ker rank span arg Re Im root round factorial binomial Hom Prob Var Cov erf nCr nPr abs floor ceil sgn conj'.split(
    ' ',
  ),
);

/** True when `name` is to be read as a function here. */
export function isFunction(reader: Reader, name: string): boolean {
  const known = UNARY_HEADS.has(name) || OTHERS.has(name) || NAMED_FUNCTIONS.has(name);
  return known && (!NEEDS_BRACKETS.has(name) || bracketsAhead(reader) || takesImplicit(reader, name));
}

function bracketsAhead(reader: Reader): boolean {
  const next = peek(reader, 1);
  const at = next?.kind === 'script' ? 2 : 1;
  return (
    argumentsAhead(reader, at) || peek(reader, at)?.kind === 'open' || peek(reader, at)?.kind === 'group'
  );
}

/** `arg z`, `Re z`, `dim V`: an argument without brackets. */
const takesImplicit = (reader: Reader, name: string): boolean =>
  IMPLICIT.has(name) && peek(reader, 1)?.kind === 'name';

const IMPLICIT: ReadonlySet<string> = new Set(['arg', 'Re', 'Im', 'dim', 'deg', 'rank', 'sgn']);

import { contains, sameTree } from '../../exact/symbols.js';
import type { Expr } from '../../expr.js';
import { equal } from '../../verdict.js';
import type { Rule } from './pair.js';

/** Heads that have a value wherever their arguments do. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...[
    'Add',
    'Multiply',
    'Negate',
    'Abs',
    'Sin',
    'Cos',
    'Sinh',
    'Cosh',
    'Arctan',
    'Arccot',
    'Floor',
    'Ceiling',
  ],
  ...['Round', 'Sign', 'Min', 'Max', 'Re', 'Im', 'Conjugate', 'Degree', 'Percent', 'Call', 'Prime'],
]);

/** Symbols that stand for no number. */
const NO_NUMBERS = new Set(['Infinity', 'ComplexInfinity', 'Undefined']);

const isNumeral = (expr: Expr | undefined): boolean => expr?.node === 'number' && expr.num !== 0n;

const isPositive = (expr: Expr | undefined): boolean => expr?.node === 'number' && expr.num > 0n;

/** True when a part may have no value: definedness is then settled by a later rule. */
function isRisky(part: Expr): boolean {
  if (part.node === 'text') return true;
  if (part.node === 'symbol') return NO_NUMBERS.has(part.name);
  if (part.node !== 'apply' || HARMLESS.has(part.head)) return false;
  const [a, b] = part.args;
  if (part.head === 'Divide') return !isNumeral(b);
  if (part.head === 'Root') return !(isPositive(b) || (isNumeral(b) && isNumeral(a)));
  return part.head !== 'Power' || !(isPositive(b) || isNumeral(a));
}

/** The same tree on both sides, all of whose operations have values everywhere. */
export const sameTreeRule: Rule = ({ gold, given, context }) => {
  context.budget.spend();
  return sameTree(gold, given) && !contains(gold, isRisky) ? equal('same-form') : null;
};

import type { ApplyNode, Expr, NumberNode } from './expr.js';

/** Binding strength of the printed form; a child weaker than its place needs brackets. */
const SUM = 1;
const PRODUCT = 2;
const UNARY = 3;
const POWER = 4;
const ATOM = 5;

interface Printed {
  readonly text: string;
  readonly strength: number;
}

const atom = (text: string): Printed => ({ text, strength: ATOM });

/** Deepest nesting printed; below it `…` stands. */
const MAX_DEPTH = 200;
/** Digits of a number printed in full; a longer one is cut in the middle. */
const MAX_DIGITS = 60;

const RELATIONS: ReadonlyMap<string, string> = new Map([
  ['Equal', '='],
  ['NotEqual', '≠'],
  ['Less', '<'],
  ['LessEqual', '≤'],
  ['Greater', '>'],
  ['GreaterEqual', '≥'],
  ['Approx', '≈'],
  ['Element', '∈'],
  ['NotElement', '∉'],
  ['Subset', '⊂'],
  ['SubsetEqual', '⊆'],
  ['Union', '∪'],
  ['Intersection', '∩'],
  ['SetMinus', '∖'],
  ['And', 'and'],
  ['Or', 'or'],
  ['Implies', '⇒'],
  ['Iff', '⇔'],
  ['Divides', '∣'],
  ['Proportional', '∝'],
  ['Ratio', ':'],
  ['PlusMinus', '±'],
  ['MinusPlus', '∓'],
  ['Cross', '×'],
  ['Dot', '·'],
]);

const BRACKETS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['Tuple', ['(', ')']],
  ['List', ['', '']],
  ['Vector', ['⟨', '⟩']],
  ['Bracket', ['[', ']']],
  ['HalfOpenLeft', ['(', ']']],
  ['HalfOpenRight', ['[', ')']],
  ['Set', ['{', '}']],
  ['Matrix', ['[', ']']],
  ['Row', ['[', ']']],
]);

const NAMES: ReadonlyMap<string, string> = new Map([
  ['Infinity', '∞'],
  ['pi', 'π'],
  ['EmptySet', '∅'],
  ['Reals', 'ℝ'],
  ['Integers', 'ℤ'],
  ['Rationals', 'ℚ'],
  ['Naturals', 'ℕ'],
  ['Complexes', 'ℂ'],
]);

/** Compact plain notation for reports and witnesses: `2*x^2 - sqrt(3)/2`. Not meant to be parsed back. */
export function formatExpr(expr: Expr): string {
  return print(expr, 0).text;
}

function print(expr: Expr, depth: number): Printed {
  if (depth > MAX_DEPTH) return atom('…');
  switch (expr.node) {
    case 'number':
      return printNumber(expr);
    case 'symbol':
      return atom(NAMES.get(expr.name) ?? expr.name);
    case 'text':
      return atom(expr.value);
    case 'apply':
      return printApply(expr, depth + 1);
  }
}

function digits(n: bigint): string {
  const all = n.toString();
  return all.length <= MAX_DIGITS ? all : `${all.slice(0, 20)}…(${all.length} digits)…${all.slice(-20)}`;
}

function printNumber({ num, den }: NumberNode): Printed {
  if (den === 1n) return { text: digits(num), strength: num < 0n ? UNARY : ATOM };
  return { text: `${digits(num)}/${digits(den)}`, strength: PRODUCT };
}

/** Prints a child, in brackets when it binds weaker than `least`. */
function child(expr: Expr | undefined, least: number, depth: number): string {
  if (expr === undefined) return '?';
  const { text, strength } = print(expr, depth);
  return strength >= least ? text : `(${text})`;
}

function printApply(expr: ApplyNode, depth: number): Printed {
  const [a, b] = expr.args;
  switch (expr.head) {
    case 'Add':
      return { text: printSum(expr.args, depth), strength: SUM };
    case 'Multiply':
      return { text: expr.args.map((arg) => child(arg, PRODUCT, depth)).join('*'), strength: PRODUCT };
    case 'Negate':
      return { text: `-${child(a, PRODUCT, depth)}`, strength: UNARY };
    case 'Divide':
      return { text: `${child(a, PRODUCT, depth)}/${child(b, UNARY, depth)}`, strength: PRODUCT };
    case 'Power':
      return { text: `${child(a, ATOM, depth)}^${child(b, POWER, depth)}`, strength: POWER };
    case 'Factorial':
      return { text: `${child(a, ATOM, depth)}!`, strength: ATOM };
    case 'DoubleFactorial':
      return { text: `${child(a, ATOM, depth)}!!`, strength: ATOM };
    case 'Degree':
      return { text: `${child(a, ATOM, depth)}°`, strength: ATOM };
    case 'Percent':
      return { text: `${child(a, ATOM, depth)}%`, strength: ATOM };
    case 'Abs':
      return atom(`|${child(a, 0, depth)}|`);
    case 'Root':
      return atom(
        isTwo(b) ? `sqrt(${child(a, 0, depth)})` : `root(${child(a, 0, depth)}, ${child(b, 0, depth)})`,
      );
    default:
      return printOther(expr, depth);
  }
}

const isTwo = (expr: Expr | undefined): boolean =>
  expr?.node === 'number' && expr.num === 2n && expr.den === 1n;

function printSum(args: readonly Expr[], depth: number): string {
  let out = '';
  for (const arg of args) {
    const text = child(arg, SUM, depth);
    if (out === '') out = text;
    else out += text.startsWith('-') ? ` - ${text.slice(1)}` : ` + ${text}`;
  }
  return out;
}

function printOther(expr: ApplyNode, depth: number): Printed {
  const parts = expr.args.map((arg) => child(arg, 0, depth));
  const relation = RELATIONS.get(expr.head);
  if (relation !== undefined) {
    if (parts.length === 1) return { text: `${relation}${parts[0]}`, strength: UNARY };
    const inner = expr.args.map((arg) => child(arg, SUM, depth));
    return { text: inner.join(` ${relation} `), strength: 0 };
  }
  const brackets = BRACKETS.get(expr.head);
  if (brackets !== undefined)
    return { text: brackets[0] + parts.join(', ') + brackets[1], strength: brackets[0] === '' ? 0 : ATOM };
  if (expr.head === 'Chain') return { text: parts.join(' '), strength: 0 };
  if (expr.head === 'Ellipsis') return atom('…');
  if (expr.head === 'Call') return atom(`${parts[0]}(${parts.slice(1).join(', ')})`);
  return atom(`${expr.head.toLowerCase()}(${parts.join(', ')})`);
}

import type { ApplyNode, Expr, ScalarHead } from '../expr.js';

/** Heads that nerdamer has under a name of its own. */
const FUNCTIONS: Readonly<Partial<Record<ScalarHead, string>>> = {
  Sin: 'sin',
  Cos: 'cos',
  Tan: 'tan',
  Sec: 'sec',
  Csc: 'csc',
  Cot: 'cot',
  Arcsin: 'asin',
  Arccos: 'acos',
  Arctan: 'atan',
  Sinh: 'sinh',
  Cosh: 'cosh',
  Tanh: 'tanh',
  Ln: 'log',
  Abs: 'abs',
};

const NAME = /^[A-Za-z][A-Za-z0-9]*$/;

/**
 * Writes a tree in nerdamer's notation, every operand in parentheses; `null` where nerdamer has no word for it, so
 * that nothing is proposed for a changed question.
 */
export function toNerdamer(expr: Expr): string | null {
  switch (expr.node) {
    case 'number':
      return expr.den === 1n ? `(${expr.num})` : `(${expr.num}/${expr.den})`;
    case 'symbol':
      return NAME.test(expr.name) ? expr.name : null;
    case 'text':
      return null;
    case 'apply':
      return application(expr);
  }
}

function application(expr: ApplyNode): string | null {
  const args = expr.args.map(toNerdamer);
  if (args.some((arg) => arg === null)) return null;
  const [a = '', b = ''] = args as string[];
  switch (expr.head) {
    case 'Add':
      return `(${args.join('+')})`;
    case 'Multiply':
      return `(${args.join('*')})`;
    case 'Negate':
      return `(-${a})`;
    case 'Divide':
      return `(${a}/${b})`;
    case 'Power':
      return `(${a}^${b})`;
    case 'Root':
      return `(${a}^(1/${b}))`;
    default: {
      const name = Object.hasOwn(FUNCTIONS, expr.head) ? FUNCTIONS[expr.head as ScalarHead] : undefined;
      return name === undefined ? null : `${name}(${args.join(',')})`;
    }
  }
}

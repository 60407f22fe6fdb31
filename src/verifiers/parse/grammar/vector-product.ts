import { type Expr, isApply } from '../../expr.js';

type Shape = readonly [rows: number, columns: number];

const BRACKETS: ReadonlySet<string> = new Set(['Vector', 'Tuple', 'Bracket']);

/** Rows and columns of an array as written, transposed or with a factor; null for anything else. */
function shapeOf(expr: Expr): Shape | null {
  if (expr.node !== 'apply') return null;
  if (BRACKETS.has(expr.head)) return expr.args.length > 1 ? [expr.args.length, 1] : null;
  const first = expr.args[0];
  if (first === undefined) return null;
  switch (expr.head) {
    case 'Matrix':
      return [expr.args.length, first.node === 'apply' ? first.args.length : 1];
    case 'Negate':
    case 'Divide':
      return shapeOf(first);
    case 'Transpose':
      return transposed(shapeOf(first));
    case 'Power':
      return isTransposition(expr.args[1]) ? transposed(shapeOf(first)) : null;
    default:
      return null;
  }
}

const transposed = (shape: Shape | null): Shape | null => (shape === null ? null : [shape[1], shape[0]]);

const isTransposition = (exponent: Expr | undefined): boolean =>
  exponent?.node === 'symbol' && (exponent.name === 'T' || exponent.name === 'top');

/** A letter under an arrow. */
const isArrow = (expr: Expr): boolean =>
  (expr.node === 'symbol' && expr.name.startsWith('vec(')) ||
  (isApply(expr, 'Segment') && expr.args[0]?.node === 'text' && expr.args[0].value === 'vec');

/**
 * What a multiplication sign between two vectors makes: `×` their vector product, any other sign their scalar product.
 * Null where the factors are no vectors, or fit together as matrices do.
 */
export function vectorProduct(left: Expr, right: Expr, times: boolean): 'Dot' | 'Cross' | null {
  if (isArrow(left) && isArrow(right)) return times ? 'Cross' : 'Dot';
  const [a, b] = [shapeOf(left), shapeOf(right)];
  if (a === null || b === null || Math.min(...a) > 1 || Math.min(...b) > 1) return null;
  if (Math.max(...a) !== Math.max(...b) || a[1] === b[0]) return null;
  if (!times) return 'Dot';
  return Math.max(...a) === 3 ? 'Cross' : null;
}

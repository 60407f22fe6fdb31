import type { Answer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import type { Expr } from '../../../expr.js';
import type { Finding } from '../../../verdict.js';
import type { Compare } from '../../table.js';
import { compareByTruthTable } from '../logic/truth-table.js';

const letter = (expr: Expr | undefined): Answer | null =>
  expr?.node === 'symbol' && /^[A-Z](?:_\w)?$/.test(expr.name) ? { kind: 'expression', expr } : null;

const not = (part: Answer | null): Answer | null =>
  part === null ? null : { kind: 'logic', operation: 'not', parts: [part] };

/** `B`, `B'`, `B^c`, `\overline{B}`: a set named by a letter, or its complement; null for anything else. */
function statementOf(expr: Expr): Answer | null {
  if (expr.node !== 'apply') return letter(expr);
  const [base, mark] = expr.args;
  if (expr.head === 'Prime' || expr.head === 'Conjugate') return not(letter(base));
  const complement = mark?.node === 'symbol' && (mark.name === 'c' || mark.name === 'C');
  return expr.head === 'Power' && complement ? not(letter(base)) : null;
}

/** Sets named by letters as statements about one element: ∩ is "and", ∪ "or", ∖ "and not". */
function membership(answer: Answer): Answer | null {
  if (answer.kind === 'expression') return statementOf(answer.expr);
  if (answer.kind !== 'set-operation' || answer.variable !== undefined) return null;
  const parts = answer.parts.map(membership);
  if (parts.includes(null)) return null;
  const [first, ...rest] = parts as Answer[];
  if (answer.operation !== 'difference')
    return {
      kind: 'logic',
      operation: answer.operation === 'union' ? 'or' : 'and',
      parts: parts as Answer[],
    };
  return { kind: 'logic', operation: 'and', parts: [first!, ...rest.map((part) => not(part)!)] };
}

/** `A ∩ B'` and `A ∖ B`: combinations of named sets, by the elements they have. Null when anything else occurs. */
export function compareNamedSets(a: Answer, b: Answer, context: Context, recurse: Compare): Finding | null {
  const left = membership(a);
  const right = left === null ? null : membership(b);
  return left === null || right === null ? null : compareByTruthTable(left, right, context, recurse);
}

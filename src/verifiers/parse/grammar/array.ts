import { type ApplyNode, apply, type Expr, isApply, text } from '../../expr.js';
import type { Operator, Token } from '../token.js';
import { applyAll, isStatement } from './build.js';
import { readParity } from './parity.js';
import { deeper, openReader, peekOperator, type Reader, refuse, within } from './reader.js';
import { readPhrase } from './words.js';

type ArrayToken = Extract<Token, { kind: 'array' }>;
type Cells = readonly (readonly Token[])[];

/** A matrix, a determinant, a function by cases, a system of equations or aligned lines. */
export function readArray(reader: Reader, token: ArrayToken): Expr {
  const expr = deeper(reader, () => {
    const rows = token.rows.filter((row) => row.some((cell) => cell.length > 0));
    if (rows.length === 0) return refuse(reader, 'an empty array');
    if (token.shape === 'lines') return lines(reader, rows);
    if (token.shape === 'cases' || token.delimiter === '{') return cases(reader, rows);
    return matrix(reader, token.delimiter, rows);
  });
  reader.at += 1;
  return expr;
}

function matrix(reader: Reader, delimiter: string, rows: readonly Cells[]): Expr {
  const { value } = reader.shared.rules;
  const width = rows[0]!.length;
  const read = rows.map((row) => {
    if (row.length !== width) return refuse(reader, 'rows of different lengths');
    return applyAll(
      'Row',
      row.map((cell) => within(reader, trimmed(cell), value)),
    );
  });
  // A layout of one cell is what stands in it.
  if (delimiter === '' && read.length === 1 && width === 1) return (read[0] as ApplyNode).args[0]!;
  const whole = applyAll('Matrix', read);
  if (delimiter === '|') return apply('Determinant', whole);
  return delimiter === '‖' ? apply('Norm', whole) : whole;
}

const TRAILING: ReadonlySet<Operator> = new Set<Operator>([',', ';', '.']);

/** A cell without the punctuation at its end. */
function trimmed(cell: readonly Token[]): readonly Token[] {
  let end = cell.length;
  while (end > 0) {
    const last = cell[end - 1]!;
    if (last.kind !== 'operator' || !TRAILING.has(last.operator)) break;
    end -= 1;
  }
  return end === cell.length ? cell : cell.slice(0, end);
}

/** Rows of value and condition make a function by cases; rows of relations make a system. */
function cases(reader: Reader, rows: readonly Cells[]): Expr {
  const read = rows.map((row) => caseOf(reader, row));
  if (read.every((row) => isApply(row, 'Case'))) return applyAll('Cases', read);
  if (read.every((row) => !isApply(row, 'Case'))) return system(read);
  return refuse(reader, 'cases with and without a condition', 'unsupported');
}

const system = (parts: readonly Expr[]): Expr => {
  if (parts.length === 1) return parts[0]!;
  return applyAll(parts.every(isStatement) ? 'And' : 'List', parts);
};

function caseOf(reader: Reader, row: Cells): Expr {
  const cells = row.map(trimmed).filter((cell) => cell.length > 0);
  const { statement, item } = reader.shared.rules;
  const [first, second] = cells as [readonly Token[], readonly Token[] | undefined];
  if (second === undefined || startsWithRelation(second))
    return conditioned(within(reader, cells.flat(), statement));
  if (cells.length > 2) return conditioned(within(reader, cells.flat(), statement));
  const value = within(reader, first, item);
  return apply('Case', value, within(reader, second, condition));
}

const startsWithRelation = (cell: readonly Token[]): boolean =>
  cell[0]?.kind === 'operator' && ['=', '<', '>', '<=', '>=', '!=', 'approx'].includes(cell[0].operator);

/** `x + 1, x > 0` in one cell is a case as well, when the first part is no relation. */
function conditioned(row: Expr): Expr {
  if (isApply(row, 'Cases') && row.args.length === 1) return row.args[0]!;
  if (isApply(row, 'ForAll') && !isStatement(row.args[0]!)) {
    return apply(
      'Case',
      row.args[0]!,
      row.args.length === 2 ? row.args[1]! : applyAll('And', row.args.slice(1)),
    );
  }
  if (!isApply(row, 'List') || row.args.length !== 2) return row;
  const [value, test] = row.args as readonly [Expr, Expr];
  return !isStatement(value) && (isStatement(test) || test.node === 'text')
    ? apply('Case', value, test)
    : row;
}

/** A condition, after "if", "for" or "when"; or "otherwise". */
function condition(reader: Reader): Expr {
  const token = reader.tokens[reader.at];
  if (token?.kind === 'text') {
    const phrase = readPhrase(token.value);
    if (phrase?.role === 'otherwise') {
      reader.at += 1;
      return text('otherwise');
    }
    if (phrase?.role === 'condition' && phrase.domain === undefined) reader.at += 1;
  }
  return readParity(reader) ?? reader.shared.rules.statement(reader);
}

/** Aligned lines: a line that begins with a relation goes on with the line before. */
function lines(reader: Reader, rows: readonly Cells[]): Expr {
  const joined: Token[][] = [];
  for (const row of rows) {
    const tokens = row.flat();
    const inner = openReader(reader.shared, tokens.slice(0, 1));
    const previous = joined[joined.length - 1];
    const goesOn = previous !== undefined && peekOperator(inner) !== undefined && startsWithRelation(tokens);
    if (goesOn) previous.push(...tokens);
    else joined.push(tokens);
  }
  return system(joined.map((line) => within(reader, trimmed(line), reader.shared.rules.statement)));
}

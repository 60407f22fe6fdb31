import type { Answer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import { different, equal, type Finding } from '../../../verdict.js';
import type { Compare } from '../../table.js';

/** Different statements that a truth table may have. */
const MAX_ATOMS = 8;

type Formula =
  | { readonly op: 'atom'; readonly index: number }
  | { readonly op: 'and' | 'or' | 'not'; readonly parts: readonly Formula[] };

/** Statements met so far; equal ones are one atom. */
interface Atoms {
  readonly list: Answer[];
  readonly recurse: Compare;
  readonly context: Context;
}

function formulaOf(answer: Answer, atoms: Atoms): Formula | null {
  atoms.context.budget.spend();
  if (answer.kind !== 'logic') {
    const known = atoms.list.findIndex((atom) => atoms.recurse(atom, answer).kind === 'equal');
    if (known >= 0) return { op: 'atom', index: known };
    if (atoms.list.length >= MAX_ATOMS) return null;
    atoms.list.push(answer);
    return { op: 'atom', index: atoms.list.length - 1 };
  }
  const parts = answer.parts.map((part) => formulaOf(part, atoms));
  return parts.includes(null) ? null : { op: answer.operation, parts: parts as Formula[] };
}

function holds(formula: Formula, row: number): boolean {
  switch (formula.op) {
    case 'atom':
      return ((row >> formula.index) & 1) === 1;
    case 'and':
      return formula.parts.every((part) => holds(part, row));
    case 'or':
      return formula.parts.some((part) => holds(part, row));
    case 'not':
      return !holds(formula.parts[0]!, row);
  }
}

const isProposition = (answer: Answer): boolean =>
  answer.kind === 'expression' && answer.expr.node === 'symbol';

/** Two statements by their truth table. A difference counts only when the atoms are free of one another. */
export function compareByTruthTable(
  gold: Answer,
  given: Answer,
  context: Context,
  recurse: Compare,
): Finding | null {
  const atoms: Atoms = { list: [], recurse, context };
  const a = formulaOf(gold, atoms);
  const b = a === null ? null : formulaOf(given, atoms);
  if (a === null || b === null) return null;
  const rows = 1 << atoms.list.length;
  context.budget.spend(rows);
  for (let row = 0; row < rows; row += 1) {
    if (holds(a, row) !== holds(b, row))
      return atoms.list.every(isProposition) ? different('truth-table') : null;
  }
  return equal('truth-table', atoms.list.every(isProposition) ? 'proved' : 'probable');
}

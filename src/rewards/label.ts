import { describe } from './describe.js';
import { factorAt } from './evaluate.js';
import type { ScheduleTerm, Term } from './term.js';

/** What stands where a value is missing. */
export const MISSING = '–';

/** A number of at most six significant digits, as people write it. */
export function shortNumber(value: number | null): string {
  if (value === null) return MISSING;
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  return String(Number(value.toPrecision(6)) + 0);
}

/** A line of a table. */
export interface Row {
  readonly label: string;
  readonly cells: readonly string[];
}

/** Labels to the left, numbers to the right, two spaces between. */
export function aligned(rows: readonly Row[]): string {
  const labels = Math.max(...rows.map(({ label }) => label.length));
  const widths = (rows[0]?.cells ?? []).map((_, i) =>
    Math.max(...rows.map(({ cells }) => cells[i]?.length ?? 0)),
  );
  return rows
    .map(({ label, cells }) =>
      [label.padEnd(labels), ...cells.map((cell, i) => cell.padStart(widths[i] ?? 0))].join('  ').trimEnd(),
    )
    .join('\n');
}

/** A name of someone's choosing on one line: no control characters, not too long. */
export function clean(text: string, most = 60): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '�');
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** What a node does to its children, or what it is; a schedule at a step, or as a whole. */
export function nameOf(term: Term, step: number | null): string {
  switch (term.op) {
    case 'const':
    case 'signal':
      return describe(term);
    case 'sum':
      return `${term.weights === 'normalised' ? 'mean' : 'sum'}${term.missing === 'skip' ? ' of what is there' : ''}`;
    case 'gate':
      return 'gate';
    case 'clip':
      return `clip to [${term.min}, ${term.max}]`;
    case 'affine':
      return term.shift === 0 ? `times ${term.scale}` : `times ${term.scale}, plus ${term.shift}`;
    case 'threshold':
      return `1 where ≥ ${term.at}`;
    case 'schedule':
      return step === null ? scheduleOf(term) : `times ${shortNumber(factorAt(term, step))} at step ${step}`;
    case 'zscore':
      return `z-score (${term.std}, epsilon ${term.epsilon})`;
    default:
      return term.op;
  }
}

const scheduleOf = ({ knots }: ScheduleTerm): string =>
  `times ${knots.map(([step, factor]) => `${factor} at step ${step}`).join(', ')}`;

/** The place of each child in the JSON, and its role in words. */
export function placesOf(term: Term): readonly { readonly at: string; readonly role: string }[] {
  switch (term.op) {
    case 'sum':
      return term.parts.map(({ name, weight }, i) => ({
        at: `parts[${i}].term`,
        role: `${weight} · ${name}: `,
      }));
    case 'gate':
      return [
        { at: 'when', role: `when ≥ ${term.atLeast}: ` },
        { at: 'pass', role: 'then: ' },
        { at: 'fail', role: 'else: ' },
      ];
    case 'product':
    case 'min':
    case 'max':
      return term.terms.map((_, i) => ({ at: `terms[${i}]`, role: '' }));
    default:
      return [{ at: 'term', role: '' }];
  }
}

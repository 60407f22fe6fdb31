import type { DateAnswer } from '../../answer.js';
import { different, equal, type Finding } from '../../verdict.js';
import { type Row, row } from '../table.js';

const PARTS = ['year', 'month', 'day', 'weekday'] as const;

/** A year or a weekday may be left out beside a month; a month or a day may not. */
function mayMiss(part: (typeof PARTS)[number], a: DateAnswer, b: DateAnswer): boolean {
  return (part === 'year' || part === 'weekday') && a.month !== null && b.month !== null;
}

/** Every part that both state agrees, and what one leaves out is a year or weekday. */
function compareDates(a: DateAnswer, b: DateAnswer): Finding {
  for (const part of PARTS) {
    if (a[part] === b[part]) continue;
    if ((a[part] === null || b[part] === null) && mayMiss(part, a, b)) continue;
    const witness = {
      at: {},
      gold: `${part} ${a[part] ?? 'not stated'}`,
      given: `${part} ${b[part] ?? 'not stated'}`,
    };
    return different('date', 'proved', witness);
  }
  return equal('date');
}

/** Calendar dates, months and weekdays. */
export const dateRows: readonly Row[] = [row('date', 'date', compareDates)];

import type { TimeAnswer } from '../../answer.js';
import { different, equal, type Finding } from '../../verdict.js';
import { type Row, row } from '../table.js';

const shown = (time: TimeAnswer): string => {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(time.hour)}:${two(time.minute)}:${two(time.second)}${time.period === null ? ' (half of the day not stated)' : ''}`;
};

/** Equal on a 24-hour clock; where one side does not state the half of the day, equal on a 12-hour clock. */
function compareTimes(a: TimeAnswer, b: TimeAnswer): Finding {
  const clock = a.period === null || b.period === null ? 12 : 24;
  const same = a.minute === b.minute && a.second === b.second && a.hour % clock === b.hour % clock;
  return same ? equal('time') : different('time', 'proved', { at: {}, gold: shown(a), given: shown(b) });
}

/** Times of day. */
export const timeRows: readonly Row[] = [row('time', 'time', compareTimes)];

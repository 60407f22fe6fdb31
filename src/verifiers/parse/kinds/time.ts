import type { TimeAnswer } from '../../answer.js';
import type { Piece } from '../scan.js';
import type { Reading } from './reading.js';

/** `a.m.`, `PM`, 上午 … at the end (or, in Chinese, at the start). */
const PERIODS: ReadonlyMap<string, 'am' | 'pm'> = new Map([
  ['am', 'am'],
  ['pm', 'pm'],
  ['上午', 'am'],
  ['早上', 'am'],
  ['凌晨', 'am'],
  ['下午', 'pm'],
  ['晚上', 'pm'],
  ['傍晚', 'pm'],
  ['inthemorning', 'am'],
  ['intheafternoon', 'pm'],
  ['intheevening', 'pm'],
  ['atnight', 'pm'],
]);

const NAMED: ReadonlyMap<string, TimeAnswer> = new Map([
  ['noon', { kind: 'time', hour: 12, minute: 0, second: 0, period: 'pm' }],
  ['12 noon', { kind: 'time', hour: 12, minute: 0, second: 0, period: 'pm' }],
  ['midday', { kind: 'time', hour: 12, minute: 0, second: 0, period: 'pm' }],
  ['midnight', { kind: 'time', hour: 0, minute: 0, second: 0, period: 'am' }],
  ['12 midnight', { kind: 'time', hour: 0, minute: 0, second: 0, period: 'am' }],
  ['中午', { kind: 'time', hour: 12, minute: 0, second: 0, period: 'pm' }],
  ['正午', { kind: 'time', hour: 12, minute: 0, second: 0, period: 'pm' }],
]);

/** The text with braces, spaces and the dots of abbreviations taken out: `4{:}40 a.m.` is `4:40am`. */
function condensed(pieces: readonly Piece[]): string {
  let out = '';
  for (const piece of pieces) {
    if (piece.kind === 'command') return '';
    if ((piece.kind === 'open' || piece.kind === 'close') && piece.value !== '{' && piece.value !== '}')
      return '';
    if (piece.kind === 'open' || piece.kind === 'close' || (piece.kind === 'mark' && piece.value === '.'))
      continue;
    out += piece.value === '：' ? ':' : piece.value;
  }
  return out.toLowerCase();
}

/** The time on a 24-hour clock; a stated period settles the half of the day, an hour above 12 states it too. */
function clock(hour: number, minute: number, second: number, stated: 'am' | 'pm' | null): TimeAnswer | null {
  if (hour > 24 || minute > 59 || second > 59 || (stated !== null && hour > 12)) return null;
  if (stated === null) {
    const period = hour > 12 ? 'pm' : hour === 0 ? 'am' : null;
    return { kind: 'time', hour: hour === 24 ? 0 : hour, minute, second, period };
  }
  return { kind: 'time', hour: (hour % 12) + (stated === 'pm' ? 12 : 0), minute, second, period: stated };
}

const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(.*)$/u;
const HOUR_ONLY = /^(\d{1,2})(am|pm|o['’]?clock)(.*)$/u;
const CHINESE = /^(上午|早上|凌晨|下午|晚上|傍晚)?(\d{1,2})[时点](?:(\d{1,2})分?|(半)|整)?(?:(\d{1,2})秒)?$/u;

/** Times of day: `3:45 pm`, `15:07:20`, `9 a.m.`, `3 o'clock`, `noon`, 下午3点20分. */
export function readTime({ pieces, phrase }: Reading): TimeAnswer | null {
  if (pieces.length > 16) return null;
  const named =
    NAMED.get(phrase ?? '') ?? NAMED.get(pieces.map((piece) => piece.value.toLowerCase()).join(' '));
  if (named !== undefined) return named;
  const text = condensed(pieces);
  const chinese = CHINESE.exec(text);
  if (chinese !== null) {
    const minute = chinese[4] === undefined ? Number(chinese[3] ?? 0) : 30;
    return clock(Number(chinese[2]), minute, Number(chinese[5] ?? 0), PERIODS.get(chinese[1] ?? '') ?? null);
  }
  const hour = HOUR_ONLY.exec(text);
  if (hour !== null) return hourOnly(hour);
  const found = CLOCK.exec(text);
  if (found === null) return null;
  const period = found[4] === '' ? null : PERIODS.get(found[4]!);
  // `15:07.5` has lost its point in `condensed`: only digits as written count.
  if (period === undefined || pieces.some((piece) => piece.kind === 'number' && piece.value.includes('.')))
    return null;
  return clock(Number(found[1]), Number(found[2]), Number(found[3] ?? 0), period);
}

function hourOnly(found: RegExpExecArray): TimeAnswer | null {
  const [, digits = '', word = '', rest = ''] = found;
  const period = PERIODS.get(word) ?? (rest === '' ? null : PERIODS.get(rest));
  if (period === undefined || (PERIODS.has(word) && rest !== '')) return null;
  const hour = Number(digits);
  return hour === 0 || hour > 12 ? null : clock(hour, 0, 0, period);
}

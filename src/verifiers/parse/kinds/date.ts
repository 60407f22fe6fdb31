import type { DateAnswer } from '../../answer.js';
import type { Reading } from './reading.js';

const index = (lists: readonly string[], from: number): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((names) => names.split(' ').map((name, i): [string, number] => [name, i + from])));

const MONTHS = index(
  [
    'january february march april may june july august september october november december',
    'jan feb mar apr may jun jul aug sep oct nov dec',
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    'januar februar märz april mai juni juli august september oktober november dezember',
    '一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月',
  ],
  1,
);
const WEEKDAYS = index(
  [
    'sunday monday tuesday wednesday thursday friday saturday',
    'sundays mondays tuesdays wednesdays thursdays fridays saturdays',
    '星期日 星期一 星期二 星期三 星期四 星期五 星期六',
    '星期天 周一 周二 周三 周四 周五 周六',
    '周日 礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六',
    'domingo lunes martes miércoles jueves viernes sábado',
    'dimanche lundi mardi mercredi jeudi vendredi samedi',
    'sonntag montag dienstag mittwoch donnerstag freitag samstag',
  ],
  0,
);
const SHORT_WEEKDAYS = index(['sun mon tue wed thu fri sat', '. . tues . thur . .', '. . . . thurs . .'], 0);

const NO_DATE: DateAnswer = { kind: 'date', year: null, month: null, day: null, weekday: null };
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The date, or null when the month or day does not exist. */
function checked(date: DateAnswer): DateAnswer | null {
  const { month, day } = date;
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && (day < 1 || day > (month === null ? 31 : (DAYS[month - 1] ?? 31)))) return null;
  return date;
}

/** `2024-05-05`, `2024/5/5`, `2024.05.05`, `5/14/2024`: four digits of a year decide the order. */
function numericDate(text: string): DateAnswer | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text);
  if (iso !== null)
    return checked({ ...NO_DATE, year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) });
  const american = /^(\d{1,2})\/(\d{1,2})\/((?:1[5-9]|20)\d{2})$/.exec(text);
  if (american === null) return null;
  const [first, second] = [Number(american[1]), Number(american[2])];
  const [month, day] = first > 12 ? [second, first] : [first, second];
  return checked({ ...NO_DATE, year: Number(american[3]), month, day });
}

/** `2024年5月3日`, `5月3日`, `5月3号星期五`. */
function chineseDate(text: string): DateAnswer | null {
  const found = /^(?:(\d{4})年)?(?:(\d{1,2})月)(?:(\d{1,2})[日号])?(.{0,4})$/u.exec(text.replaceAll(' ', ''));
  if (found === null) return null;
  const rest = (found[4] ?? '').replace(/^[（(]|[）)]$/g, '');
  const weekday = rest === '' ? null : (WEEKDAYS.get(rest) ?? -1);
  if (weekday === -1) return null;
  const number = (part: string | undefined): number | null => (part === undefined ? null : Number(part));
  return checked({
    kind: 'date',
    year: number(found[1]),
    month: number(found[2]),
    day: number(found[3]),
    weekday,
  });
}

/** Adds one word of a date in words; null when it does not belong. */
function addWord(date: DateAnswer, word: string, words: number): DateAnswer | null {
  const month = MONTHS.get(word);
  if (month !== undefined && date.month === null) return { ...date, month };
  const weekday =
    WEEKDAYS.get(word) ??
    (SHORT_WEEKDAYS.get(word) === 0 && word === '.' ? undefined : SHORT_WEEKDAYS.get(word));
  if (weekday !== undefined && date.weekday === null) return { ...date, weekday };
  const digits = /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(word)?.[1];
  if (digits === undefined)
    return word === 'of' || word === 'de' || word === 'the' || word === 'on' || word === 'in' || word === 'a'
      ? date
      : null;
  if (digits.length >= 3)
    return date.year === null && digits.length === 4 ? { ...date, year: Number(digits) } : null;
  return date.day === null && words > 1 ? { ...date, day: Number(digits) } : null;
}

/** `May 5, 2024`, `the 5th of May`, `Friday, 3 March`, `Sunday`. */
function wordsDate(text: string): DateAnswer | null {
  const words = text
    .toLowerCase()
    .replaceAll(/[,.()]/g, ' ')
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > 8) return null;
  let date: DateAnswer | null = NO_DATE;
  for (const word of words) {
    date = addWord(date, word, words.length);
    if (date === null) return null;
  }
  if (date.month === null && date.weekday === null) return null;
  if (date.month === null && (date.day !== null || date.year !== null)) return null;
  return checked(date);
}

/** Calendar dates, months and weekdays. */
export function readDate({ surface, pieces }: Reading): DateAnswer | null {
  if (pieces.length > 14 || surface.text.length > 80) return null;
  const text = pieces
    .map((piece) => (piece.space ? ' ' : '') + piece.value)
    .join('')
    .trim();
  if (pieces.some((piece) => piece.kind === 'command')) return null;
  const date = numericDate(text) ?? chineseDate(text) ?? wordsDate(text);
  // A bare "may", "mar", "sun" … in small letters is no date.
  if (
    date !== null &&
    pieces.length === 1 &&
    pieces[0]!.value.length <= 4 &&
    !/^\p{Lu}|[月日天周]|星期|礼拜/u.test(text)
  )
    return null;
  return date;
}

import { type Piece, sliceText } from '../scan.js';
import { baseUnit, type UnitValue } from '../units/unit.js';
import type { Reading } from './reading.js';

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['＄', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['￡', 'GBP'],
  ['¥', 'CNY'],
  ['￥', 'CNY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['₪', 'ILS'],
  ['฿', 'THB'],
  ['₴', 'UAH'],
  ['₦', 'NGN'],
  ['₿', 'BTC'],
]);
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['dollar', 'USD'],
  ['textdollar', 'USD'],
  ['euro', 'EUR'],
  ['pounds', 'GBP'],
  ['yen', 'CNY'],
]);
const CODES: ReadonlySet<string> = new Set([
  'USD',
  'US',
  'EUR',
  'GBP',
  'CNY',
  'RMB',
  'INR',
  'Rs',
  'CAD',
  'AUD',
]);

/** An answer's pieces with a currency sign taken off either end, and how to cut text from what is left. */
export interface Money {
  readonly unit: UnitValue | null;
  readonly pieces: readonly Piece[];
  /** The text from the start to piece `end` (an index into `pieces`). */
  readonly slice: (end: number) => string;
}

const currencyOf = (piece: Piece | undefined): string | undefined => {
  if (piece?.kind === 'mark') return SIGNS.get(piece.value);
  return piece?.kind === 'command' ? COMMANDS.get(piece.value) : undefined;
};

/** The unit of a currency; `¥` keeps its sign for a name, since it stands for yen as well as yuan. */
const money = (currency: string, sign: Piece | undefined): UnitValue =>
  baseUnit(sign?.value === '¥' || sign?.value === '￥' ? '¥' : currency, currency);

const isMinus = (piece: Piece | undefined): boolean =>
  piece?.kind === 'mark' && (piece.value === '-' || piece.value === '−');

/** Takes `$`, `US$`, `USD`, `−$` at the start or a sign at the end off the pieces. */
export function takeCurrency(reading: Reading): Money {
  const { pieces, surface } = reading;
  const cut = (from: number, to: number, unit: UnitValue | null, sign: string): Money => {
    const kept = pieces.slice(from, to);
    return { unit, pieces: kept, slice: (end) => sign + sliceText(surface.text, pieces, from, from + end) };
  };
  const minus = isMinus(pieces[0]) ? 1 : 0;
  const code = pieces[minus]?.kind === 'word' && CODES.has(pieces[minus]!.value) ? 1 : 0;
  const sign = currencyOf(pieces[minus + code]);
  const start = minus + code + (sign === undefined ? 0 : 1);
  if (sign !== undefined || (code === 1 && pieces[start]?.kind === 'number')) {
    const named = code === 1 && pieces[minus]!.value !== 'US' ? alias(pieces[minus]!.value) : undefined;
    return cut(
      start,
      pieces.length,
      money(named ?? sign ?? 'USD', named === undefined ? pieces[start - 1] : undefined),
      minus === 1 ? '-' : '',
    );
  }
  const last = currencyOf(pieces[pieces.length - 1]);
  if (last !== undefined && pieces.length > 1)
    return cut(0, pieces.length - 1, money(last, pieces[pieces.length - 1]), '');
  return takeInner(reading) ?? cut(0, pieces.length, null, '');
}

const isEquals = (piece: Piece | undefined): boolean =>
  (piece?.kind === 'mark' && '=≈'.includes(piece.value)) ||
  (piece?.kind === 'command' && piece.value === 'approx');

/** `P = … \approx \$ 3993.42`: signs that stand right after `=` or `≈`, all of one currency. */
function takeInner({ pieces, surface }: Reading): Money | null {
  const signs = pieces.flatMap((piece, i) =>
    i > 0 && isEquals(pieces[i - 1]) && currencyOf(piece) !== undefined ? [i] : [],
  );
  const currency = currencyOf(pieces[signs[0] ?? -1]);
  if (currency === undefined || signs.length > 4 || !signs.every((i) => currencyOf(pieces[i]) === currency))
    return null;
  const removed = new Set(signs);
  const kept = pieces.filter((_, i) => !removed.has(i));
  const slice = (end: number): string => {
    const last = end === kept.length ? pieces.length : pieces.indexOf(kept[end]!);
    const cuts = [-1, ...signs.filter((i) => i < last), last];
    return cuts
      .slice(1)
      .map((to, i) => sliceText(surface.text, pieces, cuts[i]! + 1, to))
      .join(' ');
  };
  return { unit: baseUnit(currency, currency), pieces: kept, slice };
}

const alias = (code: string): string => (code === 'RMB' ? 'CNY' : code === 'Rs' ? 'INR' : code);

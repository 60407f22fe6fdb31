import { COUNTERS, PREFIX_NAMES, PREFIX_SYMBOLS, UNIT_ROWS, type UnitRow } from './table.js';
import { noUnit, type UnitValue } from './unit.js';

interface Entry {
  readonly unit: UnitValue;
  readonly prefix: boolean;
}

function fraction(text: string): readonly [bigint, bigint] {
  const [num = '1', den = '1'] = text.split('/');
  return [BigInt(num), BigInt(den)];
}

function dimensionOf(text: string): Record<string, number> {
  const dimension: Record<string, number> = {};
  for (const factor of text.split(' ')) {
    const [base = '', power = '1'] = factor.split('^');
    dimension[base] = Number(power);
  }
  return dimension;
}

function entryOf(row: UnitRow, name: string): Entry {
  const [num, den] = fraction(row.factor);
  return {
    unit: { ...noUnit, name, num, den, dimension: dimensionOf(row.dimension) },
    prefix: row.prefix === true,
  };
}

function tableOf(field: 'symbols' | 'names'): ReadonlyMap<string, Entry> {
  const table = new Map<string, Entry>();
  for (const row of UNIT_ROWS) {
    const shown = (row.symbols || row.names).split(' ')[0] ?? '';
    for (const name of row[field].split(' '))
      if (name !== '' && !table.has(name)) table.set(name, entryOf(row, shown));
  }
  return table;
}

const SYMBOLS = tableOf('symbols');
const NAMES = tableOf('names');

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['feet', 'foot'],
  ['inches', 'inch'],
  ['henries', 'henry'],
  ['centuries', 'century'],
  ['pennies', 'penny'],
  ['people', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['teeth', 'tooth'],
  ['vertices', 'vertex'],
  ['indices', 'index'],
]);

/** Singular of an English noun in lower case, by spelling only; the same for both sides is what matters. */
export function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|z)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 2 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

const scaled = (entry: Entry, prefix: string, power: number): UnitValue => ({
  ...entry.unit,
  name: prefix + entry.unit.name,
  num: power > 0 ? entry.unit.num * 10n ** BigInt(power) : entry.unit.num,
  den: power < 0 ? entry.unit.den * 10n ** BigInt(-power) : entry.unit.den,
});

function prefixed(
  word: string,
  prefixes: ReadonlyMap<string, number>,
  table: ReadonlyMap<string, Entry>,
): UnitValue | null {
  for (const [prefix, power] of prefixes) {
    if (!word.startsWith(prefix)) continue;
    const entry = table.get(word.slice(prefix.length));
    if (entry?.prefix === true) return scaled(entry, prefix, power);
  }
  return null;
}

/** A unit by its symbol, case as written: `km`, `kWh` is read as `kW·h` by the caller. */
export const unitBySymbol = (symbol: string): UnitValue | null =>
  SYMBOLS.get(symbol)?.unit ?? prefixed(symbol, PREFIX_SYMBOLS, SYMBOLS);

/** A unit by its name in any case and number: `Kilometers`, `feet`, `厘米`. */
export function unitByName(name: string): UnitValue | null {
  const word = singular(name.toLowerCase());
  return NAMES.get(word)?.unit ?? NAMES.get(name)?.unit ?? prefixed(word, PREFIX_NAMES, NAMES);
}

/** Symbols often written in the wrong case: `KM`, `Kg`, `ML`. */
function unitByCase(symbol: string): UnitValue | null {
  if (symbol.length < 2) return null;
  const lower = symbol.toLowerCase();
  return lower === symbol ? null : unitBySymbol(lower);
}

/** `kWh`, `Ah`, `mAh`: a power or current by an hour, written together. */
export const isHourProduct = (symbol: string): string | null =>
  /^[kMGm]?(?:W|A)h$/.test(symbol) ? symbol.slice(0, -1) : null;

/** A unit by symbol or name, or null. Counting words are the unit without dimension. */
export function findUnit(word: string): UnitValue | null {
  if (word.length > 24) return null;
  const found = unitBySymbol(word) ?? unitByName(word) ?? unitByCase(word);
  if (found !== null) return found;
  return COUNTERS.has(singular(word.toLowerCase())) ? { ...noUnit, name: word } : null;
}

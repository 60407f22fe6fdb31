import type { Piece } from '../scan.js';
import { findUnit, isHourProduct, unitByName, unitBySymbol } from './lookup.js';
import { multiplyUnits, noUnit, powerUnit, type UnitValue } from './unit.js';

/** A place in a list of pieces while a unit expression is read. */
interface Reader {
  readonly pieces: readonly Piece[];
  readonly end: number;
  at: number;
  /** Named units read so far; a unit expression of more than a dozen is no unit. */
  count: number;
}

const MAX_UNITS = 12;

const peek = (r: Reader): Piece | undefined => (r.at < r.end ? r.pieces[r.at] : undefined);
const isMark = (piece: Piece | undefined, value: string): boolean =>
  piece?.kind === 'mark' && piece.value === value;
const isCommand = (piece: Piece | undefined, value: string): boolean =>
  piece?.kind === 'command' && piece.value === value;
const isWord = (piece: Piece | undefined, value: string): boolean =>
  piece?.kind === 'word' && piece.value.toLowerCase() === value;

/** Names of units safe to read in plain or mathematical letters: no product of variables looks like them. */
const SAFE_LETTERS: ReadonlySet<string> = new Set(
  'cm mm km kg in ml mL cL dL min hr hrs sec ft yd mi lb lbs oz mph kph kWh kW kJ kPa kN MJ MW Hz kHz MHz GHz rad mol rpm psi hp USD cc sq cu km kmh gal cal kcal mmHg atm eV keV MeV GeV pts'.split(
    ' ',
  ),
);

/** Single letters that may be a unit after a space in plain notation. */
const SAFE_SINGLE: ReadonlySet<string> = new Set([...'msghdLlNJWVAKT']);

function readable(piece: Piece, inside: boolean): boolean {
  if (piece.style === 'text' || SAFE_LETTERS.has(piece.value)) return true;
  if (inside && SAFE_SINGLE.has(piece.value)) return true;
  if (piece.style === 'math') return piece.value.length > 3;
  return (
    piece.value.length > 2 ||
    (piece.value.length > 1
      ? piece.space || isCjk(piece.value)
      : isCjk(piece.value) || (piece.space && SAFE_SINGLE.has(piece.value)))
  );
}

const isCjk = (text: string): boolean => text.charCodeAt(0) >= 0x2e80;

const SUPERSCRIPT_DIGITS: ReadonlyMap<string, number> = new Map([
  ['²', 2],
  ['³', 3],
  ['⁴', 4],
]);

/** A whole power after a unit: `^2`, `^{-1}`, `²`, `squared`, or digits glued to a symbol (`cm2`). */
function readPower(r: Reader): number {
  const piece = peek(r);
  if (piece === undefined) return 1;
  const raised = SUPERSCRIPT_DIGITS.get(piece.value);
  if (raised !== undefined) return take(r, 1, raised);
  if (isMark(piece, '⁻')) {
    const digit = SUPERSCRIPT_DIGITS.get(r.pieces[r.at + 1]?.value ?? '') ?? 1;
    return take(r, 2, -digit);
  }
  if (isMark(piece, '^')) return readCaret(r);
  if (isWord(piece, 'squared')) return take(r, 1, 2);
  if (isWord(piece, 'cubed')) return take(r, 1, 3);
  if (piece.kind === 'number' && !piece.space && (piece.value === '2' || piece.value === '3'))
    return take(r, 1, Number(piece.value));
  return 1;
}

function take<T>(r: Reader, count: number, value: T): T {
  r.at += count;
  return value;
}

/** `^2`, `^{2}`, `^{-1}`, `^-1`, `^(−2)`. */
function readCaret(r: Reader): number {
  let at = r.at + 1;
  const grouped = r.pieces[at]?.kind === 'open';
  if (grouped) at += 1;
  const negative = isMark(r.pieces[at], '-') || isMark(r.pieces[at], '−');
  if (negative) at += 1;
  const digits = r.pieces[at];
  if (digits?.kind !== 'number' || !/^[1-9]$/.test(digits.value)) return 1;
  at += 1;
  if (grouped) {
    if (r.pieces[at]?.kind !== 'close') return 1;
    at += 1;
  }
  r.at = at;
  return negative ? -Number(digits.value) : Number(digits.value);
}

const AREA_WORDS: ReadonlyMap<string, number> = new Map([
  ['square', 2],
  ['sq', 2],
  ['cubic', 3],
  ['cu', 3],
  ['平方', 2],
  ['立方', 3],
]);

const WATT_HOUR = unitByName('hour') ?? noUnit;

/** One named unit with its power: `cm^2`, `square feet`, `sq. in.`, `kWh`. */
function readNamed(r: Reader): UnitValue | null {
  const piece = peek(r);
  if (piece?.kind !== 'word') return readTemperature(r);
  const area = AREA_WORDS.get(piece.value.toLowerCase());
  if (area !== undefined && peekAfterDot(r)?.kind === 'word') {
    r.at += isMark(r.pieces[r.at + 1], '.') ? 2 : 1;
    const unit = readNamed(r);
    return unit === null ? null : powerUnit(unit, area);
  }
  if (!readable(piece, r.count > 0)) return null;
  const two = twoWords(r);
  if (two !== null) return take(r, 2, two);
  const product = isHourProduct(piece.value);
  const unit =
    product === null ? findUnit(piece.value) : multiplyUnits(unitBySymbol(product) ?? noUnit, WATT_HOUR, 1);
  if (unit === null) return null;
  r.at += 1;
  r.count += 1;
  if (isMark(peek(r), '.') && peek(r)?.space === false) r.at += 1;
  return powerUnit(unit, readPower(r));
}

const peekAfterDot = (r: Reader): Piece | undefined =>
  r.pieces[r.at + (isMark(r.pieces[r.at + 1], '.') ? 2 : 1)];

/** Names of two words: `light year`, `nautical mile`, `fluid ounce`, `metric ton`, `degrees Celsius`. */
function twoWords(r: Reader): UnitValue | null {
  const first = r.pieces[r.at];
  const second = r.pieces[r.at + 1];
  if (first?.kind !== 'word' || second?.kind !== 'word' || r.at + 1 >= r.end) return null;
  if (/^degrees?$/i.test(first.value)) return temperature(second.value);
  return /^(?:light|nautical|fluid|metric|fl|astronomical|square|pound|electron)$/i.test(first.value)
    ? unitByName((first.value + second.value).replace(/^fl(?=oz)/i, 'fluidounce'))
    : null;
}

/** `C`, `Celsius`, `F`, `Fahrenheit` as a temperature scale. */
export function temperature(name: string): UnitValue | null {
  const scale = name.toLowerCase();
  const dimension = { K: 1 };
  if (scale === 'c' || scale === 'celsius' || scale === 'centigrade' || name === '℃' || name === '摄氏度') {
    return { name: '°C', num: 1n, den: 1n, offset: [5463n, 20n], dimension };
  }
  if (scale === 'f' || scale === 'fahrenheit' || name === '℉' || name === '华氏度') {
    return { name: '°F', num: 5n, den: 9n, offset: [45967n, 180n], dimension };
  }
  return null;
}

/** `°C`, `^\circ\text{C}`, `^{\circ} F`, `℃`. */
function readTemperature(r: Reader): UnitValue | null {
  const start = r.at;
  const piece = peek(r);
  if (piece?.value === '℃' || piece?.value === '℉') return take(r, 1, temperature(piece.value));
  if (!skipDegreeSign(r)) return null;
  const letter = peek(r);
  const scale = letter?.kind === 'word' && letter.value.length !== 2 ? temperature(letter.value) : null;
  if (scale === null) r.at = start;
  else r.at += 1;
  return scale;
}

/** Passes `°`, `^\circ`, `^{\circ}`, `\degree`. */
function skipDegreeSign(r: Reader): boolean {
  const start = r.at;
  if (isMark(peek(r), '°') || isMark(peek(r), 'º') || isCommand(peek(r), 'degree')) return take(r, 1, true);
  if (!isMark(peek(r), '^')) return false;
  r.at += 1;
  const grouped = peek(r)?.kind === 'open';
  if (grouped) r.at += 1;
  const sign = isCommand(peek(r), 'circ') || isMark(peek(r), '∘');
  if (sign) r.at += 1;
  const closed = !grouped || peek(r)?.kind === 'close';
  if (sign && grouped && closed) r.at += 1;
  if (!sign || !closed) r.at = start;
  return sign && closed;
}

/** `\frac{\text{m}}{\text{s}^2}`. */
function readFraction(r: Reader): UnitValue | null {
  const piece = peek(r);
  if (piece?.kind !== 'command' || !/^[dtc]?frac$/.test(piece.value)) return null;
  r.at += 1;
  const top = readGroup(r);
  const bottom = top === null ? null : readGroup(r);
  return top === null || bottom === null ? null : multiplyUnits(top, bottom, -1);
}

/** A unit expression in brackets. */
function readGroup(r: Reader): UnitValue | null {
  if (peek(r)?.kind !== 'open') return null;
  r.at += 1;
  const inside = readProduct(r);
  if (inside === null || peek(r)?.kind !== 'close') return null;
  r.at += 1;
  return inside;
}

function readFactor(r: Reader): UnitValue | null {
  if (r.count > MAX_UNITS) return null;
  const piece = peek(r);
  if (piece?.kind === 'open' && piece.depth < 12) {
    const unit = readGroup(r);
    return unit === null ? null : powerUnit(unit, readPower(r));
  }
  return readFraction(r) ?? readNamed(r);
}

const isTimes = (piece: Piece | undefined): boolean =>
  isCommand(piece, 'cdot') ||
  isCommand(piece, 'times') ||
  (piece?.kind === 'mark' && ['·', '⋅', '*', '-', '‐', '‑', '–'].includes(piece.value));
const isPer = (piece: Piece | undefined): boolean =>
  isMark(piece, '/') || isMark(piece, '／') || isWord(piece, 'per') || isWord(piece, '每');

/** `a·b/c`: each `/` or "per" divides by the one factor after it. */
function readProduct(r: Reader): UnitValue | null {
  let product = readFactor(r);
  while (product !== null && r.at < r.end && peek(r)?.kind !== 'close') {
    const piece = peek(r);
    const per = isPer(piece) || ((isWord(piece, 'an') || isWord(piece, 'a')) && r.count > 0);
    if (per || isTimes(piece)) r.at += 1;
    const factor = readFactor(r);
    if (factor === null) return null;
    product = multiplyUnits(product, factor, per ? -1 : 1);
  }
  return product;
}

/** Words after a unit that change nothing: `5 feet long`, `12 cm in length`. */
const TRAILING: ReadonlySet<string> = new Set(
  'long tall wide high deep old total altogether each thick away apart'.split(' '),
);

/** Reads `pieces[from, to)` as one unit expression, all of it, or null. A leading "/" or "per" divides. */
export function readUnit(pieces: readonly Piece[], from: number, to: number): UnitValue | null {
  let end = to;
  const last = pieces[end - 1];
  if (end - from > 1 && last?.kind === 'word' && TRAILING.has(last.value.toLowerCase())) end -= 1;
  const r: Reader = { pieces, end, at: from, count: 0 };
  const inverse = isPer(peek(r));
  if (inverse) r.at += 1;
  const unit = readProduct(r);
  if (unit === null || r.at !== end) return null;
  return inverse ? multiplyUnits(noUnit, unit, -1) : unit;
}

import type { Piece } from '../scan.js';
import { findUnit, isHourProduct, unitByName, unitBySymbol } from './lookup.js';
import { readPower } from './power.js';
import { isCommand, isMark, isWord, peek, type Reader, take } from './reader.js';
import { temperatureScale } from './temperature.js';
import { multiplyUnits, noUnit, powerUnit, type UnitValue } from './unit.js';

const MAX_UNITS = 12;

/** Names of units safe to read in plain or mathematical letters: no product of variables looks like them. */
const SAFE_LETTERS: ReadonlySet<string> = new Set(
  'cm mm km kg in ml mL cL dL min hr hrs sec ft yd mi lb lbs oz mph kph kWh kW kJ kPa kN MJ MW Hz kHz MHz GHz rad mol rpm psi hp USD cc sq cu km kmh gal cal kcal mmHg atm eV keV MeV GeV pts'.split(
    ' ',
  ),
);

/** Single letters that may be a unit after a space in plain notation. */
const SAFE_SINGLE: ReadonlySet<string> = new Set([...'msghdLlNJWVAKT']);

const isCjk = (text: string): boolean => text.charCodeAt(0) >= 0x2e80;

/** A number that only a measured value looks like: with a point, or grouped by a comma. */
function isMeasured(r: Reader): boolean {
  const [before, comma] = [r.pieces[r.at - 1], r.pieces[r.at - 2]];
  return before?.kind === 'number' && (before.value.includes('.') || isMark(comma, ','));
}

/** Names that are units after white space, and products of letters without it. */
const SAFE_SPACED: ReadonlySet<string> = new Set(['Pa', 'hPa', 'MPa', 'GPa']);

/** A unit of several letters, which makes one of the letter before it: `J mol^{-1}`. */
const isSafeWord = (piece: Piece | undefined): boolean =>
  piece?.kind === 'word' && piece.space && SAFE_LETTERS.has(piece.value);

/** May this word be a unit where it stands? `r.count > 0`: a unit stands before it already. */
function readable(r: Reader, piece: Piece): boolean {
  const { value, style, space } = piece;
  if (style === 'text' || SAFE_LETTERS.has(value) || (space && SAFE_SPACED.has(value))) return true;
  if (SAFE_SINGLE.has(value) && (r.count > 0 || (style === 'plain' && (space || isMeasured(r))))) return true;
  if (SAFE_SINGLE.has(value) && space && isSafeWord(r.pieces[r.at + 1])) return true;
  if (style === 'math') return value.length > 3;
  return value.length > 2 || isCjk(value) || (value.length === 2 && space);
}

const AREA_WORDS: ReadonlyMap<string, number> = new Map([
  ['square', 2],
  ['sq', 2],
  ['cubic', 3],
  ['cu', 3],
  ['平方', 2],
  ['立方', 3],
]);

const HOUR = unitByName('hour') ?? noUnit;

/** One named unit with its power: `cm^2`, `square feet`, `sq. in.`, `kWh`, `k\Omega`, `°C`. */
function readNamed(r: Reader): UnitValue | null {
  const greek = readGreek(r);
  if (greek !== null) return powerUnit(greek, readPower(r));
  const piece = peek(r);
  if (piece?.kind !== 'word') return readTemperature(r);
  const area = AREA_WORDS.get(piece.value.toLowerCase());
  if (area !== undefined && peekAfterDot(r)?.kind === 'word') {
    r.at += isMark(r.pieces[r.at + 1], '.') ? 2 : 1;
    const unit = readNamed(r);
    return unit === null ? null : raised(unit, area);
  }
  if (!readable(r, piece)) return null;
  const two = twoWords(r);
  if (two !== null) return take(r, 2, two);
  const unit = oneWord(piece.value);
  if (unit === null) return null;
  r.at += 1;
  r.count += 1;
  if (isMark(peek(r), '.') && peek(r)?.space === false) r.at += 1;
  return raised(unit, readPower(r));
}

/** A power of a unit; of a nameless one, `square units`, it is an area or a volume nevertheless. */
const raised = (unit: UnitValue, power: number): UnitValue =>
  power > 1 && /^units?$/i.test(unit.name) ? { ...unit, dimension: { unit: power } } : powerUnit(unit, power);

function oneWord(word: string): UnitValue | null {
  const product = isHourProduct(word);
  return product === null ? findUnit(word) : multiplyUnits(unitBySymbol(product) ?? noUnit, HOUR, 1);
}

const peekAfterDot = (r: Reader): Piece | undefined =>
  r.pieces[r.at + (isMark(r.pieces[r.at + 1], '.') ? 2 : 1)];

const isOhm = (piece: Piece | undefined): boolean =>
  isCommand(piece, 'Omega') || isCommand(piece, 'ohm') || isMark(piece, 'Ω') || isMark(piece, 'Ω');
const isMicro = (piece: Piece | undefined): boolean =>
  isCommand(piece, 'mu') || isCommand(piece, 'micro') || isMark(piece, 'μ') || isMark(piece, 'µ');

/** Units with a Greek letter or a sign: `\Omega`, `k\Omega`, `\mu m`, `¢`. */
function readGreek(r: Reader): UnitValue | null {
  const [first, second] = [peek(r), r.at + 1 < r.end ? r.pieces[r.at + 1] : undefined];
  if (isOhm(first)) return take(r, 1, unitBySymbol('Ω'));
  if (isMark(first, '¢')) return take(r, 1, unitBySymbol('¢'));
  if (first?.kind === 'word' && isOhm(second) && second?.space === false) {
    const unit = unitBySymbol(`${first.value}Ω`);
    return unit === null ? null : take(r, 2, unit);
  }
  if (!isMicro(first) || second?.kind !== 'word') return null;
  const unit = unitBySymbol(`µ${second.value}`);
  return unit === null ? null : take(r, 2, unit);
}

/** Names of two words: `light year`, `nautical mile`, `fluid ounce`, `metric ton`, `degrees Celsius`. */
function twoWords(r: Reader): UnitValue | null {
  const first = r.pieces[r.at];
  const second = r.pieces[r.at + 1];
  if (first?.kind !== 'word' || second?.kind !== 'word' || r.at + 1 >= r.end) return null;
  if (/^degrees?$/i.test(first.value)) return temperatureScale(second.value);
  return /^(?:light|nautical|fluid|metric|fl|astronomical|square|pound|electron)$/i.test(first.value)
    ? unitByName((first.value + second.value).replace(/^fl(?=oz)/i, 'fluidounce'))
    : null;
}

/** `°C`, `^\circ\text{C}`, `^{\circ} F`, `℃`. */
function readTemperature(r: Reader): UnitValue | null {
  const start = r.at;
  // The empty group that carries the sign: `{}^\circ\text{C}`.
  if (peek(r)?.kind === 'open' && r.pieces[r.at + 1]?.kind === 'close') r.at += 2;
  const piece = peek(r);
  if (piece?.value === '℃' || piece?.value === '℉') return take(r, 1, temperatureScale(piece.value));
  if (!skipDegreeSign(r)) {
    r.at = start;
    return null;
  }
  const letter = peek(r);
  const scale = letter?.kind === 'word' && letter.value.length !== 2 ? temperatureScale(letter.value) : null;
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
  if (piece?.kind === 'open' && piece.depth < 12 && r.pieces[r.at + 1]?.kind !== 'close') {
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

/** `K^{-1}`: says itself that it divides. */
const isInverse = (unit: UnitValue): boolean => unit.name.includes('^-');

/** `a·b/c·d`: all that follows `/` or "per" divides, as in `J/mol·K`. */
function readProduct(r: Reader): UnitValue | null {
  let product = readFactor(r);
  let below = false;
  while (product !== null && r.at < r.end && peek(r)?.kind !== 'close') {
    const piece = peek(r);
    const per = isPer(piece) || ((isWord(piece, 'an') || isWord(piece, 'a')) && r.count > 0);
    if (per || isTimes(piece)) r.at += 1;
    const factor = readFactor(r);
    if (factor === null) return null;
    below ||= per;
    product = multiplyUnits(product, factor, per || (below && !isInverse(factor)) ? -1 : 1);
  }
  return product;
}

/** Words after a unit that change nothing: `5 feet long`, `12 dollars each`. */
const TRAILING: ReadonlySet<string> = new Set(
  'long tall wide high deep old total altogether each thick away apart'.split(' '),
);

/** Reads `pieces[from, to)` as one unit expression, all of it, or null. A leading "/" or "per" divides. */
export function readUnit(pieces: readonly Piece[], from: number, to: number): UnitValue | null {
  const last = pieces[to - 1];
  const trailing = to - from > 1 && last?.kind === 'word' && TRAILING.has(last.value.toLowerCase());
  const r: Reader = { pieces, end: trailing ? to - 1 : to, at: from, count: 0 };
  const inverse = isPer(peek(r));
  if (inverse) r.at += 1;
  const unit = readProduct(r);
  if (unit === null || r.at !== r.end) return null;
  return inverse ? multiplyUnits(noUnit, unit, -1) : unit;
}

import { FUNCTIONS } from '../../names.js';
import { decimalNumeral } from '../../numeral.js';
import { findUnit } from '../../units/lookup.js';
import { CHARACTER_TEMPLATES } from '../commands/markers.js';
import { type Loose, type Piece, type Place, placeOf } from '../constructs/walk.js';
import { isLetter, numeralEnd } from '../scan/scan.js';
import { isSpoken, readLetters } from './letters.js';

type Upright = Extract<Loose, { readonly kind: 'upright' }>;

/** Names that are also units or words: functions only where an argument follows. */
const ALSO_WORDS = new Set([
  'min',
  'sec',
  'deg',
  'max',
  'arg',
  'sup',
  'inf',
  'mod',
  'lb',
  'th',
  'ch',
  'sh',
  'root',
  'round',
  'span',
  'rank',
  'sign',
]);

/** Functions may take their argument in a bracket, a script, or simply as the next operand. */
const OPERANDS = new Set(['name', 'number', 'group', 'fraction', 'root', 'accent']);

const takesArgument = (next: Piece | undefined, strict: boolean): boolean => {
  if (next === undefined) return false;
  if (next.kind === 'open' || next.kind === 'script') return true;
  return !strict && OPERANDS.has(next.kind);
};

/** Words that are all digits and signs (`\text{3}`), or a numeral before words (`\text{5 cm}`), as tokens. */
function numeralsOf(value: string, place: Place): Piece[] | null {
  const out: Piece[] = [];
  for (let at = 0; at < value.length; ) {
    const end = numeralEnd(value, at);
    const character = value.charAt(at);
    const template = CHARACTER_TEMPLATES.get(character);
    const spaceBefore = at === 0 ? place.spaceBefore : value.charAt(at - 1) === ' ';
    if (end > at) {
      const raw = value.slice(at, end);
      out.push({ ...place, spaceBefore, kind: 'number', raw, value: decimalNumeral(raw) });
      at = end;
    } else if (template?.kind === 'operator' || template?.kind === 'open' || template?.kind === 'close') {
      out.push({ ...template, ...place, spaceBefore });
      at += 1;
    } else if (character === ' ') at += 1;
    else if (out.length === 1 && out[0]?.kind === 'number' && isLetter(value.charCodeAt(at))) {
      out.push({ ...place, spaceBefore: true, kind: 'text', value: value.slice(at) });
      return out;
    } else return null;
  }
  return out;
}

/** Words in capitals, which are no points of a figure. */
const CAPITAL_WORDS = new Set(['DNE', 'NONE', 'TRUE', 'FALSE', 'YES', 'NO', 'OR', 'AND', 'AM', 'PM', 'USD']);

/** `\mathrm{ABC}`: two to four capitals in a font of mathematics are points. */
function isPoints(value: string): boolean {
  if (value.length < 2 || value.length > 4 || CAPITAL_WORDS.has(value)) return false;
  for (const letter of value) if (letter < 'A' || letter > 'Z') return false;
  return true;
}

/** `\mathrm{bw}` where no number stands before: letters that are no unit, word or function are a product. */
const isProduct = (value: string): boolean =>
  value.length > 1 &&
  value.length < 4 &&
  [...value].every((letter) => isLetter(letter.charCodeAt(0))) &&
  readLetters(value, true, true) === null;

const lettersOf = (value: string, place: Place): Piece[] =>
  [...value].map(
    (name, at): Piece => ({
      ...place,
      spaceBefore: at === 0 && place.spaceBefore,
      kind: 'name',
      name,
      style: 'upright',
    }),
  );

/** `\mathrm{Li}_2(x)`, `\mathrm{GL}(n)`: letters that are no word or unit, before a bracket or a subscript. */
function isApplied(value: string, next: Piece | undefined): boolean {
  if (value.length < 2 || ![...value].every((letter) => isLetter(letter.charCodeAt(0)))) return false;
  const argument = next?.kind === 'open' || (next?.kind === 'script' && next.sub !== null);
  return argument && readLetters(value, true, true) === null && !CAPITAL_WORDS.has(value);
}

/** What upright letters are, seen between their neighbours. */
export function settleUpright(
  piece: Upright,
  before: Piece | undefined,
  next: Piece | undefined,
): readonly Piece[] {
  const { value, font } = piece;
  const place = placeOf(piece);
  const declared = font === 'declared';
  if (value === 'mod' && before !== undefined) return [{ ...place, kind: 'operator', operator: 'mod' }];
  const applied = declared || (font === 'upright' && isApplied(value, next));
  const name = FUNCTIONS.get(value) ?? (applied ? value : undefined);
  const measured = before?.kind === 'number' || before?.kind === 'fraction';
  const strict = !declared && (measured || ALSO_WORDS.has(value));
  if (name !== undefined && takesArgument(next, strict) && !isSpoken(value))
    return [{ ...place, kind: 'name', name }];
  const code = value.charCodeAt(0);
  if (value.length === 1 && isLetter(code)) {
    const name: Piece = { ...place, kind: 'name', name: value, style: 'upright' };
    return [measured && font === undefined && findUnit(value) !== null ? { ...name, measured: true } : name];
  }
  if (font === 'upright' && !measured && (isPoints(value) || isProduct(value)))
    return lettersOf(value, place);
  if (!isLetter(code)) {
    const tokens = numeralsOf(value, place);
    if (tokens !== null) return tokens;
  }
  return [{ ...place, kind: 'text', value }];
}

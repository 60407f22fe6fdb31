import type { Answer, QuantityAnswer } from '../../answer.js';
import { apply, type Expr, type NumberNode, rational } from '../../expr.js';
import { type Piece, sliceText } from '../scan.js';
import type { Reading } from './reading.js';

const isJoint = (piece: Piece): boolean =>
  (piece.kind === 'mark' && (piece.value === ',' || piece.value === '，')) ||
  (piece.kind === 'word' && /^(?:and|y|et|und|又|零)$/i.test(piece.value));

/** Index ranges of parts that each begin with a number and end before the next one. */
function numberedParts(pieces: readonly Piece[]): readonly (readonly [number, number])[] {
  const starts = pieces.flatMap((piece, i) =>
    piece.kind === 'number' && piece.depth === 0 && startsPart(pieces, i) ? [i] : [],
  );
  if (starts[0] !== 0 || starts.length < 2 || starts.length > 4) return [];
  return starts.map((start, i) => {
    let end = starts[i + 1] ?? pieces.length;
    while (end > start && isJoint(pieces[end - 1]!)) end -= 1;
    return [start, end];
  });
}

/** A number at the start, or after a word (perhaps with a comma or "and" between). */
function startsPart(pieces: readonly Piece[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isJoint(pieces[before]!)) before -= 1;
  return before < 0 || pieces[before]!.kind === 'word';
}

const numberOf = (part: Answer | null): NumberNode | null =>
  part?.kind === 'quantity' && part.value.kind === 'expression' && part.value.expr.node === 'number'
    ? part.value.expr
    : null;

/** A quantity, also one whose unit may as well be a variable: the `1h` of `1h20m`. */
const quantityOf = (part: Answer | null): QuantityAnswer | null =>
  part?.kind === 'quantity' ? part : part?.kind === 'expression' ? (part.measured ?? null) : null;

const factorOf = (part: QuantityAnswer): NumberNode | null =>
  part.unit.factor.node === 'number' ? part.unit.factor : null;

/** Each part is less than one unit of the part before it, in the same dimension. */
function descends(parts: readonly QuantityAnswer[]): boolean {
  const dimension = JSON.stringify(parts[0]!.unit.dimension);
  return parts.every((part, i) => {
    if (JSON.stringify(part.unit.dimension) !== dimension) return false;
    const before = parts[i - 1];
    if (before === undefined) return true;
    const [value, factor, above] = [numberOf(part), factorOf(part), factorOf(before)];
    if (value === null || factor === null || above === null) return false;
    return (
      value.num * factor.num * above.den < above.num * value.den * factor.den &&
      factor.num * above.den < above.num * factor.den
    );
  });
}

/** Everything in the first part's unit: 2 h 30 min is (2 + 30/60) h. */
function total(parts: readonly QuantityAnswer[]): Answer {
  const first = parts[0]!;
  const unit = factorOf(first)!;
  const terms: Expr[] = parts.map((part) => {
    const value = numberOf(part)!;
    const factor = factorOf(part)!;
    return rational(value.num * factor.num * unit.den, value.den * factor.den * unit.num);
  });
  const [sumNum, sumDen] = terms.reduce<[bigint, bigint]>(
    ([num, den], term) =>
      term.node === 'number' ? [num * term.den + term.num * den, den * term.den] : [num, den],
    [0n, 1n],
  );
  return {
    kind: 'quantity',
    value: { kind: 'expression', expr: rational(sumNum, sumDen) },
    unit: first.unit,
  };
}

/** `5'10"` and `5' 10''` as feet and inches, when no degree stands before. */
function feetAndInches(text: string): string | null {
  const plain = text
    .replaceAll('^{\\prime}', "'")
    .replaceAll('^\\prime', "'")
    .replaceAll('^{\\prime \\prime}', '"')
    .replaceAll('^{\\prime\\prime}', '"');
  const found = /^(\d{1,6})\s*['′’]\s*(\d{1,2}(?:\.\d{1,6})?)\s*(?:"|″|”|''|′′)$/.exec(plain);
  return found === null ? null : `${found[1]}\\text{ ft }${found[2]}\\text{ in}`;
}

const DEGREE_PARTS =
  /^(-?)(\d{1,5})(?:°|º|\^\\circ|\^\{\\circ\})(\d{1,2}(?:\.\d{1,12})?)(?:'|′|’|\^\{?\\prime\}?)(?:(\d{1,2}(?:\.\d{1,12})?)(?:"|″|”|''|′′|\^\{\\prime\\prime\}))?$/;

/** `63^\circ 45'`, `179°59'56"`: degrees, minutes and seconds of arc. */
function arc(text: string): Answer | null {
  const found = DEGREE_PARTS.exec(text.replaceAll(/\s|\\,|\\ |~/g, ''));
  if (found === null) return null;
  const [, sign, degrees = '0', minutes = '0', seconds = '0'] = found;
  const [whole, min, sec] = [decimal(degrees), decimal(minutes), decimal(seconds)];
  const num = whole[0] * 3600n * min[1] * sec[1] + min[0] * 60n * sec[1] + sec[0] * min[1];
  const value = apply('Degree', rational(num, 3600n * min[1] * sec[1]));
  return { kind: 'expression', expr: sign === '-' ? apply('Negate', value) : value };
}

function decimal(text: string): readonly [bigint, bigint] {
  const [whole = '0', part = ''] = text.split('.');
  return [BigInt(whole + part), 10n ** BigInt(part.length)];
}

/**
 * One quantity in several units: `2小时30分钟`, "5 ft 10 in", "1 hour and 30 minutes", `63^\circ 45'`, `1h20m`
 * (after hours, m is minutes).
 */
export function readCompound(reading: Reading): Answer | null {
  const { surface, pieces, part } = reading;
  if (pieces.length > 40) return null;
  const angle = arc(surface.text);
  if (angle !== null) return angle;
  const feet = feetAndInches(surface.text);
  if (feet !== null) return part(feet);
  const ranges = numberedParts(pieces);
  if (ranges.length === 0) return null;
  const parts: QuantityAnswer[] = [];
  for (const [from, to] of ranges) {
    const text = sliceText(surface.text, pieces, from, to);
    const minutes = parts[0]?.unit.dimension['s'] === 1 && pieces[to - 1]!.value === 'm';
    const quantity = quantityOf(part(minutes ? text.replace(/m(?=\W*$)/, 'min') : text));
    if (quantity === null || numberOf(quantity) === null) return null;
    parts.push(quantity);
  }
  return descends(parts) ? total(parts) : null;
}

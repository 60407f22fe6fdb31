import type { NumberNode } from '../../../expr.js';
import { decimalNumeral, scientificNumeral } from '../../numeral.js';
import { CHARACTER_TEMPLATES } from '../commands/markers.js';
import type { KatexNode } from '../katex.js';
import { isDigit, isLetter, numeralEnd } from '../scan/scan.js';
import type { Template } from '../template.js';
import { type Head, NEEDS, type Piece, type Place, type Walk } from './walk.js';

function pushNumber(walk: Walk, raw: string, value: NumberNode, place: Place): void {
  const { start, end, spaceBefore } = place;
  walk.push({ kind: 'number', raw, value, start, end, spaceBefore });
}

/** A numeral that begins at `from`: all its digits at once, since KaTeX gives one symbol a digit. */
function numeral(walk: Walk, from: number): void {
  const end = Math.min(numeralEnd(walk.text, from), walk.limit);
  const mantissa = walk.text.slice(from, end);
  const stop = end < walk.limit ? Math.min(exponentEnd(walk.text, mantissa, end), walk.limit) : end;
  walk.budget.spend(1 + (mantissa.length >> 3));
  walk.skipUntil = stop;
  if (stop === end) {
    pushNumber(walk, mantissa, decimalNumeral(mantissa), walk.place(from, end));
    return;
  }
  const exponent = walk.text.slice(end + 1, stop);
  if (Math.abs(Number(exponent)) >= 10 ** MAX_EXPONENT_DIGITS)
    walk.fail('an exponent too long', end, stop, 'unsupported');
  else {
    const value = scientificNumeral(mantissa, Number(exponent));
    pushNumber(walk, `${mantissa}e${exponent}`, value, walk.place(from, stop));
  }
}

/** Digits an exponent may have: more would be a number nobody can hold. */
const MAX_EXPONENT_DIGITS = 4;

/**
 * The exponent after a mantissa that ends at `at`: `4.5e33`, `1e-5`, `2E-3`. Where the letter may be Euler's number
 * (`2e-3` is 2e − 3), it is.
 */
function exponentEnd(text: string, mantissa: string, at: number): number {
  const letter = text.charAt(at);
  if (letter !== 'e' && letter !== 'E') return at;
  const sign = text.charAt(at + 1);
  const signed = sign === '-' || sign === '+';
  const begin = at + (signed ? 2 : 1);
  let end = begin;
  while (isDigit(text.charCodeAt(end))) end += 1;
  if (end === begin || text.charCodeAt(end) === 46 || isLetter(text.charCodeAt(end))) return at;
  const clear = !signed || mantissa.includes('.') || mantissa === '1' || letter === 'E' || end - begin > 1;
  return clear ? end : at;
}

/** A point that begins no numeral: three of them are an ellipsis. */
function point(walk: Walk, from: number): void {
  if (endsNumeral(walk, from)) return;
  let end = from + 1;
  if (walk.text.startsWith('...', from)) {
    end = from + 3;
    while (walk.text.charCodeAt(end) === 46) end += 1;
    walk.skipUntil = end;
  }
  walk.needs |= NEEDS.decimals;
  walk.push({ kind: 'operator', operator: end - from > 1 ? 'ellipsis' : '.', ...walk.place(from, end) });
}

/** Signs before which a point after digits ends the numeral: `1./3`. */
const AFTER_POINT = new Set('/*+-^)]}');

/** True for the point of a numeral without a fraction part, before a sign: it adds nothing. */
const endsNumeral = (walk: Walk, from: number): boolean =>
  afterDigit(walk, from) && AFTER_POINT.has(walk.text.charAt(from + 1)) && walk.out.at(-1)?.kind === 'number';

/** True when the character just before `from` is a digit: `1.2.3` is no numeral. */
const afterDigit = (walk: Walk, from: number): boolean => isDigit(walk.text.charCodeAt(from - 1));

function letter(walk: Walk, text: string, from: number): void {
  const previous = walk.text.charCodeAt(from - 1);
  if (isLetter(previous)) walk.needs |= NEEDS.letters;
  const { start, end, spaceBefore } = walk.place(from, from + 1);
  walk.push({ kind: 'name', name: text, start, end, spaceBefore });
}

/** Operators that are spelled with two ASCII characters when they follow each other. */
const DOUBLED = new Set(['=', '>', '!', '*']);

/** Marks that may be minutes or seconds of arc. */
const MARKS = new Set(['prime', 'arcsecond']);

/** A piece from a template and its place. Each kind is spelled out: spreading two objects costs ten times as much. */
function pieceOf(
  template: Exclude<Template, Head | { readonly kind: 'refused' | 'wide' }>,
  place: Place,
): Piece {
  const { start, end, spaceBefore } = place;
  switch (template.kind) {
    case 'operator': {
      const { kind, operator, mark } = template;
      if (mark !== undefined) return { kind, operator, mark, start, end, spaceBefore };
      return { kind, operator, start, end, spaceBefore };
    }
    case 'name': {
      const { kind, name, style } = template;
      if (style !== undefined) return { kind, name, style, start, end, spaceBefore };
      return { kind, name, start, end, spaceBefore };
    }
    case 'open':
    case 'close':
      return { kind: template.kind, bracket: template.bracket, start, end, spaceBefore };
    case 'text':
      return { kind: 'text', value: template.value, start, end, spaceBefore };
    case 'upright': {
      const { kind, value, font } = template;
      if (font !== undefined) return { kind, value, font, start, end, spaceBefore };
      return { kind, value, start, end, spaceBefore };
    }
    default:
      return { ...template, ...place };
  }
}

/** What the passes after have to look at for a template of this kind. */
function needsOf(template: Template): number {
  switch (template.kind) {
    case 'text':
      return NEEDS.words;
    case 'upright':
      return NEEDS.loose | NEEDS.words;
    case 'circle':
    case 'bullet':
    case 'void':
    case 'line':
    case 'double-bar':
      return NEEDS.loose;
    case 'operator':
      return MARKS.has(template.operator) ? NEEDS.signs : 0;
    default:
      return 0;
  }
}

/** Puts what a template stands for into the current list. */
function emit(walk: Walk, template: Template, from: number, to: number): void {
  if (template.kind === 'refused') walk.fail(template.why, from, to, template.reason);
  else if (template.kind === 'wide') {
    walk.cursor = to;
    walk.wide = walk.out.length > 0;
  } else if (template.kind === 'array-head' || template.kind === 'stack-head') walk.head = template;
  else {
    walk.needs |= needsOf(template);
    walk.push(pieceOf(template, walk.place(from, to)));
  }
}

/** A symbol without a place of its own comes from a macro KaTeX knows; none is left in a rewritten source. */
function locate(walk: Walk, node: Extract<KatexNode, { readonly text: string }>): readonly [number, number] {
  if (walk.owns(node.loc)) return [node.loc.start, node.loc.end];
  const from = walk.begin();
  return [from, Math.min(from + node.text.length, walk.text.length)];
}

/** Digits, letters and points, which KaTeX gives one by one; false for any other symbol. */
function character(walk: Walk, text: string, from: number): boolean {
  const code = text.charCodeAt(0);
  const beginsNumeral = code === 46 && isDigit(walk.text.charCodeAt(from + 1)) && !afterDigit(walk, from);
  if (isDigit(code) || beginsNumeral) numeral(walk, from);
  else if (isLetter(code)) letter(walk, text, from);
  else if (code === 46) point(walk, from);
  else return false;
  return true;
}

/** Digits, letters, and every other symbol by its template. */
export function symbol(walk: Walk, node: KatexNode): void {
  if (!('text' in node)) return;
  const [from, to] = locate(walk, node);
  const { text } = node;
  if (from < walk.skipUntil || (text.length === 1 && character(walk, text, from))) return;
  if (DOUBLED.has(text)) walk.needs |= NEEDS.signs;
  const codePoint = text.codePointAt(0) ?? 0;
  const template = codePoint > 0xffff ? walk.payloads.lookup(codePoint) : CHARACTER_TEMPLATES.get(text);
  if (template === undefined) walk.fail(`unexpected '${text}'`, from, to);
  else emit(walk, template, from, to);
}

import { decimalNumeral, scientificNumeral } from '../../numeral.js';
import type { Token } from '../../token.js';
import { CHARACTER_TEMPLATES } from '../commands/markers.js';
import type { KatexNode } from '../katex.js';
import { isDigit, isLetter, numeralEnd } from '../scan/scan.js';
import type { Template } from '../template.js';
import { NEEDS, type Place, type Walk } from './walk.js';

/** A numeral that begins at `from`: all its digits at once, since KaTeX gives one symbol a digit. */
function numeral(walk: Walk, from: number): void {
  const end = Math.min(numeralEnd(walk.text, from), walk.limit);
  const mantissa = walk.text.slice(from, end);
  const stop = end < walk.limit ? Math.min(exponentEnd(walk.text, mantissa, end), walk.limit) : end;
  walk.budget.spend(1 + (mantissa.length >> 3));
  walk.skipUntil = stop;
  if (stop === end) {
    walk.out.push({
      kind: 'number',
      raw: mantissa,
      value: decimalNumeral(mantissa),
      ...walk.place(from, end),
    });
    return;
  }
  const exponent = walk.text.slice(end + 1, stop);
  if (exponent.length > MAX_EXPONENT_DIGITS + 1) walk.fail('an exponent too long', end, stop, 'unsupported');
  else {
    const value = scientificNumeral(mantissa, Number(exponent));
    walk.out.push({ kind: 'number', raw: `${mantissa}e${exponent}`, value, ...walk.place(from, stop) });
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
  let end = from + 1;
  if (walk.text.startsWith('...', from)) {
    end = from + 3;
    while (walk.text.charCodeAt(end) === 46) end += 1;
    walk.skipUntil = end;
  }
  walk.needs |= NEEDS.decimals;
  walk.out.push({ kind: 'operator', operator: end - from > 1 ? 'ellipsis' : '.', ...walk.place(from, end) });
}

/** True when the character just before `from` is a digit: `1.2.3` is no numeral. */
const afterDigit = (walk: Walk, from: number): boolean => isDigit(walk.text.charCodeAt(from - 1));

function letter(walk: Walk, text: string, from: number): void {
  const previous = walk.text.charCodeAt(from - 1);
  if (isLetter(previous)) walk.needs |= NEEDS.letters;
  walk.out.push({ kind: 'name', name: text, ...walk.place(from, from + 1) });
}

/** Operators that are spelled with two ASCII characters when they follow each other. */
const DOUBLED = new Set(['=', '>', '!', '*']);

/** Marks that may be minutes or seconds of arc. */
const MARKS = new Set(['prime', 'arcsecond']);

/** Puts what a template stands for into the current list. */
export function emit(walk: Walk, template: Template, place: () => Place): void {
  switch (template.kind) {
    case 'refused':
      walk.failure ??= {
        message: template.why,
        start: place().start,
        end: place().end,
        reason: template.reason,
      };
      return;
    case 'wide':
      place();
      walk.wide = walk.out.length > 0;
      return;
    case 'array-head':
    case 'stack-head':
      walk.head = template;
      return;
    case 'text':
      walk.needs |= NEEDS.words;
      walk.out.push({ ...template, ...place() } satisfies Token);
      return;
    case 'upright':
      walk.needs |= NEEDS.loose | NEEDS.words;
      walk.out.push({ ...template, ...place() });
      return;
    case 'circle':
    case 'void':
    case 'line':
    case 'double-bar':
      walk.needs |= NEEDS.loose;
      walk.out.push({ ...template, ...place() });
      return;
    default:
      if (template.kind === 'operator' && MARKS.has(template.operator)) walk.needs |= NEEDS.signs;
      walk.out.push({ ...template, ...place() } satisfies Token);
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
  else emit(walk, template, () => walk.place(from, to));
}

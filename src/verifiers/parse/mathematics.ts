import { fail, type Outcome, succeed } from '../../support/index.js';
import type { Answer } from '../answer.js';
import type { Context } from '../context.js';
import { apply, type Expr } from '../expr.js';
import { parseTokens } from './grammar/index.js';
import { lexLatex } from './latex/index.js';
import { decimalNumeral } from './numeral.js';
import { readNumericFraction } from './numeric-fraction.js';
import { holdsParts } from './part-marks.js';
import { lexPlain } from './plain/index.js';
import { structureAnswer } from './structure.js';
import type { Surface } from './surface/clean.js';
import type { ParseFailure, Token } from './token.js';

/** Texts longer than this are read in their own notation only. */
const MAX_RETRY = 2000;

type Lexer = (source: string, budget: Context['budget']) => Outcome<readonly Token[], ParseFailure>;

function parseWith(lex: Lexer, text: string, context: Context): Outcome<Answer, ParseFailure> {
  const tokens = lex(text, context.budget);
  if (!tokens.ok) return tokens;
  if (tokens.value.length === 0)
    return fail({ message: 'nothing to read', start: 0, end: text.length, reason: 'parse-error' });
  const expr = parseTokens(tokens.value, context.budget);
  return expr.ok ? structureAnswer(expr.value, context) : expr;
}

const NUMERAL = /^-?\d{1,400}(?:\.\d{1,400})?$/;

/** A number in digits, by far the commonest answer, without a lexer: the same tree that the grammar builds. */
export function plainNumeral(text: string): Expr | null {
  if (!NUMERAL.test(text)) return null;
  return text[0] === '-' ? apply('Negate', decimalNumeral(text.slice(1))) : decimalNumeral(text);
}

const DECIMAL_COMMA = /^(-?)(\d{1,30}),(\d{1,30})$/;

/** `1.234.567` and `1.234,56`: points between groups of three digits, and a comma as the decimal sign. */
const POINT_GROUPS = /^(-?)(\d{1,3}(?:\.\d{3}){2,40}|\d{1,3}(?:\.\d{3}){1,40}(?=,))(?:,(\d{1,30}))?$/;

/** Digits grouped by points, which nothing else looks like. */
function pointGroups(text: string): Answer | null {
  const found = POINT_GROUPS.exec(text);
  if (found === null) return null;
  const [, sign = '', whole = '', part] = found;
  const digits = whole.replaceAll('.', '');
  const expr = plainNumeral(sign + digits + (part === undefined ? '' : `.${part}`));
  return expr === null ? null : { kind: 'expression', expr };
}

/** `12,34,567`: the Indian grouping. */
const INDIAN_GROUPS = /^\d{1,2}(?:,\d{2}){1,15},\d{3}$/;

/** A list of numbers, which may as well be one number in Indian grouping; the other side settles it. */
function indianGroups(text: string): Answer | null {
  if (!INDIAN_GROUPS.test(text)) return null;
  const items = text.split(',').map((part): Answer => ({ kind: 'expression', expr: decimalNumeral(part) }));
  return { kind: 'list', items, decimal: decimalNumeral(text.replaceAll(',', '')) };
}

/**
 * `2,74`: a list of two numbers, which may as well be a decimal with a comma; the other side settles it. Three
 * digits after a comma group thousands and are left to the grammar, unless a zero stands before them.
 */
function decimalComma(text: string): Answer | null {
  const found = DECIMAL_COMMA.exec(text);
  if (found === null) return null;
  const [, sign = '', whole = '', part = ''] = found;
  if (part.length === 3 && whole.length <= 3 && !whole.startsWith('0')) return null;
  const value = decimalNumeral(`${whole}.${part}`);
  const first = plainNumeral(sign + whole);
  const second = plainNumeral(part);
  if (first === null || second === null) return null;
  const items: readonly Answer[] = [
    { kind: 'expression', expr: first },
    { kind: 'expression', expr: second },
  ];
  return { kind: 'list', items, decimal: sign === '' ? value : { ...value, num: -value.num } };
}

/** `5 4.6`: numbers with only white space between them, as programs print a list. */
function spacedNumerals(text: string): Answer | null {
  const parts = text.split(' ').filter((part) => part !== '');
  const values = parts.length > 1 && parts.length <= 100 ? parts.map(plainNumeral) : [];
  if (values.length === 0) return null;
  const items: Answer[] = [];
  for (const expr of values) {
    if (expr === null) return null;
    items.push({ kind: 'expression', expr });
  }
  return { kind: 'list', items };
}

/** Digits before a point or a comma: of other texts none of the conventions below can be read. */
const OTHER_GROUPS = /^-?\d{1,30}[.,]/;

const otherGroups = (text: string): Answer | null =>
  pointGroups(text) ?? decimalComma(text) ?? indianGroups(text);

const ROMAN = /\\math(?:rm|sf|it)\s*\{\s*([A-Za-z]{1,3})\s*\}/g;

/**
 * Parses mathematics: by the lexer of its notation, then by the other one (plain text may carry a command,
 * LaTeX may be no more than plain letters), then with short runs of upright letters read as variables. The
 * first failure is the one reported.
 */
export function parseMathematics(surface: Surface, context: Context): Outcome<Answer, ParseFailure> {
  const numeral = plainNumeral(surface.text);
  if (numeral !== null) return succeed({ kind: 'expression', expr: numeral });
  const pair = OTHER_GROUPS.test(surface.text) ? otherGroups(surface.text) : null;
  if (pair !== null) return succeed(pair);
  const { budget, parsed } = context;
  const known = parsed?.get(surface.text);
  if (known !== undefined && known.notation === surface.notation) {
    budget.spend(known.steps);
    return known.outcome;
  }
  const before = budget.spent;
  const outcome = parseFresh(surface, context);
  parsed?.set(surface.text, { notation: surface.notation, outcome, steps: budget.spent - before });
  return outcome;
}

/** Words of a sentence: the lexer of LaTeX would read them as products of letters. */
const PROSE =
  /(?:^|[^\\a-z])(?:since|using|single|costs?|login|we|get|gets|have|has|the|this|that|then|thus|hence|find|obtain|there|are|is|was)(?![a-z])/i;

function parseFresh(surface: Surface, context: Context): Outcome<Answer, ParseFailure> {
  const fraction = readNumericFraction(surface.text, context.budget);
  if (fraction !== null) return fraction;
  if (holdsParts(surface.text)) {
    const message = 'labelled parts that are no parts of the answer';
    return fail({ message, start: 0, end: surface.text.length, reason: 'parse-error' });
  }
  const order: readonly Lexer[] = surface.notation === 'latex' ? [lexLatex, lexPlain] : [lexPlain, lexLatex];
  const first = parseWith(order[0]!, surface.text, context);
  if (first.ok || surface.text.length > MAX_RETRY) return first;
  if (surface.notation === 'plain' && PROSE.test(surface.text)) return first;
  const second = parseWith(order[1]!, surface.text, context);
  if (second.ok) return second;
  const spaced = spacedNumerals(surface.text);
  if (spaced !== null) return succeed(spaced);
  const italic = surface.text.replaceAll(ROMAN, ' $1 ');
  if (italic === surface.text) return first;
  const third = parseWith(lexLatex, italic, context);
  return third.ok ? third : first;
}

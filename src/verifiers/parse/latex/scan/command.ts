import { ACTIONS, type Action } from '../commands/actions.js';
import { COMMAND_MARKERS, MARK } from '../commands/markers.js';
import type { Template } from '../template.js';
import { delimiter } from './delimiters.js';
import { argumentEnd, begin, end as endEnvironment, row } from './environments.js';
import { font } from './fonts.js';
import { mathClose, mathOpen } from './math.js';
import { root } from './roots.js';
import { isLetter, isSpace, numeralEnd, type Scan } from './scan.js';
import { text, upright, uprightSwitch } from './text.js';
import { readName } from './words.js';

const OPEN_BRACE = COMMAND_MARKERS.get('{') ?? '';
const CLOSE_BRACE = COMMAND_MARKERS.get('}') ?? '';

/** Colours in which text does not show. */
const INVISIBLE = new Set(['white', 'transparent', '#fff', '#ffffff']);

/** End of `count` braced arguments, after an optional star and bracket. A bracket after them is contents. */
function dropArguments(scan: Scan, argument: number, count: number): number {
  const star = scan.code(argument) === 42 ? argument + 1 : argument;
  let end = argumentEnd(scan, star, 91, 93);
  for (let i = 0; i < count; i += 1) end = argumentEnd(scan, scan.skipSpaces(end));
  return end;
}

function colour(scan: Scan, argument: number, count: number): void {
  const end = dropArguments(scan, argument, count);
  const name = scan.source
    .slice(argument, end)
    .replaceAll(/[{}\s]/g, '')
    .toLowerCase();
  const ground = scan.source.startsWith('box', argument - 3);
  if (INVISIBLE.has(name) || (ground && name.endsWith('black')))
    scan.fail('invisible mathematics is no answer', scan.pos, end);
  scan.put('', end);
}

/** Points a unit of length has, roughly. */
const POINTS: ReadonlyMap<string, number> = new Map([
  ['pt', 1],
  ['em', 10],
  ['ex', 4.3],
  ['mu', 0.56],
  ['mm', 2.85],
  ['cm', 28.5],
  ['in', 72],
  ['pc', 12],
]);

/** A space from this many points on separates, as `\quad` does. */
const QUAD = 10;

/** True for a length such as `1cm` or `{2em}` that is as wide as a quad. */
function isWide(text: string): boolean {
  const found = /^\{?\s*(\d{0,6}(?:\.\d{0,6})?)\s*([a-z]{2})/.exec(text);
  return found !== null && Number(found[1]) * (POINTS.get(found[2]!) ?? QUAD) >= QUAD;
}

/** A length in braces or bare (`\hspace{1cm}`, `\kern3pt`): a space, wide or not. */
function length(scan: Scan, argument: number): void {
  let end = scan.code(argument) === 42 ? argument + 1 : argument;
  const begin = scan.skipSpaces(end);
  if (scan.code(begin) === 123) end = argumentEnd(scan, begin);
  else {
    end = begin;
    while ('+-.0123456789'.includes(scan.source.charAt(end)) && end < scan.source.length) end += 1;
    if (end > begin) end = Math.min(end + 2, scan.source.length);
  }
  scan.put(isWide(scan.source.slice(begin, Math.min(end, begin + 24))) ? MARK.wide : ' ', end);
}

/** `\!`: nothing, but a comma before it groups digits. */
function negativeSpace(scan: Scan, end: number): void {
  if (scan.code(scan.pos - 1) !== 44 || scan.frames.length > 0) scan.put('', end);
  else {
    scan.pos -= 1;
    scan.put(MARK.groupingComma, end);
  }
}

/** `\pmod{5}`: (mod 5). `\ang{30}`: 30°. The argument is a group, or the numeral or letter that follows. */
function around(scan: Scan, argument: number, before: string, after: string): void {
  scan.put(before, argument);
  const begin = scan.skipSpaces(argument);
  if (scan.code(begin) === 123) {
    scan.put('{', begin + 1);
    scan.push('brace', after);
    return;
  }
  const end = Math.max(numeralEnd(scan.source, begin), begin + 1);
  if (scan.code(begin) === 92 || end > scan.source.length)
    scan.fail('expected an argument in braces', begin, begin + 1);
  scan.pos = end;
  scan.put(after, end);
}

/** `\not`: only = and ∈ are negated. */
function negate(scan: Scan, argument: number): void {
  const at = scan.skipSpaces(argument);
  if (scan.code(at) === 61) {
    scan.put(MARK.notEqual, at + 1);
    return;
  }
  const command = scan.code(at) === 92 ? readName(scan, at) : null;
  if (command?.name === 'in') scan.put(MARK.notIn, command.end);
  else scan.fail('this negation is not supported', scan.pos, at + 1, 'unsupported');
}

/** `\set{…}` and `\abs{…}`: brackets of their own around a group. */
function bracketed(scan: Scan, argument: number, open: string, close: string): void {
  const begin = scan.skipSpaces(argument);
  if (scan.code(begin) !== 123) {
    scan.fail('expected an argument in braces', begin, begin + 1);
    return;
  }
  scan.put(`${open}{`, begin + 1);
  scan.push('brace', close);
}

/** Keeps a structural command for KaTeX. A blank ends its name when a letter was glued on by a replacement. */
function keep(scan: Scan, as: string, end: number): void {
  if (scan.code(scan.skipSpaces(end)) !== 123) scan.countBare();
  if (scan.source.slice(scan.pos, end) === as) scan.pos = end;
  else scan.put(`${as} `, end);
}

type Handlers = {
  readonly [K in Action['do']]: (
    scan: Scan,
    end: number,
    action: Extract<Action, { readonly do: K }>,
  ) => void;
};

const HANDLERS: Handlers = {
  keep: (scan, end, action) => keep(scan, action.as, end),
  drop: (scan, end) => scan.put(isLetter(scan.code(end)) ? ' ' : '', end),
  'drop-arguments': (scan, end, action) => scan.put(' ', dropArguments(scan, end, action.count)),
  colour: (scan, end, action) => colour(scan, end, action.count),
  space: (scan, end) => scan.put(' ', end),
  'negative-space': negativeSpace,
  length,
  text,
  upright: (scan, end, action) => upright(scan, end, action.as),
  'upright-switch': uprightSwitch,
  font: (scan, end, action) => font(scan, end, action.style),
  root: (scan, end) => root(scan, end),
  delimiter: (scan, end, action) => delimiter(scan, end, action.side),
  begin,
  end: endEnvironment,
  row,
  modulus: (scan, end) => around(scan, end, `${MARK.openParenthesis}${MARK.modulus}`, MARK.closeParenthesis),
  'angle-unit': (scan, end) => around(scan, end, '', MARK.degree),
  stack: (scan, end, action) =>
    scan.put(`${action.position === 'over' ? MARK.over : MARK.under}\\frac `, end),
  negate,
  braces: (scan, end) => bracketed(scan, end, OPEN_BRACE, CLOSE_BRACE),
  bars: (scan, end, action) => bracketed(scan, end, MARK[action.open], MARK[action.close]),
  math: mathRole,
  refuse: (scan, end, action) => refuse(scan, end, action.template),
};

function refuse(scan: Scan, end: number, template: Template): void {
  if (template.kind === 'refused') scan.fail(template.why, scan.pos, end, template.reason);
}

/** `\(`, `\)`, `\[`, `\]`. */
function mathRole(scan: Scan, end: number): void {
  if (scan.roles.get(scan.pos) === 'open') mathOpen(scan, end);
  else mathClose(scan, end);
}

/** Runs the handler of an action. Erasure point: the table's type ties each handler to its action. */
function perform(scan: Scan, action: Action, end: number): void {
  const handler = HANDLERS[action.do] as (scan: Scan, end: number, action: Action) => void;
  handler(scan, end, action);
}

/**
 * An unknown command that is a known symbol, space or root with one or two letters glued on (`\\quadx`, `\\pir`):
 * the known part. TeX has no such command, so nothing else can be meant.
 */
function gluedName(name: string): string | null {
  for (let length = name.length - 1; length >= Math.max(2, name.length - 2); length -= 1) {
    const known = name.slice(0, length);
    const action = ACTIONS.get(known)?.do;
    if (COMMAND_MARKERS.has(known) || action === 'space' || action === 'root') return known;
  }
  return null;
}

/** A backslash before a control character or at the end of the source prints nothing. */
function stray(scan: Scan, name: string): boolean {
  if (name !== '' && name.charCodeAt(0) > 31) return false;
  scan.put('', scan.pos + 1);
  return true;
}

/** Does what the command `name`, whose text ends at `end`, asks for. */
function execute(scan: Scan, name: string, end: number): void {
  const marker = COMMAND_MARKERS.get(name);
  const action = ACTIONS.get(name);
  const glued = marker === undefined && action === undefined ? gluedName(name) : null;
  if (marker !== undefined) scan.put(marker, end);
  else if (action !== undefined) perform(scan, action, end);
  else if (glued !== null) execute(scan, glued, end - name.length + glued.length);
  else scan.fail(`unknown command \\${name}`, scan.pos, end);
}

/** The command at the current offset, or one recovered there. */
export function command(scan: Scan, lost?: { readonly name: string; readonly end: number }): void {
  const { name, end } = lost ?? readName(scan, scan.pos);
  const blank = isSpace(name.charCodeAt(0));
  if (!blank && stray(scan, name)) return;
  execute(scan, name, end);
  scan.lastCommand = name;
  scan.lastCommandEnd = end;
}

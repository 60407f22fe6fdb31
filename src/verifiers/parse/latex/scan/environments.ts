import { MARK } from '../commands/markers.js';
import type { Template } from '../template.js';
import { isSpace, type Scan } from './scan.js';

type Head = Extract<Template, { readonly kind: 'array-head' }>;

const head = (shape: Head['shape'], delimiter = ''): Head => ({ kind: 'array-head', shape, delimiter });

const named = (names: string, template: Head | 'transparent'): [string, Head | 'transparent'][] =>
  names.split(' ').map((name): [string, Head | 'transparent'] => [name, template]);

/** Environment → the shape of its grid; `transparent` ones only set their contents apart. */
const ENVIRONMENTS: ReadonlyMap<string, Head | 'transparent'> = new Map([
  ...named('matrix smallmatrix array tabular subarray', head('matrix')),
  ...named('pmatrix psmallmatrix', head('matrix', '(')),
  ...named('bmatrix bsmallmatrix', head('matrix', '[')),
  ...named('vmatrix vsmallmatrix', head('matrix', '|')),
  ...named('Vmatrix Vsmallmatrix', head('matrix', '‖')),
  ...named('Bmatrix Bsmallmatrix', head('matrix', '{')),
  ...named('cases dcases rcases drcases numcases subnumcases', head('cases', '{')),
  ...named(
    'aligned align alignat alignedat flalign gathered gather split multline multlined eqnarray lgathered',
    head('lines'),
  ),
  ...named('equation displaymath math center flushleft document minipage', 'transparent'),
]);

/** Environments whose name is followed by a column or position argument. */
const WITH_ARGUMENT = new Set([
  'array',
  'tabular',
  'subarray',
  'alignat',
  'alignedat',
  'numcases',
  'minipage',
]);

/** End of the braced argument at `at`, nested braces included; `at` when there is none. */
export function argumentEnd(scan: Scan, at: number, open = 123, close = 125): number {
  if (scan.code(at) !== open) return at;
  let depth = 0;
  for (let end = at; end < scan.source.length; end += 1) {
    const code = scan.code(end);
    if (code === 92) end += 1;
    else if (code === open) depth += 1;
    else if (code === close) {
      depth -= 1;
      if (depth === 0) return end + 1;
    }
  }
  return scan.source.length;
}

/** Name of the environment whose braces begin at `at`, without a star. */
function environmentName(scan: Scan, at: number): { readonly name: string; readonly end: number } {
  const begin = scan.skipSpaces(at);
  const end = argumentEnd(scan, begin);
  const name = scan.source.slice(begin + 1, Math.max(begin + 1, end - 1)).trim();
  return { name: name.endsWith('*') ? name.slice(0, -1) : name, end };
}

/** `\begin{…}`: every grid goes to KaTeX as a plain one, after a symbol that tells its shape. */
export function begin(scan: Scan, argument: number): void {
  const { name, end } = environmentName(scan, argument);
  const shape = ENVIRONMENTS.get(name);
  if (shape === undefined) {
    scan.fail(`unknown environment '${name}'`, scan.pos, end, 'unsupported');
    return;
  }
  const bracket = scan.skipSpaces(end);
  let after =
    scan.code(bracket) === 91 && name !== 'cases' && shape !== 'transparent'
      ? positionEnd(scan, bracket)
      : end;
  if (WITH_ARGUMENT.has(name)) after = argumentEnd(scan, scan.skipSpaces(after));
  if (shape === 'transparent') {
    scan.put(' ', Math.max(end, after));
    return;
  }
  scan.putTemplate(shape, scan.pos);
  scan.put('\\begin{matrix}', Math.max(end, after));
  scan.push('environment', '\\end{matrix}');
}

/** End of a position option `[t]`, `[c]`, `[b]`, `[ht]` at `at`; `at` when the bracket is contents. */
function positionEnd(scan: Scan, at: number): number {
  let end = at + 1;
  while ('tcbhlr'.includes(scan.source.charAt(end)) && end < scan.source.length) end += 1;
  return scan.code(end) === 93 && end > at + 1 ? end + 1 : at;
}

/** `\end{…}`: closes what is open up to its environment; one without a beginning goes. */
export function end(scan: Scan, argument: number): void {
  const { name, end: after } = environmentName(scan, argument);
  if (ENVIRONMENTS.get(name) === 'transparent') {
    scan.put(' ', after);
    return;
  }
  let closers = '';
  let index = scan.frames.length - 1;
  while (index >= 0 && scan.frames[index]?.kind !== 'environment') index -= 1;
  while (index >= 0 && scan.frames.length > index) closers += closerOf(scan);
  scan.put(closers, after);
}

/** Takes the innermost frame off and tells what to write for it. */
export function closerOf(scan: Scan): string {
  const frame = scan.frames.pop();
  if (frame === undefined) return '';
  return frame.kind === 'brace' ? `}${frame.closer}` : frame.closer;
}

/** End of the optional star and length after `\\`, as in `\\*[2ex]`. */
function rowEnd(scan: Scan, at: number): number {
  let end = scan.code(at) === 42 ? at + 1 : at;
  if (scan.code(end) !== 91) return end;
  let digits = end + 1;
  while ('-.0123456789'.includes(scan.source.charAt(digits)) && digits < scan.source.length) digits += 1;
  const unit = scan.source.slice(digits, digits + 2);
  if (digits > end + 1 && 'pt em ex cm mm in pc mu'.includes(unit) && scan.code(digits + 2) === 93)
    end = digits + 3;
  return end;
}

/** `\\`: a new row inside a grid, a new line elsewhere. */
export function row(scan: Scan, argument: number): void {
  const after = rowEnd(scan, argument);
  if (scan.top?.kind !== 'environment') {
    scan.put(MARK.line, after);
    return;
  }
  let next = after;
  while (isSpace(scan.code(next))) next += 1;
  // KaTeX would read a bracket here as a length.
  scan.put(scan.code(next) === 91 ? '\\\\{}' : '\\\\', after);
}

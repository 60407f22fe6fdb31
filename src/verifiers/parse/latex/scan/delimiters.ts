import { COMMAND_MARKERS, MARK } from '../commands/markers.js';
import type { Scan } from './scan.js';
import { readName } from './words.js';

type Side = 'open' | 'close' | 'middle' | 'none';

/** Bars, which only get a side from the command before them. */
function barMarker(double: boolean, side: Side): string {
  if (side === 'middle') return MARK.middleBar;
  if (side === 'none') return double ? (COMMAND_MARKERS.get('|') ?? '') : '|';
  if (double) return side === 'open' ? MARK.openDoubleBar : MARK.closeDoubleBar;
  return side === 'open' ? MARK.openBar : MARK.closeBar;
}

const SINGLE_BARS = new Set(['vert', 'lvert', 'rvert', 'mid']);
const DOUBLE_BARS = new Set(['|', 'Vert', 'lVert', 'rVert', 'parallel']);

/** Round and square brackets, which KaTeX takes as they are. */
const isBracket = (code: number): boolean => code === 40 || code === 41 || code === 91 || code === 93;

/**
 * `\left(`, `\right]`, `\bigl|`, `\middle|`: the size goes, the delimiter stays, a bar gets its side. Nothing has
 * to balance here: the grammar matches brackets.
 */
export function delimiter(scan: Scan, argument: number, side: Side): void {
  const at = scan.skipSpaces(argument);
  const code = scan.code(at);
  if (code === 46) {
    scan.put(side === 'open' ? MARK.voidOpen : side === 'close' ? MARK.voidClose : '', at + 1);
  } else if (code === 124) scan.put(barMarker(false, side), at + 1);
  else if (code === 60 || code === 62) {
    scan.put(COMMAND_MARKERS.get(code === 60 ? 'langle' : 'rangle') ?? '', at + 1);
  } else if (code === 92) {
    const { name, end } = readName(scan, at);
    if (SINGLE_BARS.has(name)) scan.put(barMarker(false, side), end);
    else if (DOUBLE_BARS.has(name)) scan.put(barMarker(true, side), end);
    else scan.put(COMMAND_MARKERS.get(name) ?? '', COMMAND_MARKERS.has(name) ? end : at);
  } else if (isBracket(code) && scan.top?.kind !== 'parenthesis' && scan.top?.kind !== 'option') {
    scan.put(String.fromCharCode(code), at + 1);
  } else scan.put('', at);
}

import { MARK } from '../commands/markers.js';
import { isSpace, type Scan } from './scan.js';

/** True when only white space lies between the delimiter at the current offset and one before it. */
function followsMath(scan: Scan): boolean {
  let before = scan.pos - 1;
  while (isSpace(scan.code(before))) before -= 1;
  if (before < 0) return false;
  if (scan.roles.get(before) === 'close') return true;
  return (
    scan.roles.get(before - 1) === 'close' &&
    '$)]'.includes(scan.source.charAt(before)) &&
    isTwoLong(scan, before - 1)
  );
}

/** `$$`, `\)` and `\]` take two characters. */
const isTwoLong = (scan: Scan, at: number): boolean =>
  scan.code(at) === 92 || (scan.code(at) === 36 && scan.code(at + 1) === 36);

/** The beginning of delimited mathematics. Two pieces with nothing between them are separate statements. */
export function mathOpen(scan: Scan, end: number): void {
  scan.outside = false;
  scan.put(followsMath(scan) ? MARK.wide : ' ', end);
}

/** The end of delimited mathematics. */
export function mathClose(scan: Scan, end: number): void {
  scan.outside = scan.delimited;
  scan.put(' ', end);
}

import { MARK } from '../commands/markers.js';
import { isSpace, type Scan } from './scan.js';

/** True when only white space lies between the delimiter at the current offset and one before it. */
function followsMath(scan: Scan): boolean {
  let before = scan.pos - 1;
  while (isSpace(scan.code(before))) before -= 1;
  if (before < 0) return false;
  return scan.roles.get(before) === 'close' || scan.roles.get(before - 1) === 'close';
}

/** The beginning of delimited mathematics. Two pieces with nothing between them are separate statements. */
export function mathOpen(scan: Scan, end: number): void {
  scan.outside = false;
  scan.put(followsMath(scan) ? MARK.wide : ' ', end);
}

/** The end of delimited mathematics. */
export function mathClose(scan: Scan, end: number): void {
  scan.outside = [...scan.roles.values()].includes('open');
  scan.put(' ', end);
}

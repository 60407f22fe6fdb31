import { afterOperand, emitName, emitOperator, type Scan } from './scan.js';
import { runEnd } from './word.js';

/** Maxima's constants and operations behind a percent sign. */
const MAXIMA: ReadonlyMap<string, string> = new Map([
  ['i', 'i'],
  ['e', 'e'],
  ['pi', 'pi'],
  ['gamma', 'EulerGamma'],
  ['phi', 'GoldenRatio'],
  ['union', 'union'],
  ['intersection', 'intersection'],
]);

/** `%pi`, `%and`; after an operand the sign is a percent sign. */
export function lexPercent(scan: Scan): void {
  const end = runEnd(scan, scan.at + 1);
  const word = scan.chars.slice(scan.at + 1, end).join('');
  if (word === 'and' || word === 'or') {
    emitOperator(scan, word, end);
    return;
  }
  const name = MAXIMA.get(word);
  if (name === undefined || (afterOperand(scan) && !scan.space)) emitOperator(scan, '%', scan.at + 1);
  else emitName(scan, name, end);
}

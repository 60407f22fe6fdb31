import { CONSTANTS, FUNCTIONS, GREEK } from '../names.js';
import { EXTRA_NAMES } from './words.js';

/** Functions that are written straight against their neighbours: `xsinx`, `2lnx`. */
const GLUED = 'arcsin arccos arctan sqrt sinh cosh tanh sin cos tan cot sec csc log exp ln'.split(' ');

const VARIABLE = /^[a-hj-np-zA-Z]{1,2}$/;

/** A run of letters as names: pieces that are function names, `pi`, or single letters; canonical names. */
export function segment(run: string): readonly string[] {
  if (run.length === 1) return [run];
  return gluedFunction(run) ?? gluedPi(run) ?? [...run];
}

/** One name for the whole run, where there is one. */
export const wholeName = (run: string): string | undefined =>
  EXTRA_NAMES.get(run) ?? CONSTANTS.get(run) ?? FUNCTIONS.get(run) ?? GREEK.get(run);

/** `sinx`, `xsinx`, `xsin` (before a bracket): a function with at most two letters on either side. */
function gluedFunction(run: string): readonly string[] | null {
  for (const name of GLUED) {
    const at = run.indexOf(name);
    if (at < 0) continue;
    const before = run.slice(0, at);
    const after = run.slice(at + name.length);
    if ((before === '' || VARIABLE.test(before)) && (after === '' || VARIABLE.test(after))) {
      return [...before, name, ...after];
    }
  }
  return null;
}

function gluedPi(run: string): readonly string[] | null {
  const at = run.indexOf('pi');
  if (at < 0 || run.length > 4) return null;
  return [...run.slice(0, at), 'pi', ...run.slice(at + 2)];
}

/** Words that look like glued mathematics and are not. */
const NOT_GLUED: ReadonlySet<string> = new Set(
  'using basin cousin single since sine cost cosy costs tank tang tans cots secs sect logs logo login expo pie pies pin pig pit pip pips spin epic pipe opine'.split(
    ' ',
  ),
);

/** True for `sinx`, `kpi` and the like: several names in one run. */
export const isGlued = (run: string): boolean =>
  !NOT_GLUED.has(run.toLowerCase()) && (gluedFunction(run) !== null || gluedPi(run) !== null);

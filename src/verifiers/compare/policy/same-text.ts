import { cleanSurface } from '../../parse/surface/clean.js';
import { equal, type Finding } from '../../verdict.js';

/**
 * `same-text`: two answers of which neither parses (mathematics of a kind that is not handled) are equal when
 * their surfaces are the same, white space aside. Two empty answers never are.
 */
export function sameText(gold: string, given: string): Finding | null {
  const surface = (text: string): string => cleanSurface(text).text.split(/\s+/u).join(' ');
  const [left, right] = [surface(gold), surface(given)];
  return left !== '' && left === right ? equal('same-text') : null;
}

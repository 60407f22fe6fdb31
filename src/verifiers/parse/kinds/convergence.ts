import type { TextAnswer } from '../../answer.js';
import type { Reading } from './reading.js';

/** "the series converges absolutely", "it is divergent", "conditionally convergent". */
const BEHAVIOUR =
  /^(?:(?:(?:this|given) )?(?:it|series|integral|improper integral|sequence|infinite series) )?(?:is )?(?:(absolutely|conditionally|uniformly) )?(converges|convergent|diverges|divergent)(?: (absolutely|conditionally|uniformly))?$/;

/** "infinitely many solutions", "an infinite number of values". */
const MANY =
  /^(?:(?:there (?:are|is)|it has|has|system has|equation has) )?(?:an )?(?:infinitely many|infinite number of|infinite)(?: (?:real |distinct |different )?(?:solutions?|values?|roots?|possibilities))?$/;

/** What a series does, and how many solutions there are when there is no end of them: one wording for each. */
export function readBehaviour({ phrase }: Reading): TextAnswer | null {
  if (phrase === null || phrase.length > 60) return null;
  const found = BEHAVIOUR.exec(phrase);
  if (found !== null) {
    const verb = found[2]!.startsWith('c') ? 'converges' : 'diverges';
    const how = found[1] ?? found[3];
    return { kind: 'text', normal: how === undefined ? verb : `${verb} ${how}` };
  }
  return phrase !== 'infinite' && MANY.test(phrase) ? { kind: 'text', normal: 'infinitely many' } : null;
}

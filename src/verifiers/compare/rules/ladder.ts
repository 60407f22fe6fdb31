import { type Finding, undecided } from '../../verdict.js';
import { exactRational } from './exact-rational.js';
import { normalForm } from './normal-form.js';
import type { Pair, Rule } from './pair.js';
import { sameTreeRule } from './same-tree.js';
import { separation } from './separation.js';

/** The order of the rules: cheap and certain first, proofs before evidence. */
export const LADDER: readonly Rule[] = [sameTreeRule, exactRational, normalForm, separation];

/** Asks the rules in order; the first proved finding decides, else the first probable one, else nothing does. */
export function climb(pair: Pair): Finding {
  let open: Finding | null = null;
  for (const rule of LADDER) {
    const finding = rule(pair);
    if (finding === null) continue;
    if (finding.kind !== 'undecided' && finding.certainty === 'proved') return finding;
    if (open === null || open.kind === 'undecided') open = finding;
  }
  return open ?? undecided('unsupported', 'no rule decides this pair');
}

import type { Expr } from '../../expr.js';
import { type Finding, undecided } from '../../verdict.js';
import { algebraicCoefficients } from './coefficients.js';
import { exactRational } from './exact-rational.js';
import { exponentiated } from './exponentiated.js';
import { gapsOf } from './gaps.js';
import { independence } from './independence.js';
import { induction } from './induction.js';
import { infinite } from './infinite.js';
import { locallyConstant } from './locally-constant.js';
import { normalForm } from './normal-form.js';
import { openPair, type Pair, type Rule } from './pair.js';
import { primeFields } from './prime-fields.js';
import { realForm } from './real-form.js';
import { sameTreeRule } from './same-tree.js';
import { atSigns, closedForms, glance, separation, sharpGlance } from './separation.js';
import { signCases } from './sign-cases.js';
import { squares } from './squares.js';

/** Compares parts of a pair for a rule, one level down. */
const compareParts = (gold: Expr, given: Expr, pair: Pair): Finding =>
  climb(openPair(gold, given, pair.context, pair.assume, pair.depth + 1));

/** The order of the rules: cheap and certain first, proofs before evidence. */
export const LADDER: readonly Rule[] = [
  sameTreeRule,
  exactRational,
  infinite,
  glance,
  atSigns,
  normalForm,
  independence,
  sharpGlance,
  closedForms,
  primeFields,
  algebraicCoefficients,
  realForm,
  exponentiated,
  squares,
  signCases,
  locallyConstant,
  induction(compareParts),
  separation,
];

/** What the rules find; an equality of values also needs values in the same places. */
export function climb(pair: Pair): Finding {
  const finding = firstOf(pair);
  return finding.kind === 'equal' && finding.by !== 'same-form' ? (gapsOf(pair) ?? finding) : finding;
}

/** Asks the rules in order; the first proved finding decides, else the first probable one, else nothing does. */
function firstOf(pair: Pair): Finding {
  let open: Finding | null = null;
  for (const rule of LADDER) {
    const finding = rule(pair);
    if (finding === null) continue;
    if (finding.kind !== 'undecided' && finding.certainty === 'proved') return finding;
    if (open === null || open.kind === 'undecided') open = finding;
  }
  return open ?? undecided('unsupported', 'no rule decides this pair');
}

import type { Answer } from '../../answer.js';
import type { Context } from '../../context.js';
import type { Finding } from '../../verdict.js';
import type { Compare } from '../table.js';
import { baseAsValue } from './base-as-value.js';
import { degreeSign } from './degree-sign.js';
import { labelsOptional } from './labels-optional.js';
import { percentSign } from './percent-sign.js';
import { printOut } from './print-out.js';
import { ratioAsFraction } from './ratio-as-fraction.js';
import { rounding } from './rounding.js';
import type { PolicyRule } from './rule.js';
import { synonyms } from './synonyms.js';
import { underDegree } from './under-degree.js';
import { unitOmitted } from './unit-omitted.js';

/** The policy's rules, in the order in which they are tried once the kernel has found no equality. */
export const POLICY_RULES: readonly PolicyRule[] = [
  percentSign,
  unitOmitted,
  printOut,
  rounding,
  underDegree,
  degreeSign,
  ratioAsFraction,
  baseAsValue,
  labelsOptional,
  synonyms,
];

/** The kernel's finding, unless a rule of the policy accepts the answer all the same. */
export function applyPolicy(
  finding: Finding,
  gold: Answer,
  given: Answer,
  context: Context,
  recurse: Compare,
): Finding {
  if (finding.kind === 'equal') return finding;
  for (const rule of POLICY_RULES) {
    const accepted = rule(gold, given, context, recurse);
    if (accepted !== null) return accepted;
  }
  return finding;
}

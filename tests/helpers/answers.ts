import { Budget } from '../../src/support/index.js';
import type { Answer } from '../../src/verifiers/answer.js';
import { compareAnswers } from '../../src/verifiers/compare/index.js';
import { parseAnswer } from '../../src/verifiers/parse/index.js';
import { lenient, type Policy, strict } from '../../src/verifiers/policy.js';
import type { Finding } from '../../src/verifiers/verdict.js';

/** Parses a text that must parse. */
export function parsed(text: string, policy: Policy = strict): Answer {
  const outcome = parseAnswer(text, { policy, budget: new Budget(policy.maxSteps) });
  if (!outcome.ok) throw new Error(`${JSON.stringify(text)} does not parse: ${outcome.error.message}`);
  return outcome.value;
}

/** The kind a text parses into, or the reason why it does not. */
export function kindOf(text: string): string {
  const outcome = parseAnswer(text, { policy: strict, budget: new Budget(strict.maxSteps) });
  return outcome.ok ? outcome.value.kind : outcome.error.reason;
}

/** Compares two texts that must parse. */
export function compared(gold: string, given: string, policy: Policy = strict): Finding {
  return compareAnswers(parsed(gold, policy), parsed(given, policy), {
    policy,
    budget: new Budget(policy.maxSteps),
  });
}

/** The rule by which two texts are equal, or `different` / `undecided`. */
export function ruleOf(
  gold: string,
  given: string,
  profile: 'strict' | 'lenient' | Policy = 'strict',
): string {
  const policy = profile === 'strict' ? strict : profile === 'lenient' ? lenient : profile;
  const finding = compared(gold, given, policy);
  return finding.kind === 'equal' ? finding.by : finding.kind;
}

import { evaluate } from './evaluate.js';
import { noMemories } from './memories.js';
import { completeTerm } from './read/read.js';
import { type Registry, standardSignals } from './registry.js';
import { asProblemId, type Group } from './rollout.js';
import { simplifyExtreme, simplifyProduct } from './simplify/list.js';
import { constOr, isConst, type Setting } from './simplify/rule.js';
import { simplifySum } from './simplify/sum.js';
import {
  simplifyAffine,
  simplifyClip,
  simplifyGate,
  simplifySchedule,
  simplifyThreshold,
} from './simplify/unary.js';
import type { Term } from './term.js';
import { childrenOf } from './traverse.js';

/**
 * A smaller term of the same meaning: constants folded, nested sums, products, clips, scales, least and greatest made one,
 * parts that never matter dropped. Missing values stay missing. Values change by nothing but rounding in the last digits of
 * a sum, product or scale, and by nothing at all below a comparison (a gate's condition, threshold, rank or z-score); numbers beyond
 * 1e±250 are not considered. Parts of an opened sum are named `outer.inner`. Throws {@link ConfigError} for a term that does
 * not fit the registry.
 */
export const simplify = (term: Term, registry: Registry = standardSignals): Term =>
  rewrite(completeTerm(term, registry), { registry, rounding: true, root: true });

/** Children first, then the node, again while it changes: each rule leaves fewer nodes or a simpler one. */
function rewrite(term: Term, setting: Setting): Term {
  const inside = withChildren(term, (child, step) =>
    rewrite(child, { ...setting, root: false, rounding: setting.rounding && !compares(term, step) }),
  );
  const next = apply(inside, setting);
  return next === inside || next.op === inside.op ? next : rewrite(next, setting);
}

/** Whether a child's value is compared with something, so that its last digit may decide. */
const compares = ({ op }: Term, step: string): boolean =>
  op === 'threshold' || op === 'rank' || op === 'zscore' || (op === 'gate' && step === 'when');

function apply(term: Term, setting: Setting): Term {
  const folded = fold(term, setting);
  switch (folded.op) {
    case 'sum':
      return simplifySum(folded, setting);
    case 'min':
    case 'max':
      return simplifyExtreme(folded, setting);
    case 'product':
      return simplifyProduct(folded, setting);
    case 'gate':
      return simplifyGate(folded, setting);
    case 'clip':
      return simplifyClip(folded, setting);
    case 'affine':
      return simplifyAffine(folded, setting);
    case 'threshold':
      return simplifyThreshold(folded, setting);
    case 'schedule':
      return simplifySchedule(folded, setting);
    case 'rank':
      return folded.term.op === 'rank' ? folded.term : folded;
    default:
      return folded;
  }
}

const ONE: Group = { problem: asProblemId(''), step: 0, rollouts: [{ text: '', facts: {} }] };

/** A node above constants only is a constant, unless the step of training changes it. */
function fold(term: Term, { registry, root }: Setting): Term {
  const children = childrenOf(term);
  if (term.op === 'schedule' || children.length === 0) return term;
  if (root && term.op === 'sum') return term;
  if (!children.every((child) => isConst(child.term))) return term;
  const [value] = evaluate(term, ONE, noMemories, registry).scores;
  return value === null || value === undefined ? term : constOr(value, term);
}

/** The same node with other children. */
function withChildren(term: Term, f: (child: Term, step: string) => Term): Term {
  switch (term.op) {
    case 'const':
    case 'signal':
      return term;
    case 'sum':
      return { ...term, parts: term.parts.map((part) => ({ ...part, term: f(part.term, 'term') })) };
    case 'product':
    case 'min':
    case 'max':
      return { ...term, terms: term.terms.map((child) => f(child, 'terms')) };
    case 'gate':
      return { ...term, when: f(term.when, 'when'), pass: f(term.pass, 'pass'), fail: f(term.fail, 'fail') };
    default:
      return { ...term, term: f(term.term, 'term') };
  }
}

import { completeTerm, standardSignals, type Term, type Trace } from '../rewards/index.js';
import type { RolledGroup } from './rollouts.js';

/**
 * Share of right responses that are paid the least a right one can be against the problem's history: there longer answers
 * are paid alike, and length teaches nothing (papers/02 §5). `null` where the reward has no history or nothing was right.
 */
export function floorShare(groups: readonly RolledGroup[]): number | null {
  let [right, onFloor] = [0, 0];
  for (const { trace, judged } of groups) {
    const against = signalsWithHistory(trace);
    if (against.length === 0) continue;
    for (const [i, { facts }] of judged.entries()) {
      if (facts.correct !== true) continue;
      right += 1;
      if (against.some(({ floor, scores }) => scores[i] === floor)) onFloor += 1;
    }
  }
  return right === 0 ? null : onFloor / right;
}

/** The parts of a reward that look at what is remembered, each with the least it pays a right response. */
function signalsWithHistory(
  trace: Trace,
): readonly { readonly floor: number; readonly scores: Trace['scores'] }[] {
  const here = trace.term.op === 'signal' ? floorOf(trace.term) : null;
  const below = trace.children.flatMap(signalsWithHistory);
  return here === null ? below : [{ floor: here, scores: trace.scores }, ...below];
}

function floorOf(term: Extract<Term, { op: 'signal' }>): number | null {
  const signal = standardSignals.get(term.name);
  if (signal?.memory === undefined || signal.rangeWhen === undefined) return null;
  const complete = completeTerm(term);
  return complete.op === 'signal' ? signal.rangeWhen(complete.params, true)[0] : null;
}

import { extraOf } from '../facts.js';
import type { Facts } from '../rollout.js';
import type { Need } from '../signal.js';

/** The two parameters of a signal that aims at a length: the same for all, or one a rollout. */
export interface Target {
  readonly target: number;
  readonly targetFact: string;
}

/** Their table. */
export const targetParameters: {
  readonly target: {
    readonly kind: 'number';
    readonly default: number;
    readonly min: number;
    readonly max: number;
    readonly what: string;
  };
  readonly targetFact: { readonly kind: 'text'; readonly default: string; readonly what: string };
} = {
  target: { kind: 'number', default: 1024, min: 0, max: 1e9, what: 'the length to aim at' },
  targetFact: {
    kind: 'text',
    default: '',
    what: 'name in facts.extra of a target of its own for each rollout, drawn with the prompt; empty for `target`',
  },
};

/** The target of a rollout; `null` when it is to be a fact and is missing or no length. */
export function targetOf(facts: Facts, { target, targetFact }: Target): number | null {
  if (targetFact === '') return target;
  const own = extraOf(facts, targetFact);
  return own !== null && own >= 0 && own <= Number.MAX_SAFE_INTEGER ? own : null;
}

/** What reading the target needs. */
export const needsOfTarget = ({ targetFact }: Target): readonly Need[] =>
  targetFact === '' ? [] : ['extra'];

import { type PolicyChoice, verify } from '../../../verifiers/index.js';
import type { Judge } from '../../problem.js';

/**
 * Judges by the verifier. `boxed`: the final answer stands in a box. `statement`: what a problem asks, by its id, so that an
 * answer that only restates it is not paid.
 */
export const verifierJudge =
  (statement: (id: string) => string | undefined, policy: PolicyChoice = 'strict'): Judge =>
  ({ id, gold }, { text, tokens }) => {
    const problem = statement(id);
    const { correct, verdict, extracted } = verify(
      gold,
      text,
      problem === undefined ? { policy } : { policy, problem },
    );
    const boxed = extracted?.method === 'boxed';
    return { facts: { correct, verdict, extra: { boxed: Number(boxed), tokens: tokens.length } }, boxed };
  };

import type { Verdict } from '../../verifiers/index.js';

/** What is told of one item, in the order of the items. */
export interface Answer {
  /** Finite, or `null` where the label is unusable and the reward abstains. */
  readonly reward: number | null;
  /** The value of every named part of the reward. */
  readonly terms: Readonly<Record<string, number | null>>;
  /** `null`: the reward does not ask whether the response is right. */
  readonly verdict: Verdict['kind'] | null;
  /** Why, in words; `null` as above. */
  readonly reason: string | null;
  /** The answer read from the response, as the model wrote it. */
  readonly extracted: string | null;
}

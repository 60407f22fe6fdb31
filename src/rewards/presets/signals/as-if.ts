import type { Signal } from '../../signal.js';
import { cosineLength } from '../../signals/cosine-length.js';
import { kimiLength } from '../../signals/kimi-length.js';

/** A signal that sees every response as right (or as wrong), whatever the verdict: needs none. */
const asIf = (signal: Signal, correct: boolean, name: string, summary: string): Signal => ({
  ...signal,
  name,
  summary,
  needs: (params) => signal.needs(params).filter((need) => need !== 'correct'),
  range: (params) => signal.rangeWhen?.(params, correct) ?? signal.range(params),
  rangeWhen: (params) => signal.rangeWhen?.(params, correct) ?? signal.range(params),
  score: (group, params, memory) =>
    signal.score(
      {
        ...group,
        rollouts: group.rollouts.map((rollout) => ({ ...rollout, facts: { ...rollout.facts, correct } })),
      },
      params,
      memory,
    ),
});

/** Kimi's length reward as if all were right: what open-r1 pays where the gold cannot be read. */
export const kimiLengthAsRight: Signal = asIf(
  kimiLength,
  true,
  'kimi-length-as-right',
  'kimi-length with every response taken for right',
);

/** The cosine as if all were wrong: what ms-swift pays where the gold cannot be read. */
export const cosineLengthAsWrong: Signal = asIf(
  cosineLength,
  false,
  'cosine-length-as-wrong',
  'cosine-length with every response taken for wrong',
);

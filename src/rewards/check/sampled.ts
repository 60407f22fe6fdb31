import { learn, type Memories, noMemories } from '../memories.js';
import { asProblemId, type Group, type Rollout } from '../rollout.js';
import { score } from '../score.js';
import type { Reward } from '../term.js';
import { judgement, type Profile, type Reads, type Setting } from './samples.js';
import type { CheckContext, Counterexample } from './warning.js';

/** What a search looks for: two responses of one group, the first of which should earn more. */
export interface Hunt {
  /** Whether the first and the second response are right. */
  readonly correct: readonly [boolean, boolean];
  /** Both responses are alike but for what `second` changes. */
  readonly alike: boolean;
  /** Changes to the second response's profile. */
  readonly second: Partial<Profile>;
  /** How much better the first does, given both rewards; `null` where they say nothing. The search makes it small. */
  readonly lead: (first: number | null, second: number | null) => number | null;
}

/** A sampled group: one choice of every field, by its place in the list of choices. */
export interface Sample {
  readonly setting: Setting;
  readonly first: Profile;
  readonly second: Profile;
}

/** A sample's group with its rewards, and the lead it gives. */
export interface Measured {
  readonly value: number | null;
  readonly counterexample: Counterexample;
}

/** Builds the group of a sample and scores it. */
export function measure(context: CheckContext, reads: Reads, sample: Sample, hunt: Hunt): Measured {
  const { reward, registry, options } = context;
  const first = sample.first;
  const second = { ...(hunt.alike ? first : sample.second), ...hunt.second };
  const group: Group = {
    problem: asProblemId('sampled'),
    step: sample.setting.step,
    gold: '4',
    referenceAccuracy: sample.setting.referenceAccuracy,
    rollouts: [
      rolloutOf(first, hunt.correct[0], reads),
      rolloutOf(second, hunt.correct[1], reads),
      ...othersOf(sample.setting.others, first, reads, options.groupSize),
    ],
  };
  const history = historyOf(sample.setting.history, first, reads);
  const { rewardsG } = score(lenient(reward), group, remembered(context, history), registry);
  const rewards = [rewardsG[0] ?? null, rewardsG[1] ?? null] as const;
  return {
    value: hunt.lead(...rewards),
    counterexample: { group, history, should: 0, shouldNot: 1, rewards },
  };
}

/** A missing value is no misuse here: `fail` would throw. */
const lenient = (reward: Reward): Reward =>
  reward.undecided === 'fail' ? { ...reward, undecided: 'abstain' } : reward;

export const remembered = ({ reward, registry }: CheckContext, history: readonly Group[]): Memories =>
  history.length === 0 ? noMemories : learn(reward.term, history, noMemories, registry);

export function rolloutOf(profile: Profile, correct: boolean, { needs, names }: Reads): Rollout {
  return {
    text: profile.text,
    tokens: profile.tokens,
    finish: profile.finish,
    facts: {
      ...judgement(profile.verdict, correct),
      ...(needs.has('entropy') ? { meanEntropy: profile.meanEntropy } : {}),
      ...(needs.has('logProbs') ? { logProbs: profile.logProbs } : {}),
      ...(needs.has('tokenIds') ? { tokenIds: profile.tokenIds } : {}),
      ...(needs.has('modelScore') ? { modelScore: profile.modelScore } : {}),
      ...(needs.has('stepScores') ? { stepScores: profile.stepScores } : {}),
      ...(needs.has('noThinking') ? { noThinking: profile.noThinking } : {}),
      ...(needs.has('extra')
        ? { extra: Object.fromEntries(names.map((name) => [name, profile.extra])) }
        : {}),
    },
  };
}

/** The rest of the group: of the size asked for, else two more where there are any. */
function othersOf(
  others: Setting['others'],
  like: Profile,
  reads: Reads,
  groupSize: number | undefined,
): readonly Rollout[] {
  const count = groupSize === undefined ? (others === 'none' ? 0 : 2) : Math.max(0, groupSize - 2);
  return Array.from({ length: count }, (_, i) => {
    const correct = others === 'right' || (others === 'both' && i % 2 === 0);
    return rolloutOf({ ...like, verdict: 'proved', tokens: like.tokens + 50 * (i + 1) }, correct, reads);
  });
}

const historyOf = (length: number | null, like: Profile, reads: Reads): readonly Group[] =>
  length === null
    ? []
    : [
        {
          problem: asProblemId('sampled'),
          step: 0,
          gold: '4',
          rollouts: [rolloutOf({ ...like, tokens: length, finish: 'stop', verdict: 'proved' }, true, reads)],
        },
      ];

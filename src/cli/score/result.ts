import type { Added } from '../../rewards/history/index.js';
import { hashReward, type Reward } from '../../rewards/index.js';
import { packageVersion } from '../version.js';
import type { ScoreTally } from './tally.js';

/** What a run came to. */
export interface ScoreResult {
  readonly reward: Reward;
  readonly files: readonly string[];
  readonly steps: readonly { readonly step: number; readonly tally: ScoreTally }[];
  readonly total: ScoreTally;
  /** Records that could not be read, or whose gold is unusable, or whose worker was lost. */
  readonly rejected: number;
  readonly unjudged: number;
  /** The store and what was learned; null without one. */
  readonly history: { readonly store: string; readonly learned: Added } | null;
  readonly advantage: string | null;
  readonly seconds: number;
  readonly interrupted: boolean;
}

/** The object that `--json` writes. Only `timing` differs between runs. */
export function resultObject(result: ScoreResult): object {
  const { reward, steps, total, rejected, unjudged, history, advantage, seconds, interrupted, files } =
    result;
  return {
    schema_version: 1,
    touchstone: packageVersion(),
    reward: { name: reward.name, hash: hashReward(reward), undecided: reward.undecided },
    advantage,
    complete: !interrupted,
    files,
    summary: { ...total.summary(), rejected, unjudged },
    steps: steps.map(({ step, tally }) => ({ step, ...tally.summary() })),
    history: history === null ? null : { store: history.store, ...history.learned },
    timing: { seconds },
  };
}

/** `n=8 steps=4 reward=0.593 right=50.0 % in 0.1 s`. */
export function resultLine({ steps, total, rejected, unjudged, seconds, interrupted }: ScoreResult): string {
  const right = total.accuracy === null ? [] : [`right=${(total.accuracy * 100).toFixed(1)} %`];
  const parts = [
    `n=${total.n}`,
    `steps=${steps.length}`,
    ...(total.reward.n === 0
      ? []
      : [`reward=${total.reward.mean.toFixed(4)} ±${total.reward.std.toFixed(4)}`]),
    ...right,
    ...(rejected > 0 ? [`rejected=${rejected}`] : []),
    ...(unjudged > 0 ? [`unjudged=${unjudged}`] : []),
  ];
  return `${interrupted ? 'interrupted: ' : ''}${parts.join(' ')} in ${seconds.toFixed(1)} s`;
}

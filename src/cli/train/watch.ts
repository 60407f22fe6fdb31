import { sparkline } from '../../report/index.js';
import type { StepMetrics, TrainWatcher } from '../../trainer/index.js';
import type { Terminal } from '../terminal.js';
import { evaluationLine, percentOf } from './told.js';

/** Rewards in the small chart. */
const CHART = 24;

/** A line a step on a terminal that can redraw it, with the rewards so far; a line every ten steps elsewhere. */
export function watcher(terminal: Terminal, row: string | null): TrainWatcher {
  const rewards: number[] = [];
  const { lively } = terminal;
  const prefix = row === null ? '' : `${row}: `;
  const note = (text: string): void => terminal.err.note(text);
  const redraw = (line: string): void => note(lively ? `\r${prefix}${line}\u001b[K` : `${prefix}${line}\n`);
  return {
    onBase: (texts, step, steps, loss) => {
      if (step % (lively ? 10 : 500) === 0)
        redraw(`pretraining on ${texts} texts ${step}/${steps}  loss ${loss.toFixed(3)}`);
    },
    onStep: (metrics, steps) => {
      rewards.push(metrics.reward);
      if (lively || metrics.step % 10 === 9) redraw(stepLine(metrics, steps, rewards));
    },
    onEvaluation: (step, evaluation) => {
      redraw(`step ${step}: ${evaluationLine(evaluation)}`);
      if (lively) note('\n');
    },
  };
}

const stepLine = (
  { step, reward, accuracy, boxed, meanTokens, entropy }: StepMetrics,
  steps: number,
  rewards: readonly number[],
): string =>
  `step ${step + 1}/${steps}  reward ${reward.toFixed(3)} ${sparkline(scaled(rewards.slice(-CHART)))}  right ${percentOf(accuracy)}  boxed ${percentOf(boxed)}  tokens ${meanTokens.toFixed(1)}  entropy ${entropy.toFixed(2)}`;

/** Brought into [0, 1]: rewards may be negative or above 1. */
function scaled(values: readonly number[]): readonly number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(1, ...values);
  return values.map((value) => (value - low) / (high - low));
}

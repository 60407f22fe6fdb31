import { join } from 'node:path';
import { sparkline } from '../../report/index.js';
import {
  chains,
  type Engine,
  type Evaluation,
  onnxEngine,
  type RunSettings,
  referenceEngine,
  runRecipes,
  type StepMetrics,
  type Summary,
  type TrainWatcher,
  train,
} from '../../trainer/index.js';
import { type Arguments, numberOption, switchOption, textOption, UsageError } from '../argv.js';
import { type ExitCode, exitCode } from '../exit.js';
import type { Terminal } from '../terminal.js';

/** `touchstone train RECIPE`. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const settings = settingsFrom(args);
  const resume = textOption(args, 'resume');
  const engine = await engineFrom(args);
  const places = {
    out: resume ?? textOption(args, 'out') ?? join('runs', `${settings.name}-${settings.seed}`),
    bases: textOption(args, 'bases') ?? join('runs', 'bases'),
    resume: resume !== undefined,
  };
  try {
    const summary = await train(engine, chains, settings, places, watcher(terminal));
    await terminal.out.write(
      switchOption(args, 'json') ? `${JSON.stringify(summary)}\n` : told(summary, places.out),
    );
    return exitCode.done;
  } finally {
    await engine.close();
  }
}

function settingsFrom(args: Arguments): RunSettings {
  const [name = '', stray] = args.positionals;
  const found = runRecipes.get(name);
  if (found === undefined || stray !== undefined)
    throw new UsageError(
      `train takes one recipe: ${[...runRecipes.keys()].join(', ')}; got '${args.positionals.join(' ').slice(0, 80)}'`,
    );
  const count = (option: string): number | undefined =>
    numberOption(args, option, { min: 0, max: 1e9, whole: true });
  const problems = count('problems') ?? found.evaluation.problems;
  return {
    ...found,
    steps: count('steps') ?? found.steps,
    seed: count('seed') ?? found.seed,
    base: {
      ...found.base,
      seed: count('base-seed') ?? found.base.seed,
    },
    evaluation: { ...found.evaluation, problems },
  };
}

function engineFrom(args: Arguments): Promise<Engine> {
  if (textOption(args, 'engine') === 'reference') return Promise.resolve(referenceEngine());
  const threads = numberOption(args, 'threads', { min: 1, max: 1024, whole: true });
  const device = (textOption(args, 'device') ?? 'cpu') as 'cpu' | 'webgpu' | 'cuda';
  return onnxEngine({ device, ...(threads === undefined ? {} : { threads }) });
}

/** A line a step on a terminal that can redraw it, with the rewards so far; a line every ten steps elsewhere. */
function watcher(terminal: Terminal): TrainWatcher {
  const rewards: number[] = [];
  const note = (text: string): void => terminal.err.note(text);
  return {
    onBase: (texts, step, steps, loss) => {
      if (step % (terminal.lively ? 10 : 500) === 0)
        note(
          `${terminal.lively ? '\r' : ''}pretraining on ${texts} texts ${step}/${steps}  loss ${loss.toFixed(3)}${terminal.lively ? '  ' : '\n'}`,
        );
    },
    onStep: (metrics, steps) => {
      rewards.push(metrics.reward);
      if (terminal.lively || metrics.step % 10 === 9)
        note(
          `${terminal.lively ? '\r' : ''}${stepLine(metrics, steps, rewards)}${terminal.lively ? '' : '\n'}`,
        );
    },
    onEvaluation: (step, evaluation) =>
      note(`${terminal.lively ? '\r\n' : ''}step ${step}: ${evaluationLine(evaluation)}\n`),
  };
}

const stepLine = (
  { step, reward, accuracy, boxed, meanTokens, entropy }: StepMetrics,
  steps: number,
  rewards: readonly number[],
): string =>
  `step ${step + 1}/${steps}  reward ${reward.toFixed(3)} ${sparkline(scaled(rewards.slice(-24)))}  right ${percent(accuracy)}  boxed ${percent(boxed)}  tokens ${meanTokens.toFixed(1)}  entropy ${entropy.toFixed(2)}`;

const evaluationLine = ({ accuracy, sampledAccuracy, boxed, meanTokens, n }: Evaluation): string =>
  `held out (${n}): greedy ${percent(accuracy)}, sampled ${percent(sampledAccuracy)}, boxed ${percent(boxed)}, ${meanTokens.toFixed(1)} tokens`;

/** Brought into [0, 1]: rewards may be negative or above 1. */
function scaled(values: readonly number[]): readonly number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(1, ...values);
  return values.map((value) => (value - low) / (high - low));
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const told = ({ name, steps, seconds, heldout: { before, after } }: Summary, out: string): string =>
  `${name}: ${steps} steps in ${seconds.toFixed(0)} s; ${out}
before  ${evaluationLine(before)}
after   ${evaluationLine(after)}
`;

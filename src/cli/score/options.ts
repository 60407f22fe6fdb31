import type { PolicyChoice } from '../../verifiers/index.js';
import { type Arguments, numberOption, switchOption, textOption, UsageError } from '../argv.js';
import { policyFrom } from '../options/policy.js';
import { scoreFieldOptions } from '../options/score.js';
import { parsePath } from '../path.js';
import type { ChosenFields } from './fields.js';

/** All options of a scoring run, checked. */
export interface ScoreOptions {
  readonly files: readonly string[];
  /** A recipe, a preset, or a file. */
  readonly reward: string;
  /** Parameters of a recipe or a preset, as `NAME=VALUE,…`. */
  readonly params: string | undefined;
  readonly history: string | null;
  readonly chosen: ChosenFields;
  readonly policy: PolicyChoice;
  readonly format: 'table' | 'json' | 'jsonl';
  readonly output: string | null;
  readonly rejects: string | null;
  readonly advantage: string | null;
  readonly epsilon: number | undefined;
  readonly allowMissing: boolean;
  readonly jobs: number | undefined;
  readonly rowTimeout: number | undefined;
  readonly quiet: boolean;
  readonly progress: boolean;
  readonly color: string | undefined;
}

function chosenFields(args: Arguments): ChosenFields {
  const chosen = new Map<string, string>();
  for (const { name } of scoreFieldOptions) {
    const path = textOption(args, name);
    if (path !== undefined) chosen.set(name, parsePath(path).text);
  }
  return chosen;
}

/** The options of `touchstone score`, or of another command for a reward and files. Throws {@link UsageError}. */
export function scoreOptions(
  args: Arguments,
  reward: string | undefined = textOption(args, 'reward'),
  files: readonly string[] = args.positionals,
): ScoreOptions {
  if (reward === undefined)
    throw new UsageError(
      'score needs a reward: --reward NAME or --reward FILE.yaml; touchstone reward list shows names',
    );
  if (switchOption(args, 'json') && switchOption(args, 'jsonl'))
    throw new UsageError('choose --json or --jsonl, not both');
  const epsilon = numberOption(args, 'epsilon', { min: 0, max: 1e6, whole: false });
  const advantage = textOption(args, 'advantage') ?? null;
  if (epsilon !== undefined && advantage === null) throw new UsageError('--epsilon is for --advantage');
  return {
    files: files.length === 0 ? ['-'] : files,
    reward,
    params: textOption(args, 'params'),
    history: textOption(args, 'history') ?? null,
    chosen: chosenFields(args),
    policy: policyFrom(args),
    format: switchOption(args, 'jsonl') ? 'jsonl' : switchOption(args, 'json') ? 'json' : 'table',
    output: textOption(args, 'output') ?? null,
    rejects: textOption(args, 'rejects') ?? null,
    advantage,
    epsilon,
    allowMissing: switchOption(args, 'allow-missing'),
    jobs: numberOption(args, 'jobs', { min: 1, max: 256, whole: true }),
    rowTimeout: numberOption(args, 'row-timeout', { min: 0.1, max: 86_400, whole: false }),
    quiet: switchOption(args, 'quiet'),
    progress: args.options.get('progress') !== false,
    color: textOption(args, 'color'),
  };
}

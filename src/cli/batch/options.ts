import { type Arguments, numberOption, switchOption, textOption, UsageError } from '../argv.js';
import { policyFrom } from '../options/policy.js';
import { parsePath } from '../path.js';
import type { BatchOptions, Only } from './types.js';

const LARGEST = Number.MAX_SAFE_INTEGER;

/** The fields the user named; each must be a path. */
function fieldsFrom(args: Arguments): BatchOptions['fields'] {
  const field = (name: string): string | undefined => {
    const path = textOption(args, name);
    if (path !== undefined) parsePath(path);
    return path;
  };
  return {
    response: field('response'),
    // With --gold, --label names a field of that file.
    label: textOption(args, 'gold') === undefined ? field('label') : undefined,
    problem: field('problem'),
    id: field('id'),
    goldsElsewhere: textOption(args, 'gold') !== undefined,
  };
}

function shardFrom(args: Arguments): BatchOptions['shard'] {
  const text = textOption(args, 'shard');
  if (text === undefined) return null;
  const match = /^(\d{1,9})\/(\d{1,9})$/.exec(text);
  const [part, of] = [Number(match?.[1]), Number(match?.[2])];
  if (match !== null && part >= 1 && part <= of) return { part, of };
  throw new UsageError(`--shard must be I/N with 1 ≤ I ≤ N, as in 1/4; got '${text}'`);
}

function ksFrom(args: Arguments): readonly number[] | null {
  const text = textOption(args, 'k');
  if (text === undefined) return null;
  const ks = text.split(',').map((part) => (/^\s*\d{1,6}\s*$/.test(part) ? Number(part) : 0));
  if (ks.every((k) => k >= 1)) return [...new Set(ks)].sort((a, b) => a - b);
  throw new UsageError(`--k must be whole numbers of at least 1, as in 1,4,16; got '${text}'`);
}

/** Combinations that make no sense, with what to do instead. */
function checkCombinations(options: BatchOptions, args: Arguments): void {
  const { format, output, resume, only, gold, on } = options;
  if (switchOption(args, 'json') && switchOption(args, 'jsonl'))
    throw new UsageError('choose --json or --jsonl, not both');
  if ((gold === null) !== (on === null)) throw new UsageError('--gold FILE and --on FIELD go together');
  if (only !== null && format !== 'jsonl')
    throw new UsageError('--only chooses records to write: add --jsonl');
  if (resume && (format !== 'jsonl' || output === null))
    throw new UsageError('--resume needs --jsonl and -o FILE');
  if (resume && only !== null)
    throw new UsageError('--resume cannot go on with --only: lines do not match records');
}

/** The options of a batch. Throws {@link UsageError} on values or combinations that make no sense. */
export function batchOptions(args: Arguments, files: readonly string[]): BatchOptions {
  const count = (name: string, min: number, max: number = LARGEST): number | undefined =>
    numberOption(args, name, { min, max, whole: true });
  const options: BatchOptions = {
    files,
    fields: fieldsFrom(args),
    gold: textOption(args, 'gold') ?? null,
    on: textOption(args, 'on') ?? null,
    goldLabel: textOption(args, 'label'),
    policy: policyFrom(args),
    format: switchOption(args, 'jsonl') ? 'jsonl' : switchOption(args, 'json') ? 'json' : 'table',
    output: textOption(args, 'output') ?? null,
    resume: switchOption(args, 'resume'),
    only: (textOption(args, 'only') ?? null) as Only | null,
    rejects: textOption(args, 'rejects') ?? null,
    ks: ksFrom(args),
    examples: count('examples', 0) ?? 5,
    limit: count('limit', 0) ?? LARGEST,
    shard: shardFrom(args),
    jobs: count('jobs', 1, 256),
    rowTimeout: numberOption(args, 'row-timeout', { min: 0.1, max: 86_400, whole: false }),
    quiet: switchOption(args, 'quiet'),
    progress: args.options.get('progress') !== false,
    color: textOption(args, 'color'),
    minAccuracy: numberOption(args, 'min-accuracy', { min: 0, max: 1, whole: false }) ?? null,
    failOn: (textOption(args, 'fail-on') ?? 'none') as BatchOptions['failOn'],
  };
  checkCombinations(options, args);
  return options;
}

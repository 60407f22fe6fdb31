import { formatReward, schema } from '../../rewards/index.js';
import { nearest } from '../../support/index.js';
import { type Arguments, textOption, UsageError } from '../argv.js';
import { type ExitCode, exitCode } from '../exit.js';
import { checkRewards } from '../reward/check.js';
import { explainReward } from '../reward/explain.js';
import { list } from '../reward/list.js';
import { paramsFrom, rewardFrom } from '../reward-source.js';
import type { Terminal } from '../terminal.js';
import { rewardVerbs } from './reward-commands.js';

/** A reward as a file, to start one's own from. */
async function show(names: readonly string[], args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [name, ...more] = names;
  if (name === undefined || more.length > 0) throw new UsageError('reward show needs one FILE or NAME');
  await terminal.out.write(
    await formatReward(await rewardFrom(name, paramsFrom(textOption(args, 'params')))),
  );
  return exitCode.done;
}

/** The JSON Schema of reward files. */
async function writeSchema(terminal: Terminal): Promise<ExitCode> {
  await terminal.out.write(`${JSON.stringify(schema(), null, 2)}\n`);
  return exitCode.done;
}

/** `touchstone reward list|check|explain|show|schema`. */
export function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [verb = '', ...names] = args.positionals;
  if (verb === 'list') return list(args, terminal);
  if (verb === 'check') return checkRewards(names, args, terminal);
  if (verb === 'explain') return explainReward(names, args, terminal);
  if (verb === 'show') return show(names, args, terminal);
  if (verb === 'schema') return writeSchema(terminal);
  const near = nearest(verb, rewardVerbs);
  throw new UsageError(
    `reward needs one of ${rewardVerbs.join(', ')}; got '${verb}'${near === null ? '' : ` (did you mean ${near}?)`}`,
  );
}

import { type HistoryStore, historyOf } from '../../rewards/history/index.js';
import { explain, outline, type ScoredGroup } from '../../rewards/index.js';
import { type Arguments, numberOption, textOption, UsageError } from '../argv.js';
import { type ExitCode, exitCode } from '../exit.js';
import { existingStore } from '../history-source.js';
import { paramsFrom, rewardFrom } from '../reward-source.js';
import { stepsOf } from '../score/groups.js';
import { scoreOptions } from '../score/options.js';
import { withPrepared } from '../score/prepare.js';
import { scoreStep } from '../score/score-step.js';
import type { Terminal } from '../terminal.js';

/** Groups shown when no number is asked for. */
const GROUPS = 3;
/** Columns of a table that its labels take, and one number. */
const LABELS = 40;
const NUMBER = 10;

/** `touchstone reward explain`: a reward in words, or how rollouts came to theirs. */
export async function explainReward(
  names: readonly string[],
  args: Arguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const [name, ...files] = names;
  if (name === undefined) throw new UsageError('reward explain needs a FILE or a NAME');
  if (files.length > 0) return explainRollouts(name, files, args, terminal);
  await terminal.out.write(outline(await rewardFrom(name, paramsFrom(textOption(args, 'params')))));
  return exitCode.done;
}

/** Scores rollouts step by step and shows the first groups, node by node. */
function explainRollouts(
  name: string,
  files: readonly string[],
  args: Arguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const limit = numberOption(args, 'limit', { min: 1, max: Number.MAX_SAFE_INTEGER, whole: true }) ?? GROUPS;
  const columns = Math.max(2, Math.floor((terminal.width - LABELS) / NUMBER));
  const options = scoreOptions(args, name, files);
  const aside = { ...options, history: null };
  return withPrepared(aside, terminal, async ({ reward, stop }, { input, judged }, store) => {
    if (options.history !== null) await copyInto(store, options.history);
    const history = historyOf(reward, store);
    let shown = 0;
    for (const step of stepsOf(input.rows, judged)) {
      if (shown >= limit || stop.requested) break;
      const { scored } = await scoreStep(reward, step, history);
      for (const [g, { group }] of step.groups.slice(0, limit - shown).entries()) {
        await terminal.out.write(`${explain(reward, scored[g] as ScoredGroup, group, { columns })}\n`);
        shown += 1;
      }
    }
    if (stop.code !== null) return stop.code;
    return input.failures > 0 ? exitCode.usage : exitCode.done;
  });
}

/** Explaining learns on the side: what the named store knows is copied, and the store is left as it is. */
async function copyInto(store: HistoryStore, path: string): Promise<void> {
  const known = await existingStore(path);
  try {
    await store.add(await known.read());
  } finally {
    await known.close();
  }
}

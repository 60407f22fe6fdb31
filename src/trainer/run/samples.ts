import type { RolledGroup } from '../rollouts.js';
import type { RunFolder } from './folder.js';

/** Digits of a step in the name of a file. */
const WIDTH = 6;

/** Writes some groups of a step, one response a line: `rollouts/step-000012.jsonl`. */
export async function keepRollouts(
  folder: RunFolder,
  done: number,
  groups: readonly RolledGroup[],
): Promise<void> {
  if (groups.length === 0) return;
  const lines = groups.flatMap(({ problem, responses, judged, rewards }, group) =>
    responses.map(({ text, tokens, finish }, i) =>
      JSON.stringify({
        step: done,
        group,
        prompt: problem.prompt,
        gold: problem.gold,
        response: text,
        tokens: tokens.length,
        finish,
        correct: judged[i]?.facts.correct ?? null,
        boxed: judged[i]?.boxed ?? false,
        reward: rewards[i] ?? null,
      }),
    ),
  );
  await folder.write(`rollouts/step-${String(done).padStart(WIDTH, '0')}.jsonl`, `${lines.join('\n')}\n`);
}

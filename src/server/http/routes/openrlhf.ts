import { responseOf } from '../../chat-text.js';
import { withDeadline } from '../../respond.js';
import type { Answer } from '../../wire/answer.js';
import { Fault } from '../../wire/fault.js';
import { asLabel, type Item } from '../../wire/item.js';
import { asList, asObject, asText, field } from '../../wire/read.js';
import { ok, type Route } from '../route.js';
import { listOf, number, objectOf, text } from '../schemas.js';

/**
 * OpenRLHF's `--reward.remote_url`: decoded prompt and response together, lists of one in practice. It makes tensors of
 * the lists, so that every number must be there: what a reward leaves out (an unusable label) is 0.
 */
export const openrlhfRoute: Route = {
  method: 'POST',
  path: '/get_reward',
  summary: 'OpenRLHF: rewards of decoded prompts and responses, as flat lists.',
  request: objectOf({ query: listOf(text), prompts: listOf(text), labels: listOf(text) }, ['query']),
  response: objectOf({
    rewards: listOf(number),
    scores: listOf(number),
    extra_logs: { type: 'object', additionalProperties: listOf(number) },
  }),
  single: true,
  answer: async ({ scorer, body, items: most, deadlineMs, gone }) => {
    const object = asObject(body, 'request');
    const queries = asList(field(object, 'query'), 'query');
    if (queries.length > most)
      throw new Fault('too_large', `query: ${queries.length} texts; at most ${most} are taken at once`);
    const prompts = asList(field(object, 'prompts') ?? [], 'prompts');
    const labels = asList(field(object, 'labels') ?? [], 'labels');
    const items = queries.map((query, i): Item => {
      const prompt =
        prompts[i] === undefined || prompts[i] === null ? undefined : asText(prompts[i], `prompts[${i}]`);
      return {
        response: responseOf(asText(query, `query[${i}]`), prompt),
        label: asLabel(labels[i], `labels[${i}]`),
        ...(prompt === undefined ? {} : { prompt, problem: prompt }),
        facts: {},
      };
    });
    const answers = await withDeadline(deadlineMs, gone, (signal) => scorer.score(items, null, signal));
    return ok({
      rewards: answers.map(({ reward }) => reward ?? 0),
      scores: answers.map(({ reward }) => Math.min(1, Math.max(0, reward ?? 0))),
      extra_logs: logsOf(answers),
    });
  },
};

/** Every named part as a list, with the same names whatever the answers were. */
function logsOf(answers: readonly Answer[]): Record<string, number[]> {
  const names = Object.keys(answers[0]?.terms ?? {});
  return {
    ...Object.fromEntries(names.map((name) => [name, answers.map(({ terms }) => terms[name] ?? 0)])),
    undecided: answers.map(({ verdict }) => (verdict === 'undecided' ? 1 : 0)),
  };
}

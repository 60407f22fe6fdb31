import { withoutEndMarks } from '../../chat-text.js';
import { withDeadline } from '../../respond.js';
import { Fault } from '../../wire/fault.js';
import type { Item } from '../../wire/item.js';
import { asList, asObject, asText, field } from '../../wire/read.js';
import { ok, type Route } from '../route.js';
import { listOf, number, objectOf, text } from '../schemas.js';

/** LLaMA-Factory's `reward_model_type: api`: prompt and response in one text, and no gold answer. */
export const llamafactoryRoute: Route = {
  method: 'POST',
  path: '/llamafactory',
  summary: 'LLaMA-Factory PPO: scores of texts, by a reward that needs no gold answer.',
  request: objectOf({ model: text, messages: listOf(text) }, ['messages']),
  response: objectOf({ scores: listOf(number) }),
  single: true,
  unlabelled: true,
  answer: async ({ scorer, body, items: most, deadlineMs, gone }) => {
    const messages = asList(field(asObject(body, 'request'), 'messages'), 'messages');
    if (messages.length > most)
      throw new Fault('too_large', `messages: ${messages.length} texts; at most ${most} are taken at once`);
    const items = messages.map(
      (message, i): Item => ({
        response: withoutEndMarks(asText(message, `messages[${i}]`)),
        label: null,
        facts: {},
      }),
    );
    const answers = await withDeadline(deadlineMs, gone, (signal) => scorer.score(items, null, signal));
    return ok({ scores: answers.map(({ reward }) => reward ?? 0) });
  },
};

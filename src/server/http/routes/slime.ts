import { withoutEndMarks } from '../../chat-text.js';
import { withDeadline } from '../../respond.js';
import { asLabel, promptText } from '../../wire/item.js';
import { asObject, asText, field, given } from '../../wire/read.js';
import { ok, type Route } from '../route.js';
import { number, objectOf, text } from '../schemas.js';

/**
 * slime's `--rm-type remote_rm`: one sample a request. Without `--reward-key` it takes the whole answer as the reward, so
 * that the answer is a bare number; `/slime?detail=1` gives an object for `--reward-key score`. slime tries ten times before it gives up: an unusable label is 0.
 */
export const slimeRoute: Route = {
  method: 'POST',
  path: '/slime',
  summary: 'slime: the reward of one sample as a number; ?detail=1 as an object with score, acc and pred.',
  request: objectOf({ prompt: {}, response: text, label: {} }, ['response']),
  response: { oneOf: [number, objectOf({ score: number, acc: number, pred: text })] },
  single: true,
  answer: async ({ scorer, body, query, deadlineMs, gone }) => {
    const object = asObject(body, 'request');
    const prompt = given(object, 'prompt', 'request', promptText);
    const item = {
      response: withoutEndMarks(asText(field(object, 'response'), 'response')),
      label: asLabel(field(object, 'label'), 'label'),
      ...(prompt === undefined ? {} : { prompt, problem: prompt }),
      facts: {},
    };
    const [answer] = await withDeadline(deadlineMs, gone, (signal) => scorer.score([item], null, signal));
    const score = answer?.reward ?? 0;
    if (query.get('detail') !== '1') return ok(score);
    return ok({ score, acc: answer?.verdict === 'equal' ? 1 : 0, pred: answer?.extracted ?? '' });
  },
};

import type { Json } from '../../../support/index.js';
import { respond } from '../../respond.js';
import type { Route } from '../route.js';
import { answerSchema, itemSchema, listOf, objectOf } from '../schemas.js';
import { statusOf } from '../status.js';

/** Our own protocol: the envelope of the line protocol as a body. */
export const scoreRoute: Route = {
  method: 'POST',
  path: '/v1/score',
  summary: 'Scores a batch: results in the order of the items.',
  request: objectOf(
    {
      id: { type: ['string', 'number'] },
      op: { const: 'score' },
      items: listOf(itemSchema),
      deadline_ms: { type: 'number', minimum: 1 },
      reward: { type: ['string', 'object', 'null'] },
    },
    ['items'],
  ),
  response: objectOf({
    id: { type: ['string', 'number', 'null'] },
    results: listOf(answerSchema),
    ms: { type: 'number' },
  }),
  answer: async ({ scorer, body, items, deadlineMs, gone }) => {
    const reply = await respond(scorer, body, { items, deadlineMs }, gone);
    // Erasure point: a reply is JSON by its type.
    const json = reply as unknown as Json;
    return { status: 'error' in reply ? statusOf[reply.error.code] : 200, json };
  },
};

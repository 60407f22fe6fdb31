import type { Json } from '../../../support/index.js';
import { withDeadline } from '../../respond.js';
import { asLabel, asName, contentText, promptText } from '../../wire/item.js';
import { asList, asObject, field, given, type JsonObject } from '../../wire/read.js';
import { ok, type Route } from '../route.js';
import { number, objectOf } from '../schemas.js';

/** Fields of a data set's row that carry the gold answer, in the order in which they are looked for. */
const GOLD_FIELDS: readonly string[] = ['expected_answer', 'answer', 'ground_truth', 'label', 'solution'];

/** NeMo-Gym's resources server: the row and a Responses object in, the same with its reward out. */
export const nemoGymVerify: Route = {
  method: 'POST',
  path: '/verify',
  summary: 'NeMo-Gym: the request echoed with its reward.',
  request: objectOf({ response: objectOf({ output: { type: 'array' } }) }),
  response: objectOf({ reward: number }),
  single: true,
  answer: async ({ scorer, body, deadlineMs, gone }) => {
    const row = asObject(body, 'request');
    const prompt = statement(row);
    const problem = given(row, 'id', 'request', asName) ?? prompt;
    const item = {
      response: outputText(field(row, 'response')),
      label: asLabel(goldOf(row), 'expected_answer'),
      ...(prompt === undefined ? {} : { prompt }),
      ...(problem === undefined ? {} : { problem }),
      facts: {},
    };
    const [answer] = await withDeadline(deadlineMs, gone, (signal) => scorer.score([item], null, signal));
    const terms = Object.entries(answer?.terms ?? {}).map(([name, value]) => [name, value ?? 0] as const);
    return ok({
      ...row,
      reward: answer?.reward ?? 0,
      extracted_answer: answer?.extracted ?? null,
      verdict: answer?.verdict ?? null,
      reward_components: Object.fromEntries(terms),
    });
  },
};

/** A session has no state here; the route exists because every rollout opens one. */
export const nemoGymSeed: Route = {
  method: 'POST',
  path: '/seed_session',
  summary: 'NeMo-Gym: opens a session, which has no state.',
  request: { type: 'object' },
  response: { type: 'object' },
  answer: () => ok({}),
};

function goldOf(row: JsonObject): Json | undefined {
  for (const name of GOLD_FIELDS) {
    const value = field(row, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The problem: a field of the row, or the last message of the user. */
function statement(row: JsonObject): string | undefined {
  const asked = field(row, 'question') ?? field(row, 'problem');
  if (typeof asked === 'string') return asked;
  const params = field(row, 'responses_create_params');
  if (params === undefined) return undefined;
  return given(asObject(params, 'responses_create_params'), 'input', 'responses_create_params', promptText);
}

/** All text of the assistant's messages; reasoning and tool calls are left out. */
function outputText(response: Json | undefined): string {
  return asList(field(asObject(response, 'response'), 'output'), 'response.output')
    .map((item, i) => asObject(item, `response.output[${i}]`))
    .filter((item) => field(item, 'type') === 'message')
    .map((item, i) => contentText(field(item, 'content'), `response.output[${i}]`))
    .join('');
}

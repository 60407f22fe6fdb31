import type { Json } from '../../support/index.js';

type Fields = { readonly [name: string]: Json };

/** JSON Schema of an object with these fields. */
export const objectOf = (
  properties: Fields,
  required: readonly string[] = Object.keys(properties),
): Json => ({
  type: 'object',
  properties,
  required: [...required],
});

/** JSON Schema of a list. */
export const listOf = (items: Json): Json => ({ type: 'array', items });

/** A finite number. */
export const number: Json = { type: 'number' };

/** A text. */
export const text: Json = { type: 'string' };

/** An {@link ../wire/item!Item} as it is sent. */
export const itemSchema: Json = objectOf(
  {
    response: text,
    label: { oneOf: [{ type: ['string', 'number', 'null'] }, listOf({ type: ['string', 'number'] })] },
    prompt: { oneOf: [text, listOf({ type: 'object' })] },
    problem: { type: ['string', 'number'] },
    group: { type: ['string', 'number'] },
    step: { type: 'number', minimum: 0 },
    sample: { type: ['string', 'number'] },
    tokens: { type: 'number', minimum: 0 },
    finish: { enum: ['stop', 'length'] },
    entropy: { type: 'number', minimum: 0 },
    correct: { type: 'boolean' },
    logProbs: listOf(number),
    tokenIds: listOf(number),
    modelScore: number,
    stepScores: listOf(number),
    noThinking: { type: 'boolean' },
    referenceAccuracy: { type: 'number', minimum: 0, maximum: 1 },
    extra: { type: 'object', additionalProperties: { type: ['number', 'null'] } },
  },
  ['response'],
);

/** An answer as it is sent back. */
export const answerSchema: Json = objectOf({
  reward: { type: ['number', 'null'] },
  terms: { type: 'object', additionalProperties: { type: ['number', 'null'] } },
  verdict: { enum: ['equal', 'different', 'undecided', null] },
  reason: { type: ['string', 'null'] },
  extracted: { type: ['string', 'null'] },
});

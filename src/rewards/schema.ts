import type { Json } from '../support/index.js';
import { presetNames } from './presets/index.js';
import { recipeNames } from './recipes/index.js';
import { MOST_TEXT, type Registry, standardSignals } from './registry.js';
import type { Parameter, Signal } from './signal.js';

/** A JSON object. */
type Schema = { readonly [key: string]: Json };

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * A JSON Schema (2020-12) of reward files over the signals of a registry, for editors and for checks in other languages. What it
 * accepts and {@link readReward} refuses is what a schema cannot say: names of parts that stand twice, knots whose steps do not rise,
 * a clip whose ends are swapped, normalised weights that add up to 0, terms that are too large.
 */
export function schema(registry: Registry = standardSignals): Schema {
  const signals = [...registry.values()];
  return {
    $schema: DIALECT,
    title: 'Touchstone reward',
    ...record(
      {
        version: { const: 1 },
        name: { type: 'string', minLength: 1 },
        undecided: {
          enum: ['zero', 'abstain', 'fail'],
          default: 'zero',
          description: 'what a missing value at the root is worth',
        },
        term: TERM,
      },
      ['version', 'name', 'term'],
    ),
    $defs: {
      term: {
        anyOf: [
          { type: 'number', description: 'a constant' },
          {
            enum: signals.filter(needsNothing).map(({ name }) => name),
            description: 'a signal with its defaults',
          },
          ...Object.keys(REFERENCES).map((op): Json => ({ $ref: `#/$defs/${op}` })),
          ...Object.keys(OPERATORS).map((op): Json => ({ $ref: `#/$defs/${op}` })),
          ...signals.map(({ name }): Json => ({ $ref: `#/$defs/signal:${name}` })),
        ],
      },
      ...REFERENCES,
      ...OPERATORS,
      ...Object.fromEntries(signals.map((signal) => [`signal:${signal.name}`, signalSchema(signal)])),
    },
  };
}

const TERM: Schema = { $ref: '#/$defs/term' };
const NUMBER: Schema = { type: 'number' };

/** An object of these properties and no others. */
const record = (properties: Schema, required: readonly string[]): Schema => ({
  type: 'object',
  properties,
  required: [...required],
  additionalProperties: false,
});

/** An operator's object: its name and its fields, those listed being required. */
const operator = (op: string, description: string, fields: Schema, required: readonly string[]): Schema => ({
  description,
  ...record({ op: { const: op }, ...fields }, ['op', ...required]),
});

const list = (op: string, description: string): Schema =>
  operator(op, description, { terms: { type: 'array', items: TERM, minItems: 1 } }, ['terms']);

const PART = record(
  { name: { type: 'string', minLength: 1 }, weight: { ...NUMBER, default: 1 }, term: TERM },
  ['name', 'term'],
);

const KNOT: Schema = { type: 'array', prefixItems: [NUMBER, NUMBER], minItems: 2, maxItems: 2 };

const OPERATORS: { readonly [op: string]: Schema } = {
  const: operator('const', 'the same number for every rollout', { value: NUMBER }, ['value']),
  sum: operator(
    'sum',
    'the sum of weight times term',
    {
      weights: { enum: ['raw', 'normalised'], default: 'raw' },
      missing: { enum: ['null', 'skip', null], default: 'null' },
      parts: { type: 'array', items: PART },
    },
    ['parts'],
  ),
  product: list('product', 'the product of terms'),
  min: list('min', 'the least of terms'),
  max: list('max', 'the greatest of terms'),
  gate: operator(
    'gate',
    'pass where when ≥ atLeast, else fail',
    { when: TERM, atLeast: { ...NUMBER, default: 0.5 }, pass: TERM, fail: { ...TERM, default: 0 } },
    ['when', 'pass'],
  ),
  clip: operator('clip', 'the term held to [min, max]', { min: NUMBER, max: NUMBER, term: TERM }, [
    'min',
    'max',
    'term',
  ]),
  affine: operator(
    'affine',
    'scale times term plus shift',
    { scale: { ...NUMBER, default: 1 }, shift: { ...NUMBER, default: 0 }, term: TERM },
    ['term'],
  ),
  threshold: operator('threshold', '1 where term ≥ at, else 0', { at: NUMBER, term: TERM }, ['at', 'term']),
  schedule: operator(
    'schedule',
    'the term times a factor of the step: knots [step, factor] with rising steps',
    { knots: { type: 'array', items: KNOT, minItems: 1 }, term: TERM },
    ['knots', 'term'],
  ),
  centre: operator('centre', 'the term minus its mean over the group', { term: TERM }, ['term']),
  zscore: operator(
    'zscore',
    '(term − mean) / (std + epsilon) over the group',
    {
      std: { enum: ['sample', 'population'], default: 'sample' },
      epsilon: { ...NUMBER, minimum: 0, default: 1e-6 },
      term: TERM,
    },
    ['term'],
  ),
  rank: operator('rank', 'rank in the group, from −1 to 1', { term: TERM }, ['term']),
};

/** Rewards of others by name, which take the place of the reference. */
const reference = (op: string, description: string, names: readonly string[]): Schema =>
  operator(op, description, { name: { enum: [...names] }, params: { type: 'object' } }, ['name']);

const REFERENCES: { readonly [op: string]: Schema } = {
  like: reference('like', 'the reward function of a training stack, by name', presetNames()),
  recipe: reference('recipe', 'the reward of a paper, by name', recipeNames()),
};

const needsNothing = ({ parameters }: Signal): boolean =>
  Object.values(parameters).every((parameter) => parameter.default !== undefined);

function signalSchema(signal: Signal): Schema {
  const { name, summary, source, parameters } = signal;
  const fields = Object.entries(parameters);
  const required = fields.flatMap(([key, parameter]) => (parameter.default === undefined ? [key] : []));
  const params = record(
    Object.fromEntries(fields.map(([key, one]) => [key, parameterSchema(one)])),
    required,
  );
  return {
    ...record({ op: { const: 'signal' }, name: { const: name }, params }, [
      'op',
      'name',
      ...(required.length === 0 ? [] : ['params']),
    ]),
    description: source === '' ? summary : `${summary} (${source})`,
  };
}

function parameterSchema(parameter: Parameter): Schema {
  const about: Schema = {
    description: parameter.what,
    ...(parameter.default === undefined ? {} : { default: parameter.default }),
  };
  switch (parameter.kind) {
    case 'boolean':
      return { type: 'boolean', ...about };
    case 'choice':
      return { enum: [...parameter.choices], ...about };
    case 'text':
      return { type: 'string', maxLength: MOST_TEXT, ...about };
    case 'number':
      return {
        type: parameter.integer === true ? 'integer' : 'number',
        ...(parameter.min === undefined ? {} : { minimum: parameter.min }),
        ...(parameter.max === undefined ? {} : { maximum: parameter.max }),
        ...about,
      };
  }
}

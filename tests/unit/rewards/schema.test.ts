import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  defineSignal,
  formatReward,
  readReward,
  recipe,
  recipeNames,
  reward,
  schema,
  standardSignals,
  withSignals,
} from '../../../src/rewards/index.js';
import { rewards } from '../../../src/rewards/laws/index.js';

const mine = defineSignal({
  name: 'mine',
  summary: 'one’s own',
  parameters: {
    most: { kind: 'number', min: 1, max: 9, integer: true, what: 'a count' },
    twice: { kind: 'boolean', default: false, what: '' },
    form: { kind: 'choice', default: 'a', choices: ['a', 'b'], what: '' },
    tag: { kind: 'text', default: 'x', what: '' },
    free: { kind: 'number', default: 0, what: 'any number' },
  },
  range: () => [0, 1],
  score: () => 0,
});
const registry = withSignals(standardSignals, mine);
const compiled = new Map<string, (value: unknown) => unknown>();

/**
 * Whether the schema takes a value. The schema is made anew by every test, so that each of its parts counts as tested by the
 * tests that depend on it; compiling the same one again would take most of the time.
 */
function valid(value: unknown): boolean {
  const made = schema(registry);
  const key = JSON.stringify(made);
  const check =
    compiled.get(key) ??
    new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true }).compile(made);
  compiled.set(key, check);
  return check(value) === true;
}
const whole = (term: unknown): unknown => ({ version: 1, name: 'r', term });

/** Whether the reader takes it. */
function reads(value: unknown): boolean {
  try {
    readReward(value, registry);
    return true;
  } catch {
    return false;
  }
}

test('every reward there is fits', () => {
  fc.assert(
    fc.property(rewards(), (one) => {
      expect(valid(JSON.parse(JSON.stringify(one)))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test.each(recipeNames())('recipe %s fits, as it is and as it is written', async (name) => {
  const one = recipe(name);
  expect(valid(JSON.parse(JSON.stringify(one)))).toBe(true);
  expect(valid(JSON.parse(JSON.stringify(readReward(one))))).toBe(true);
  expect(await formatReward(one)).toContain('version: 1');
});

describe('the schema and the reader agree', () => {
  const one = { op: 'const', value: 1 };
  test.each<[boolean, unknown]>([
    [true, whole(1)],
    [true, whole('correct')],
    [false, whole('mine')],
    [false, whole('corect')],
    [true, { ...Object(whole(1)), undecided: 'fail' }],
    [false, { ...Object(whole(1)), undecided: 'one' }],
    [false, { ...Object(whole(1)), version: 2 }],
    [false, { ...Object(whole(1)), more: 2 }],
    [false, { version: 1, name: '', term: 1 }],
    [false, { version: 1, name: 'r' }],
    [true, whole({ op: 'signal', name: 'mine', params: { most: 3 } })],
    [false, whole({ op: 'signal', name: 'mine', params: {} })],
    [false, whole({ op: 'signal', name: 'mine' })],
    [false, whole({ op: 'signal', name: 'mine', params: { most: 3.5 } })],
    [false, whole({ op: 'signal', name: 'mine', params: { most: 10 } })],
    [false, whole({ op: 'signal', name: 'mine', params: { most: 3, twice: 1 } })],
    [false, whole({ op: 'signal', name: 'mine', params: { most: 3, form: 'c' } })],
    [false, whole({ op: 'signal', name: 'mine', params: { most: 3, tag: 'x'.repeat(201) } })],
    [true, whole({ op: 'signal', name: 'mine', params: { most: 3, tag: 'x'.repeat(200) } })],
    [false, whole({ op: 'signal', name: 'mine', params: { most: 3, more: 1 } })],
    [true, whole({ op: 'signal', name: 'correct' })],
    [false, whole({ op: 'signal', name: 'correct', params: { floor: 1 } })],
    [true, whole({ op: 'sum', parts: [{ name: 'a', term: one }] })],
    [true, whole({ op: 'sum', missing: null, parts: [] })],
    [false, whole({ op: 'sum', parts: [{ name: '', term: one }] })],
    [false, whole({ op: 'sum', parts: [{ name: 'a' }] })],
    [false, whole({ op: 'sum' })],
    [true, whole({ op: 'min', terms: [one] })],
    [false, whole({ op: 'min', terms: [] })],
    [true, whole({ op: 'gate', when: one, pass: one })],
    [false, whole({ op: 'gate', when: one })],
    [false, whole({ op: 'clip', min: 0, term: one })],
    [true, whole({ op: 'affine', term: one })],
    [false, whole({ op: 'threshold', term: one })],
    [true, whole({ op: 'schedule', knots: [[0, 1]], term: one })],
    [false, whole({ op: 'schedule', knots: [[0]], term: one })],
    [false, whole({ op: 'schedule', knots: [[0, 1, 2]], term: one })],
    [false, whole({ op: 'schedule', knots: [], term: one })],
    [false, whole({ op: 'schedule', term: one })],
    [false, whole({ op: 'zscore', epsilon: -1, term: one })],
    [false, whole({ op: 'zscore', std: 'both', term: one })],
    [true, whole({ op: 'rank', term: { op: 'centre', term: one } })],
    [false, whole({ op: 'rank', term: [] })],
    [true, whole({ op: 'recipe', name: 'hapo', params: { w: 0.5 } })],
    [true, whole({ op: 'like', name: 'trl:accuracy' })],
    [false, whole({ op: 'recipe', name: 'hapoo' })],
    [false, whole({ op: 'like' })],
    [false, whole({ op: 'nothing' })],
    [false, whole({ op: 'sum', weights: 'even', parts: [{ name: 'a', term: one }] })],
    [false, whole({ op: 'sum', missing: 'drop', parts: [{ name: 'a', term: one }] })],
    [false, whole({ op: 'sum', parts: [{ name: 'a', weight: 'x', term: one }] })],
    [false, whole({ op: 'sum', parts: 'none' })],
    [false, whole({ op: 'max' })],
    [false, whole({ op: 'product', terms: ['corect'] })],
    [false, whole({ op: 'gate', when: one, pass: one, atLeast: 'x' })],
    [false, whole({ op: 'gate', when: one, pass: one, fail: [] })],
    [false, whole({ op: 'clip', min: 'x', max: 1, term: one })],
    [false, whole({ op: 'affine', scale: 'x', term: one })],
    [false, whole({ op: 'affine', shift: 'x', term: one })],
    [false, whole({ op: 'affine', scale: 2 })],
    [false, whole({ op: 'const' })],
    [false, whole({ op: 'schedule', knots: [['a', 1]], term: one })],
    [false, whole({ op: 'schedule', knots: [[0, 'a']], term: one })],
    [false, whole({ op: 'centre' })],
    [false, whole({ op: 'zscore' })],
    [false, whole({ op: 'rank' })],
    [false, whole({ op: 'recipe', name: 'hapo', params: 3 })],
    [true, whole({ op: 'signal', name: 'mine', params: { most: 9, twice: true, form: 'b', free: -1e9 } })],
    [false, whole({ op: 'signal', name: 'mine', params: { most: 0 } })],
    [false, whole({ op: 'signal', name: 'mine', params: { most: 3, free: 'x' } })],
  ])('%s %j', (fits, value) => {
    expect(valid(value)).toBe(fits);
    expect(reads(value)).toBe(fits);
  });
});

test('says what each parameter is for', () => {
  expect(JSON.stringify(schema())).toContain('score of a right answer');
  expect(schema().$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(valid(reward('r', { op: 'const', value: 1 }))).toBe(true);
});

test('a signal of one’s own, whole', () => {
  const definitions = schema(registry).$defs as unknown as Readonly<
    Record<string, { description?: string } | undefined>
  >;
  expect(definitions['signal:mine']).toStrictEqual({
    type: 'object',
    description: 'one’s own (defined by its user)',
    properties: {
      op: { const: 'signal' },
      name: { const: 'mine' },
      params: {
        type: 'object',
        properties: {
          most: { type: 'integer', minimum: 1, maximum: 9, description: 'a count' },
          twice: { type: 'boolean', default: false, description: '' },
          form: { enum: ['a', 'b'], default: 'a', description: '' },
          tag: { type: 'string', maxLength: 200, default: 'x', description: '' },
          free: { type: 'number', default: 0, description: 'any number' },
        },
        required: ['most'],
        additionalProperties: false,
      },
    },
    required: ['op', 'name', 'params'],
    additionalProperties: false,
  });
  expect(definitions['signal:kimi-length']?.description).toMatch(/^length among .* \(Kimi k1\.5, .*\)$/);
});

test('a signal without a source is described by its summary alone', () => {
  const { $defs } = schema(withSignals(standardSignals, { ...mine, source: '' })) as unknown as {
    $defs: Readonly<Record<string, { description?: string } | undefined>>;
  };
  expect($defs['signal:mine']?.description).toBe('one’s own');
});

test('defaults are told', () => {
  const { $defs, properties } = schema() as unknown as {
    $defs: Readonly<Record<string, { properties: object } | undefined>>;
    properties: object;
  };
  const fields = (op: string): object => $defs[op]?.properties ?? {};
  expect(properties).toMatchObject({ undecided: { default: 'zero' } });
  expect(fields('gate')).toMatchObject({ atLeast: { type: 'number', default: 0.5 }, fail: { default: 0 } });
  expect(fields('affine')).toMatchObject({ scale: { default: 1 }, shift: { default: 0 } });
  expect(fields('zscore')).toMatchObject({ std: { default: 'sample' }, epsilon: { default: 1e-6 } });
  expect(fields('sum')).toMatchObject({ weights: { default: 'raw' }, missing: { default: 'null' } });
});

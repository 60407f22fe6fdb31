import { ConfigError, type Json } from '../../support/index.js';
import { MAX_DEPTH, MAX_NODES } from '../limits.js';
import { completeParams, lookUp, type Registry } from '../registry.js';
import type { Part, ScheduleTerm, SumTerm, Term } from '../term.js';
import {
  choiceOf,
  type Fields,
  fieldsOf,
  finite,
  hint,
  isPlainObject,
  listOf,
  numberOf,
  refuse,
  shown,
  textOf,
} from './fields.js';
import { NAMED, namedTerm } from './named.js';

/** Where a term stands while it is read, and what it may name. */
export interface Place {
  readonly path: string;
  readonly depth: number;
  readonly registry: Registry;
  /** Nodes read so far, in all of the term. */
  readonly count: { nodes: number };
}

interface TermReader {
  /** The fields besides `op`. */
  readonly fields: readonly string[];
  readonly read: (fields: Fields, place: Place) => Term;
}

const readers: { readonly [Op in Term['op']]: TermReader } = {
  const: { fields: ['value'], read: (f, { path }) => ({ op: 'const', value: numberOf(f, 'value', path) }) },
  signal: { fields: ['name', 'params'], read: readSignal },
  sum: { fields: ['weights', 'missing', 'parts'], read: readSum },
  product: { fields: ['terms'], read: (f, place) => ({ op: 'product', terms: termsOf(f, place) }) },
  min: { fields: ['terms'], read: (f, place) => ({ op: 'min', terms: termsOf(f, place) }) },
  max: { fields: ['terms'], read: (f, place) => ({ op: 'max', terms: termsOf(f, place) }) },
  gate: {
    fields: ['when', 'atLeast', 'pass', 'fail'],
    read: (f, place) => ({
      op: 'gate',
      when: child(f, 'when', place),
      atLeast: numberOf(f, 'atLeast', place.path, 0.5),
      pass: child(f, 'pass', place),
      fail: f.get('fail') === undefined ? { op: 'const', value: 0 } : child(f, 'fail', place),
    }),
  },
  clip: { fields: ['min', 'max', 'term'], read: readClip },
  affine: {
    fields: ['scale', 'shift', 'term'],
    read: (f, place) => ({
      op: 'affine',
      scale: numberOf(f, 'scale', place.path, 1),
      shift: numberOf(f, 'shift', place.path, 0),
      term: child(f, 'term', place),
    }),
  },
  threshold: {
    fields: ['at', 'term'],
    read: (f, place) => ({
      op: 'threshold',
      at: numberOf(f, 'at', place.path),
      term: child(f, 'term', place),
    }),
  },
  schedule: {
    fields: ['knots', 'term'],
    read: (f, place) => ({ op: 'schedule', knots: knotsOf(f, place.path), term: child(f, 'term', place) }),
  },
  centre: { fields: ['term'], read: (f, place) => ({ op: 'centre', term: child(f, 'term', place) }) },
  zscore: { fields: ['std', 'epsilon', 'term'], read: readZScore },
  rank: { fields: ['term'], read: (f, place) => ({ op: 'rank', term: child(f, 'term', place) }) },
};

/** The names of the operators. */
export const OPERATORS = Object.keys(readers) as readonly Term['op'][];

/**
 * A term from unknown JSON, checked and with every default filled in. A number stands for a constant, a text for the signal
 * of that name, `op: like` and `op: recipe` for the term of a preset or recipe. Throws {@link ConfigError} with the path.
 */
export function readTerm(value: unknown, place: Place): Term {
  const { path, depth, count } = place;
  if (depth > MAX_DEPTH)
    throw new ConfigError(`${shortened(path)}: a term may be at most ${MAX_DEPTH} levels deep`, path);
  count.nodes += 1;
  if (count.nodes > MAX_NODES)
    throw new ConfigError(`${path}: a term may have at most ${MAX_NODES} nodes`, path);
  if (typeof value === 'number') return { op: 'const', value: finite(value, path) };
  if (typeof value === 'string') return readSignal(new Map([['name', value]]), place);
  if (!isPlainObject(value))
    refuse(path, 'a term: an object with an op, a number, or the name of a signal', value);
  const reference = NAMED.find((name) => Object.hasOwn(value, 'op') && 'op' in value && value.op === name);
  if (reference !== undefined) {
    const fields = fieldsOf(value, ['op', 'name', 'params'], path, 'a term');
    return readTerm(namedTerm(reference, fields, path), place);
  }
  const op = operatorOf(value, path);
  const { fields, read } = readers[op];
  return read(fieldsOf(value, ['op', ...fields], path, 'a term'), place);
}

function operatorOf(value: object, path: string): Term['op'] {
  const op: unknown = Object.hasOwn(value, 'op') ? (value as { readonly op: unknown }).op : undefined;
  const known = OPERATORS.find((name) => name === op);
  if (known !== undefined) return known;
  const near = typeof op === 'string' ? hint(op, [...OPERATORS, ...NAMED]) : '';
  throw new ConfigError(
    `${path}.op: no operator is ${shown(op)}${near}; there are: ${[...OPERATORS, ...NAMED].join(', ')}`,
    `${path}.op`,
  );
}

const shortened = (path: string): string => (path.length > 80 ? `${path.slice(0, 80)}…` : path);

const below = (place: Place, step: string): Place => ({
  ...place,
  path: `${place.path}.${step}`,
  depth: place.depth + 1,
});

function child(fields: Fields, key: string, place: Place): Term {
  return readTerm(fields.get(key), below(place, key));
}

function termsOf(fields: Fields, place: Place): readonly Term[] {
  const list = listOf(fields, 'terms', place.path);
  if (list.length === 0) refuse(`${place.path}.terms`, 'a list of at least one term', list);
  return list.map((value, i) => readTerm(value, below(place, `terms[${i}]`)));
}

function readSignal(fields: Fields, { path, registry }: Place): Term {
  const name = textOf(fields, 'name', path);
  const signal = lookUp(registry, name, path);
  const params = fields.get('params') ?? {};
  if (!isPlainObject(params)) refuse(`${path}.params`, 'an object of parameters', params);
  // Erasure: the table of the signal says what each parameter may be, and completeParams holds it to that.
  return { op: 'signal', name, params: completeParams(signal, params as Record<string, Json>, path) };
}

function readSum(fields: Fields, place: Place): SumTerm {
  const { path } = place;
  const weights = choiceOf(fields, 'weights', ['raw', 'normalised'], path, 'raw');
  // An unquoted null in YAML means the word.
  const missing =
    fields.get('missing') === null ? 'null' : choiceOf(fields, 'missing', ['null', 'skip'], path, 'null');
  const parts = listOf(fields, 'parts', path).map((value, i) => readPart(value, below(place, `parts[${i}]`)));
  const names = new Set<string>();
  for (const [i, { name }] of parts.entries()) {
    if (names.has(name)) refuse(`${path}.parts[${i}].name`, 'a name of its own among the parts', name);
    names.add(name);
  }
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const divisible = total > 0 && Number.isFinite(total) && parts.every(({ weight }) => weight >= 0);
  if (weights === 'normalised' && !divisible)
    throw new ConfigError(
      `${path}: normalised weights must be ≥ 0 with a positive, finite sum; got ${parts.map((p) => p.weight).join(', ') || 'none'}`,
      path,
    );
  return { op: 'sum', weights, missing, parts };
}

function readPart(value: unknown, place: Place): Part {
  const fields = fieldsOf(
    value,
    ['name', 'weight', 'term'],
    place.path,
    'a part: an object of name, weight and term',
  );
  return {
    name: textOf(fields, 'name', place.path),
    weight: numberOf(fields, 'weight', place.path, 1),
    term: child(fields, 'term', place),
  };
}

function readClip(fields: Fields, place: Place): Term {
  const [min, max] = [numberOf(fields, 'min', place.path), numberOf(fields, 'max', place.path)];
  if (min > max) refuse(`${place.path}.max`, `at least min, which is ${min}`, max);
  return { op: 'clip', min, max, term: child(fields, 'term', place) };
}

function readZScore(fields: Fields, place: Place): Term {
  const epsilon = numberOf(fields, 'epsilon', place.path, 1e-6);
  if (epsilon < 0) refuse(`${place.path}.epsilon`, 'at least 0', epsilon);
  const std = choiceOf(fields, 'std', ['sample', 'population'], place.path, 'sample');
  return { op: 'zscore', std, epsilon, term: child(fields, 'term', place) };
}

function knotsOf(fields: Fields, path: string): ScheduleTerm['knots'] {
  const list = listOf(fields, 'knots', path);
  if (list.length === 0) refuse(`${path}.knots`, 'a list of at least one knot [step, factor]', list);
  const knots = list.map((value, i) => {
    const at = `${path}.knots[${i}]`;
    if (!Array.isArray(value) || value.length !== 2) refuse(at, 'a pair [step, factor]', value);
    return [finite(value[0], `${at}[0]`), finite(value[1], `${at}[1]`)] as const;
  });
  for (const [i, [step]] of knots.entries()) {
    const before = knots[i - 1]?.[0] ?? Number.NEGATIVE_INFINITY;
    if (step <= before) refuse(`${path}.knots[${i}][0]`, `a step after ${before}`, step);
  }
  return knots;
}

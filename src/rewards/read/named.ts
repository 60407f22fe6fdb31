import { ConfigError, type Json } from '../../support/index.js';
import { like } from '../presets/index.js';
import { recipe } from '../recipes/index.js';
import type { Term } from '../term.js';
import { type Fields, isPlainObject, refuse, textOf } from './fields.js';

/** Rewards of others that may stand for a term in a file: `op: like` (a stack's) and `op: recipe` (a paper's). */
export const NAMED: readonly ['like', 'recipe'] = ['like', 'recipe'];

/** The term of the preset or recipe that is named; it takes the place of the reference. Throws {@link ConfigError}. */
export function namedTerm(op: (typeof NAMED)[number], fields: Fields, path: string): Term {
  const name = textOf(fields, 'name', path);
  const params = fields.get('params') ?? {};
  if (!isPlainObject(params)) refuse(`${path}.params`, 'an object of parameters', params);
  try {
    // Erasure: the preset's table of parameters refuses whatever is no JSON.
    const given = params as Readonly<Record<string, Json>>;
    return (op === 'like' ? like(name, given) : recipe(name, given)).term;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const inside = error.path.startsWith(`${name}.`) ? error.path.slice(name.length) : '.name';
    throw new ConfigError(`${path}: ${error.message}`, `${path}${inside}`);
  }
}

import { ConfigError } from '../../support/index.js';
import { type Registry, standardSignals } from '../registry.js';
import type { Reward, Term } from '../term.js';
import { choiceOf, fieldsOf, shown, textOf } from './fields.js';
import { readTerm } from './term.js';

/**
 * A reward from unknown JSON: every field checked, defaults filled in (so that spelling them out or not gives one
 * value), unknown fields, operators, signals and parameters refused with near names. Throws {@link ConfigError} whose
 * `path` points at the fault, such as `term.parts[1].weight`.
 */
export function readReward(value: unknown, registry: Registry = standardSignals): Reward {
  const fields = fieldsOf(
    value,
    ['version', 'name', 'undecided', 'term'],
    'reward',
    'a reward: an object of version, name and term',
  );
  if (fields.get('version') !== 1)
    throw new ConfigError(
      `version must be 1, the one this package reads; got ${shown(fields.get('version'))}`,
      'version',
    );
  return {
    version: 1,
    name: textOf(fields, 'name', 'reward'),
    undecided: choiceOf(fields, 'undecided', ['zero', 'abstain', 'fail'], 'reward', 'zero'),
    term: completeTerm(fields.get('term'), registry),
  };
}

/** A term, checked, with every default filled in; paths in errors begin with `term`. Throws {@link ConfigError}. */
export const completeTerm = (value: unknown, registry: Registry = standardSignals): Term =>
  readTerm(value, { path: 'term', depth: 1, registry, count: { nodes: 0 } });

import { ConfigError, type Json } from '../support/index.js';
import { stackSignals } from './presets/signals/index.js';
import { hint, shown } from './read/fields.js';
import type { Parameter, Params, Signal } from './signal.js';
import { signals } from './signals/index.js';

/** Signals by name: a value that is passed in, so that two users of the package never share one. */
export type Registry = ReadonlyMap<string, Signal>;

/** A registry of the given signals, later ones replacing earlier ones of the same name. */
export const registryOf = (...signals: readonly Signal[]): Registry =>
  new Map(signals.map((signal) => [signal.name, signal]));

/** The signals this package brings, with those that only presets of stacks need. */
export const standardSignals: Registry = registryOf(...signals, ...stackSignals);

/** A registry with more signals in it. */
export const withSignals = (registry: Registry, ...signals: readonly Signal[]): Registry =>
  registryOf(...registry.values(), ...signals);

/** The signal of a name; throws {@link ConfigError} that lists the names there are. */
export function lookUp(registry: Registry, name: string, path: string): Signal {
  const signal = registry.get(name);
  if (signal !== undefined) return signal;
  throw new ConfigError(
    `${path}: no signal is named ${shown(name)}${hint(name, [...registry.keys()])}; there are: ${[...registry.keys()].join(', ')}`,
    path,
  );
}

/** Checks parameters against the signal's table and fills in defaults; throws {@link ConfigError} with the path. */
export function completeParams(
  signal: Pick<Signal, 'name' | 'parameters'>,
  given: Readonly<Record<string, Json>>,
  path: string,
): Params {
  for (const key of Object.keys(given))
    if (!Object.hasOwn(signal.parameters, key)) throw unknownParameter(signal, key, path);
  // A plain loop: this runs for every signal of every group that is scored.
  const complete: Record<string, Json> = {};
  for (const key of Object.keys(signal.parameters)) {
    const parameter = signal.parameters[key] as Parameter;
    const value = Object.hasOwn(given, key) ? given[key] : parameter.default;
    const wanted = misfit(parameter, value);
    if (wanted !== null) throw wrongParameter(parameter, value, `${path}.params.${key}`, wanted);
    complete[key] = value as Json;
  }
  return complete;
}

function unknownParameter(
  { name, parameters }: Pick<Signal, 'name' | 'parameters'>,
  key: string,
  path: string,
): ConfigError {
  const known = Object.keys(parameters);
  return new ConfigError(
    `${path}.params: '${name}' has no parameter ${shown(key)}${hint(key, known)}; its parameters: ${known.join(', ') || 'none'}`,
    `${path}.params`,
  );
}

function wrongParameter(
  { what }: Parameter,
  value: Json | undefined,
  place: string,
  wanted: string,
): ConfigError {
  return new ConfigError(
    value === undefined
      ? `${place} must be given: ${wanted} (${what})`
      : `${place} must be ${wanted}; got ${shown(value)}`,
    place,
  );
}

/** The longest text a parameter may be: tags and names are short. */
export const MOST_TEXT = 200;

/** What a parameter should have been, or `null` when the value fits. */
function misfit(parameter: Parameter, value: Json | undefined): string | null {
  switch (parameter.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? null : 'true or false';
    case 'text':
      return typeof value === 'string' && value.length <= MOST_TEXT
        ? null
        : `a text of at most ${MOST_TEXT} characters`;
    case 'choice':
      return typeof value === 'string' && parameter.choices.includes(value)
        ? null
        : `one of ${parameter.choices.join(', ')}`;
    case 'number': {
      const { min = -Number.MAX_VALUE, max = Number.MAX_VALUE, integer = false } = parameter;
      const inside = typeof value === 'number' && value >= min && value <= max;
      if (inside && (!integer || Number.isInteger(value))) return null;
      return `a ${integer ? 'whole ' : ''}number from ${min} to ${max}`;
    }
  }
}

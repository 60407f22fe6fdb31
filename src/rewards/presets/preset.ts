import type { ParameterTable, Values } from '../define.js';
import type { NamedReward } from '../named-reward.js';
import type { Parameter, Params } from '../signal.js';
import type { Term } from '../term.js';

/**
 * A reward function that a training stack ships, as data: the stack's own parameter names and defaults, and a term with
 * the same arithmetic, given the verdict, within 1e-12: quirks included.
 */
export interface Preset extends NamedReward {
  /** `stack:function`. */
  readonly name: `${string}:${string}`;
  /** The arithmetic in one line; L is the length, c is 1 for a right answer and 0 for a wrong one. */
  readonly formula: string;
  /** How it differs from what a reward of this package does by itself, and why that matters; '' when it does not. */
  readonly differs: string;
}

/** A preset as it is written down: `build` sees its parameters by their types. */
export interface PresetDefinition<T extends ParameterTable> extends Omit<Preset, 'parameters' | 'build'> {
  readonly parameters: T;
  readonly build: (values: Values<T>) => Term;
}

/** Parameters are checked against the table before `build` is called: what the table promises, they hold. */
export const definePreset = <const T extends ParameterTable>(about: PresetDefinition<T>): Preset => ({
  ...about,
  build: (params: Params) => about.build(params as Params & Values<T>),
});

type NumberParameter = Extract<Parameter, { readonly kind: 'number' }>;

/** A length or a number of things, at least `min`. */
export const count = (value: number, what: string, min = 0): NumberParameter => ({
  kind: 'number',
  default: value,
  min,
  max: 1e9,
  integer: true,
  what,
});

/** Any number of moderate size, at least `min` and at most `max`. */
export const real = (value: number, what: string, min = -1e6, max = 1e6): NumberParameter => ({
  kind: 'number',
  default: value,
  min,
  max,
  what,
});

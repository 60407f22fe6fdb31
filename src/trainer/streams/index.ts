import { ConfigError } from '../../support/index.js';
import type { TrainingProblem } from '../problem.js';
import { DynamicSampling } from './dynamic.js';
import { Greso, type GresoOptions, gresoDefaults } from './greso.js';
import { InTurn } from './in-turn.js';
import { PromptPool } from './pool.js';
import type { PromptStream } from './stream.js';

/** How a run picks its problems, as data. */
export type StreamSettings = (
  | { readonly kind: 'in-turn' }
  | {
      readonly kind: 'dynamic';
      /** Problems sampled in one round; default: the groups of a step. */
      readonly round?: number;
      /** Most rounds of one step; default 10, as DAPO's. */
      readonly rounds?: number;
    }
  /** `least` and `most` of a round: by default a quarter of and one and a half times the groups of a step. */
  | ({ readonly kind: 'greso' } & Partial<Omit<GresoOptions, 'prompts' | 'seed'>>)
) & {
  /** Go through the pool in a new random order every epoch; default: as it comes. */
  readonly shuffle?: boolean;
};

/** The stream that settings describe. `prompts`: groups of one step. Throws {@link ConfigError} for sizes below 1. */
export function promptStream(
  settings: StreamSettings,
  problems: readonly TrainingProblem[],
  { prompts, seed }: { readonly prompts: number; readonly seed: number },
): PromptStream {
  const pool = new PromptPool(problems, { shuffle: settings.shuffle ?? false, seed });
  switch (settings.kind) {
    case 'in-turn':
      return new InTurn(pool, checked({ prompts }).prompts);
    case 'dynamic': {
      const { round = prompts, rounds = 10 } = settings;
      return new DynamicSampling(pool, checked({ prompts, round, rounds }));
    }
    case 'greso': {
      const { kind, shuffle, ...given } = settings;
      const sizes = { least: Math.ceil(prompts / 4), most: Math.ceil(1.5 * prompts) };
      const options = { ...gresoDefaults, ...sizes, ...given, prompts, seed };
      const { least, most, rounds } = options;
      checked({ prompts, least, most, rounds });
      return new Greso(pool, options);
    }
  }
}

function checked<T extends Readonly<Record<string, number>>>(sizes: T): T {
  for (const [name, value] of Object.entries(sizes))
    if (!Number.isInteger(value) || value < 1)
      throw new ConfigError(`stream.${name} must be a whole number of at least 1; got ${value}`, name);
  return sizes;
}

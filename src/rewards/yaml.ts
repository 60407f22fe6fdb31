import { readPlaced } from '../support/index.js';
import { readReward } from './read/read.js';
import { type Registry, standardSignals } from './registry.js';
import type { Reward } from './term.js';

/** Options of {@link readYaml}. */
export interface ReadYamlOptions {
  readonly registry?: Registry;
  /** The file's name, for messages. */
  readonly file?: string;
}

/**
 * A reward from YAML 1.2 or JSON text. Throws {@link ConfigError}; its message says file, line and column, its `path` where in
 * the term. The `yaml` package is loaded when this is first called.
 */
export const readYaml = (
  text: string,
  { registry = standardSignals, file = 'reward' }: ReadYamlOptions = {},
): Promise<Reward> => readPlaced(text, { file, what: 'a reward' }, (value) => readReward(value, registry));

/** A reward as YAML text that {@link readYaml} reads back to the same reward, defaults spelled out. */
export async function formatReward(reward: Reward, registry: Registry = standardSignals): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(readReward(reward, registry), { lineWidth: 0 });
}

import { byName, type GivenParams, rewardNamed } from '../named-reward.js';
import type { Reward } from '../term.js';
import { easyR1 } from './easyr1.js';
import { hapoAuthors } from './hapo.js';
import { l1 } from './l1.js';
import { nemoRl } from './nemo-rl.js';
import { openInstruct } from './open-instruct.js';
import { openR1 } from './open-r1.js';
import { openRlhf } from './openrlhf.js';
import type { Preset } from './preset.js';
import { primeIntellect } from './prime-intellect.js';
import { rllm } from './rllm.js';
import { roll } from './roll.js';
import { swift } from './swift.js';
import { tinker } from './tinker.js';
import { torchforge } from './torchforge.js';
import { trl } from './trl.js';
import { verl } from './verl.js';

export type { Preset } from './preset.js';

/** Every preset, by stack. */
export const presets: readonly Preset[] = [
  ...trl,
  ...openR1,
  ...swift,
  ...verl,
  ...openRlhf,
  ...nemoRl,
  ...easyR1,
  ...roll,
  ...primeIntellect,
  ...openInstruct,
  ...rllm,
  ...tinker,
  ...torchforge,
  ...hapoAuthors,
  ...l1,
];

const table = byName(presets);

/** The names that {@link like} knows, such as `trl:cosine`. */
export const presetNames = (): readonly string[] => [...table.keys()];

/**
 * The reward function of a training stack, for migration: `like('trl:cosine', { max_len: 4096 })`. Parameters have the
 * stack's names and defaults; where a stack has no default, `what` says whose is taken. Throws {@link ConfigError}.
 */
export const like = (name: string, params: GivenParams = {}): Reward =>
  rewardNamed('preset', table, name, params);

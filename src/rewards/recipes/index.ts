import { byName, type GivenParams, type NamedReward, rewardNamed } from '../named-reward.js';
import type { Reward } from '../term.js';
import { adaptThink } from './adaptthink.js';
import { dapo } from './dapo.js';
import { entropyMax, entropyMin, entropyOnly } from './entropy.js';
import { formatOnly } from './format-only.js';
import { hapoRecipe } from './hapo.js';
import { oneShotRlvr } from './one-shot-rlvr.js';
import { qwen25Math } from './qwen25-math.js';

/** The rewards of papers, with the papers' constants. */
export const recipes: readonly NamedReward[] = [
  oneShotRlvr,
  formatOnly,
  entropyOnly,
  entropyMax,
  entropyMin,
  hapoRecipe,
  dapo,
  adaptThink,
  qwen25Math,
];

const table = byName(recipes);

/** The names that {@link recipe} knows. */
export const recipeNames = (): readonly string[] => [...table.keys()];

/** The reward of a paper: `recipe('hapo', { w: 0.5 })`. Throws {@link ConfigError}. */
export const recipe = (name: string, params: GivenParams = {}): Reward =>
  rewardNamed('recipe', table, name, params);

import { ablations, prompts } from './ablations.js';
import { messyBase } from './bases.js';
import { hapo, hapoArms, hapoMixed } from './hapo.js';
import { larger } from './larger.js';
import {
  entropyOnly,
  entropyReward,
  formatOnly,
  fullSet,
  oneShotPpo,
  oneShotRlvr,
  postSaturation,
  randomReward,
  sixteen,
} from './one-shot.js';
import type { Recipe, RunSettings } from './recipe.js';
import { greso, select } from './selection.js';

/** Makes the base anew: the same bytes on the same engine, processor and thread count. */
export const pretrainToy: RunSettings = {
  ...oneShotRlvr,
  name: 'pretrain-toy',
  base: messyBase,
  algorithm: 'pretrain',
  steps: 0,
};

const single = (run: RunSettings, about: string): Recipe => ({ name: run.name, about, rows: [run] });

/** The recipes there are, by name. */
export const trainRecipes: ReadonlyMap<string, Recipe> = new Map(
  [
    single(pretrainToy, 'make the toy base anew and compare it with the shipped one'),
    single(oneShotRlvr, 'GRPO on one example with a 0/1 outcome reward'),
    single(oneShotPpo, 'PPO with a critic on the same example'),
    single(entropyOnly, 'no policy gradient: only an entropy bonus'),
    single(entropyReward, 'the entropy of a response as its reward'),
    single(formatOnly, 'a reward for a box, whatever is in it'),
    single(randomReward, 'a coin for every response'),
    single(sixteen, 'one-shot RLVR with sixteen examples'),
    single(fullSet, 'one-shot RLVR with the whole training set'),
    single(postSaturation, 'one-shot RLVR for three times as long'),
    ablations,
    prompts,
    single(hapo, 'a length reward against the shortest right answer so far'),
    hapoArms,
    hapoMixed,
    select,
    greso,
    larger,
  ].map((recipe) => [recipe.name, recipe]),
);

import type { Shape } from './types.js';

/** verl's and SkyRL's data sets, once a column of responses is beside them. */
export const verlData: Shape = {
  name: 'verl data',
  needs: ['reward_model.ground_truth'],
  response: ['responses', 'response', 'completion', 'output', 'generation'],
  label: ['reward_model.ground_truth'],
  problem: ['extra_info.question', 'prompt'],
  id: ['extra_info.index', 'index'],
};

import type { Shape } from './types.js';

/** SkyRL data and dumps. */
export const skyrl: Shape = {
  name: 'SkyRL data',
  needs: ['reward_spec.ground_truth'],
  response: ['response', 'responses', 'output_response', 'completion', 'output'],
  label: ['reward_spec.ground_truth'],
  problem: ['prompt', 'input_prompt'],
  id: ['extra_info.index', 'uid', 'index'],
};

import type { Shape } from './types.js';

/** verl's rollout and validation dumps (trainer.rollout_data_dir): <step>.jsonl. */
export const verlRollout: Shape = {
  name: 'verl rollouts',
  needs: ['input', 'output', 'gts'],
  response: ['output'],
  label: ['gts'],
  problem: [],
  id: ['uid', 'index'],
};

import type { Shape } from './types.js';

/** Outputs of the Qwen2.5-Math evaluation: `code` holds every sample's full text. */
export const qwenMath: Shape = {
  name: 'Qwen2.5-Math outputs',
  needs: ['code', 'gt'],
  response: ['code'],
  label: ['gt', 'gt_cot'],
  problem: ['question', 'problem'],
  id: ['idx'],
};

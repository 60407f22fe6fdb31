import type { Shape } from './types.js';

/** TRL data sets and logged completions (completions_*.parquet). */
export const trl: Shape = {
  name: 'TRL completions',
  needs: ['completion', 'prompt'],
  response: ['completion'],
  label: ['solution', 'answer', 'ground_truth', 'label'],
  problem: ['prompt'],
  id: ['id', 'index'],
};

import type { Shape } from './types.js';

/** `promptfoo eval -o out.json`: one object with a list of results. */
export const promptfoo: Shape = {
  name: 'promptfoo results',
  needs: ['response.output', 'vars'],
  response: ['response.output'],
  label: ['vars.label', 'vars.answer', 'vars.gold', 'vars.expected', 'vars.ground_truth', 'vars.target'],
  problem: ['vars.problem', 'vars.question', 'vars.prompt'],
  id: ['id', 'testIdx'],
};

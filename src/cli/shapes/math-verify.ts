import type { Shape } from './types.js';

/** The CSV of Math-Verify's evaluation script: `answer` is the model's, `gold` the reference. */
export const mathVerify: Shape = {
  name: 'Math-Verify evaluation',
  needs: ['answer', 'gold'],
  without: [
    'response',
    'responses',
    'completion',
    'output',
    'outputs',
    'generation',
    'generated_text',
    'prediction',
    'pred',
    'model_output',
    'text',
    'messages',
    'given',
  ],
  response: ['answer'],
  label: ['gold'],
  problem: ['problem', 'question', 'prompt'],
  id: ['id', 'idx', 'index'],
};

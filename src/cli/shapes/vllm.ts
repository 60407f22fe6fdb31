import type { Shape } from './types.js';

/** vLLM RequestOutput objects written as JSON. */
export const vllm: Shape = {
  name: 'vLLM outputs',
  needs: ['outputs[].text'],
  response: ['outputs[].text'],
  label: ['label', 'answer', 'gold', 'ground_truth', 'solution', 'target', 'expected_answer'],
  problem: ['problem', 'question', 'prompt'],
  id: ['request_id', 'id'],
};

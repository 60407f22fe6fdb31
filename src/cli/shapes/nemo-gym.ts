import type { Shape } from './types.js';

/** NeMo-Gym rollouts: a Responses API object beside the expected answer. */
export const nemoGym: Shape = {
  name: 'NeMo-Gym rollouts',
  needs: ['response.output', 'expected_answer'],
  response: ['response.output[type=message].content[+].text', 'response.output[role=assistant].content'],
  label: ['expected_answer'],
  problem: ['question', 'responses_create_params.input'],
  id: ['id', 'task_index'],
};

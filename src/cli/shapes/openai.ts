import type { Shape } from './types.js';

/** Output of the OpenAI batch API or `vllm run-batch`; golds come from another file by custom_id. */
export const openaiBatch: Shape = {
  name: 'OpenAI batch output',
  needs: ['custom_id', 'response'],
  response: [
    'response.body.choices[].message.content',
    'response.body.choices[].text',
    'response.choices[].message.content',
    'response.choices[].text',
    'response.body.output[type=message].content[+].text',
  ],
  label: ['label', 'answer', 'gold', 'ground_truth'],
  problem: [],
  id: ['custom_id'],
};

/** Chat records: the last assistant message is the response. */
export const openaiChat: Shape = {
  name: 'chat messages',
  needs: ['messages'],
  response: ['messages[role=assistant].content'],
  label: ['label', 'answer', 'gold', 'ground_truth', 'solution', 'target', 'expected_answer'],
  problem: ['problem', 'question', 'messages[role=user].content'],
  id: ['id', 'custom_id', 'index'],
};

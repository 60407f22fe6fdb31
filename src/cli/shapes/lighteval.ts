import type { Shape } from './types.js';

/** lighteval's details_<task>_<date>.parquet. */
export const lighteval: Shape = {
  name: 'lighteval details',
  needs: ['doc', 'model_response'],
  response: ['model_response.text', 'model_response.text_post_processed'],
  label: ['doc.choices[doc.gold_index]'],
  problem: ['doc.specific.question', 'doc.query'],
  id: ['doc.id'],
};

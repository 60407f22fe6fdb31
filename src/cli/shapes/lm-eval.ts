import type { Shape } from './types.js';

/** `lm_eval --log_samples`: samples_<task>_<date>.jsonl, one line per document and filter. */
export const lmEval: Shape = {
  name: 'lm-eval samples',
  needs: ['doc_id', 'resps', 'doc'],
  response: ['resps[0][0]', 'resps[0]', 'filtered_resps[0]'],
  label: ['target', 'doc.answer', 'doc.solution'],
  problem: ['doc.problem', 'doc.question', 'doc.prompt'],
  id: ['doc_id'],
  countOnce: 'filter',
};

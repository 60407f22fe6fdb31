import type { Shape } from './types.js';

/** results.jsonl of the verifiers library (before version 1). */
export const verifiersLegacy: Shape = {
  name: 'verifiers results',
  needs: ['example_id', 'completion', 'answer'],
  response: ['completion'],
  label: ['answer'],
  problem: ['prompt'],
  id: ['example_id'],
};

/** traces.jsonl of the verifiers library, version 1: a list of nodes, each a message. */
export const verifiersTraces: Shape = {
  name: 'verifiers traces',
  needs: ['task.data.answer', 'nodes'],
  response: ['nodes[role=assistant].content', 'nodes[message.role=assistant].message.content'],
  label: ['task.data.answer'],
  problem: ['task.data.prompt', 'task.data.question'],
  id: ['id'],
};

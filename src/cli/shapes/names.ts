/**
 * Bare field names, for files that no tool's shape fits. `whole` fields hold a full response, `short` ones often
 * only its extracted answer; `reference` fields are golds by name, `either` fields may be the model's or the gold.
 */
export const genericNames: {
  readonly whole: readonly string[];
  readonly short: readonly string[];
  readonly reference: readonly string[];
  readonly either: readonly string[];
  readonly problem: readonly string[];
  readonly id: readonly string[];
} = {
  whole: [
    'response',
    'responses',
    'completion',
    'completions',
    'output',
    'generation',
    'generations',
    'generated_text',
    'model_output',
  ],
  short: ['prediction', 'pred', 'text', 'given'],
  reference: ['label', 'gold', 'ground_truth', 'gt', 'expected_answer', 'expected', 'target', 'reference'],
  either: ['answer', 'solution'],
  problem: ['problem', 'question', 'prompt'],
  id: ['id', 'idx', 'index', 'custom_id', 'doc_id', 'task_id'],
};

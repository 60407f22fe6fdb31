import { ConfigError, type Json } from '../../support/index.js';
import { asLabel, asName, promptText } from '../wire/item.js';
import { asObject, field, type JsonObject } from '../wire/read.js';

/** One problem an environment hands out. The gold answer stays with the server. */
export interface Task {
  readonly id: string;
  readonly split: string;
  readonly prompt: string;
  readonly gold: string | readonly string[];
}

const PROMPTS: readonly string[] = ['problem', 'question', 'prompt'];
const GOLDS: readonly string[] = ['answer', 'gold', 'label', 'solution', 'ground_truth', 'expected_answer'];

/**
 * The tasks of a file of JSON lines: `problem` (or `question`, `prompt`), `answer` (or `gold`, `label`, `solution`, …), and
 * where there are `id` and `split` (default `train`). Throws {@link ConfigError} naming the line.
 */
export function readTasks(text: string, file: string): readonly Task[] {
  const tasks: Task[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      // Erasure point: what JSON.parse gives is JSON.
      tasks.push(taskOf(asObject(JSON.parse(line) as Json, 'task'), tasks.length));
    } catch (error) {
      throw new ConfigError(
        `${file}:${i + 1}: ${error instanceof Error ? error.message : String(error)}`,
        'tasks',
      );
    }
  }
  if (tasks.length === 0) throw new ConfigError(`${file} has no tasks`, 'tasks');
  return tasks;
}

function taskOf(row: JsonObject, index: number): Task {
  const gold = asLabel(first(row, GOLDS), 'answer');
  if (gold === null) throw new ConfigError(`a task needs one of: ${GOLDS.join(', ')}`, 'tasks');
  return {
    id: asName(field(row, 'id') ?? index, 'id'),
    split: asName(field(row, 'split') ?? 'train', 'split'),
    prompt: promptText(first(row, PROMPTS) ?? null, 'problem'),
    gold,
  };
}

const first = (row: JsonObject, names: readonly string[]): Json | undefined =>
  names.map((name) => field(row, name)).find((value) => value !== undefined);

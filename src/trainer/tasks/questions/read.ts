import { readFile } from 'node:fs/promises';
import { InputError } from '../../../support/index.js';
import { verify } from '../../../verifiers/index.js';
import type { Message } from '../../model/chat-template.js';
import { isObject, type JsonObject } from '../../model/read-json.js';
import { jsonFault } from './json-fault.js';
import type { Question } from './question.js';

/** Names of the problem's field and of the answer's, the first that a record has. */
const PROBLEM = ['problem', 'prompt', 'question'] as const;
const ANSWER = ['answer', 'gold', 'label'] as const;

const ROLES: ReadonlySet<unknown> = new Set<Message['role']>(['system', 'user', 'assistant']);

/** Refuses a line, pointing at a column where it knows one. */
type Refuse = (why: string, column?: number) => InputError;

/**
 * Reads problems, a JSON object a line: `problem` (or `prompt`, `question`: a text, or messages) and `answer` (or `gold`,
 * `label`: a text or a number), and an `id` if there is one. Empty lines are passed over. Throws {@link InputError} with the
 * file, the line and the column of the first fault; a gold answer that the verifier cannot read is one.
 */
export async function readQuestions(path: string): Promise<readonly Question[]> {
  const bytes = await readFile(path).catch((error: Error) => {
    throw new InputError(`cannot read ${path}: ${error.message}`);
  });
  const found = new Map<string, { readonly question: Question; readonly line: number }>();
  for (const [i, text] of linesOf(bytes, path).entries()) {
    if (text.trim() === '') continue;
    const line = i + 1;
    const refuse: Refuse = (why, column = 1) => new InputError(`${path}:${line}:${column}: ${why}`);
    const question = questionOf(text, refuse);
    const same = found.get(question.id);
    if (same !== undefined && same.question.answer !== question.answer)
      throw refuse(
        `line ${same.line} has the same id and another answer: ${JSON.stringify(same.question.answer)}`,
      );
    if (same === undefined) found.set(question.id, { question, line });
  }
  if (found.size === 0) throw new InputError(`${path} has no problems`);
  return [...found.values()].map(({ question }) => question);
}

function linesOf(bytes: Uint8Array, path: string): readonly string[] {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).split(/\r?\n/);
  } catch {
    throw new InputError(`${path} is not valid UTF-8`);
  }
}

function questionOf(text: string, refuse: Refuse): Question {
  const record = recordOf(text, refuse);
  const problem = field(record, PROBLEM, text, refuse, problemOf);
  const answer = field(record, ANSWER, text, refuse, answerOf);
  // A gold that cannot be read pays nothing, whatever is answered.
  if (verify(answer, `\\boxed{${answer}}`).correct === null)
    throw refuse(`the verifier cannot read the answer ${JSON.stringify(answer)}`, columnOf(text, ANSWER));
  const { id } = record;
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number')
    throw refuse('id must be a text or a number', columnOf(text, ['id']));
  const own = typeof problem === 'string' ? problem : JSON.stringify(problem);
  return { id: id === undefined ? own : String(id), problem, answer };
}

function recordOf(text: string, refuse: Refuse): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refuse(`not JSON: ${error instanceof Error ? error.message : ''}`, jsonFault(text) + 1);
  }
  if (isObject(value)) return value;
  throw refuse('expected a JSON object');
}

/** The value of the first of the names that a record has. */
function field<T>(
  record: JsonObject,
  names: readonly string[],
  text: string,
  refuse: Refuse,
  read: (value: unknown) => T | null,
): T {
  const name = names.find((each) => Object.hasOwn(record, each));
  if (name === undefined) throw refuse(`there is none of ${names.join(', ')}`);
  const value = read(record[name]);
  if (value !== null) return value;
  throw refuse(`${name} cannot be ${JSON.stringify(record[name])?.slice(0, 60)}`, columnOf(text, [name]));
}

/** Where the first of the names stands in a line, counted from 1. */
const columnOf = (text: string, names: readonly string[]): number =>
  Math.max(0, ...names.map((name) => text.indexOf(`"${name}"`))) + 1;

function problemOf(value: unknown): string | readonly Message[] | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (!Array.isArray(value) || value.length === 0) return null;
  const messages = value.map((entry): Message | null =>
    isObject(entry) && ROLES.has(entry.role) && typeof entry.content === 'string'
      ? { role: entry.role as Message['role'], content: entry.content }
      : null,
  );
  return messages.every((message) => message !== null) && messages.at(-1)?.role === 'user' ? messages : null;
}

/** A number so large that reading it as one may have changed it must be written as a text. */
function answerOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : null;
}

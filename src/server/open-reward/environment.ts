import { canonicalJson, type Json } from '../../support/index.js';
import { withDeadline } from '../respond.js';
import type { Scorer } from '../scorer.js';
import { Fault } from '../wire/fault.js';
import { field, type JsonObject } from '../wire/read.js';
import type { Task } from './tasks.js';

/** Sessions kept at once; the one not used for longest is forgotten. */
const MOST_SESSIONS = 100_000;

/** The one tool: an answer in, a reward out, and the episode ends. */
export const SUBMIT: Json = {
  name: 'submit',
  description: 'Submits the final answer to the problem.',
  input_schema: {
    type: 'object',
    properties: { answer: { type: 'string', description: 'The final answer, in LaTeX or plain text.' } },
    required: ['answer'],
  },
};

/** One episode. */
export interface Session {
  readonly task: Task;
  /** What was submitted and answered: the same call again, after a broken connection, has the same answer. */
  done: { readonly call: string; readonly output: Json } | null;
}

/** Tasks and the sessions at work on them: the state behind the routes of the Open Reward Standard. */
export class Environment {
  readonly #bySplit = new Map<string, Task[]>();
  readonly #sessions = new Map<string, Session>();

  constructor(tasks: readonly Task[]) {
    for (const task of tasks) this.#bySplit.set(task.split, [...(this.#bySplit.get(task.split) ?? []), task]);
  }

  get splits(): readonly string[] {
    return [...this.#bySplit.keys()];
  }

  /** The tasks of a split; throws {@link Fault}. */
  tasks(split: string): readonly Task[] {
    const tasks = this.#bySplit.get(split);
    if (tasks !== undefined) return tasks;
    throw new Fault('bad_request', `no split is named so; there are: ${this.splits.join(', ')}`);
  }

  /** One task of a split; throws {@link Fault} for an index out of range. */
  task(split: string, index: number): Task {
    const task = this.tasks(split)[index];
    if (task !== undefined) return task;
    throw new Fault('bad_request', `index ${index} is not one of the ${this.tasks(split).length} tasks`);
  }

  create(session: string, task: Task): void {
    if (this.#sessions.has(session)) throw new Fault('bad_request', 'the session exists already');
    if (this.#sessions.size >= MOST_SESSIONS) {
      const [oldest] = this.#sessions.keys();
      if (oldest !== undefined) this.#sessions.delete(oldest);
    }
    this.#sessions.set(session, { task, done: null });
  }

  delete(session: string): void {
    this.#sessions.delete(session);
  }

  /** The session, now the one used last; throws {@link Fault} when there is none. */
  session(id: string | null): Session {
    const found = id === null ? undefined : this.#sessions.get(id);
    if (id === null || found === undefined)
      throw new Fault('not_found', 'no session has this X-Session-ID: create one first');
    this.#sessions.delete(id);
    this.#sessions.set(id, found);
    return found;
  }

  /** Runs the tool; what a model calls wrongly is an outcome, not a fault. */
  async call(
    session: Session,
    name: string,
    input: JsonObject,
    work: { readonly scorer: Scorer; readonly deadlineMs: number; readonly gone: AbortSignal },
  ): Promise<Json> {
    const call = canonicalJson({ name, input });
    if (session.done?.call === call) return session.done.output;
    if (session.done !== null) return refusal('the answer was submitted already', 'episode_finished');
    if (name !== 'submit') return refusal(`'${name.slice(0, 80)}' is not a valid tool`, 'not_found');
    const answer = field(input, 'answer');
    if (typeof answer !== 'string')
      return refusal('Tool input validation error: answer must be a text', 'input_validation');
    const { gold, prompt, id } = session.task;
    const item = { response: answer, label: gold, prompt, problem: id, facts: {} };
    const [given] = await withDeadline(work.deadlineMs, work.gone, (signal) =>
      work.scorer.score([item], null, signal),
    );
    const output = success(given?.reward ?? null, {
      verdict: given?.verdict ?? null,
      reason: given?.reason ?? null,
    });
    session.done = { call, output };
    return output;
  }
}

const refusal = (error: string, reason: string): Json => ({ ok: false, error, reason });

const success = (reward: number | null, metadata: Json): Json => ({
  ok: true,
  output: {
    blocks: [{ text: 'The answer was submitted.', detail: null, type: 'text' }],
    metadata,
    reward,
    finished: true,
  },
});

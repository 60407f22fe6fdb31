import { randomUUID } from 'node:crypto';
import { type HistoryStore, historyOf } from '../rewards/history/index.js';
import type { Memories } from '../rewards/index.js';
import {
  namedValues,
  needs,
  noMemories,
  type Registry,
  type Reward,
  score,
  standardSignals,
} from '../rewards/index.js';
import type { Json } from '../support/index.js';
import type { Job, Pool, TimedResult } from '../verifiers/pool.js';
import { type Gathered, gather } from './groups.js';
import type { Answer } from './wire/answer.js';
import { Fault } from './wire/fault.js';
import type { Item } from './wire/item.js';

/** Gives the reward a request asks for by name or as data; `null` asks for the server's own. Throws on unknown ones. */
export type RewardBook = (asked: Json) => Reward;

/** What a scorer works with. It owns none of it. */
export interface ScorerOptions {
  readonly pool: Pool;
  readonly rewards: RewardBook;
  /** Where rewards remember; several servers and processes may share one. */
  readonly store: HistoryStore;
  readonly registry?: Registry;
  /** Told of every answer, for counting. */
  readonly onAnswer?: (answer: Answer) => void;
}

/** The step before which a group's history counts; absent: all of it. */
const stepOf = ({ group, stepped }: Gathered): number | undefined => (stepped ? group.step : undefined);

/** Jobs of one request that go to a worker together: small enough to share a batch between workers. */
const CHUNK = 32;

/**
 * Scores items as every transport hands them on: verdicts from the worker pool, groups, the reward's arithmetic, and what
 * the reward remembers. Scores are taken against the memory as it was before the items' step, or, where they have
 * none, when the request came.
 */
export class Scorer {
  readonly #options: ScorerOptions;
  readonly #registry: Registry;
  /** Names samples of requests without a step, so that none is taken for a repetition of another. */
  readonly #run: string = randomUUID();
  #requests = 0;

  constructor(options: ScorerOptions) {
    this.#options = options;
    this.#registry = options.registry ?? standardSignals;
  }

  /** Verifier threads alive. */
  get workers(): number {
    return this.#options.pool.alive;
  }

  /** Why the server's own reward cannot be served over a transport, or `null`. */
  refuses({ single = false, unlabelled = false }: { single?: boolean; unlabelled?: boolean }): string | null {
    const reward = this.#options.rewards(null);
    const wanted = this.#needs(reward);
    if (unlabelled && (wanted.has('correct') || wanted.has('verdict')))
      return `this path sends no gold answer, and the reward '${reward.name}' asks whether the response is right: start the server with a reward such as format-only`;
    if (single && wanted.has('group'))
      return `this path sends one sample at a time, and the reward '${reward.name}' compares the samples of a group: use /v1/score`;
    return null;
  }

  /** Answers in the order of the items. Throws {@link Fault} naming an item that lacks what the reward reads. */
  async score(items: readonly Item[], asked: Json, signal: AbortSignal): Promise<readonly Answer[]> {
    const reward = this.#options.rewards(asked);
    const wanted = this.#needs(reward);
    demand(items, reward, wanted);
    const judges = wanted.has('correct') || wanted.has('verdict');
    const judged = judges ? await this.#judge(items, signal) : items.map(() => null);
    // Silence would pay an overloaded machine's answers as wrong ones.
    signal.throwIfAborted();
    const gathered = gather(wanted.has('history') ? this.#withSamples(items) : items, judged);
    const answers = wanted.has('history')
      ? await this.#remembering(reward, gathered, judged)
      : answersOf(reward, gathered, judged, () => noMemories, this.#registry);
    for (const answer of answers) this.#options.onAnswer?.(answer);
    return answers;
  }

  async #remembering(
    reward: Reward,
    gathered: readonly Gathered[],
    judged: readonly (TimedResult | null)[],
  ): Promise<readonly Answer[]> {
    const history = historyOf(reward, this.#options.store, this.#registry);
    const before = new Map<number | undefined, Memories>();
    for (const step of new Set(gathered.map(stepOf))) {
      const problems = gathered.filter((one) => stepOf(one) === step).map(({ group }) => group.problem);
      before.set(step, await history.snapshot(problems, step));
    }
    const memoriesOf = (one: Gathered): Memories => before.get(stepOf(one)) ?? noMemories;
    const answers = answersOf(reward, gathered, judged, memoriesOf, this.#registry);
    await history.learn(gathered.map(({ group }) => group));
    return answers;
  }

  #withSamples(items: readonly Item[]): readonly Item[] {
    this.#requests += 1;
    return items.map((item, i) =>
      item.step === undefined && item.sample === undefined
        ? { ...item, sample: `${this.#run}-${this.#requests}-${i}` }
        : item,
    );
  }

  #needs(reward: Reward): ReadonlySet<string> {
    return new Set(needs(reward.term, this.#registry).map(({ need }) => need));
  }

  /** One verdict an item, `null` where there is no label or the client judged it. */
  async #judge(items: readonly Item[], signal: AbortSignal): Promise<readonly (TimedResult | null)[]> {
    const places: number[] = [];
    const jobs: Job[] = [];
    for (const [i, { response, label, prompt, facts }] of items.entries()) {
      if (label === null || facts.correct !== undefined) continue;
      places.push(i);
      jobs.push({ gold: label, responses: [response], problem: prompt });
    }
    const runs: Promise<readonly { readonly results: readonly TimedResult[] }[]>[] = [];
    for (let from = 0; from < jobs.length; from += CHUNK)
      runs.push(this.#options.pool.run(jobs.slice(from, from + CHUNK), signal));
    const judgements = (await Promise.all(runs)).flat();
    const judged: (TimedResult | null)[] = items.map(() => null);
    for (const [k, place] of places.entries()) judged[place] = judgements[k]?.results[0] ?? null;
    return judged;
  }
}

/** Facts that can only come with the items: a reward that reads one nobody sent is the caller's mistake, told at once. */
function demand(items: readonly Item[], reward: Reward, wanted: ReadonlySet<string>): void {
  const checks: readonly (readonly [string, string, (item: Item) => unknown])[] = [
    ['tokens', 'tokens', (item) => item.tokens],
    ['finish', 'finish', (item) => item.finish],
    ['entropy', 'entropy', (item) => item.facts.meanEntropy],
    ['history', 'problem', (item) => item.problem],
  ];
  for (const [need, name, read] of checks) {
    if (!wanted.has(need)) continue;
    const place = items.findIndex((item) => read(item) === undefined);
    if (place >= 0)
      throw new Fault(
        'bad_request',
        `items[${place}].${name} is missing: the reward '${reward.name}' reads it`,
      );
  }
}

function answersOf(
  reward: Reward,
  gathered: readonly Gathered[],
  judged: readonly (TimedResult | null)[],
  memoriesOf: (one: Gathered) => Memories,
  registry: Registry,
): readonly Answer[] {
  const answers: Answer[] = new Array(judged.length);
  for (const one of gathered) {
    const { group, places } = one;
    const { rewardsG, trace } = score(reward, group, memoriesOf(one), registry);
    for (const [k, place] of places.entries()) {
      const verdict = judged[place] ?? null;
      answers[place] = {
        reward: rewardsG[k] ?? null,
        terms: namedValues(trace, k),
        verdict: verdict?.verdict.kind ?? null,
        reason: verdict?.reason ?? null,
        extracted: verdict?.extracted?.text ?? null,
      };
    }
  }
  return answers;
}

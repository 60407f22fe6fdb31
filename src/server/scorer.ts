import {
  learn,
  type Memories,
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
import { namedValues } from './named-values.js';
import type { Answer } from './wire/answer.js';
import { Fault } from './wire/fault.js';
import type { Item } from './wire/item.js';

/** Gives the reward a request asks for by name or as data; `null` asks for the server's own. Throws on unknown ones. */
export type RewardBook = (asked: Json) => Reward;

/** What a scorer works with. It owns none of it but uses the pool's threads. */
export interface ScorerOptions {
  readonly pool: Pool;
  readonly rewards: RewardBook;
  readonly registry?: Registry;
  /** Told of every answer, for counting. */
  readonly onAnswer?: (answer: Answer) => void;
}

/** Jobs of one request that go to a worker together: small enough to share a batch between workers. */
const CHUNK = 32;

/**
 * Scores items as every transport hands them on: verdicts from the worker pool, groups, the reward's arithmetic, and what
 * the reward remembers. Scores are taken against the memory as it was when the request came.
 */
export class Scorer {
  readonly #options: ScorerOptions;
  readonly #registry: Registry;
  #memories: Memories = noMemories;

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
    const before = this.#memories;
    const judged = judges ? await this.#judge(items, signal) : items.map(() => null);
    const gathered = gather(items, judged);
    const answers = answersOf(reward, gathered, judged, before, this.#registry);
    if (wanted.has('history'))
      this.#memories = learn(
        reward.term,
        gathered.map(({ group }) => group),
        this.#memories,
        this.#registry,
      );
    for (const answer of answers) this.#options.onAnswer?.(answer);
    return answers;
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
  memories: Memories,
  registry: Registry,
): readonly Answer[] {
  const answers: Answer[] = new Array(judged.length);
  for (const { group, places } of gathered) {
    const { rewardsG, trace } = score(reward, group, memories, registry);
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

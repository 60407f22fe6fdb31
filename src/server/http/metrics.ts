import type { Delays } from './loop-delay.js';

/** Upper ends of the buckets of request times, in seconds. */
const BUCKETS: readonly number[] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 30];

/** Counts for Prometheus, in its text format (version 0.0.4). */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #verdicts = new Map<string, number>();
  readonly #buckets: number[] = BUCKETS.map(() => 0);
  #seconds = 0;
  #answered = 0;
  #items = 0;

  /** One request answered. `route` is the route's own path, never the client's text. */
  request(route: string, status: number, seconds: number): void {
    const key = `route="${route}",status="${status}"`;
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
    this.#answered += 1;
    this.#seconds += seconds;
    for (const [i, limit] of BUCKETS.entries())
      if (seconds <= limit) this.#buckets[i] = (this.#buckets[i] ?? 0) + 1;
  }

  /** One item scored; `null`: no verdict was asked for. */
  item(verdict: string | null): void {
    this.#items += 1;
    const key = verdict ?? 'none';
    this.#verdicts.set(key, (this.#verdicts.get(key) ?? 0) + 1);
  }

  /** The text of `/metrics`. */
  text(inFlight: number, workers: number, { median, p99, most }: Delays): string {
    return [
      ...family('requests_total', 'counter', 'Requests answered, by route and status.', this.#requests),
      ...family(
        'items_total',
        'counter',
        'Responses scored, by verdict.',
        new Map([...this.#verdicts].map(([verdict, count]) => [`verdict="${verdict}"`, count])),
      ),
      ...this.#histogram(),
      ...family('requests_in_flight', 'gauge', 'Requests being worked on.', new Map([['', inFlight]])),
      ...family('workers', 'gauge', 'Verifier threads alive.', new Map([['', workers]])),
      ...family(
        'event_loop_delay_seconds',
        'gauge',
        'How late the listening thread came to its timers since the last reading of this.',
        new Map([
          ['quantile="0.5"', median],
          ['quantile="0.99"', p99],
          ['quantile="1"', most],
        ]),
      ),
      '',
    ].join('\n');
  }

  /** Responses scored so far. */
  get items(): number {
    return this.#items;
  }

  #histogram(): string[] {
    const name = 'touchstone_request_seconds';
    return [
      `# HELP ${name} Seconds from the first byte to the answer.`,
      `# TYPE ${name} histogram`,
      ...BUCKETS.map((limit, i) => `${name}_bucket{le="${limit}"} ${this.#buckets[i] ?? 0}`),
      `${name}_bucket{le="+Inf"} ${this.#answered}`,
      `${name}_sum ${this.#seconds}`,
      `${name}_count ${this.#answered}`,
    ];
  }
}

function family(
  name: string,
  type: string,
  help: string,
  values: ReadonlyMap<string, number>,
): readonly string[] {
  const full = `touchstone_${name}`;
  return [
    `# HELP ${full} ${help}`,
    `# TYPE ${full} ${type}`,
    ...[...values].map(([labels, value]) => `${full}${labels === '' ? '' : `{${labels}}`} ${value}`),
  ];
}

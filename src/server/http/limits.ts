/** What one server takes on; beyond it, requests are refused at once instead of slowing all others. */
export interface HttpLimits {
  /** Bytes of one request body; more is answered 413 without reading on. */
  readonly bodyBytes: number;
  /** Items of one request. */
  readonly items: number;
  /** Requests worked on at once; more are answered 429 with Retry-After. */
  readonly inFlight: number;
  /** Bytes of bodies held at once, over all requests; more are answered 429. */
  readonly heldBytes: number;
  /** Milliseconds for the headers of a request to arrive. */
  readonly headersMs: number;
  /** Milliseconds for a whole request to arrive (408). */
  readonly requestMs: number;
  /** Milliseconds a connection may stand without a byte moving either way. */
  readonly idleMs: number;
  /** Milliseconds a request may take; then its work is stopped and it is answered 503. */
  readonly deadlineMs: number;
  /** Milliseconds a stop waits for requests in flight. */
  readonly graceMs: number;
}

/** Limits that suit a training cluster's own network. */
export const httpDefaults: HttpLimits = {
  bodyBytes: 64 * 1024 * 1024,
  items: 16_384,
  inFlight: 8192,
  heldBytes: 512 * 1024 * 1024,
  headersMs: 10_000,
  requestMs: 30_000,
  idleMs: 120_000,
  deadlineMs: 60_000,
  graceMs: 10_000,
};

import type { Json } from '../../support/index.js';
import type { Scorer } from '../scorer.js';

/** What a route is given. */
export interface Call {
  readonly scorer: Scorer;
  /** The body, `null` for GET and where the route reads none. */
  readonly body: Json;
  readonly query: URLSearchParams;
  /** Most items a request may have. */
  readonly items: number;
  readonly deadlineMs: number;
  /** The header X-Session-ID. */
  readonly session: string | null;
  /** Aborts when the client hangs up. */
  readonly gone: AbortSignal;
}

/** What a route answers: JSON, or a text with its type. */
export type Reply =
  | { readonly status: number; readonly json: Json }
  | { readonly status: number; readonly text: string; readonly type: string };

/** One thing the server can be asked. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** One sentence for the OpenAPI description. */
  readonly summary: string;
  /** JSON Schemas of the body and of the answer. */
  readonly request?: Json;
  readonly response: Json;
  /** One sample a request: rewards over whole groups cannot be served here. */
  readonly single?: boolean;
  /** The stack sends no gold answer: only rewards that ask for none can be served here. */
  readonly unlabelled?: boolean;
  /** A POST whose body, if it has one, says nothing. */
  readonly bodiless?: boolean;
  /** Answered without a token and while stopping: health. */
  readonly open?: boolean;
  readonly answer: (call: Call) => Promise<Reply> | Reply;
}

/** An answer of JSON with status 200. */
export const ok = (json: Json): Reply => ({ status: 200, json });

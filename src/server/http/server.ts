import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Json } from '../../support/index.js';
import { BackendError, ConfigError } from '../../support/index.js';
import type { Task } from '../open-reward/tasks.js';
import { faultOf } from '../respond.js';
import { Scorer, type ScorerOptions } from '../scorer.js';
import { Fault } from '../wire/fault.js';
import { parseJson } from '../wire/parse.js';
import { type Access, admit, isLoopback } from './access.js';
import { type Held, readBody } from './body.js';
import { type HttpLimits, httpDefaults } from './limits.js';
import { LoopDelay } from './loop-delay.js';
import { Metrics } from './metrics.js';
import { openapi } from './openapi.js';
import { ok, type Reply, type Route } from './route.js';
import { Router } from './router.js';
import { healthRoute } from './routes/health.js';
import { llamafactoryRoute } from './routes/llamafactory.js';
import { nemoGymSeed, nemoGymVerify } from './routes/nemo-gym.js';
import { openRewardRoutes } from './routes/open-reward.js';
import { openrlhfRoute } from './routes/openrlhf.js';
import { scoreRoute } from './routes/score.js';
import { slimeRoute } from './routes/slime.js';
import { statusOf } from './status.js';

/** How a server is reached and told of failures. */
export interface HttpServing {
  /** The address to listen on; any but a loopback address needs a token. */
  readonly host?: string;
  /** 0: any free port. */
  readonly port?: number;
  readonly token?: string | null;
  /** Further names a Host header may carry. */
  readonly allowHosts?: readonly string[];
  readonly limits?: Partial<HttpLimits>;
  /** Problems to hand out by the Open Reward Standard; absent: its routes are not served. */
  readonly tasks?: readonly Task[];
  readonly version?: string;
  /** Told of every failure that is ours, with the route it happened at. */
  readonly onError?: (route: string, error: unknown) => void;
}

/** The HTTP server of all stacks that take a URL. Verification runs in the scorer's workers, never on this thread. */
export class HttpServer {
  readonly metrics: Metrics = new Metrics();
  readonly #delay = new LoopDelay();
  readonly #scorer: Scorer;
  readonly #access: Access;
  readonly #limits: HttpLimits;
  readonly #options: HttpServing;
  readonly #router: Router;
  readonly #server: Server;
  readonly #held: Held = { bytes: 0 };
  /** Requests being answered. */
  readonly #open = new Set<AbortController>();
  /** Connections that have not asked anything yet: Node does not count them as idle. */
  readonly #silent = new Set<Socket>();
  #stopping = false;

  /** Throws {@link ConfigError} for an open address without a token. */
  constructor(scoring: ScorerOptions, options: HttpServing = {}) {
    const { host = '127.0.0.1', token = null, allowHosts = [] } = options;
    if (!isLoopback(host) && (token === null || token === ''))
      throw new ConfigError(
        `${host} can be reached from other machines: give --token (or TOUCHSTONE_TOKEN), or listen on 127.0.0.1`,
        'token',
      );
    this.#scorer = new Scorer({
      ...scoring,
      onAnswer: (answer) => {
        this.metrics.item(answer.verdict);
        scoring.onAnswer?.(answer);
      },
    });
    this.#options = options;
    this.#limits = { ...httpDefaults, ...options.limits };
    this.#access = { token, hosts: new Set(allowHosts.map((name) => name.toLowerCase())) };
    this.#router = new Router(this.#routes(options.version ?? '0'));
    this.#server = this.#create();
  }

  /** Starts listening; resolves to where. Rejects when the port is taken. */
  listen(): Promise<{ readonly port: number; readonly url: string }> {
    const { host = '127.0.0.1', port = 0 } = this.#options;
    return new Promise((resolve, reject) => {
      this.#server.once('error', (error) => reject(cannotListen(host, port, error)));
      this.#server.listen({ host, port, backlog: 8192 }, () => {
        this.#delay.start();
        // Erasure point: a server on a port has an AddressInfo.
        const { port: taken } = this.#server.address() as AddressInfo;
        resolve({ port: taken, url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}` });
      });
    });
  }

  /**
   * Takes no more requests, answers those in flight, and closes. What is not judged within the grace period is answered
   * 503; who does not take the answer is cut off.
   */
  async close(): Promise<void> {
    this.#stopping = true;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeIdleConnections();
    for (const socket of this.#silent) socket.destroy();
    const cut = setTimeout(() => this.#server.closeAllConnections(), this.#limits.graceMs + FAREWELL_MS);
    const giveUp = setTimeout(() => {
      for (const gone of this.#open)
        gone.abort(new Fault('unavailable', 'the server stopped before this was judged'));
    }, this.#limits.graceMs);
    await closed;
    this.#delay.stop();
    clearTimeout(giveUp);
    clearTimeout(cut);
  }

  /** Requests in flight besides the one that asks. */
  get #others(): number {
    return this.#open.size - 1;
  }

  #create(): Server {
    const { headersMs, requestMs, idleMs } = this.#limits;
    const server = createServer(
      {
        headersTimeout: headersMs,
        requestTimeout: requestMs,
        connectionsCheckingInterval: 1000,
        keepAliveTimeout: 60_000,
        maxHeaderSize: 16 * 1024,
        noDelay: true,
      },
      (request, response) => void this.#handle(request, response),
    );
    server.setTimeout(idleMs);
    server.on('connection', (socket) => {
      this.#silent.add(socket);
      socket.once('close', () => this.#silent.delete(socket));
    });
    return server;
  }

  #routes(version: string): readonly Route[] {
    const described = [
      scoreRoute,
      openrlhfRoute,
      slimeRoute,
      llamafactoryRoute,
      nemoGymVerify,
      nemoGymSeed,
      ...(this.#options.tasks === undefined ? [] : openRewardRoutes(this.#options.tasks)),
      healthRoute(version, () => ({ inFlight: this.#others, stopping: this.#stopping })),
    ];
    const description = openapi(described, version, this.#access.token !== null);
    const get = (path: string, answer: Route['answer']): Route => ({
      method: 'GET',
      path,
      summary: path,
      response: {},
      answer,
    });
    return [
      ...described,
      get('/openapi.json', () => ok(description)),
      get('/metrics', () => ({
        status: 200,
        text: this.metrics.text(this.#others, this.#scorer.workers, this.#delay.take()),
        type: 'text/plain; version=0.0.4; charset=utf-8',
      })),
    ];
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = performance.now();
    const gone = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) gone.abort();
    });
    response.on('error', () => gone.abort());
    const { path, query } = splitUrl(request.url ?? '/');
    let route: Route | null = null;
    this.#silent.delete(request.socket);
    this.#open.add(gone);
    try {
      route = this.#router.find(request.method, path);
      const reply = await this.#answer(route, request, query, gone.signal);
      send(response, reply, this.#stopping);
    } catch (error) {
      this.#refuse(request, response, route, error);
    } finally {
      this.#open.delete(gone);
      const status = response.headersSent ? response.statusCode : HUNG_UP;
      this.metrics.request(route?.path ?? 'none', status, (performance.now() - start) / 1000);
    }
  }

  async #answer(
    route: Route,
    request: IncomingMessage,
    query: URLSearchParams,
    gone: AbortSignal,
  ): Promise<Reply> {
    const call = {
      scorer: this.#scorer,
      query,
      items: this.#limits.items,
      deadlineMs: this.#limits.deadlineMs,
      session: sessionOf(request),
      gone,
    };
    if (route.open !== true) this.#admit(request);
    if (route.method === 'GET') return route.answer({ ...call, body: null });
    if (this.#scorer.refuses(route) !== null)
      throw new Fault('bad_request', this.#scorer.refuses(route) ?? '');
    if (route.bodiless === true) {
      request.resume();
      return route.answer({ ...call, body: null });
    }
    const bytes = await readBody(request, this.#limits, this.#held);
    try {
      return await route.answer({ ...call, body: parseJson(bytes) });
    } finally {
      this.#held.bytes -= bytes.length;
    }
  }

  #admit({ headers }: IncomingMessage): void {
    if (this.#stopping) throw new Fault('unavailable', 'the server is stopping');
    admit(headers, this.#access);
    if (this.#open.size > this.#limits.inFlight)
      throw new Fault('too_many_requests', 'the server works on as many requests as it may: try again');
  }

  #refuse(request: IncomingMessage, response: ServerResponse, route: Route | null, error: unknown): void {
    const fault = faultOf(error);
    if (fault.code === 'internal' && !isReset(error)) this.#options.onError?.(route?.path ?? 'none', error);
    const json: Json = { error: { code: fault.code, message: fault.message } };
    // An unread body is not read: the connection ends with the answer.
    send(response, { status: statusOf[fault.code], json }, this.#stopping || !request.complete);
  }
}

/** Milliseconds between the last answers of a stop and the cut. */
const FAREWELL_MS = 250;

/** In the metrics, the status of requests whose client left before the answer. */
const HUNG_UP = 499;

/** The client left while its body was read. */
const isReset = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ECONNRESET';

const sessionOf = ({ headers }: IncomingMessage): string | null => {
  const id = headers['x-session-id'];
  return typeof id === 'string' && id.length <= 200 ? id.trim() : null;
};

function splitUrl(url: string): { readonly path: string; readonly query: URLSearchParams } {
  const mark = url.indexOf('?');
  if (mark < 0) return { path: url, query: new URLSearchParams() };
  return { path: url.slice(0, mark), query: new URLSearchParams(url.slice(mark + 1)) };
}

function send(response: ServerResponse, reply: Reply, last: boolean): void {
  if (response.headersSent || response.destroyed) return;
  const text = 'json' in reply ? JSON.stringify(reply.json) : reply.text;
  response.writeHead(reply.status, {
    'content-type': 'json' in reply ? 'application/json' : reply.type,
    'content-length': Buffer.byteLength(text),
    'x-content-type-options': 'nosniff',
    ...(reply.status === 429 || reply.status === 503 ? { 'retry-after': '1' } : {}),
    ...(last ? { connection: 'close' } : {}),
  });
  response.end(text);
}

const cannotListen = (host: string, port: number, error: Error): BackendError =>
  new BackendError(`cannot listen on ${host} port ${port}: ${error.message}; choose another --port`, {
    cause: error,
  });

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a fake server saw it. */
export interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a fake server does with a request: a status and a body, or the response itself to treat badly. */
export type Reply =
  | { readonly status?: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> }
  | ((response: ServerResponse) => void);

/** A server of one interface whose replies a test writes. */
export interface FakeEndpoint {
  readonly url: string;
  readonly asked: Asked[];
  /** Most requests that were open at once. */
  readonly most: () => number;
  close(): Promise<void>;
}

/** Starts a server on a free port; `reply` is given the request and how many came before it. */
export async function fakeEndpoint(
  reply: (asked: Asked, before: number) => Reply | Promise<Reply>,
): Promise<FakeEndpoint> {
  const asked: Asked[] = [];
  let open = 0;
  let most = 0;
  const server: Server = createServer((request, response) => {
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    void answer(request, response);
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one: Asked = {
      path: request.url ?? '',
      authorization: request.headers.authorization,
      body: JSON.parse(Buffer.concat(chunks).toString()) as Asked['body'],
    };
    asked.push(one);
    const made = await reply(one, asked.length - 1);
    if (typeof made === 'function') return made(response);
    response.writeHead(made.status ?? 200, { 'content-type': 'application/json', ...made.headers });
    response.end(typeof made.body === 'string' ? made.body : JSON.stringify(made.body));
  }
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    most: () => most,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** An answer of the completions interface. */
export const completion = (text: string, more: object = {}): object => ({
  choices: [{ text, finish_reason: 'stop', ...more }],
  usage: { completion_tokens: 3 },
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { main } from './cli.js';
import { root } from './source-files.js';

/** A running `touchstone serve` over HTTP. */
export interface Serving {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it wrote on standard error so far. */
  readonly said: () => string;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Ends it, and tells how it ended. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts a server on a free port and waits until it listens. */
export async function serving(...args: readonly string[]): Promise<Serving> {
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  child.stdout.setEncoding('utf8');
  const first = await Promise.race([once(child.stdout, 'data'), ended]);
  if (!Array.isArray(first)) throw new Error(`the server ended with ${first}: ${said}`);
  const url = String(first[0]).trim();
  return {
    url,
    child,
    said: () => said,
    post: (path, body, headers = {}) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body:
          typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
      }),
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
// The pool starts compiled workers, so the server is tested as built.
import type * as HistoryModule from '../../../src/rewards/history/index.js';
import type * as RewardsModule from '../../../src/rewards/index.js';
import type * as ServerModule from '../../../src/server/index.js';
import type * as PoolModule from '../../../src/verifiers/pool.js';
import { bytesOf, heard, open } from '../../helpers/flood.js';
import { root } from '../../helpers/source-files.js';

const built = (path: string): Promise<unknown> => import(pathToFileURL(join(root, 'dist', path)).href);
const { HttpServer, rewardBook } = (await built('server/index.js')) as typeof ServerModule;
const { Pool } = (await built('verifiers/pool.js')) as typeof PoolModule;
const { memoryStore } = (await built('rewards/history/index.js')) as typeof HistoryModule;
const { rewardByName, standardSignals } = (await built('rewards/index.js')) as typeof RewardsModule;
const module = pathToFileURL(join(root, 'tests', 'helpers', 'faulty-verifier.mjs')).href;

interface Started {
  readonly server: ServerModule.HttpServer;
  readonly pool: PoolModule.Pool;
  readonly port: number;
  /** Errors that were the server's own. */
  readonly faults: unknown[];
}

const started: Started[] = [];

/** A server in this process over a verifier that can be made to hang. */
async function start(limits: Partial<ServerModule.HttpLimits>): Promise<Started> {
  const pool = new Pool({ module, workers: 1, timeoutSeconds: 60 });
  const faults: unknown[] = [];
  const scoring = {
    pool,
    store: memoryStore(),
    rewards: rewardBook([rewardByName('correct')], standardSignals),
  };
  const server = new HttpServer(scoring, { limits, onError: (_, error) => faults.push(error) });
  const { port } = await server.listen();
  const one = { server, pool, port, faults };
  started.push(one);
  return one;
}

afterEach(async () => {
  for (const { server, pool } of started.splice(0)) {
    await server.close();
    await pool.close();
  }
});

const items = (...responses: readonly string[]): string =>
  bytesOf('/v1/score', { items: responses.map((response) => ({ response, label: 'good' })) });

async function send(port: number, text: string): Promise<{ socket: Socket; answer: Promise<string> }> {
  const socket = await open(port);
  const answer = heard(socket);
  socket.write(text);
  return { socket, answer };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until something holds, at most ten seconds. */
async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !holds(); i += 1) await pause(50);
  expect(holds()).toBe(true);
}

const metric = ({ server }: Started, name: string): string =>
  server.metrics
    .text(0, 0, { median: 0, p99: 0, most: 0 })
    .split('\n')
    .filter((line) => line.startsWith(name))
    .join('\n');

describe('slow clients', () => {
  const limits = { headersMs: 400, requestMs: 800, idleMs: 1000, graceMs: 200 };

  test('headers that trickle in are cut off; others are served meanwhile', async () => {
    const one = await start(limits);
    const slow = await Promise.all(Array.from({ length: 50 }, () => open(one.port)));
    const answers = slow.map(heard);
    const trickle = setInterval(() => {
      for (const socket of slow) if (socket.writable) socket.write('x');
    }, 100);
    for (const socket of slow) socket.write('POST /v1/score HTTP/1.1\r\nX-A: ');
    const good = await send(one.port, items('good'));
    expect(await good.answer).toContain('"reward":1');
    const texts = await Promise.all(answers);
    clearInterval(trickle);
    for (const text of texts) expect(text === '' || text.startsWith('HTTP/1.1 408')).toBe(true);
  });

  test('a body that trickles in is cut off and is no fault of the server', async () => {
    const one = await start(limits);
    const head = items('good').split('{"items"', 1)[0] ?? '';
    const { socket, answer } = await send(one.port, `${head}{`);
    const trickle = setInterval(() => socket.writable && socket.write(' '), 100);
    const text = await answer;
    clearInterval(trickle);
    expect(text === '' || text.startsWith('HTTP/1.1 408')).toBe(true);
    expect(one.faults).toEqual([]);
  });

  test('who asks and never reads is dropped', async () => {
    const one = await start(limits);
    const socket = createConnection(one.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.pause();
    socket.on('error', () => {});
    const items = Array.from({ length: 4000 }, () => ({ response: 'x'.repeat(400), label: 'good' }));
    const large = bytesOf('/v1/score', { items }, 'keep-alive');
    // Pipelined: more answers than the buffers between us hold.
    for (let i = 0; i < 12 && socket.writable; i += 1) socket.write(large);
    let closed = false;
    socket.once('close', () => {
      closed = true;
    });
    await until(() => {
      socket.write(' ');
      return closed;
    });
  });

  test('nothing said at all is dropped, and does not hold up a stop', async () => {
    const one = await start({ graceMs: 5000 });
    const silent = heard(await open(one.port));
    const begin = performance.now();
    await one.server.close();
    expect(await silent).toBe('');
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});

describe('clients that leave', () => {
  test('their work is taken back: a worker that hangs is replaced, the queue is empty, others are answered', async () => {
    const one = await start({ graceMs: 200 });
    const leaving = await Promise.all(Array.from({ length: 100 }, () => send(one.port, items('hang'))));
    await pause(100);
    for (const { socket } of leaving) socket.destroy();
    const good = await send(one.port, items('good', 'bad'));
    expect(await good.answer).toMatch(/"reward":1.*"reward":0/);
    expect(one.faults).toEqual([]);
    expect(metric(one, 'touchstone_requests_total{route="/v1/score",status="499"}')).toMatch(/ 100$/);
  });

  test('a worker that is done soon is kept', async () => {
    const one = await start({ graceMs: 200 });
    expect(await (await send(one.port, items('good'))).answer).toContain('"reward":1');
    for (let i = 0; i < 20; i += 1) {
      const { socket } = await send(one.port, items(...Array.from({ length: 64 }, () => 'bad')));
      socket.destroy();
    }
    expect(await (await send(one.port, items('good'))).answer).toContain('"reward":1');
    expect(one.pool.alive).toBe(1);
    expect(one.faults).toEqual([]);
  });
});

describe('stopping', () => {
  test('a request that hangs is answered 503 when the grace period ends, the others are answered', async () => {
    const one = await start({ graceMs: 600 });
    const good = await send(one.port, items('good'));
    await until(() => one.server.metrics.items === 1);
    const hung = await send(one.port, items('hang'));
    await pause(150);
    const begin = performance.now();
    await one.server.close();
    expect(performance.now() - begin).toBeLessThan(3000);
    expect(await good.answer).toContain('"reward":1');
    expect(await hung.answer).toMatch(/^HTTP\/1\.1 503 [\s\S]*stopped before this was judged/);
  });
});

// Clients of `touchstone serve` for the benchmarks: the line protocol and HTTP, in batches, a few requests ahead.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { root } from './rows.mjs';

const MAIN = join(root, 'dist', 'cli', 'main.js');

/** The bodies of requests of `size` items each. */
export function batches(rows, size) {
  const bodies = [];
  for (let from = 0; from < rows.length; from += size) {
    const items = rows.slice(from, from + size).map(({ gold, response }) => ({
      response,
      label: Array.isArray(gold) ? gold.map(String) : String(gold),
    }));
    bodies.push(items);
  }
  return bodies;
}

/** `touchstone serve` with further arguments, and the server that only answers (`echo.mjs`): what both clients may start. */
export const serve = (...args) => [MAIN, 'serve', ...args];
export const echo = (kind) => [join(root, 'scripts', 'bench', 'echo.mjs'), kind];

/** Starts a server of the line protocol: `ask(items)` resolves to the results. */
export async function overLines(args) {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const open = new Map();
  let rest = '';
  let number = 0;
  child.stdout.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) settle(JSON.parse(line));
  });
  const settle = ({ id, results, error }) => {
    if (error !== undefined) throw new Error(error.message);
    open.get(id)(results);
    open.delete(id);
  };
  return {
    pid: child.pid,
    ask: (items) =>
      new Promise((resolve) => {
        number += 1;
        open.set(number, resolve);
        child.stdin.write(`${JSON.stringify({ id: number, items })}\n`);
      }),
    close: async () => {
      child.stdin.end();
      await once(child, 'close');
    },
  };
}

/**
 * Starts an HTTP server, asked over kept-alive connections: `ask(items)` resolves to the results, `get(path)` to the text. The
 * client writes to sockets itself, since Node's own takes as long as the server.
 */
export async function overHttp(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const [first] = await once(child.stdout, 'data');
  const { hostname, port } = new URL(String(first).trim());
  const idle = [];
  const exchange = async (head, body) => {
    const connection = idle.pop() ?? (await connected(hostname, Number(port)));
    const text = await connection.exchange(`${head} HTTP/1.1\r\nhost: ${hostname}\r\n${body}`);
    if (!connection.closed) idle.push(connection);
    return text;
  };
  return {
    pid: child.pid,
    ask: async (items) => {
      const body = JSON.stringify({ items });
      const length = Buffer.byteLength(body);
      const fields = `content-type: application/json\r\ncontent-length: ${length}`;
      return JSON.parse(await exchange('POST /v1/score', `${fields}\r\n\r\n${body}`)).results;
    },
    get: (path) => exchange(`GET ${path}`, '\r\n'),
    close: async () => {
      for (const connection of idle) connection.close();
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** One connection, for one request at a time; rejects where it ends before the answer. */
async function connected(host, port) {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, 'connect');
  let held = Buffer.alloc(0);
  let waiting = null;
  const connection = {
    closed: false,
    close: () => socket.destroy(),
    exchange: (text) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(text);
      }),
  };
  socket.on('data', (part) => {
    held = held.length === 0 ? part : Buffer.concat([held, part]);
    const body = held.indexOf('\r\n\r\n') + 4;
    const length = /content-length: (\d+)/i.exec(held.latin1Slice(0, body))?.[1];
    if (body < 4 || length === undefined || held.length < body + Number(length)) return;
    const answer = held.utf8Slice(body, body + Number(length));
    held = Buffer.alloc(0);
    waiting?.resolve(answer);
  });
  const end = (error) => {
    connection.closed = true;
    waiting?.reject(error instanceof Error ? error : new Error('the connection was closed'));
  };
  socket.on('error', end).on('close', end);
  return connection;
}

/**
 * Asks for all batches `rounds` times with `ahead` requests open: {seconds, cpu, items, paid}, where `cpu` is the
 * server's own processor seconds (Linux; NaN elsewhere).
 */
export async function drive(server, bodies, { rounds, ahead }) {
  const before = cpuSeconds(server.pid);
  const start = performance.now();
  let items = 0;
  let paid = 0;
  let next = 0;
  const worker = async () => {
    while (next < bodies.length * rounds) {
      const results = await server.ask(bodies[next++ % bodies.length]);
      items += results.length;
      for (const { reward } of results) if (reward === 1) paid += 1;
    }
  };
  await Promise.all(Array.from({ length: ahead }, worker));
  return {
    seconds: (performance.now() - start) / 1000,
    cpu: cpuSeconds(server.pid) - before,
    items,
    paid,
  };
}

/** Requests to one server before it is the other's turn. */
const TURN = 50;

/**
 * Single requests, one after another, to a server and in turns to one that only answers, so that both see the same machine:
 * milliseconds of each, and the processor seconds of the server.
 */
export async function latencies(server, floor, bodies) {
  const [times, floors] = [[], []];
  let cpu = 0;
  for (let from = 0; from < bodies.length; from += TURN) {
    const turn = bodies.slice(from, from + TURN);
    const before = cpuSeconds(server.pid);
    await timeEach(server, turn, times);
    cpu += cpuSeconds(server.pid) - before;
    await timeEach(floor, turn, floors);
  }
  return { times, floors, cpu };
}

async function timeEach(server, bodies, times) {
  for (const body of bodies) {
    const start = performance.now();
    await server.ask(body);
    times.push(performance.now() - start);
  }
}

/** Milliseconds of `/healthz` while all batches are asked for; ends with them. */
export async function healthUnder(server, work) {
  const times = [];
  let done = false;
  const watching = (async () => {
    while (!done) {
      const start = performance.now();
      await server.get('/healthz');
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  await work;
  done = true;
  await watching;
  return times;
}

/** Processor seconds a process has used, all its threads. */
function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

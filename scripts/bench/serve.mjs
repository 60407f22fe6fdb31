// Clients of `touchstone serve` for the benchmarks: the line protocol and HTTP, in batches, a few requests ahead.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
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

/** Starts the line protocol: `ask(items)` resolves to the results. */
export async function overLines(jobs) {
  const child = spawn(process.execPath, [MAIN, 'serve', '--stdio', '--jobs', String(jobs)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
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

/** Starts the HTTP server, asked over kept-alive connections. */
export async function overHttp(jobs) {
  const child = spawn(process.execPath, [MAIN, 'serve', '--jobs', String(jobs)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [first] = await once(child.stdout, 'data');
  const { hostname, port } = new URL(String(first).trim());
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const headers = { 'content-type': 'application/json' };
  return {
    pid: child.pid,
    ask: (items) =>
      new Promise((resolve, reject) => {
        const body = JSON.stringify({ items });
        const options = { agent, hostname, port, method: 'POST', path: '/v1/score' };
        const sent = request(
          { ...options, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
          (response) => {
            const parts = [];
            response.on('data', (part) => parts.push(part));
            response.on('end', () => resolve(JSON.parse(Buffer.concat(parts)).results));
          },
        );
        sent.on('error', reject);
        sent.end(body);
      }),
    close: async () => {
      agent.destroy();
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
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

/** Milliseconds of single requests, one after another. */
export async function latencies(server, bodies) {
  const times = [];
  for (const body of bodies) {
    const start = performance.now();
    await server.ask(body);
    times.push(performance.now() - start);
  }
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

import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { BOMBS } from '../../helpers/bombs.js';
import { bytesOf, flood } from '../../helpers/flood.js';
import { serving } from '../../helpers/serving.js';

/** Connections this process may open: as many as are wanted, or as its limit on open files allows. */
function connections(wanted: number): number {
  const { stdout } = spawnSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' });
  const limit = Number(stdout.trim());
  const most = Number.isFinite(limit) ? limit - 500 : wanted;
  if (most < wanted)
    process.stderr.write(`${most} connections instead of ${wanted}: the limit on open files is ${limit}\n`);
  return Math.min(wanted, most);
}

const bombs = BOMBS.flatMap(([, list]) => list);

/** Every tenth request is a bomb, which is wrong; of the others every third is wrong. */
function question(i: number): { readonly right: boolean; readonly label: string; readonly response: string } {
  const bomb = i % 10 === 0 ? bombs[(i / 10) % bombs.length] : undefined;
  if (bomb !== undefined) return { right: false, label: bomb[1], response: `So \\boxed{${bomb[2]}}.` };
  const right = i % 3 !== 0;
  return { right, label: `${i}/7`, response: `Thus it is \\boxed{\\frac{${right ? i : i + 1}}{7}}.` };
}

describe('under load', () => {
  test('5,000 connections at once, bombs among them: no wrong verdict, nothing but 200, 429 and 503', async () => {
    const server = await serving('--jobs', '2');
    try {
      const count = connections(5000);
      const asked = Array.from({ length: count }, (_, i) => question(i));
      const requests = asked.map(({ label, response }) =>
        bytesOf('/v1/score', { items: [{ label, response }] }, 'keep-alive'),
      );
      const all = await flood(Number(new URL(server.url).port), requests);
      const statuses = new Map<number | null, number>();
      const wrong: number[] = [];
      for (const [i, got] of all.entries()) {
        statuses.set(got?.status ?? null, (statuses.get(got?.status ?? null) ?? 0) + 1);
        if (got?.status !== 200) continue;
        const { results } = JSON.parse(got.body) as { results: [{ reward: number }] };
        if (results[0].reward !== (asked[i]?.right ? 1 : 0)) wrong.push(i);
      }
      expect([...statuses.keys()].filter((status) => ![200, 429, 503].includes(status ?? 0))).toEqual([]);
      expect(wrong).toEqual([]);
      expect(statuses.get(200) ?? 0).toBeGreaterThan(count / 2);
      expect(server.said()).not.toContain('error');
      expect((await server.post('/slime', { response: '\\boxed{4}', label: '4' })).status).toBe(200);
    } finally {
      await server.stop();
    }
  }, 240_000);

  test('more requests than allowed at once are told to come back', async () => {
    const server = await serving('--jobs', '1', '--max-in-flight', '20');
    try {
      const one = bytesOf('/v1/score', { items: Array.from({ length: 200 }, () => question(1)) });
      const all = await flood(
        Number(new URL(server.url).port),
        Array.from({ length: 100 }, () => one),
      );
      const statuses = new Set(all.map((got) => got?.status));
      expect([...statuses].sort()).toEqual([200, 429]);
      expect(await (await fetch(`${server.url}/healthz`)).json()).toMatchObject({ ok: true, inflight: 0 });
    } finally {
      await server.stop();
    }
  });
});

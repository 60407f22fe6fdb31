import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cli } from '../../helpers/cli.js';
import { type Serving, serving } from '../../helpers/serving.js';

let server: Serving;
beforeAll(async () => {
  server = await serving('--jobs', '2', '--max-body', '1', '--max-items', '50');
});
afterAll(async () => {
  await server.stop();
});

const json = async (response: Response): Promise<unknown> => response.json();

describe('the paths of the stacks', () => {
  test('/v1/score: answers in the order of the items, with their terms and reasons', async () => {
    const response = await server.post('/v1/score', {
      id: 'a',
      items: [
        { response: 'so \\boxed{0.5}', label: '1/2' },
        { response: '\\boxed{3}', label: ['1/2', '1/3'] },
        { response: '', label: '7' },
        { response: '\\boxed{7}', label: null },
      ],
    });
    expect(response.status).toBe(200);
    const { id, results } = (await json(response)) as { id: string; results: Record<string, unknown>[] };
    expect(id).toBe('a');
    expect(results.map(({ reward }) => reward)).toEqual([1, 0, 0, null]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['equal', 'different', 'undecided', null]);
    expect(results[0]).toMatchObject({ terms: { correct: 1 }, extracted: '0.5' });
  });

  test('/get_reward: OpenRLHF’s flat lists; prompt and end marks are cut; empty in, empty out', async () => {
    const prompt = '<|im_start|>user\nWhat is \\boxed{5} minus 1?<|im_end|>\n<|im_start|>assistant\n';
    const body = { query: [`${prompt}It is \\boxed{4}.<|im_end|>`], prompts: [prompt], labels: ['4'] };
    expect(await json(await server.post('/get_reward', body))).toEqual({
      rewards: [1],
      scores: [1],
      extra_logs: { correct: [1], undecided: [0] },
    });
    const empty = await server.post('/get_reward', { query: [], prompts: [], labels: [] });
    expect(await json(empty)).toMatchObject({ rewards: [], scores: [] });
    const junk = await server.post('/get_reward', {
      query: ['\u0000<|im_end|>'],
      prompts: [''],
      labels: [null],
    });
    expect(junk.status).toBe(200);
    expect(await json(junk)).toMatchObject({ rewards: [0], scores: [0] });
  });

  test('/slime: a bare number, or an object for --reward-key; a label of null is 0', async () => {
    const sample = { prompt: [{ role: 'user', content: '2+2?' }], response: '\\boxed{4}</s>', label: '4' };
    expect(await json(await server.post('/slime', sample))).toBe(1);
    expect(await json(await server.post('/slime?detail=1', sample))).toEqual({ score: 1, acc: 1, pred: '4' });
    expect(await json(await server.post('/slime', { ...sample, label: null }))).toBe(0);
  });

  test('/llamafactory: refused with the reason where the reward needs a gold answer', async () => {
    const response = await server.post('/llamafactory', { model: 'm', messages: ['a', 'b'] });
    expect(response.status).toBe(400);
    expect(JSON.stringify(await json(response))).toContain('sends no gold answer');
  });

  test('/verify and /seed_session: NeMo-Gym’s row comes back whole with its reward', async () => {
    const row = {
      responses_create_params: { input: [{ role: 'user', content: 'What is 2+2?' }] },
      expected_answer: 4,
      unknown: { kept: [1] },
      response: {
        output: [
          { type: 'reasoning', summary: [{ type: 'summary_text', text: '\\boxed{5}' }] },
          { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'It is ' }] },
          {
            type: 'message',
            role: 'assistant',
            content: [{ type: 'output_text', text: '\\boxed{4}', annotations: [] }],
          },
        ],
      },
    };
    expect(await json(await server.post('/seed_session', {}))).toEqual({});
    expect(await json(await server.post('/verify', row))).toEqual({
      ...row,
      reward: 1,
      extracted_answer: '4',
      verdict: 'equal',
      reward_components: { correct: 1 },
    });
  });

  test('/healthz, /openapi.json and /metrics describe the server', async () => {
    expect(await json(await fetch(`${server.url}/healthz`))).toMatchObject({ ok: true });
    const api = (await json(await fetch(`${server.url}/openapi.json`))) as { paths: object };
    expect(Object.keys(api.paths)).toEqual(
      expect.arrayContaining([
        '/v1/score',
        '/get_reward',
        '/slime',
        '/llamafactory',
        '/verify',
        '/seed_session',
      ]),
    );
    const text = await (await fetch(`${server.url}/metrics`)).text();
    expect(text).toMatch(/touchstone_items_total\{verdict="equal"\} [1-9]/);
    expect(text).toMatch(/touchstone_requests_total\{route="\/slime",status="200"\} 3/);
    expect(text).toMatch(/touchstone_event_loop_delay_seconds\{quantile="0.99"\} [\d.e-]+\n/);
  });
});

describe('what is refused', () => {
  test.each<readonly [string, number, string, () => Promise<Response>]>([
    ['empty', 400, 'not JSON', () => server.post('/v1/score', '')],
    ['half', 400, 'not JSON', () => server.post('/v1/score', '{')],
    ['a list', 400, 'request must be an object', () => server.post('/v1/score', '[]')],
    ['null', 400, 'request must be an object', () => server.post('/v1/score', 'null')],
    ['deep', 400, 'nested', () => server.post('/v1/score', '['.repeat(100_000))],
    ['UTF-8', 400, 'UTF-8', () => server.post('/v1/score', Uint8Array.of(0x22, 0xff, 0x22))],
    ['NaN', 400, 'NaN', () => server.post('/v1/score', '{"items":[{"response":"","tokens":NaN}]}')],
    [
      'huge number',
      400,
      'items[0].tokens must be a finite',
      () => server.post('/v1/score', '{"items":[{"response":"","tokens":1e999}]}'),
    ],
    [
      'no response',
      400,
      'items[1].response',
      () => server.post('/v1/score', { items: [{ response: '', label: '1' }, { label: '1' }] }),
    ],
    ['another op', 400, 'op must be', () => server.post('/v1/score', { op: 'exec', items: [] })],
    [
      'unknown reward',
      400,
      "did you mean 'hapo'",
      () => server.post('/v1/score', { items: [{ response: '' }], reward: 'hap' }),
    ],
    [
      'a fact that is missing',
      400,
      'items[0].tokens is missing',
      () => server.post('/v1/score', { items: [{ response: '', label: '1', problem: 'p' }], reward: 'hapo' }),
    ],
    [
      'too many items',
      413,
      'split the batch',
      () =>
        server.post('/v1/score', { items: Array.from({ length: 51 }, () => ({ response: '', label: '1' })) }),
    ],
    ['too large', 413, 'split the batch', () => server.post('/v1/score', 'x'.repeat(1024 * 1024 + 1))],
    ['text', 415, 'application/json', () => server.post('/v1/score', '{}', { 'content-type': 'text/plain' })],
    ['compressed', 415, 'compressed', () => server.post('/v1/score', '{}', { 'content-encoding': 'gzip' })],
    ['method', 405, 'use POST', () => fetch(`${server.url}/v1/score`)],
    ['path', 404, 'no such path', () => server.post('/v1/nothing', {})],
    ['a file', 404, 'no such path', () => fetch(`${server.url}/..%2f..%2fetc/passwd`)],
    ['a web page', 403, 'web pages', () => server.post('/v1/score', {}, { origin: 'http://evil.example' })],
  ])('%s: %i', async (_, status, part, send) => {
    const response = await send();
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.message).toContain(part);
  });

  test('a Host of another name', async () => {
    const { port } = new URL(server.url);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write('GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
      });
      let text = '';
      socket.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1.1 403 /);
  });

  test('names of prototypes change nothing', async () => {
    const body = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"items":[]}';
    expect((await server.post('/v1/score', body)).status).toBe(200);
    expect(await json(await fetch(`${server.url}/healthz`))).not.toHaveProperty('polluted');
  });

  test('the server still answers', async () => {
    expect(await json(await server.post('/slime', { response: '\\boxed{4}', label: '4' }))).toBe(1);
  });
});

describe('who may ask', () => {
  test('an address other machines reach needs a token', async () => {
    const { status, stderr } = await cli(['serve', '--host', '0.0.0.0']);
    expect(status).toBe(2);
    expect(stderr).toContain('--token');
  });

  test('with a token nothing but health is answered without it', async () => {
    const guarded = await serving('--token', 'secret');
    try {
      const body = { response: '\\boxed{4}', label: '4' };
      expect((await guarded.post('/slime', body)).status).toBe(401);
      expect((await guarded.post('/slime', body, { authorization: 'Bearer wrong' })).status).toBe(401);
      expect((await fetch(`${guarded.url}/metrics`)).status).toBe(401);
      expect((await guarded.post('/slime', body, { authorization: 'Bearer secret' })).status).toBe(200);
      expect((await fetch(`${guarded.url}/healthz`)).status).toBe(200);
      expect(guarded.said()).not.toContain('secret');
    } finally {
      await guarded.stop();
    }
  });

  test('a port that is taken is said in one line', async () => {
    const { status, stderr } = await cli(['serve', '--port', new URL(server.url).port]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^touchstone: cannot listen on 127.0.0.1 port \d+: .*\n$/);
  });
});

describe('stopping', () => {
  test('SIGTERM answers what is in flight, takes no more, and exits 0', async () => {
    const own = await serving('--jobs', '1');
    const asked = Array.from({ length: 100 }, (_, i) =>
      own.post('/v1/score', { items: [{ response: `\\boxed{${i}}`, label: String(i) }] }),
    );
    await Promise.race(asked);
    const status = own.stop();
    const answers = await Promise.allSettled(asked);
    for (const answer of answers) {
      if (answer.status === 'rejected') continue;
      expect([200, 503]).toContain(answer.value.status);
      if (answer.value.status === 200)
        expect(await answer.value.json()).toMatchObject({ results: [{ reward: 1 }] });
    }
    expect(await status).toBe(0);
    await expect(own.post('/slime', {})).rejects.toThrow();
  });

  test('a second SIGTERM ends it at once', async () => {
    const own = await serving('--jobs', '1', '--grace', '30');
    const { port } = new URL(own.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => {});
    const items = Array.from({ length: 5000 }, () => ({
      response: `\\boxed{${'x+'.repeat(200)}1}`,
      label: '2',
    }));
    const body = JSON.stringify({ items });
    socket.write(
      `POST /v1/score HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    const ended = own.stop();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const begin = performance.now();
    own.child.kill('SIGTERM');
    await ended;
    expect(own.child.signalCode === 'SIGTERM' || own.child.exitCode === 0).toBe(true);
    expect(performance.now() - begin).toBeLessThan(5000);
    socket.destroy();
  });
});

test('a history is shared by all who ask, and a step sees what was known before it', async () => {
  const own = await serving('--reward', 'hapo');
  try {
    const score = async (step: number, tokens: number, right: boolean): Promise<number> => {
      const item = { response: right ? '\\boxed{1}' : '\\boxed{2}', label: '1', problem: 'p', step, tokens };
      const reply = (await json(
        await own.post('/v1/score', { items: [{ ...item, sample: String(tokens) }] }),
      )) as {
        results: [{ reward: number }];
      };
      return reply.results[0].reward;
    };
    const rewards: number[] = [];
    for (const [step, tokens, right] of [
      [0, 120, false],
      [0, 80, false],
      [1, 400, true],
      [1, 300, true],
      [2, 200, false],
      [2, 350, true],
      [3, 150, true],
      [3, 500, true],
    ] as const)
      rewards.push(await score(step, tokens, right));
    const rounded = rewards.map((value) => Math.round(value * 1e6) / 1e6);
    expect(rounded).toEqual([0, 0, 1, 1, 0, 0.741181, 1.707107, 0.3]);
  } finally {
    await own.stop();
  }
});

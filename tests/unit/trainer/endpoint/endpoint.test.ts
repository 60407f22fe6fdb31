import { afterEach, describe, expect, test } from 'vitest';
import { type EndpointOptions, EndpointPolicy } from '../../../../src/trainer/endpoint/policy.js';
import { retryAfterMs } from '../../../../src/trainer/endpoint/retry.js';
import { evaluatePolicy } from '../../../../src/trainer/evaluate.js';
import { verifierJudge } from '../../../../src/trainer/tasks/questions/judge.js';
import { completion, type FakeEndpoint, fakeEndpoint, type Reply } from '../../../helpers/fake-endpoint.js';

let server: FakeEndpoint | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

/** A policy on a fake server; the waits between attempts are short. */
async function policyOn(
  reply: Parameters<typeof fakeEndpoint>[0],
  options: Partial<EndpointOptions> = {},
): Promise<EndpointPolicy> {
  server = await fakeEndpoint(reply);
  return new EndpointPolicy({ url: server.url, model: 'tiny', backOffMs: 5, ...options });
}

const sampling = { temperature: 0.7, maxTokens: 16, seed: 3 };

describe('what is asked', () => {
  test('a completion: every sampling option, a seed of its own, the key', async () => {
    const policy = await policyOn(() => ({ body: completion('x') }), { apiKey: 'secret' });
    await policy.sample(['a', 'b'], 2, { ...sampling, topP: 0.9, topK: 5, stop: ['\n'] });
    const asked = server?.asked ?? [];
    expect(asked).toHaveLength(4);
    for (const { path, authorization, body } of asked) {
      expect(path).toBe('/v1/completions');
      expect(authorization).toBe('Bearer secret');
      expect(body).toMatchObject({
        model: 'tiny',
        temperature: 0.7,
        top_p: 0.9,
        top_k: 5,
        max_tokens: 16,
        stop: ['\n'],
        n: 1,
        logprobs: 1,
      });
    }
    expect(asked.map(({ body }) => body.prompt).sort()).toEqual(['a', 'a', 'b', 'b']);
    expect(new Set(asked.map(({ body }) => body.seed)).size).toBe(4);
  });

  test('a chat: messages, fields that the server wants, nothing that was not asked for', async () => {
    const policy = await policyOn(() => ({ body: { choices: [{ message: { content: 'x' } }] } }), {
      api: 'chat',
      system: 'Be brief.',
      logProbs: false,
      extra: { chat_template_kwargs: { enable_thinking: false } },
    });
    await policy.sample(['a'], 1, sampling);
    const [{ path, authorization, body } = { path: '', authorization: '', body: {} }] = server?.asked ?? [];
    expect(path).toBe('/v1/chat/completions');
    expect(authorization).toBeUndefined();
    expect(body).toEqual({
      model: 'tiny',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'a' },
      ],
      temperature: 0.7,
      top_p: 1,
      max_tokens: 16,
      seed: body.seed,
      n: 1,
      chat_template_kwargs: { enable_thinking: false },
    });
  });

  test('the same seeds for the same run, whatever is asked beside it; others for another', async () => {
    const seeds = async (prompts: readonly string[], seed: number): Promise<Map<string, unknown>> => {
      const policy = await policyOn(() => ({ body: completion('x') }));
      await policy.sample(prompts, 1, { ...sampling, seed });
      const found = new Map((server?.asked ?? []).map(({ body }) => [String(body.prompt), body.seed]));
      await server?.close();
      return found;
    };
    const alone = await seeds(['a'], 3);
    expect((await seeds(['a', 'b'], 3)).get('a')).toBe(alone.get('a'));
    expect((await seeds(['a'], 4)).get('a')).not.toBe(alone.get('a'));
  });
});

describe('what comes back', () => {
  test('responses in the order of the prompts, whatever order they are answered in', async () => {
    const policy = await policyOn(async ({ body }, before) => {
      await new Promise((go) => setTimeout(go, before % 3 === 0 ? 30 : 1));
      return { body: completion(`${String(body.prompt)}!`) };
    });
    const texts = (await policy.sample(['a', 'b', 'c', 'd'], 3, sampling)).map((copies) =>
      copies.map(({ text }) => text),
    );
    expect(texts).toEqual([
      ['a!', 'a!', 'a!'],
      ['b!', 'b!', 'b!'],
      ['c!', 'c!', 'c!'],
      ['d!', 'd!', 'd!'],
    ]);
  });

  test.each<readonly [string, 'completions' | 'chat', object, object]>([
    [
      'a completion with log-probs',
      'completions',
      {
        choices: [
          {
            text: 'a b',
            finish_reason: 'length',
            logprobs: { tokens: ['a', ' b'], token_logprobs: [-0.5, null] },
          },
        ],
      },
      {
        text: 'a b',
        finish: 'length',
        tokens: [-1, -1],
        logProbs: Float32Array.of(-0.5, Number.NaN),
        entropies: Float32Array.of(Number.NaN, Number.NaN),
      },
    ],
    [
      'ids of tokens, as vLLM gives them when asked',
      'completions',
      { choices: [{ text: 'a', logprobs: { tokens: ['token_id:17'], token_logprobs: [-1] } }] },
      { tokens: [17], finish: 'stop', logProbs: Float32Array.of(-1) },
    ],
    [
      'a chat with log-probs',
      'chat',
      { choices: [{ message: { content: 'a' }, logprobs: { content: [{ token: 'a', logprob: -0.25 }] } }] },
      { text: 'a', tokens: [-1], logProbs: Float32Array.of(-0.25) },
    ],
    [
      'a count of tokens alone',
      'chat',
      { choices: [{ message: { content: 'a b' }, logprobs: null }], usage: { completion_tokens: 2 } },
      { tokens: [-1, -1], logProbs: Float32Array.of(Number.NaN, Number.NaN) },
    ],
    [
      'a message without content',
      'chat',
      { choices: [{ message: { content: null } }] },
      { text: '', tokens: [], logProbs: new Float32Array(0) },
    ],
  ])('%s', async (_, api, answer, expected) => {
    const policy = await policyOn(() => ({ body: answer }), { api });
    const [[response] = []] = await policy.sample(['a'], 1, sampling);
    expect(response).toMatchObject(expected);
  });
});

describe('what goes wrong', () => {
  test.each<readonly [string, Reply]>([
    ['too many requests', { status: 429, body: 'slow down', headers: { 'retry-after': '0' } }],
    ['a server that is starting', { status: 503, body: { error: 'loading' } }],
    ['a connection that breaks', (response) => response.destroy()],
    [
      'an answer that breaks off',
      (response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{', () => response.destroy());
      },
    ],
  ])('%s passes', async (_, fault) => {
    const policy = await policyOn((_asked, before) => (before < 2 ? fault : { body: completion('x') }));
    expect((await policy.sample(['a'], 1, sampling))[0]?.[0]?.text).toBe('x');
  });

  test('a server that stays busy is named after all attempts', async () => {
    const policy = await policyOn(() => ({ status: 503, body: 'busy' }), { attempts: 3 });
    await expect(policy.sample(['a'], 1, sampling)).rejects.toThrow(
      /v1\/completions does not answer after 3 attempts: status 503: busy/,
    );
    expect(server?.asked).toHaveLength(3);
  });

  test('no server at all', async () => {
    const policy = new EndpointPolicy({
      url: 'http://127.0.0.1:9/v1',
      model: 'm',
      attempts: 2,
      backOffMs: 1,
    });
    await expect(policy.sample(['a'], 1, sampling)).rejects.toThrow(
      /after 2 attempts: .*(ECONNREFUSED|bad port)/,
    );
  });

  test('a server that is silent', async () => {
    const policy = await policyOn(() => () => {}, { timeoutSeconds: 0.05, attempts: 2 });
    await expect(policy.sample(['a'], 1, sampling)).rejects.toThrow('no answer within 0.05 s');
  });

  test('what will not pass is told at once, with the words of the server, and stops the rest', async () => {
    const policy = await policyOn(
      (_, before) =>
        before === 0
          ? { status: 404, body: { error: { message: 'no model tiny' } } }
          : { body: completion('x') },
      { concurrency: 1, apiKey: 'secret' },
    );
    const failed = policy.sample(['a', 'b', 'c'], 4, sampling);
    await expect(failed).rejects.toThrow(/refuses: status 404: .*no model tiny/);
    await expect(failed).rejects.not.toThrow('secret');
    expect(server?.asked).toHaveLength(1);
  });

  test.each([['{"choices": []}'], ['{"choices": [{"message": {"content": "a"}}]}'], ['<html>'], ['[]']])(
    '%s is no completion',
    async (body) => {
      const policy = await policyOn(() => ({ body }));
      await expect(policy.sample(['a'], 1, sampling)).rejects.toThrow('something else than a completion');
    },
  );

  test.each([
    [{ url: 'localhost:8000' }, 'url must begin with http'],
    [{ concurrency: 0 }, 'concurrency must be'],
    [{ attempts: 1.5 }, 'attempts must be'],
  ])('options that cannot be meant: %j', (options, message) => {
    expect(() => new EndpointPolicy({ url: 'http://x/v1', model: 'm', ...options })).toThrow(message);
  });

  test.each([
    [null, null],
    ['2', 2000],
    ['Thu, 01 Jan 1970 00:00:03 GMT', 2000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', null],
  ])('Retry-After %j', (header, expected) => {
    expect(retryAfterMs(header, 1000)).toBe(expected);
  });
});

test('no more requests at a time than were allowed', async () => {
  const policy = await policyOn(
    async () => {
      await new Promise((go) => setTimeout(go, 10));
      return { body: completion('x') };
    },
    { concurrency: 3 },
  );
  await policy.sample(['a', 'b', 'c', 'd'], 4, sampling);
  expect(server?.asked).toHaveLength(16);
  expect(server?.most()).toBe(3);
});

test('a served policy is evaluated like a local one', async () => {
  const policy = await policyOn(({ body }) => {
    const { prompt, temperature } = body as { prompt: string; temperature: number };
    const sum = prompt.split('+').reduce((total, part) => total + Number(part), 0);
    return { body: completion(temperature === 0 || sum < 10 ? `So \\boxed{${sum}}` : 'I do not know.') };
  });
  const problems = [
    ['1+1', '2'],
    ['9+9', '18'],
  ].map(([prompt = '', gold = '']) => ({ id: prompt, prompt, gold }));
  const evaluation = await evaluatePolicy(
    policy,
    problems,
    verifierJudge(() => undefined),
    {
      maxTokens: 16,
      samples: 8,
      seed: 1,
    },
  );
  expect(evaluation).toMatchObject({
    accuracy: 1,
    sampledAccuracy: 0.5,
    boxed: 1,
    meanTokens: 3,
    passAtK: { '8': 0.5 },
    n: 2,
  });
  expect(evaluation.entropy).toBeNaN();
});

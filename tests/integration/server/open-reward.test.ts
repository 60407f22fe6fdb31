import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli, workFolder } from '../../helpers/cli.js';
import { type Serving, serving } from '../../helpers/serving.js';

const folder = workFolder();
const rows = [
  { id: 'a', problem: 'What is 1/2?', answer: '0.5' },
  { question: 'What is 3+4?', gold: 7, split: 'test' },
  { prompt: [{ role: 'user', content: 'Nothing to judge' }], answer: '' },
];
let server: Serving;
beforeAll(async () => {
  const file = folder.file('tasks.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'));
  server = await serving('--jobs', '1', '--tasks', file);
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

/** An answer; the last event's data where it is a stream. */
async function ask(
  path: string,
  body: unknown,
  session?: string,
): Promise<{ status: number; json: unknown }> {
  const response = await server.post(path, body, session === undefined ? {} : { 'x-session-id': session });
  const text = await response.text();
  const streamed = response.headers.get('content-type') === 'text/event-stream';
  const last = streamed ? (/event: end\ndata: (.*)\n\n$/.exec(text)?.[1] ?? '') : text;
  return { status: response.status, json: last === '' ? null : (JSON.parse(last) as unknown) };
}

const look = async (path: string, session = ''): Promise<unknown> =>
  (await fetch(`${server.url}${path}`, { headers: { 'x-session-id': session } })).json();

const submit = (answer: unknown, session: string, name = 'submit'): ReturnType<typeof ask> =>
  ask('/math/call', { name, input: { answer } }, session);

test('splits and tasks, without the gold answers', async () => {
  expect(await look('/splits')).toEqual([
    { name: 'train', type: 'train' },
    { name: 'test', type: 'test' },
  ]);
  expect((await ask('/num_tasks', { split: 'train' })).json).toEqual({ num_tasks: 2 });
  const { json } = await ask('/math/tasks', { split: 'train' });
  expect(json).toMatchObject({
    env_name: 'math',
    tasks: [{ prompt: 'What is 1/2?' }, { prompt: 'Nothing to judge' }],
  });
  expect(JSON.stringify(json)).not.toContain('0.5');
  expect((await ask('/task_range', { split: 'train', start: -1 })).json).toMatchObject({
    tasks: [{ index: 1 }],
  });
  expect((await ask('/task', { split: 'train', index: 9 })).status).toBe(400);
  expect((await ask('/task', { split: 'none', index: 0 })).status).toBe(400);
});

test('an episode: prompt, tool, reward, end; the same call again has the same answer', async () => {
  await ask('/create', { split: 'train', index: 0 }, 's1');
  expect(await look('/prompt', 's1')).toEqual([{ text: 'What is 1/2?', detail: null, type: 'text' }]);
  expect(await look('/task_tools', 's1')).toMatchObject({ tools: [{ name: 'submit' }] });
  const { json } = await submit('\\frac{1}{2}', 's1');
  expect(json).toMatchObject({
    ok: true,
    output: { reward: 1, finished: true, metadata: { verdict: 'equal' } },
  });
  expect((await submit('\\frac{1}{2}', 's1')).json).toEqual(json);
  expect((await submit('0.4', 's1')).json).toMatchObject({ ok: false, reason: 'episode_finished' });
  expect((await ask('/delete', {}, 's1')).status).toBe(200);
  expect((await submit('0.5', 's1')).status).toBe(404);
});

test('by task, as its own client does; a wrong answer is 0, an unusable gold null', async () => {
  await ask('/create', { task_spec: { split: 'test', index: 0 }, env_name: 'math' }, 's2');
  expect((await submit('8', 's2')).json).toMatchObject({ output: { reward: 0 } });
  await ask('/create', { split: 'train', index: 1 }, 's3');
  expect((await submit('8', 's3')).json).toMatchObject({ output: { reward: null, finished: true } });
});

test('what a model calls wrongly is told to it and ends nothing', async () => {
  await ask('/create', { split: 'test', index: 0 }, 's4');
  expect((await submit('7', 's4', 'shell')).json).toMatchObject({ ok: false, reason: 'not_found' });
  expect((await submit(7, 's4')).json).toMatchObject({ ok: false, reason: 'input_validation' });
  expect((await submit('7', 's4')).json).toMatchObject({ output: { reward: 1 } });
});

test('sessions: none, taken, pinged', async () => {
  expect((await submit('7', 'unknown')).status).toBe(404);
  expect((await ask('/create', { split: 'test', index: 0 })).status).toBe(400);
  await ask('/create', { split: 'test', index: 0 }, 's5');
  expect((await ask('/create', { split: 'test', index: 0 }, 's5')).status).toBe(400);
  expect((await ask('/ping', {}, 's5')).status).toBe(200);
  expect((await ask('/create_session', {})).status).toBe(200);
});

test('a file of tasks that cannot be read is told with its line', async () => {
  const file = folder.file('bad.jsonl', '{"problem":"1+1?","answer":"2"}\n{"problem":"2+2?"}\n');
  const { status, stderr } = await cli(['serve', '--tasks', file]);
  expect(status).toBe(2);
  expect(stderr).toContain('bad.jsonl:2: a task needs one of: answer');
});

import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { loadModel } from '../../../../src/trainer/model/huggingface.js';
import { freshParameters } from '../../../../src/trainer/model/parameters.js';
import {
  type Checkpoint,
  checkpointNames,
  loadCheckpoint,
  saveCheckpoint,
} from '../../../../src/trainer/run/checkpoint.js';
import { openRunFolder } from '../../../../src/trainer/run/folder.js';
import { tinyConfig } from '../../../helpers/tiny-model.js';

const scratch = mkdtempSync(join(tmpdir(), 'touchstone-'));
afterAll(() => rmSync(scratch, { recursive: true }));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(scratch, 'run-'));
});

const weights = freshParameters(tinyConfig, 9);
const checkpoint: Checkpoint = {
  step: 20,
  config: tinyConfig,
  weights,
  optimiser: { first: freshParameters(tinyConfig, 1), second: freshParameters(tinyConfig, 2), updates: 20 },
  state: { lessons: [{ problem: '__proto__' }] },
};

describe('a checkpoint', () => {
  test('is read back as it was saved', async () => {
    const path = await saveCheckpoint(folder, checkpoint);
    expect(await loadCheckpoint(path)).toEqual({ ...checkpoint, critic: null });
  });

  test('has the critic of PPO, and none of the moments where there are none', async () => {
    const critic = {
      weights: freshParameters(tinyConfig, 3),
      optimiser: {
        first: freshParameters(tinyConfig, 4),
        second: freshParameters(tinyConfig, 5),
        updates: 7,
      },
    };
    const saved = await loadCheckpoint(await saveCheckpoint(folder, { ...checkpoint, critic }));
    expect(saved.critic).toEqual(critic);
    const bare = { ...checkpoint, step: 40, optimiser: null };
    expect(await loadCheckpoint(await saveCheckpoint(folder, bare))).toEqual({ ...bare, critic: null });
  });

  test('is a folder other tools load', async () => {
    const { config, weights: loaded } = await loadModel(await saveCheckpoint(folder, checkpoint));
    expect(config).toEqual(tinyConfig);
    expect(loaded).toEqual(weights);
  });

  test('is one of the last two; nothing half-written stays', async () => {
    for (const step of [20, 40, 60]) await saveCheckpoint(folder, { ...checkpoint, step });
    expect(await checkpointNames(folder)).toEqual(['step-000040', 'step-000060']);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test.each([
    [
      'a changed byte',
      (path: string) => flip(join(path, 'model.safetensors')),
      'model.safetensors is not what was saved',
    ],
    [
      'a cut file',
      (path: string) => truncateSync(join(path, 'optimiser.safetensors'), 100),
      'optimiser.safetensors is not what',
    ],
    ['a missing file', (path: string) => rmSync(join(path, 'state.json')), 'state.json is missing'],
    ['no manifest', (path: string) => rmSync(join(path, 'manifest.json')), 'has no manifest.json'],
    [
      'another manifest',
      (path: string) => writeFileSync(join(path, 'manifest.json'), '{"format":"x"}'),
      'is not a manifest',
    ],
  ])('with %s is refused by name', async (_, damage, message) => {
    const path = await saveCheckpoint(folder, checkpoint);
    damage(path);
    await expect(loadCheckpoint(path)).rejects.toThrow(message);
  });
});

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 1;
  writeFileSync(path, bytes);
}

const fresh = { resume: false };

describe('the folder of a run', () => {
  test('is for one trainer at a time, and free again afterwards', async () => {
    const first = await openRunFolder(folder, fresh);
    await expect(openRunFolder(folder, fresh)).rejects.toThrow(`in use by process ${process.pid}`);
    await first.close();
    await (await openRunFolder(folder, fresh)).close();
  });

  test('a lock of a process that is gone is taken over', async () => {
    const { hostname } = await import('node:os');
    writeFileSync(join(folder, 'lock.json'), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }));
    await (await openRunFolder(folder, fresh)).close();
  });

  test('a lock of a process whose number another one has now is taken over', async () => {
    const { hostname } = await import('node:os');
    const lock = { pid: process.pid, host: hostname(), began: '1' };
    writeFileSync(join(folder, 'lock.json'), JSON.stringify(lock));
    const known = existsSync(`/proc/${process.pid}/stat`);
    const opened = openRunFolder(folder, fresh);
    if (known) await (await opened).close();
    else await expect(opened).rejects.toThrow('in use');
  });

  test.each(['', '{}', 'null', '{"pid": "x"}'])('a lock that reads %j is taken over', async (text) => {
    writeFileSync(join(folder, 'lock.json'), text);
    await (await openRunFolder(folder, fresh)).close();
  });

  test('a lock of another machine is believed', async () => {
    writeFileSync(join(folder, 'lock.json'), JSON.stringify({ pid: 1, host: 'elsewhere' }));
    await expect(openRunFolder(folder, fresh)).rejects.toThrow('1 on elsewhere');
  });

  test('journals are cut back to what the checkpoint knows, unfinished lines too', async () => {
    const run = await openRunFolder(folder, fresh);
    for (const step of [1, 2, 3]) await run.add('metrics.jsonl', { step });
    for (const step of [2, 4]) await run.add('evaluations.jsonl', { step });
    appendFileSync(join(folder, 'metrics.jsonl'), '{"step":1,"loss":0.');
    await run.rewind(2);
    await run.add('metrics.jsonl', { step: 9 });
    expect(readFileSync(join(folder, 'metrics.jsonl'), 'utf8')).toBe('{"step":1}\n{"step":2}\n{"step":9}\n');
    expect(readFileSync(join(folder, 'evaluations.jsonl'), 'utf8')).toBe('{"step":2}\n');
    await expect(run.rewind(12)).rejects.toThrow('tells of 9 steps, the checkpoint of 12');
    await run.close();
  });

  test('that holds a run is for going on with alone', async () => {
    const run = await openRunFolder(folder, fresh);
    await run.write('config.yaml', 'name: x\n');
    await run.close();
    await expect(openRunFolder(folder, fresh)).rejects.toThrow(`--resume ${folder}`);
    await (await openRunFolder(folder, { resume: true })).close();
  });
});

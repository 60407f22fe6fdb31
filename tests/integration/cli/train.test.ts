import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cli, type Finished, main } from '../../helpers/cli.js';
import { root } from '../../helpers/source-files.js';
import { contentsOf, killWhen, linesIn, startTraining, tinyRecipe } from '../../helpers/training.js';

const scratch = mkdtempSync(join(tmpdir(), 'touchstone-train-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const at = (name: string): string => join(scratch, name);
const bases = at('bases');
const train = (...args: string[]): Promise<Finished> =>
  cli(['train', ...args, '--bases', bases, '--threads', '1']);

let recipe = '';
const whole = at('whole');

beforeAll(async () => {
  recipe = tinyRecipe(scratch);
  const { status, stderr } = await train(recipe, '--out', whole);
  expect(stderr).toContain('step 6: held out (12)');
  expect(status).toBe(0);
}, 120_000);

describe('a run', () => {
  test('leaves settings, metrics, evaluations, samples, checkpoints and a summary', () => {
    expect(readdirSync(whole).sort()).toEqual([
      'checkpoints',
      'clock.json',
      'config.yaml',
      'evaluations.jsonl',
      'metrics.jsonl',
      'rollouts',
      'summary.json',
    ]);
    const summary = JSON.parse(readFileSync(join(whole, 'summary.json'), 'utf8'));
    expect(summary).toMatchObject({ name: 'tiny', steps: 6, rollouts: 48, engine: { name: 'onnx' } });
    for (const evaluation of [summary.heldout.before, summary.heldout.after])
      expect(Object.keys(evaluation).sort()).toEqual([
        'accuracy',
        'boxed',
        'byKind',
        'entropy',
        'meanTokens',
        'n',
        'passAtK',
        'sampledAccuracy',
      ]);
    expect(linesIn(join(whole, 'metrics.jsonl'))).toBe(6);
    expect(linesIn(join(whole, 'evaluations.jsonl'))).toBe(3);
    expect(linesIn(join(whole, 'rollouts', 'step-000006.jsonl'))).toBe(8);
    expect(readdirSync(join(whole, 'checkpoints'))).toEqual(['step-000004', 'step-000006']);
  });

  test('is the same, byte for byte, from the same settings', async () => {
    const out = at('again');
    expect((await train(join(whole, 'config.yaml'), '--out', out)).status).toBe(0);
    expect(contentsOf(out)).toEqual(contentsOf(whole));
  }, 60_000);

  test('that is killed again and again goes on to the same bytes', async () => {
    const out = at('killed');
    const metrics = join(out, 'metrics.jsonl');
    const first = startTraining([recipe, '--out', out, '--bases', bases]);
    const kills = [await killWhen(first, () => linesIn(metrics) >= 1)];
    for (const lines of [3, 4, 5]) {
      const child = startTraining(['--resume', out, '--bases', bases]);
      // The journal is cut back to the last checkpoint before it grows again.
      let cut = false;
      kills.push(
        await killWhen(child, () => {
          cut ||= linesIn(metrics) < lines;
          return cut && linesIn(metrics) >= lines;
        }),
      );
    }
    expect(kills).toContain(true);
    expect((await train('--resume', out)).status).toBe(0);
    expect(contentsOf(out)).toEqual(contentsOf(whole));
  }, 120_000);

  test('that was finished changes nothing when it is resumed', async () => {
    const out = at('finished');
    cpSync(whole, out, { recursive: true });
    expect((await train('--resume', out)).status).toBe(0);
    expect(contentsOf(out)).toEqual(contentsOf(whole));
  }, 60_000);

  test('may go on for more steps than it was begun with', async () => {
    const out = at('longer');
    expect((await train(recipe, '--out', out, '--steps', '4')).status).toBe(0);
    expect((await train('--resume', out, '--steps', '6')).status).toBe(0);
    expect(contentsOf(out)).toEqual(contentsOf(whole));
  }, 90_000);

  test('of PPO goes on to the same bytes too', async () => {
    const ppo = ['--set', 'algorithm=ppo', '--set', 'steps=4'];
    expect((await train(recipe, '--out', at('ppo'), ...ppo)).status).toBe(0);
    const out = at('ppo-killed');
    const child = startTraining([recipe, '--out', out, '--bases', bases, ...ppo]);
    await killWhen(child, () => linesIn(join(out, 'metrics.jsonl')) >= 3);
    expect((await train('--resume', out)).status).toBe(0);
    expect(contentsOf(out)).toEqual(contentsOf(at('ppo')));
  }, 120_000);
});

describe('refused by name', () => {
  const damaged = (name: string, damage: (checkpoint: string) => void): string => {
    const out = at(name);
    cpSync(whole, out, { recursive: true });
    damage(join(out, 'checkpoints', 'step-000006'));
    return out;
  };

  test.each<[string, (checkpoint: string) => void, string]>([
    [
      'a changed byte',
      (path) => flip(join(path, 'model.safetensors')),
      'model.safetensors is not what was saved',
    ],
    [
      'a cut file',
      (path) => truncateSync(join(path, 'optimiser.safetensors'), 50),
      'optimiser.safetensors is not',
    ],
    ['a missing file', (path) => rmSync(join(path, 'state.json')), 'state.json is missing'],
    [
      'a checkpoint of something else',
      (path) => writeFileSync(join(path, 'manifest.json'), '{"format": "other"}'),
      'manifest.json is not a manifest of touchstone-checkpoint-1',
    ],
    ['lost metrics', (path) => writeFileSync(join(path, '../../metrics.jsonl'), ''), 'lines of it are lost'],
  ])('%s', async (name, damage, message) => {
    const { status, stderr } = await train('--resume', damaged(name.replaceAll(' ', '-'), damage));
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  test('a checkpoint of another engine', async () => {
    const out = at('engine');
    cpSync(whole, out, { recursive: true });
    const { status, stderr } = await cli([
      'train',
      '--resume',
      out,
      '--engine',
      'reference',
      '--bases',
      bases,
    ]);
    expect(stderr).toContain('the last digits would differ');
    expect(status).toBe(2);
  }, 60_000);

  test('a second trainer on a folder', async () => {
    const out = at('busy');
    const first = startTraining([recipe, '--out', out, '--bases', bases, '--steps', '500']);
    let refused: Finished | null = null;
    const stopped = killWhen(first, () => refused !== null);
    while (linesIn(join(out, 'metrics.jsonl')) < 1) await new Promise((resolve) => setTimeout(resolve, 10));
    refused = await train('--resume', out);
    expect(refused.stderr).toContain(`in use by process ${first.pid}`);
    expect(refused.status).toBe(2);
    expect(await stopped).toBe(true);
  }, 60_000);

  test.each<[string, string[], string]>([
    ['a folder that holds a run', ['tiny', '--out'], 'holds a run already: go on with it by --resume'],
    ['other settings when a run goes on', ['', '--seed', '9', '--resume'], 'only its steps may change'],
    ['fewer steps than are done', ['', '--steps', '3', '--resume'], 'has 6 steps behind it'],
    ['another recipe when a run goes on', ['hapo', '--resume'], 'holds a run of tiny'],
  ])('%s', async (_, [name, ...rest], message) => {
    const named = name === 'tiny' ? [recipe] : name === '' ? [] : [name as string];
    const { status, stderr } = await train(...named, ...rest, whole);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  test.each<[string[], string]>([
    [['one-shot-rvlr'], "no recipe is named 'one-shot-rvlr'; did you mean one-shot-rlvr?"],
    [['no/such.yaml'], "cannot read the recipe file 'no/such.yaml'"],
    [[], 'train takes one recipe'],
    [['hapo', '--set', 'steps'], '--set takes PATH=VALUE'],
    [['hapo', '--set', 'los.kl=0'], "settings has no field 'los'"],
    [['hapo', '--set', 'task=chain'], "did you mean 'chains'"],
    [['hapo', '--set', 'base.model.vocabSize=9'], 'base.model.vocabSize must be 57'],
    [['--resume', '/nowhere'], 'holds no run to go on with'],
  ])('%j', async (args, message) => {
    const { status, stderr } = await train(...args, ...(args[0] === '--resume' ? [] : ['--out', at('none')]));
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});

describe('what goes wrong on the way', () => {
  test('a loss that is no number stops the run and keeps the last good checkpoint', async () => {
    const out = at('nan');
    const { status, stderr } = await train(
      recipe,
      '--out',
      out,
      '--set',
      'rate=1e30',
      '--set',
      'checkpointEvery=1',
    );
    expect(stderr).toMatch(
      /step \d: the loss is (NaN|Infinity|-Infinity)|the gradient's norm (NaN|Infinity)/,
    );
    expect(stderr).toContain('the last good checkpoint is kept');
    expect(status).toBe(2);
    expect(readdirSync(join(out, 'checkpoints')).length).toBeGreaterThan(0);
  }, 60_000);

  test('a disk that takes no more keeps the checkpoint before, and the run goes on later', async () => {
    const out = at('full');
    expect((await train(recipe, '--out', out, '--steps', '4')).status).toBe(0);
    const before = contentsOf(join(out, 'checkpoints'));
    // Files of at most 4 KiB: the weights of the next checkpoint do not fit.
    const args = ['train', '--resume', out, '--steps', '6', '--bases', bases, '--threads', '1'];
    const line = ['ulimit -f 4; exec', process.execPath, main, ...args].join(' ');
    const { status, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
    expect(stderr).toContain('EFBIG');
    expect(stderr).toContain('make room and go on');
    expect(status).toBe(4);
    expect(contentsOf(join(out, 'checkpoints'))).toEqual(before);
    expect((await train('--resume', out, '--steps', '6')).status).toBe(0);
    expect(contentsOf(out)).toEqual(contentsOf(whole));
  }, 90_000);
});

describe("a model and problems of one's own", () => {
  const settings = (training: string) => ({
    name: 'own',
    steps: 2,
    own: { model: join(root, 'fixtures', 'models', 'qwen2-tiny'), training, heldOut: at('held-out.jsonl') },
    examples: { from: 'pool', size: 2 },
    prompts: 2,
    copies: 2,
    maxTokens: 8,
    evaluation: { problems: 2, samples: 1 },
  });
  const written = (name: string, lines: readonly object[]): string => {
    writeFileSync(at(name), lines.map((line) => JSON.stringify(line)).join('\n'));
    return at(name);
  };
  const problems = [
    { problem: 'What is 2 + 2?', answer: '4' },
    { problem: 'What is 3 · 5?', answer: 15 },
  ];

  test('train as the toy does, judged by the verifier', async () => {
    written('held-out.jsonl', [{ problem: 'What is 1 + 1?', answer: '2' }]);
    const file = written('own.yaml', [settings(written('training.jsonl', problems))]);
    const { status, stderr } = await train(file, '--out', at('own'));
    expect(stderr).toContain('step 2: held out (1)');
    expect(status).toBe(0);
    const line = readFileSync(join(at('own'), 'rollouts', 'step-000001.jsonl'), 'utf8').split('\n')[0];
    expect(JSON.parse(line ?? '')).toMatchObject({
      gold: '4',
      prompt: expect.stringContaining('What is 2 + 2?'),
    });
  }, 60_000);

  test.each<[string, readonly object[], string]>([
    [
      'a held-out problem among those trained on',
      [{ problem: 'What is 1 + 1?', answer: '2' }],
      'held out and trained on',
    ],
    [
      'an answer that cannot be read',
      [{ problem: 'What?', answer: '\\frac{1}{' }],
      'the verifier cannot read the answer',
    ],
  ])('%s is refused', async (name, lines, message) => {
    written('held-out.jsonl', [{ problem: 'What is 1 + 1?', answer: '2' }]);
    const file = written('bad.yaml', [settings(written('bad.jsonl', lines))]);
    const { status, stderr } = await train(file, '--out', at(name.replaceAll(' ', '-')));
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});

describe('rows of a recipe', () => {
  test('run one after the other, with a table at the end; finished ones are not done again', async () => {
    const file = at('rows.yaml');
    const { name, ...tiny } = JSON.parse(readFileSync(recipe, 'utf8')) as { name: string };
    const rows = [
      { ...tiny, name: 'a', steps: 2, evaluation: { problems: 6, samples: 1 } },
      { ...tiny, name: 'b', steps: 2, evaluation: { problems: 6, samples: 1 }, seed: 2 },
    ];
    writeFileSync(file, JSON.stringify({ name, rows }));
    const { stdout, status } = await train(file, '--out', at('rows'));
    expect(status).toBe(0);
    expect(stdout.split('\n').map((line) => line.trim().split(/\s+/)[0])).toEqual([
      'run',
      'a',
      'b',
      at('rows'),
      '',
    ]);
    rmSync(join(at('rows'), 'b'), { recursive: true });
    const before = contentsOf(at('rows'));
    const again = await train('--resume', at('rows'), '--json');
    expect(JSON.parse(again.stdout)).toHaveLength(2);
    expect(contentsOf(at('rows'))).toMatchObject(before);
  }, 90_000);
});

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 1;
  writeFileSync(path, bytes);
}

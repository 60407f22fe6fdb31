import { describe, expect, test } from 'vitest';
import { formatReward, readYaml, reward, signal, sum } from '../../../src/rewards/index.js';

const text = `version: 1
name: short
term:
  op: sum
  parts:
    - {name: correct, term: correct}
    - name: short # the history of each problem
      weight: 0.5
      term: {op: signal, name: hapo, params: {floor: -0.5}}
`;

test('reads YAML and JSON', async () => {
  const read = await readYaml(text);
  expect(read.name).toBe('short');
  expect(read.term).toMatchObject({ op: 'sum', parts: [{ weight: 1 }, { weight: 0.5 }] });
  expect(await readYaml(JSON.stringify(read))).toEqual(read);
});

test('what is written is read back', async () => {
  const made = reward(
    'yes: "no"\n#',
    sum({ __proto: [1e-300, signal('correct')], '1': [3, signal('hapo')] }),
  );
  const written = await formatReward(made);
  const read = await readYaml(written);
  expect(read.name).toBe(made.name);
  expect(await formatReward(read)).toBe(written);
});

test('long texts stay on their line', async () => {
  const name = 'a judge of many words '.repeat(8);
  const made = reward('r', signal('fact', { name, min: 0, max: 1 }));
  expect((await formatReward(made)).split('\n').some((line) => line.includes(name.trim()))).toBe(true);
});

test('equal parts are written out, not as aliases', async () => {
  const part = signal('correct');
  expect(await formatReward(reward('r', sum({ a: [1, part], b: [1, part] })))).not.toMatch(/[&*]a/);
});

describe('faults say file, line and column', () => {
  test.each<[string, string, string]>([
    ['weight', text.replace('0.5\n', '.nan\n'), 'r.yaml:8:15: term.parts[1].weight must be a finite number'],
    ['parameter', text.replace('-0.5', '5'), 'r.yaml:9:54: term.parts[1].term.params.floor must be'],
    [
      'name of a parameter',
      text.replace('floor', 'flor'),
      "r.yaml:9:46: term.parts[1].term.params: 'hapo' has no",
    ],
    ['signal', text.replace('term: correct', 'term: corect'), 'r.yaml:6:29: term.parts[0].term: no signal'],
    [
      'name of the reward',
      text.replace('name: short\nterm', 'name: []\nterm'),
      'r.yaml:2:7: reward.name must be',
    ],
    ['version', text.replace('1', '3'), 'r.yaml:1:10: version must be 1'],
    [
      'a part without its term',
      text.replace('- {name: correct, term: correct}', '- {name: correct}'),
      'r.yaml:6:7: term.parts[0].term must be',
    ],
    ['missing field', 'version: 1\nname: x\n', 'r.yaml:1:1: term must be a term'],
    ['syntax', 'a: [', 'r.yaml:1:5: Flow sequence'],
    ['two keys', `${text}name: again\n`, 'r.yaml:10:1: Map keys must be unique'],
    ['a tag', text.replace('term: correct', 'term: !!js/function x'), 'r.yaml:6:29: Unresolved tag'],
    ['two documents', `${text}---\n${text}`, 'Source contains multiple documents'],
    ['nothing', '', 'r.yaml:1:1: reward must be'],
    ['a loop', 'version: 1\nname: x\nterm: &a {op: rank, term: *a}\n', 'levels deep'],
    [
      'a bomb of aliases',
      `a: &a [${'x,'.repeat(9)}]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]`,
      'r.yaml: not readable as YAML',
    ],
    ['a book', 'x'.repeat(1_000_001), 'at most 1000000 characters'],
  ])('%s', async (_, source, message) => {
    await expect(readYaml(source, { file: 'r.yaml' })).rejects.toThrow(message);
  });

  const eleven = Array.from({ length: 11 }, (_, i) => `    - {name: p${i}, term: ${i < 10 ? 1 : 'corect'}}`);
  test.each<[string, string, string]>([
    [
      'syntax',
      'a: [',
      'r.yaml:1:5: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['a field that is not there', '# a reward\nversion: 1\nname: x\n', 'r.yaml:1:1: term must be a term'],
    [
      'the eleventh part',
      ['version: 1', 'name: x', 'term:', '  op: sum', '  parts:', ...eleven].join('\n'),
      'r.yaml:16:25: term.parts[10].term: no signal',
    ],
  ])('exactly there: %s', async (_, source, message) => {
    const failure: unknown = await readYaml(source, { file: 'r.yaml' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: expect.stringMatching(/^r\.yaml:\d+:\d+: (?!.* at line)/) });
    expect(String(failure)).toContain(`ConfigError: ${message}`);
  });

  test('a text of just the greatest length is read', async () => {
    expect((await readYaml(text.padEnd(1_000_000, '#'))).name).toBe('short');
  });

  test('a file without a name is called a reward', async () => {
    await expect(readYaml('version: 3')).rejects.toThrow('reward:1:10: version must be 1');
  });

  test('nesting beyond the stack is a fault of the text', async () => {
    await expect(readYaml('['.repeat(30_000))).rejects.toMatchObject({ name: 'ConfigError' });
  });
});

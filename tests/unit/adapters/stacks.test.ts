import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printed, stackNamed, stacks } from '../../../src/adapters/index.js';
import { root } from '../../helpers/source-files.js';

describe('the files for the stacks', () => {
  test('every stack the Python package has a module for is there', () => {
    const names = stacks.map(({ name }) => name);
    for (const name of [
      'trl',
      'unsloth',
      'open-r1',
      'verl',
      'openrlhf',
      'slime',
      'verifiers',
      'ms-swift',
      'easyr1',
      'areal',
      'open-instruct',
      'nemo-rl',
      'nemo-gym',
      'skyrl',
      'rllm',
      'tinker-cookbook',
      'roll',
    ])
      expect(names).toContain(name);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(stacks.map((stack) => [stack.name, stack] as const))(
    '%s: three steps, and every name it imports exists',
    (_, stack) => {
      expect(stack.setup).toHaveLength(3);
      expect(printed(stack)).toMatch(/^# 1\. .+\n# 2\. .+\n# 3\. .+\n/);
      const imports = [...stack.text.matchAll(/from touchstone_rl\.(\w+) import ([\w, ]+)/g)];
      const paths = [...stack.text.matchAll(/touchstone_rl\.(\w+)[:.](\w+)/g)];
      for (const [, module = '', names = ''] of [...imports, ...paths]) {
        const file = join(root, 'python', 'touchstone_rl', `${module}.py`);
        expect(existsSync(file), file).toBe(true);
        const source = readFileSync(file, 'utf8');
        for (const name of names.split(',').map((one) => one.trim()))
          expect(source, `${module}.${name}`).toMatch(new RegExp(`\\b${name}\\b`));
      }
    },
  );

  test('a name may be written in any way, and a wrong one is met with a near one', () => {
    expect(stackNamed('Open_R1').name).toBe('open-r1');
    expect(() => stackNamed('verll')).toThrow('did you mean verl?');
  });
});

import { describe, expect, test } from 'vitest';
import { numberOption, type OptionSpec, parseArguments } from '../../../src/cli/argv.js';
import { policyFrom, policyOptions } from '../../../src/cli/options/policy.js';
import { strict } from '../../../src/verifiers/policy.js';

const specs: readonly OptionSpec[] = [
  { name: 'jobs', value: 'N', help: '', group: '' },
  { name: 'output', short: 'o', value: 'FILE', help: '', group: '' },
  { name: 'quiet', short: 'q', help: '', group: '' },
  { name: 'progress', negatable: true, help: '', group: '' },
  { name: 'color', value: 'W', choices: ['auto', 'never'], help: '', group: '' },
];

const parse = (...words: string[]): { positionals: readonly string[]; options: object } => {
  const { positionals, options } = parseArguments(words, specs);
  return { positionals, options: Object.fromEntries(options) };
};

describe('parseArguments', () => {
  test.each([
    { words: ['a', '--jobs', '3', 'b'], positionals: ['a', 'b'], options: { jobs: '3' } },
    { words: ['--jobs=3'], positionals: [], options: { jobs: '3' } },
    { words: ['--output=a=b'], positionals: [], options: { output: 'a=b' } },
    { words: ['-o', '-5', '-q'], positionals: [], options: { output: '-5', quiet: true } },
    { words: ['--no-progress'], positionals: [], options: { progress: false } },
    {
      words: ['-5', '-x', '-\\frac12', '--5', '-', '---'],
      positionals: ['-5', '-x', '-\\frac12', '--5', '-', '---'],
      options: {},
    },
    { words: ['--', '--jobs', '-o'], positionals: ['--jobs', '-o'], options: {} },
    { words: ['__proto__', 'constructor'], positionals: ['__proto__', 'constructor'], options: {} },
  ])('$words', ({ words, positionals, options }) => {
    expect(parse(...words)).toEqual({ positionals, options });
  });

  test.each([
    { words: ['--job', '3'], says: 'did you mean --jobs?' },
    { words: ['--constructor'], says: 'unknown option --constructor' },
    { words: ['--jobs'], says: 'needs a value' },
    { words: ['--quiet=1'], says: 'takes no value' },
    { words: ['--no-quiet'], says: 'unknown option' },
    { words: ['-q', '--quiet'], says: 'given twice' },
    { words: ['--color', 'neer'], says: 'did you mean never?' },
  ])('$words is refused', ({ words, says }) => {
    expect(() => parse(...words)).toThrow(says);
  });
});

test.each(['', 'x', '1e3x', '0x10', 'Infinity', 'NaN', '-1', '2.5', '99'])(
  '--jobs %j is no whole number from 0 to 50',
  (text) => {
    const args = parseArguments(['--jobs', text], specs);
    expect(() => numberOption(args, 'jobs', { min: 0, max: 50, whole: true })).toThrow(
      '--jobs must be a whole number',
    );
  },
);

describe('policy options', () => {
  test('every option of a policy can be set', () => {
    const names = new Set(policyOptions.map(({ name }) => name));
    for (const key of Object.keys(strict).filter((key) => key !== 'name')) {
      const flag = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      expect(names).toContain(flag);
      const value = strict[key as keyof typeof strict];
      const words = typeof value === 'boolean' ? [`--${value ? 'no-' : ''}${flag}`] : [`--${flag}`, '17'];
      expect(policyFrom(parseArguments(words, policyOptions))).toEqual({
        profile: 'strict',
        [key]: typeof value === 'boolean' ? !value : 17,
      });
    }
  });

  test('nothing changed is the profile itself', () => {
    expect(policyFrom(parseArguments(['--policy', 'lenient'], policyOptions))).toBe('lenient');
    expect(policyFrom(parseArguments([], policyOptions))).toBe('strict');
  });
});

import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../../src/cli/argv.js';
import { trainOptions } from '../../../../src/cli/options/train.js';
import { engineFrom } from '../../../../src/cli/train/engine.js';

const asked = (...words: readonly string[]): ReturnType<typeof parseArguments> =>
  parseArguments(words, trainOptions);

describe('the engine that the options name', () => {
  test.each([
    [[], 'onnx', 'cpu'],
    [['--threads', '1'], 'onnx', 'cpu'],
    [['--engine', 'reference'], 'reference', 'cpu'],
    [['--engine', 'tfjs', '--device', 'javascript'], 'tfjs', 'javascript'],
  ] as const)('%j', async (words, name, device) => {
    const engine = await engineFrom(asked(...words));
    expect(engine.info).toMatchObject({ name, device });
    await engine.close();
  });

  test.each([
    [['--device', 'javascript'], 'the onnx engine computes on cpu, webgpu, cuda; --device is javascript'],
    [['--engine', 'tfjs', '--device', 'webgpu'], 'the tfjs engine computes on cpu, cuda, javascript'],
    [['--engine', 'reference', '--device', 'cuda'], 'the reference engine computes on cpu'],
  ] as const)('%j has no such device', (words, message) => {
    expect(() => engineFrom(asked(...words))).toThrow(message);
  });

  test('what is not installed is named with its command', async () => {
    await expect(engineFrom(asked('--engine', 'tfjs'))).rejects.toThrow('npm install @tensorflow/tfjs-node');
  });
});

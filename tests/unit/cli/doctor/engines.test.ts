import { describe, expect, test } from 'vitest';
import { engineCheck, engineStatuses, engineWays, type Probed } from '../../../../src/cli/doctor/engines.js';

const none = (): boolean => false;
const all = (): boolean => true;
const says = (outcome: Probed) => (): Promise<Probed> => Promise.resolve(outcome);

describe('what this machine can compute with', () => {
  test('every engine and device, and the command that adds each', async () => {
    const statuses = await engineStatuses(none);
    expect(statuses.map(({ engine, device, command }) => [engine, device, command])).toEqual([
      ['onnx', 'cpu', 'npm install onnxruntime-node'],
      ['onnx', 'webgpu', 'npm install onnxruntime-node'],
      ['onnx', 'cuda', 'npm install onnxruntime-node'],
      ['tfjs', 'cuda', 'npm install @tensorflow/tfjs-node-gpu'],
      ['tfjs', 'cpu', 'npm install @tensorflow/tfjs-node'],
      ['tfjs', 'javascript', 'npm install @tensorflow/tfjs-core @tensorflow/tfjs-backend-cpu'],
    ]);
    for (const status of statuses) {
      expect(status).toMatchObject({ works: false, version: null, found: 'not installed' });
      expect(engineCheck(status).ok).toBeNull();
    }
  });

  test('what is installed is tried, the rest is not', async () => {
    const tried: string[] = [];
    await engineStatuses(
      (name) => name === 'onnxruntime-node',
      ({ engine, device }) => {
        tried.push(`${engine} ${device}`);
        return Promise.resolve({ fault: 'no' });
      },
    );
    expect(tried).toEqual(['onnx cpu', 'onnx webgpu', 'onnx cuda']);
  });

  test('one that computes says how fast and as what', async () => {
    const [status] = await engineStatuses(all, says({ version: 'x 1', differs: 1e-7, seconds: 0.25 }));
    if (status === undefined) throw new Error('no status');
    expect(engineCheck(status)).toEqual({
      name: 'engine onnx, cpu',
      ok: true,
      found: 'x 1: computes (first graph in 0.3 s)',
    });
  });

  test('one that computes wrong values is a fault', async () => {
    const [status] = await engineStatuses(all, says({ version: 'x 1', differs: 0.5, seconds: 1 }));
    expect(status).toMatchObject({ works: false, found: 'computes wrong values: 0.5 off' });
    expect(status && engineCheck(status).ok).toBe(false);
  });

  test('a device that is not there says why, and what would add it', async () => {
    const statuses = await engineStatuses(all, says({ fault: 'no adapter' }));
    const commands = statuses.map(({ command }) => command ?? '');
    expect(commands[1]).toContain('driver');
    expect(commands[2]).toContain('ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node');
    for (const status of statuses)
      expect(engineCheck(status)).toMatchObject({ ok: null, found: 'no adapter' });
  });

  test('a probe that ends without an answer is a fault of the way, not of doctor', async () => {
    // Beside the sources there is no compiled program: the attempt itself fails.
    const [status] = await engineStatuses((name) => name === engineWays[0]?.package);
    expect(status).toMatchObject({ works: false, version: null });
    expect(status?.found).toContain('Command failed');
  });
});

import { expect, test } from 'vitest';
import { onnxEngine } from '../../../../src/trainer/engine/onnx/engine.js';
import { referenceEngine } from '../../../../src/trainer/engine/reference/engine.js';
import type { DecoderConfig } from '../../../../src/trainer/model/config.js';
import { freshParameters } from '../../../../src/trainer/model/parameters.js';
import { farthest, logitsFor } from '../../../helpers/logits.js';
import { lossGradients } from '../../../helpers/loss-gradients.js';
import { tinyConfig } from '../../../helpers/tiny-model.js';

/** Far from fresh, so that what a token reads shows in what it says. */
const weightsOf = (config: DecoderConfig) => freshParameters(config, 4, 0.3);

const tokens = (length: number): readonly number[] =>
  Array.from({ length }, (_, i) => (i * i + 3 * i) % tinyConfig.vocabSize);

const config: DecoderConfig = { ...tinyConfig, layers: 1, maxPositions: 256 };
const model = { config, weights: weightsOf(config) };

// 128 and more are computed in blocks; 130 and 133 are no multiples of their number.
test.each([128, 130, 133])('every token of %i reads itself and what is before it', async (length) => {
  const whole = Array.from(await logitsFor(model, [tokens(length)]));
  for (const first of [1, 32, 33, 64, 100, 127]) {
    const alone = await logitsFor(model, [tokens(first)]);
    const beginning = whole.slice(0, first * config.vocabSize);
    expect(farthest(beginning, alone)).toBeLessThan(1e-12);
  }
});

test('gradients of long sequences on ONNX Runtime are those of the reference engine', async () => {
  const onnx = await onnxEngine({ threads: 1 });
  const rows = [tokens(135), tokens(135).map((id) => (id * 5 + 1) % config.vocabSize)];
  const expected = await lossGradients(referenceEngine(), model, rows);
  const actual = await lossGradients(onnx, model, rows);
  for (const [name, values] of Object.entries(expected)) {
    const largest = Math.max(...values.map(Math.abs), 1e-3);
    expect(farthest(actual[name] ?? [], values) / largest, name).toBeLessThan(1e-5);
  }
  await onnx.close();
});

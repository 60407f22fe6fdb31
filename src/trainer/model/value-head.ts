import * as g from '../graph/build.js';
import type { Node } from '../graph/node.js';
import type { DecoderConfig } from './config.js';
import { causal, hiddenStates } from './decoder.js';
import { type Named, type ParameterSpec, parameterSpecs } from './parameters.js';

/**
 * The parameters of a decoder that gives one number a token instead of scores over the vocabulary: a critic. The head begins
 * at 0, so that every value does.
 */
export function valueSpecs(config: DecoderConfig): readonly ParameterSpec[] {
  return [
    ...parameterSpecs(config).filter(({ name }) => name !== 'lm_head.weight'),
    { name: 'value_head.weight', shape: [1, config.hiddenSize], start: 'zeros' },
    { name: 'value_head.bias', shape: [1], start: 'zeros' },
  ];
}

/**
 * Values of sequences `[N, T + 1]` → `[N, T]`: entry t is what is expected when tokens up to t are known and the next one is
 * not, so that it stands beside the log-prob of that next token. `recompute`: see `MemoryOptions`.
 */
export function stateValues(
  config: DecoderConfig,
  parameters: Named<Node>,
  sequences: Node,
  recompute = false,
): Node {
  const [batch, whole] = sequences.shape as readonly [number, number];
  const length = whole - 1;
  const tokens = g.slice(sequences, 1, 0, length);
  const { hidden } = hiddenStates(config, parameters, tokens, causal(batch, length, recompute));
  const weight = parameters['value_head.weight'] as Node;
  const values = g.reshape(g.matmul(hidden, weight, { transposeB: true }), [batch, length]);
  return g.add(values, parameters['value_head.bias'] as Node);
}

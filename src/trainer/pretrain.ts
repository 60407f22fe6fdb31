import type { DeviceTensor, HostTensor, Program } from './engine/engine.js';
import { scalar, uploadAll, zerosOf } from './engine/host.js';
import * as g from './graph/build.js';
import { gradients } from './graph/gradients.js';
import type { Graph, Node } from './graph/node.js';
import type { LocalPolicy } from './local-policy.js';
import { type Named, parameterInputs } from './model/parameters.js';
import { type AdamWOptions, adamW } from './optim/adamw.js';
import { padded, tokenValues } from './sequence.js';

/** How a base model is made from texts. */
export interface PretrainOptions {
  readonly steps: number;
  readonly optimiser: AdamWOptions;
  /** The learning rate of a step, counted from 0. */
  readonly rate: (step: number) => number;
  /** The texts of a step, the same number in every one. */
  readonly texts: (step: number) => readonly (readonly number[])[];
  readonly onStep?: (step: number, loss: number) => void;
}

/** Lengths of batches are rounded up to this, so that few graphs are compiled. */
const LENGTH_UNIT = 8;

/** Next-token prediction on texts, every token counting the same: forward, backward and AdamW are one graph. */
export async function pretrain(policy: LocalPolicy, options: PretrainOptions): Promise<void> {
  const { engine, specs } = policy;
  const programs = new Map<number, Program>();
  let state = await startState(policy);
  for (let step = 0; step < options.steps; step += 1) {
    const texts = options.texts(step);
    const longest = Math.max(...texts.map((text) => text.length));
    const length = Math.ceil((longest - 1) / LENGTH_UNIT) * LENGTH_UNIT;
    const program =
      programs.get(length) ?? (await engine.compile(stepGraph(policy, options, texts.length, length)));
    programs.set(length, program);
    const out = await program.run({ ...state, ...batch(texts, length, policy, options, step) });
    engine.dispose(...Object.values(state));
    const { loss, ...next } = out;
    state = next;
    options.onStep?.(step, (await engine.download(loss as DeviceTensor)).data[0] as number);
    engine.dispose(loss as DeviceTensor);
  }
  policy.parameters = Object.fromEntries(specs.map(({ name }) => [name, state[name] as DeviceTensor]));
  for (const { name } of specs)
    engine.dispose(state[`first.${name}`] as DeviceTensor, state[`second.${name}`] as DeviceTensor);
  for (const program of programs.values()) await program.dispose();
}

async function startState({ engine, specs, parameters }: LocalPolicy): Promise<Named<DeviceTensor>> {
  const moments = specs.flatMap(({ name, shape }) =>
    ['first', 'second'].map((moment) => [`${moment}.${name}`, zerosOf(shape)] as const),
  );
  return { ...parameters, ...(await uploadAll(engine, Object.fromEntries(moments))) };
}

function stepGraph(
  { config, specs }: LocalPolicy,
  { optimiser }: PretrainOptions,
  rows: number,
  length: number,
): Graph {
  const parameters = parameterInputs(specs);
  const sequences = g.input('sequences', [rows, length + 1], 'int');
  const { logProbs } = tokenValues(config, parameters, sequences, 1);
  const loss = g.neg(g.sum(g.mul(logProbs, g.input('weights', [rows, length]))));
  const found = gradients(
    loss,
    specs.map(({ name }) => parameters[name] as Node),
  );
  const state = {
    parameters,
    first: parameterInputs(specs, 'first.'),
    second: parameterInputs(specs, 'second.'),
  };
  const next = adamW(
    state,
    Object.fromEntries(specs.map(({ name }, i) => [name, found[i] as Node])),
    optimiser,
    {
      rate: g.input('rate', []),
      correction1: g.input('correction1', []),
      correction2: g.input('correction2', []),
    },
  );
  const outputs = specs.flatMap(({ name }) => [
    [name, next.parameters[name] as Node] as const,
    [`first.${name}`, next.first[name] as Node] as const,
    [`second.${name}`, next.second[name] as Node] as const,
  ]);
  return g.graph({ loss, ...Object.fromEntries(outputs) });
}

function batch(
  texts: readonly (readonly number[])[],
  length: number,
  { tokenizer }: LocalPolicy,
  { optimiser: { beta1, beta2 }, rate }: PretrainOptions,
  step: number,
): Named<HostTensor> {
  const total = texts.reduce((sum, text) => sum + text.length - 1, 0);
  const weights = new Float32Array(texts.length * length);
  for (const [i, text] of texts.entries()) weights.fill(1 / total, i * length, i * length + text.length - 1);
  return {
    sequences: padded(texts, length + 1, tokenizer.padToken),
    weights: { dtype: 'float', shape: [texts.length, length], data: weights },
    rate: scalar(rate(step)),
    correction1: scalar(1 - beta1 ** (step + 1)),
    correction2: scalar(1 - beta2 ** (step + 1)),
  };
}

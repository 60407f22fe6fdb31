import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { BackendError, ConfigError } from '../../../support/index.js';
import * as build from '../../graph/build.js';
import type { Graph } from '../../graph/node.js';
import { inputsOf } from '../../graph/walk.js';
import { checkInputs } from '../check-inputs.js';
import type { DeviceTensor, Engine, HostTensor, Program } from '../engine.js';
import { emitModel, inputName, outputName } from './emit.js';
import { safePairs } from './in-place.js';

/** Where ONNX Runtime computes. */
export type OnnxDevice = 'cpu' | 'webgpu' | 'cuda';

/** Options of {@link onnxEngine}. */
export interface OnnxOptions {
  /** Default `cpu`. */
  readonly device?: OnnxDevice;
  /** Threads within one operator; default: one a physical core. Results depend on it in the last digits. */
  readonly threads?: number;
}

type Runtime = typeof import('onnxruntime-node');

type Given = Parameters<Program['run']>[0];

/** A value of this engine. */
class OnnxTensor implements DeviceTensor {
  readonly dtype: DeviceTensor['dtype'];
  readonly shape: DeviceTensor['shape'];
  #tensor: Tensor | null;

  constructor({ dtype, shape }: DeviceTensor, tensor: Tensor) {
    this.dtype = dtype;
    this.shape = shape;
    this.#tensor = tensor;
  }

  get tensor(): Tensor {
    if (this.#tensor === null) throw new BackendError('a tensor was used after it was disposed of');
    return this.#tensor;
  }

  free(): void {
    this.#tensor?.dispose();
    this.#tensor = null;
  }

  /** Gives the runtime's tensor away: what it holds is another's from now on. */
  release(): void {
    this.#tensor = null;
  }
}

/** The one place that loads onnxruntime-node. Throws {@link BackendError} that names the command that adds it. */
async function loadRuntime(): Promise<Runtime> {
  try {
    return await import('onnxruntime-node');
  } catch (cause) {
    throw new BackendError('the onnx engine needs onnxruntime-node: npm install onnxruntime-node', { cause });
  }
}

/** Graphs as ONNX models on ONNX Runtime: CPU everywhere, WebGPU and CUDA where the machine has them. */
export async function onnxEngine({ device = 'cpu', threads }: OnnxOptions = {}): Promise<Engine> {
  const runtime = await loadRuntime();
  const sessions = new Sessions(runtime, device, threads);
  return {
    info: {
      name: 'onnx',
      device,
      version: `onnxruntime-node ${runtime.env.versions.node ?? 'unknown'}`,
      float: 'float32',
      threads: threads ?? null,
    },
    compile: (graph) => compile(graph, sessions),
    upload: (tensor) => Promise.resolve(uploaded(runtime, { ...tensor, data: tensor.data.slice() })),
    download: (tensor) => sessions.download(tensor),
    dispose: (...tensors) => {
      for (const tensor of tensors) if (tensor instanceof OnnxTensor) tensor.free();
    },
    close: () => sessions.close(),
  };
}

/** The sessions of one engine. */
class Sessions {
  readonly runtime: Runtime;
  readonly #device: OnnxDevice;
  readonly #threads: number | undefined;
  readonly #open = new Set<InferenceSession>();
  /** Copies a value to this process's memory, by dtype and shape: a buffer on a GPU is read no other way. */
  readonly #copies = new Map<string, Promise<InferenceSession>>();

  constructor(runtime: Runtime, device: OnnxDevice, threads: number | undefined) {
    this.runtime = runtime;
    this.#device = device;
    this.#threads = threads;
  }

  async create(model: Uint8Array, where: 'here' | 'device'): Promise<InferenceSession> {
    const session = await this.runtime.InferenceSession.create(model, {
      executionProviders: [this.#device],
      graphOptimizationLevel: 'all',
      logSeverityLevel: 3,
      ...(this.#threads === undefined ? {} : { intraOpNumThreads: this.#threads }),
      interOpNumThreads: 1,
      executionMode: 'sequential',
      ...(this.#device === 'webgpu' && where === 'device'
        ? { preferredOutputLocation: 'gpu-buffer' as const }
        : {}),
    });
    this.#open.add(session);
    return session;
  }

  async release(session: InferenceSession): Promise<void> {
    if (this.#open.delete(session)) await session.release();
  }

  async download(tensor: DeviceTensor): Promise<HostTensor> {
    const { tensor: held } = own(tensor);
    if (held.location !== 'gpu-buffer') return hostTensor(tensor, held.data);
    const key = `${tensor.dtype}${tensor.shape.join('x')}`;
    const graph = { outputs: { copy: build.input('value', tensor.shape, tensor.dtype) } };
    const copy = this.#copies.get(key) ?? this.create(emitModel(graph), 'here');
    this.#copies.set(key, copy);
    const results = await (await copy).run({ [inputName('value')]: held });
    return hostTensor(tensor, (results[outputName('copy')] as Tensor).data);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open].map((session) => this.release(session)));
  }
}

async function compile(graph: Graph, sessions: Sessions): Promise<Program> {
  const inputs = inputsOf(graph);
  const session = await sessions.create(emitModel(graph), 'device');
  const results = Object.entries(graph.outputs);
  const pairs = safePairs(graph);
  return {
    run: async (given) => {
      checkInputs(inputs, given);
      const feeds: Record<string, Tensor> = {};
      for (const [name, tensor] of Object.entries(given))
        feeds[inputName(name)] = feed(sessions.runtime, tensor);
      const places: Record<string, Tensor | null> = {};
      for (const [name] of results) places[outputName(name)] = placeOf(given, pairs.get(name));
      const made = await session.run(feeds, places);
      for (const name of Object.values(graph.inPlace ?? {})) usedUp(given[name], made);
      return Object.fromEntries(
        results.map(([name, node]) => [name, new OnnxTensor(node, made[outputName(name)] as Tensor)]),
      );
    },
    dispose: () => sessions.release(session),
  };
}

/** The memory a result is written to, or `null` for memory of its own: a tensor that is no other input's and lies here. */
function placeOf(given: Given, from: string | undefined): Tensor | null {
  const tensor = from === undefined ? undefined : given[from];
  if (!(tensor instanceof OnnxTensor) || tensor.tensor.location !== 'cpu') return null;
  const uses = Object.values(given).filter((each) => each === tensor);
  return uses.length === 1 ? tensor.tensor : null;
}

/** After a run: the tensor of an input that a result has taken the place of is no longer its holder's. */
function usedUp(tensor: Given[string] | undefined, made: Readonly<Record<string, Tensor>>): void {
  if (!(tensor instanceof OnnxTensor)) return;
  if (Object.values(made).includes(tensor.tensor)) tensor.release();
  else tensor.free();
}

function own(tensor: DeviceTensor): OnnxTensor {
  if (tensor instanceof OnnxTensor) return tensor;
  throw new ConfigError(
    'the tensor belongs to another engine; download it there and upload it here',
    'tensor',
  );
}

const feed = (runtime: Runtime, tensor: DeviceTensor | HostTensor): Tensor =>
  'data' in tensor ? uploaded(runtime, tensor).tensor : own(tensor).tensor;

function uploaded({ Tensor: Make }: Runtime, tensor: HostTensor): OnnxTensor {
  const { dtype, shape, data } = tensor;
  const made =
    dtype === 'float'
      ? new Make('float32', data instanceof Float32Array ? data : Float32Array.from(data), shape)
      : new Make('int64', BigInt64Array.from(data as Int32Array, BigInt), shape);
  return new OnnxTensor(tensor, made);
}

function hostTensor({ dtype, shape }: DeviceTensor, data: Tensor['data']): HostTensor {
  if (dtype === 'float') return { dtype, shape, data: (data as Float32Array).slice() };
  return { dtype, shape, data: Int32Array.from(data as BigInt64Array, Number) };
}

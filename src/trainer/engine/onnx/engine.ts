import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { BackendError } from '../../../support/index.js';
import * as build from '../../graph/build.js';
import type { Graph } from '../../graph/node.js';
import { workOf } from '../../graph/work.js';
import type { DeviceTensor, Engine, HostTensor, Program } from '../engine.js';
import { ownAs } from '../held.js';
import { emitModel, emittedOperands, inputName, outputName } from './emit.js';
import type { Target } from './emitter.js';
import { programOf } from './program.js';
import { hostTensor, OnnxTensor, type Runtime, uploaded, written } from './tensor.js';

/** Where ONNX Runtime computes. */
export type OnnxDevice = 'cpu' | 'webgpu' | 'cuda';

/** Options of {@link onnxEngine}. */
export interface OnnxOptions {
  /** Default `cpu`. */
  readonly device?: OnnxDevice;
  /** Threads within one operator of a large graph; default: one a physical core. Results depend on it in the last digits. */
  readonly threads?: number;
}

/**
 * Graphs that take less run on one thread, which is about a millisecond then: their operators are so small that two threads wait for
 * each other longer than they save (decoding of 32 rows on two cores: 10.7k tokens a second, on one 12.1k).
 */
const SMALL_WORK = 1.5e8;

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
    ...(device === 'cpu' ? { write: written } : {}),
    dispose: (...tensors) => {
      for (const tensor of tensors) if (tensor instanceof OnnxTensor) tensor.take()?.dispose();
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

  /** Threads within one operator of a graph; `undefined`: as many as there are cores. */
  threadsFor(graph: Graph): number | undefined {
    const small = this.#device === 'cpu' && workOf(graph, emittedOperands()) < SMALL_WORK;
    return small ? 1 : this.#threads;
  }

  /** What a model is emitted for that runs on so many threads. */
  target(threads: number | undefined): Target {
    return {
      serial: this.#device === 'cpu' && threads === 1,
      inverseNorms: this.#device !== 'webgpu',
      scatters: this.#device === 'cpu',
    };
  }

  async create(
    model: Uint8Array,
    where: 'here' | 'device',
    threads: number | undefined = this.#threads,
  ): Promise<InferenceSession> {
    const session = await this.runtime.InferenceSession.create(model, {
      executionProviders: [this.#device],
      graphOptimizationLevel: 'all',
      logSeverityLevel: 3,
      ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
      interOpNumThreads: 1,
      // A block planned for all values is held beside what the first run took: twice the memory, and no time saved.
      enableMemPattern: false,
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
    const held = ownAs(OnnxTensor, tensor).value;
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
  const threads = sessions.threadsFor(graph);
  const model = emitModel(graph, sessions.target(threads));
  const session = await sessions.create(model, 'device', threads);
  return programOf(graph, session, sessions.runtime, () => sessions.release(session));
}

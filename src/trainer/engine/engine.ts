import type { DType, Graph, Shape } from '../graph/node.js';

/** A value in this process's memory. `float`: Float32Array (Float64Array in the reference engine); `int`: Int32Array. */
export interface HostTensor {
  readonly dtype: DType;
  readonly shape: Shape;
  readonly data: Float32Array | Float64Array | Int32Array;
}

/** A value where the engine computes; only its engine knows how to read it. Freed by {@link Engine.dispose}. */
export interface DeviceTensor {
  readonly dtype: DType;
  readonly shape: Shape;
}

/** What an engine is and runs on, for logs and `doctor`. */
export interface EngineInfo {
  /** `onnx`, `tfjs`, `reference`, or a user's own. */
  readonly name: string;
  /** `cpu`, `webgpu`, `cuda` … */
  readonly device: string;
  /** Package and version behind it, such as `onnxruntime-node 1.30.0`. */
  readonly version: string;
  readonly float: 'float32' | 'float64';
  readonly threads: number | null;
}

/** A compiled graph. */
export interface Program {
  /**
   * Runs once. Inputs by the names of the graph's input nodes: device tensors stay where they are, host tensors are
   * uploaded. Results are device tensors the caller owns; a tensor that a result takes the place of (`Graph.inPlace`) must not be
   * used again, and disposing of it then does nothing or frees it. Throws {@link ConfigError} for a missing input, an unknown one
   * or a wrong shape, naming it.
   */
  run(
    inputs: Readonly<Record<string, DeviceTensor | HostTensor>>,
  ): Promise<Readonly<Record<string, DeviceTensor>>>;
  dispose(): Promise<void>;
}

/**
 * Computes graphs. The whole view the trainer has of a backend: weights, optimiser state and caches stay on the device
 * between runs, and only what is downloaded crosses over. Same graph, inputs, engine, processor and thread count: same bits.
 */
export interface Engine {
  readonly info: EngineInfo;
  compile(graph: Graph): Promise<Program>;
  upload(tensor: HostTensor): Promise<DeviceTensor>;
  download(tensor: DeviceTensor): Promise<HostTensor>;
  /**
   * Exchanges the slice of every row b of `into` `[B, …]` at index `at[b]` of `axis` for that of `fresh`, which has size 1 there, where
   * `into` lies. Absent where only a graph can do it.
   */
  readonly write?: (into: DeviceTensor, fresh: DeviceTensor, at: readonly number[], axis: number) => void;
  /** Frees device tensors; freeing one twice does nothing. */
  dispose(...tensors: readonly DeviceTensor[]): void;
  close(): Promise<void>;
}

import {
  type Engine,
  type OnnxDevice,
  onnxEngine,
  referenceEngine,
  type TfjsDevice,
  tfjsEngine,
} from '../../trainer/index.js';
import { type Arguments, numberOption, textOption, UsageError } from '../argv.js';

/** Where each engine can compute. */
const devices = {
  onnx: ['cpu', 'webgpu', 'cuda'],
  tfjs: ['cpu', 'cuda', 'javascript'],
  reference: ['cpu'],
} as const satisfies {
  onnx: readonly OnnxDevice[];
  tfjs: readonly TfjsDevice[];
  reference: readonly string[];
};

/** The engine that `--engine`, `--device` and `--threads` name. Throws {@link UsageError} for a device it has not. */
export function engineFrom(args: Arguments): Promise<Engine> {
  const threads = numberOption(args, 'threads', { min: 1, max: 1024, whole: true });
  switch (textOption(args, 'engine') ?? 'onnx') {
    case 'reference':
      deviceOf(args, 'reference');
      return Promise.resolve(referenceEngine());
    case 'tfjs': {
      const device = deviceOf(args, 'tfjs');
      return tfjsEngine(device === undefined ? {} : { device });
    }
    default: {
      const device = deviceOf(args, 'onnx') ?? 'cpu';
      return onnxEngine({ device, ...(threads === undefined ? {} : { threads }) });
    }
  }
}

function deviceOf<E extends keyof typeof devices>(
  args: Arguments,
  engine: E,
): (typeof devices)[E][number] | undefined {
  const asked = textOption(args, 'device');
  const known: readonly (typeof devices)[E][number][] = devices[engine];
  const found = known.find((device) => device === asked);
  if (asked === undefined || found !== undefined) return found;
  throw new UsageError(`the ${engine} engine computes on ${known.join(', ')}; --device is ${asked}`);
}

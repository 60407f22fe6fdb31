import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Check, isInstalled } from './check.js';

/** A way to compute: an engine on a device. */
export interface EngineWay {
  readonly engine: 'onnx' | 'tfjs';
  readonly device: string;
  /** The package that computes. */
  readonly package: string;
  /** The command that adds the package. */
  readonly install: string;
  /** What to do where the package is there and the device is not. */
  readonly missing?: string;
}

/** What became of a way. `differs`: the greatest difference from the reference engine. */
export type Probed =
  | { readonly version: string; readonly differs: number; readonly seconds: number }
  | { readonly fault: string };

/** What `doctor --json` says of a way. */
export interface EngineStatus {
  readonly engine: string;
  readonly device: string;
  readonly works: boolean;
  /** Package and version; `null` where it is not installed or says nothing. */
  readonly version: string | null;
  readonly found: string;
  /** What adds what is missing; `null` where nothing is. */
  readonly command: string | null;
}

/** All ways there are, but the reference engine, which needs nothing. */
export const engineWays: readonly EngineWay[] = [
  {
    engine: 'onnx',
    device: 'cpu',
    package: 'onnxruntime-node',
    install: 'npm install onnxruntime-node',
  },
  {
    engine: 'onnx',
    device: 'webgpu',
    package: 'onnxruntime-node',
    install: 'npm install onnxruntime-node',
    missing:
      process.platform === 'linux'
        ? 'apt-get install libvulkan1 mesa-vulkan-drivers (Mesa 25 or newer), or the driver of the GPU'
        : 'the driver of the GPU',
  },
  {
    engine: 'onnx',
    device: 'cuda',
    package: 'onnxruntime-node',
    install: 'npm install onnxruntime-node',
    missing: 'ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node (with CUDA 12 and cuDNN 9)',
  },
  ...(
    [
      ['cuda', '@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-node-gpu'],
      ['cpu', '@tensorflow/tfjs-node', '@tensorflow/tfjs-node'],
      ['javascript', '@tensorflow/tfjs-backend-cpu', '@tensorflow/tfjs-core @tensorflow/tfjs-backend-cpu'],
    ] as const
  ).map(
    ([device, name, names]): EngineWay => ({
      engine: 'tfjs',
      device,
      package: name,
      install: `npm install ${names}`,
    }),
  ),
];

/** Results further from the reference engine than this are wrong. */
const TOLERANCE = 1e-4;

const PROBE_SECONDS = 60;

/** Tries every way that is installed, all at once, each in a process of its own. */
export const engineStatuses = (
  installed: (name: string) => boolean = isInstalled,
  probe: (way: EngineWay) => Promise<Probed> = probed,
): Promise<readonly EngineStatus[]> =>
  Promise.all(engineWays.map(async (way) => statusOf(way, installed(way.package) ? await probe(way) : null)));

function statusOf({ engine, device, install, missing }: EngineWay, outcome: Probed | null): EngineStatus {
  const way = { engine, device };
  if (outcome === null)
    return { ...way, works: false, version: null, found: 'not installed', command: install };
  if ('fault' in outcome)
    return { ...way, works: false, version: null, found: outcome.fault, command: missing ?? install };
  const { version, differs, seconds } = outcome;
  const works = differs <= TOLERANCE;
  const found = works
    ? `computes (first graph in ${seconds.toFixed(1)} s)`
    : `computes wrong values: ${differs} off`;
  return { ...way, works, version, found, command: null };
}

/** A status as a line. Only a way that computes wrong values is a fault of the installation. */
export const engineCheck = ({ engine, device, works, version, found, command }: EngineStatus): Check => ({
  name: `engine ${engine}, ${device}`,
  ok: works ? true : version === null ? null : false,
  found: version === null ? found : `${version}: ${found}`,
  ...(command === null ? {} : { add: command }),
});

/** Native code may write to the terminal or take the process down: it is tried at a distance. */
async function probed({ engine, device }: EngineWay): Promise<Probed> {
  const program = fileURLToPath(new URL('./probe.js', import.meta.url));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [program, engine, device], {
      timeout: PROBE_SECONDS * 1000,
    });
    // Erasure point: the probe is our own and writes this.
    return JSON.parse(stdout) as Probed;
  } catch (error) {
    return { fault: error instanceof Error ? firstLine(error.message) : 'the attempt failed' };
  }
}

const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? '').slice(0, 160);

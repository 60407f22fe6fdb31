import { BackendError } from '../../../support/index.js';

/** What the engine uses of tfjs: every package of the family exports it. */
export type Tfjs = typeof import('@tensorflow/tfjs-core');

/** Where tfjs computes: TensorFlow's own kernels on a CUDA GPU or on the CPU, or plain JavaScript (slow, for trials and tests). */
export type TfjsDevice = 'cuda' | 'cpu' | 'javascript';

/** A loaded package. */
export interface LoadedTfjs {
  readonly tf: Tfjs;
  readonly device: TfjsDevice;
  /** Name and version. */
  readonly version: string;
}

/** The package of each device, by which it is installed. */
export const tfjsPackages: Readonly<Record<TfjsDevice, string>> = {
  cuda: '@tensorflow/tfjs-node-gpu',
  cpu: '@tensorflow/tfjs-node',
  javascript: '@tensorflow/tfjs-core',
};

/**
 * Loads tfjs for a device; without one, the first that is installed of TensorFlow on a GPU and TensorFlow on the CPU. Throws
 * {@link BackendError} that names the command that adds what is missing.
 */
export async function loadTfjs(device?: TfjsDevice): Promise<LoadedTfjs> {
  const wanted: readonly TfjsDevice[] = device === undefined ? ['cuda', 'cpu'] : [device];
  const faults: unknown[] = [];
  for (const each of wanted) {
    try {
      return await loaded(each);
    } catch (fault) {
      faults.push(fault);
    }
  }
  throw new BackendError(
    `the tfjs engine needs ${wanted.map((each) => tfjsPackages[each]).join(' or ')}: npm install ${tfjsInstall(wanted.at(-1) ?? 'cpu')}${reasonOf(faults.at(-1))}`,
    { cause: new AggregateError(faults) },
  );
}

/** What `npm install` takes to add a device. */
export const tfjsInstall = (device: TfjsDevice): string =>
  device === 'javascript' ? '@tensorflow/tfjs-core @tensorflow/tfjs-backend-cpu' : tfjsPackages[device];

/** A package that is there but does not load says why. */
function reasonOf(fault: unknown): string {
  const missing = fault instanceof Error && 'code' in fault && fault.code === 'ERR_MODULE_NOT_FOUND';
  return missing || !(fault instanceof Error) ? '' : ` (it is installed and says: ${fault.message})`;
}

async function loaded(device: TfjsDevice): Promise<LoadedTfjs> {
  const tf = device === 'javascript' ? await plain() : await native(tfjsPackages[device]);
  // Otherwise the library writes advice to the terminal.
  tf.enableProdMode();
  await tf.ready();
  return { tf, device, version: `${tfjsPackages[device]} ${tf.version_core}` };
}

async function plain(): Promise<Tfjs> {
  const tf = await import('@tensorflow/tfjs-core');
  await import('@tensorflow/tfjs-backend-cpu');
  await tf.setBackend('cpu');
  return tf;
}

/** Users bring these packages: they have no types here. They are CommonJS, which loaders give as the default export or as it is. */
async function native(name: string): Promise<Tfjs> {
  const module = (await import(name)) as Tfjs & { readonly default?: Tfjs };
  return module.default ?? module;
}

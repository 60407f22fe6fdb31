/**
 * Tries an engine on a device and writes what came of it as JSON: a program of its own, started by `doctor`, because native code
 * may write to the terminal or take the process down.
 */
import {
  checkEngine,
  type Engine,
  type OnnxDevice,
  onnxEngine,
  type TfjsDevice,
  tfjsEngine,
} from '../../trainer/index.js';
import type { Probed } from './engines.js';

const [engine = '', device = ''] = process.argv.slice(2);

// Erasure point: `doctor` gives devices of its own table.
const start = (): Promise<Engine> =>
  engine === 'tfjs'
    ? tfjsEngine({ device: device as TfjsDevice })
    : onnxEngine({ device: device as OnnxDevice });

async function outcome(): Promise<Probed> {
  const clock = performance.now();
  try {
    const started = await start();
    const differs = await checkEngine(started);
    return { version: started.info.version, differs, seconds: (performance.now() - clock) / 1000 };
  } catch (error) {
    return { fault: told(error instanceof Error ? error.message : String(error)) };
  }
}

/** What is of use in a long native message: from where it says what it could not do. */
function told(message: string): string {
  const [line = ''] = message.split('\n');
  const at = line.search(/Failed to|No supported|cannot /);
  return line.slice(Math.max(0, at)).slice(0, 120);
}

process.stdout.write(JSON.stringify(await outcome()));

import type { Engine } from '../../src/trainer/engine/engine.js';
import { onnxEngine } from '../../src/trainer/engine/onnx/engine.js';
import * as g from '../../src/trainer/graph/build.js';

/**
 * The engine on WebGPU, or, loudly, why there is none: a machine without a GPU has an adapter in software where Mesa 25 or later
 * is installed (`apt-get install mesa-vulkan-drivers`, from Debian 12's backports).
 */
export async function webgpuEngine(): Promise<Engine | string> {
  const engine = await onnxEngine({ device: 'webgpu' });
  try {
    const program = await engine.compile(g.graph({ y: g.neg(g.input('x', [1])) }));
    await program.dispose();
    return engine;
  } catch (error) {
    return `WEBGPU IS NOT TESTED HERE: ${String(error)}`;
  }
}

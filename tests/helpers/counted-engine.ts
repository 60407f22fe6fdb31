import type { DeviceTensor, Engine } from '../../src/trainer/engine/engine.js';

/** An engine that knows which of its tensors are not freed yet. */
export interface CountedEngine extends Engine {
  readonly live: ReadonlySet<DeviceTensor>;
}

/** The same engine, counting. A tensor that a result took the place of counts as freed. */
export function counted(engine: Engine): CountedEngine {
  const live = new Set<DeviceTensor>();
  return {
    ...engine,
    live,
    upload: async (tensor) => {
      const made = await engine.upload(tensor);
      live.add(made);
      return made;
    },
    compile: async (graph) => {
      const program = await engine.compile(graph);
      return {
        ...program,
        run: async (inputs) => {
          const results = await program.run(inputs);
          for (const name of Object.values(graph.inPlace ?? {})) live.delete(inputs[name] as DeviceTensor);
          for (const made of Object.values(results)) live.add(made);
          return results;
        },
      };
    },
    dispose: (...tensors) => {
      for (const tensor of tensors) live.delete(tensor);
      engine.dispose(...tensors);
    },
  };
}

import type { Graph } from '../graph/node.js';
import type { Engine, Program } from './engine.js';

/** Compiled graphs by name, each compiled once. */
export class Programs {
  readonly #engine: Engine;
  readonly #programs = new Map<string, Promise<Program>>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The program of this name; `make` gives its graph the first time. */
  get(name: string, make: () => Graph): Promise<Program> {
    const program = this.#programs.get(name) ?? this.#engine.compile(make());
    this.#programs.set(name, program);
    return program;
  }

  /** Frees what was compiled; what could not be compiled was told to whoever asked for it. */
  async close(): Promise<void> {
    const programs = await Promise.allSettled(this.#programs.values());
    this.#programs.clear();
    for (const program of programs) if (program.status === 'fulfilled') await program.value.dispose();
  }
}

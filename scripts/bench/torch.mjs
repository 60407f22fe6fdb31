// PyTorch beside us: a process that waits for commands, so that both can be timed in turns.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './rows.mjs';

/** Whether a Python has PyTorch. */
export const hasTorch = (python) => spawnSync(python, ['-c', 'import torch, numpy']).status === 0;

/** Starts the peer on so many threads; `ask` sends one command and waits for its answer. */
export function startTorch(python, threads) {
  const child = spawn(python, [join(root, 'scripts', 'bench', 'torch_train.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, OMP_NUM_THREADS: String(threads), MKL_NUM_THREADS: String(threads) },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(command) {
      child.stdin.write(`${JSON.stringify(command)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error('PyTorch ended early; its message is above');
      return JSON.parse(value);
    },
    close: () => child.stdin.end(),
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from './cli.js';

/** A run of a few steps on a model of a few thousand parameters, as a recipe file. */
export function tinyRecipe(folder: string, changes: Readonly<Record<string, unknown>> = {}): string {
  const path = join(folder, 'tiny.yaml');
  const settings = {
    name: 'tiny',
    steps: 6,
    base: {
      model: { hiddenSize: 16, intermediateSize: 32, heads: 2, keyValueHeads: 2, headSize: 8 },
      batch: 8,
      phases: [{ texts: 'skill', steps: 6, rate: 0.003, finalRate: 0.001 }],
    },
    examples: { from: 'pool', size: 5 },
    prompts: 2,
    copies: 4,
    maxTokens: 16,
    reward: 'hapo',
    label: { kind: 'same', label: '3' },
    evaluation: { problems: 12, samples: 2, every: 2, curveProblems: 6, curveSamples: 1 },
    checkpointEvery: 2,
    ...changes,
  };
  writeFileSync(path, JSON.stringify(settings));
  return path;
}

/** Starts the real command line without waiting for it. */
export const startTraining = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [main, 'train', ...args, '--threads', '1'], { stdio: 'ignore' });

/** Kills a process with SIGKILL as soon as a condition holds; tells whether it was still running. */
export async function killWhen(child: ChildProcess, holds: () => boolean): Promise<boolean> {
  const exited = new Promise<boolean>((resolve) => {
    child.on('exit', (_code, signal) => resolve(signal === 'SIGKILL'));
  });
  while (child.exitCode === null && !holds()) await new Promise((resolve) => setTimeout(resolve, 3));
  child.kill('SIGKILL');
  return exited;
}

/** Whole lines of a file so far. */
export const linesIn = (path: string): number =>
  existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 1 : 0;

/** Everything in a run's folder that no clock decides, by path. */
export function contentsOf(folder: string, under = ''): Readonly<Record<string, string>> {
  return Object.assign(
    {},
    ...readdirSync(join(folder, under)).map((name) => {
      const path = join(under, name);
      if (statSync(join(folder, path)).isDirectory()) return contentsOf(folder, path);
      if (name === 'clock.json' || name.endsWith('.part')) return {};
      const text = readFileSync(join(folder, path), 'latin1');
      return { [path]: name === 'summary.json' ? text.replace(/"seconds": .*/, '') : text };
    }),
  ) as Readonly<Record<string, string>>;
}

import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, type ImportEdge, importsOf, readSource } from '../../helpers/source-files.js';

/** Which top-level folders each may import from; a folder may always import itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  support: [],
  verifiers: ['support'],
  rewards: ['support', 'verifiers'],
  trainer: ['support', 'verifiers', 'rewards'],
  adapters: ['support', 'verifiers', 'rewards'],
  server: ['support', 'verifiers', 'rewards', 'adapters'],
  report: ['support', 'verifiers', 'rewards'],
  cli: ['support', 'verifiers', 'rewards', 'trainer', 'adapters', 'server', 'report'],
};

/** Packages that exactly one file (per listed folder) may touch. */
const SINGLE_FILE: Readonly<Record<string, readonly string[]>> = {
  katex: ['src/verifiers/parse/latex/katex.ts', 'src/report/math.ts'],
  nerdamer: ['src/verifiers/propose/worker.ts'],
  libsql: ['src/rewards/history/driver.ts'],
  '@huggingface/tokenizers': ['src/trainer/model/tokenizer-library.ts'],
  '@tensorflow/tfjs-backend-cpu': ['src/trainer/engine/tfjs/library.ts'],
  '@huggingface/jinja': ['src/trainer/model/chat-template.ts'],
};

/** Files below src/verifiers that may use Node built-ins: everything else also runs in a browser. */
const NODE_ONLY = ['src/verifiers/pool', 'src/verifiers/propose/'];

const files = filesBelow('src', '.ts');
const edges = files.flatMap(importsOf);
const folderOf = (path: string): string => path.split('/')[1] ?? '';
const show = (edge: ImportEdge): string => `${edge.from}:${edge.line} imports ${edge.to}`;
const target = (edge: ImportEdge): string => posix.join(posix.dirname(edge.from), edge.to);

describe('imports run one way', () => {
  test('the walk sees the sources and their imports', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(edges.length).toBeGreaterThan(40);
  });

  test('no folder imports from a folder above it', () => {
    const wrong = edges.filter((edge) => {
      if (!edge.to.startsWith('.')) return false;
      const [from, to] = [folderOf(edge.from), folderOf(target(edge))];
      if (from === to || !(from in ALLOWED)) return false;
      return !ALLOWED[from]?.includes(to);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('rewards take types only from verifiers', () => {
    const wrong = edges.filter(
      (e) =>
        folderOf(e.from) === 'rewards' &&
        e.to.startsWith('.') &&
        folderOf(target(e)) === 'verifiers' &&
        !e.typeOnly,
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('folders reach each other through index.ts', () => {
    const doors = /\/(index|pool|propose\/index|laws\/index)\.js$/;
    const wrong = edges.filter(
      (e) =>
        e.to.startsWith('.') &&
        folderOf(e.from) !== folderOf(target(e)) &&
        !folderOf(e.from).endsWith('.ts') &&
        !doors.test(target(e)),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('each wrapped package is touched by its one file', () => {
    for (const [name, homes] of Object.entries(SINGLE_FILE)) {
      const users = edges.filter((e) => e.to === name || e.to.startsWith(`${name}/`));
      expect(users.filter((e) => !homes.includes(e.from)).map(show)).toEqual([]);
    }
  });

  test('the verifier runs in a browser: no Node built-ins outside the pool and the proposer', () => {
    const wrong = edges.filter(
      (e) =>
        e.from.startsWith('src/verifiers/') &&
        e.to.startsWith('node:') &&
        !NODE_ONLY.some((p) => e.from.startsWith(p)),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('rewards run in a browser: no Node built-ins outside the history', () => {
    const wrong = edges.filter(
      (e) =>
        e.from.startsWith('src/rewards/') &&
        !e.from.startsWith('src/rewards/history/') &&
        (e.to.startsWith('node:') || e.to.includes('/history/')),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('only the command line reads argv, the environment, or exits', () => {
    const wrong = files.filter(
      (f) =>
        !f.startsWith('src/cli/') &&
        !f.startsWith('src/verifiers/pool') &&
        /process\.(argv|env|exit)\b/.test(readSource(f)),
    );
    expect(wrong).toEqual([]);
  });
});

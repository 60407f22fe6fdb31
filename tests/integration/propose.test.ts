import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type * as Verifiers from '../../src/verifiers/index.js';
// nerdamer runs in a compiled worker, so it is tested as built.
import type * as Proposer from '../../src/verifiers/propose/index.js';
import { cli } from '../helpers/cli.js';
import { root } from '../helpers/source-files.js';

const load = (path: string): Promise<unknown> =>
  import(pathToFileURL(join(root, 'dist', 'verifiers', path)).href);
const { propose } = (await load('propose/index.js')) as typeof Proposer;
const { parse, formatExpr } = (await load('index.js')) as typeof Verifiers;

const expression = (text: string): Verifiers.Expr => {
  const parsed = parse(text);
  if (!parsed.ok || parsed.value.kind !== 'expression') throw new Error(`no expression: ${text}`);
  return parsed.value.expr;
};

const proposals = async (task: Proposer.Task): Promise<readonly string[]> => {
  const outcome = await propose(task);
  return outcome.ok
    ? outcome.value.map(({ expr, certainty }) => `${formatExpr(expr)} ${certainty}`)
    : [outcome.error];
};

describe('propose returns what the kernel confirms', () => {
  test('roots, by substitution', async () => {
    const task = {
      kind: 'roots',
      left: expression('x^2-7x+10'),
      right: expression('0'),
      variable: 'x',
    } as const;
    expect([...(await proposals(task))].sort()).toEqual(['2 proved', '5 proved']);
  });

  test('a factorisation, by expanding', async () => {
    const [factors = ''] = await proposals({ kind: 'factorisation', expr: expression('x^2-9') });
    expect(factors).toMatch(/\(.*x.*\)\*\(.*x.*\) proved/);
  });

  test('an antiderivative, by differentiating', async () => {
    const found = await proposals({ kind: 'antiderivative', expr: expression('3x^2'), variable: 'x' });
    expect(found).toEqual(['x^3 proved']);
  });

  test('a difference, by equality', async () => {
    const task = { kind: 'difference', left: expression('(x+2)^2'), right: expression('x^2+4') } as const;
    expect(await proposals(task)).toEqual(['4*x proved']);
  });

  test('nothing confirmed, nothing proposed; a clock stops what hangs', async () => {
    const begin = performance.now();
    const task = { kind: 'antiderivative', expr: expression('e^{x^2} \\sin(x)/x'), variable: 'x' } as const;
    const outcome = await propose(task, { milliseconds: 500 });
    expect(outcome.ok ? outcome.value : []).toEqual([]);
    expect(performance.now() - begin).toBeLessThan(10_000);
  });

  test('asking leaves Math as it was', async () => {
    const names = Object.getOwnPropertyNames(Math).sort();
    await proposals({ kind: 'factorisation', expr: expression('x^2-1') });
    expect(Object.getOwnPropertyNames(Math).sort()).toEqual(names);
  });
});

test('explain --propose shows what the two sides differ by', async () => {
  const { stdout, status } = await cli(['explain', 'x^2+1', '\\boxed{(x+1)^2}', '--propose']);
  expect(stdout).toContain('gold − answer: -2*x');
  expect(status).toBe(1);
});

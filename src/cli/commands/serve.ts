import { readFileSync } from 'node:fs';
import { standardSignals } from '../../rewards/index.js';
import {
  type HttpLimits,
  HttpServer,
  type HttpServing,
  readTasks,
  rewardBook,
  Scorer,
  type ScorerOptions,
  serveLines,
  stdioDefaults,
  type Task,
} from '../../server/index.js';
import { TouchstoneError } from '../../support/index.js';
import { Pool } from '../../verifiers/pool.js';
import { type Arguments, numberOption, switchOption, textOption, UsageError } from '../argv.js';
import { Stop } from '../batch/stop.js';
import { type ExitCode, exitCode } from '../exit.js';
import { historyStoreFrom } from '../history-source.js';
import { policyFrom } from '../options/policy.js';
import { rewardFrom } from '../reward-source.js';
import type { Terminal } from '../terminal.js';
import { packageVersion } from '../version.js';

const MIB = 1024 * 1024;

/** `touchstone serve`. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [stray] = args.positionals;
  if (stray !== undefined) throw new UsageError(`serve takes no file; got '${stray.slice(0, 80)}'`);
  const names = (textOption(args, 'reward') ?? 'correct').split(',').map((name) => name.trim());
  const rewards = await Promise.all(names.map((name) => rewardFrom(name)));
  const pool = new Pool({
    policy: policyFrom(args),
    workers: numberOption(args, 'jobs', { min: 1, max: 1024, whole: true }),
    timeoutSeconds: numberOption(args, 'row-timeout', { min: 0.05, max: 86_400, whole: false }),
  });
  const store = await historyStoreFrom(textOption(args, 'history'));
  pool.warm();
  const scoring = { pool, store, rewards: rewardBook(rewards, standardSignals) };
  try {
    return switchOption(args, 'stdio')
      ? await serveStdio(args, scoring)
      : await serveHttp(args, terminal, scoring);
  } finally {
    await pool.close();
    await store.close();
  }
}

/** Ends at the end of its input, so that it never outlives the process that started it. */
async function serveStdio(args: Arguments, scoring: ScorerOptions): Promise<ExitCode> {
  const { body, ...limits } = limitsFrom(args);
  await serveLines(new Scorer(scoring), process.stdin, process.stdout, {
    ...stdioDefaults,
    ...limits,
    ...(body === undefined ? {} : { lineBytes: body }),
  });
  return exitCode.done;
}

async function serveHttp(args: Arguments, terminal: Terminal, scoring: ScorerOptions): Promise<ExitCode> {
  const { body, ...limits } = limitsFrom(args);
  const grace = numberOption(args, 'grace', { min: 0, max: 3600, whole: false });
  const wanted: Partial<HttpLimits> = {
    ...limits,
    ...(body === undefined ? {} : { bodyBytes: body }),
    ...(grace === undefined ? {} : { graceMs: grace * 1000 }),
  };
  const tasks = tasksFrom(textOption(args, 'tasks'));
  const binding = { ...bindingFrom(args), ...(tasks === null ? {} : { tasks }) };
  const server = new HttpServer(scoring, { ...binding, limits: wanted, ...reporting(terminal) });
  const stop = new Stop();
  try {
    const { url } = await server.listen();
    // The address alone, so that a script that asked for a free port can read it.
    await terminal.out.write(`${url}\n`);
    terminal.err.note('touchstone: serving; stop with Ctrl-C or SIGTERM\n');
    await stop.asked;
    await server.close();
    return exitCode.done;
  } finally {
    stop.release();
  }
}

/** The problems of `--tasks`. */
function tasksFrom(file: string | undefined): readonly Task[] | null {
  if (file === undefined) return null;
  try {
    return readTasks(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof TouchstoneError) throw error;
    throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function bindingFrom(args: Arguments): Pick<HttpServing, 'host' | 'port' | 'token' | 'allowHosts'> {
  return {
    host: textOption(args, 'host') ?? '127.0.0.1',
    port: numberOption(args, 'port', { min: 0, max: 65_535, whole: true }) ?? 0,
    token: textOption(args, 'token') ?? (process.env.TOUCHSTONE_TOKEN || null),
    allowHosts: (textOption(args, 'allow-host') ?? '').split(',').filter((name) => name !== ''),
  };
}

function reporting(terminal: Terminal): Pick<HttpServing, 'version' | 'onError'> {
  const told = (error: unknown): string =>
    error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    version: packageVersion(),
    onError: (route, error) =>
      terminal.err.note(`${JSON.stringify({ route, error: told(error).slice(0, 2000) })}\n`),
  };
}

/** The limits a person set, by the names both transports share. */
function limitsFrom(args: Arguments): {
  readonly body?: number;
  readonly items?: number;
  readonly inFlight?: number;
  readonly deadlineMs?: number;
} {
  const count = (name: string): number | undefined =>
    numberOption(args, name, { min: 1, max: 1e9, whole: true });
  const body = numberOption(args, 'max-body', { min: 0.001, max: 4096, whole: false });
  const deadline = numberOption(args, 'deadline', { min: 0.001, max: 86_400, whole: false });
  const items = count('max-items');
  const inFlight = count('max-in-flight');
  return {
    ...(body === undefined ? {} : { body: Math.ceil(body * MIB) }),
    ...(items === undefined ? {} : { items }),
    ...(inFlight === undefined ? {} : { inFlight }),
    ...(deadline === undefined ? {} : { deadlineMs: deadline * 1000 }),
  };
}

import pc from 'picocolors';
import { StreamSink } from './sink.js';

/** picocolors' functions: each colours a text, or returns it unchanged. */
export type Colors = ReturnType<typeof pc.createColors>;

/** The two streams and what is known about them. The command line's only view of the process. */
export interface Terminal {
  readonly out: StreamSink;
  readonly err: StreamSink;
  /** Columns of standard output. */
  readonly width: number;
  readonly stdinIsTty: boolean;
  /** True when standard error is a terminal on which progress may be redrawn. */
  readonly lively: boolean;
  /** Colours for standard output and standard error, as `--color` and the environment say. */
  colors(choice: string | undefined): { readonly out: Colors; readonly err: Colors };
}

/** `--color` wins over the environment; NO_COLOR over FORCE_COLOR; else a terminal that is not dumb. */
export function wantsColor(choice: string | undefined, isTty: boolean, env: NodeJS.ProcessEnv): boolean {
  if (choice === 'always') return true;
  if (choice === 'never') return false;
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') {
    return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  }
  return isTty && env.TERM !== 'dumb';
}

const LEAST_WIDTH = 40;
const DEFAULT_WIDTH = 100;
const MOST_WIDTH = 160;

function widthOf(columns: number | undefined, env: NodeJS.ProcessEnv): number {
  const wanted = columns ?? (Number(env.COLUMNS) || DEFAULT_WIDTH);
  return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, wanted));
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { env, stdout, stderr, stdin } = process;
  const outTty = stdout.isTTY === true;
  const errTty = stderr.isTTY === true;
  return {
    out: new StreamSink(stdout, 'standard output'),
    err: new StreamSink(stderr, 'standard error'),
    width: widthOf(outTty ? stdout.columns : undefined, env),
    stdinIsTty: stdin.isTTY === true,
    lively: errTty && (env.CI ?? '') === '' && env.TERM !== 'dumb',
    colors: (choice) => ({
      out: pc.createColors(wantsColor(choice, outTty, env)),
      err: pc.createColors(wantsColor(choice, errTty, env)),
    }),
  };
}

import type { Arguments } from '../argv.js';
import type { ExitCode } from '../exit.js';
import { scoreOptions } from '../score/options.js';
import { runScore } from '../score/run.js';
import type { Terminal } from '../terminal.js';

/** `touchstone score`. */
export const run = (args: Arguments, terminal: Terminal): Promise<ExitCode> =>
  runScore(scoreOptions(args), terminal);

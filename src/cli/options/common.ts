import type { OptionSpec } from '../argv.js';

/** Options every command takes. */
export const commonOptions: readonly OptionSpec[] = [
  { name: 'help', short: 'h', help: 'show this help', group: 'General' },
  {
    name: 'color',
    value: 'auto|always|never',
    choices: ['auto', 'always', 'never'],
    help: 'colours; auto obeys NO_COLOR, FORCE_COLOR and TERM',
    group: 'General',
  },
  { name: 'verbose', help: 'show a stack trace with an error', group: 'General' },
];

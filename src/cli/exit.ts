/** Exit statuses, stable and printed by `--help`. The worst one that applies is used. */
export const exitCode = {
  /** Finished; a pair is equal. */
  done: 0,
  /** A pair is not equal, or a threshold was missed. */
  missed: 1,
  /** Wrong usage, unreadable input, fields not detected, or a pair whose gold is unusable. */
  usage: 2,
  /** Finished, but records were rejected, unjudgeable or cut off; a pair is undecided. */
  partial: 3,
  /** The output could not be written. */
  output: 4,
  /** Stopped by SIGINT. */
  interrupted: 130,
  /** Stopped by SIGTERM. */
  terminated: 143,
} as const;

/** One of the exit statuses. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The table that `--help` prints. */
export const exitMeanings: readonly (readonly [number | string, string])[] = [
  [0, 'finished (a pair: equal)'],
  [1, 'a pair is not equal, or --min-accuracy / --fail-on was missed'],
  [2, 'wrong usage, unreadable input, undetected fields; a pair whose gold is unusable'],
  [3, 'finished, but some records were rejected, unjudgeable or cut off; a pair is undecided'],
  [4, 'the output could not be written'],
  ['130, 143', 'stopped by SIGINT or SIGTERM; what was finished is written'],
];

/**
 * How a rate goes over a run, as a factor in [0, 1] of its greatest value: up in a line over `warmup` steps, level, then down
 * along a line or half a cosine towards `floor`, which the step after the last would have.
 */
export interface Schedule {
  /** Steps of warm-up, the first of which already moves by 1/warmup. Default 0. */
  readonly warmup?: number;
  /** Default `constant`: no decay. */
  readonly decay?: 'constant' | 'linear' | 'cosine';
  /** Share of the run, in [0, 1], after which the rate decays; never before the warm-up is over. Default 0. */
  readonly decayFrom?: number;
  /** The factor at the end, in [0, 1]. Default 0. */
  readonly floor?: number;
}

/** The factor of a step, counted from 0, of a run of `steps`. Steps past the end have `floor`. */
export function rateFactor(schedule: Schedule, step: number, steps: number): number {
  const { warmup = 0, decay = 'constant', decayFrom = 0, floor = 0 } = schedule;
  if (step < warmup) return (step + 1) / warmup;
  if (decay === 'constant') return 1;
  const from = Math.min(steps, Math.max(warmup, decayFrom * steps));
  const done = step >= steps ? 1 : Math.max(0, (step - from) / (steps - from));
  const left = decay === 'linear' ? 1 - done : (1 + Math.cos(Math.PI * done)) / 2;
  return floor + (1 - floor) * left;
}

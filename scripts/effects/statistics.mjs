import { checks } from './checks.mjs';

/** 97.5 % points of Student's t by degrees of freedom; beyond these the normal's. */
const T = [0, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201];

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean over runs with its 95 % interval; `null` of none, no interval of one. */
export function interval(values) {
  const known = values.filter((value) => value !== null && Number.isFinite(value));
  if (known.length === 0) return null;
  const average = mean(known);
  if (known.length === 1) return { mean: average, half: null, n: 1 };
  const variance = known.reduce((sum, value) => sum + (value - average) ** 2, 0) / (known.length - 1);
  const half = (T[known.length - 1] ?? 1.96) * Math.sqrt(variance / known.length);
  return { mean: average, half, n: known.length };
}

/** Format's part of a gain in accuracy, (box1 − box0)·acc0/box0, and the rest (papers' toy recipe, section 6). */
function parts(before, after, field) {
  const gain = after[field] - before[field];
  if (before.boxed === 0) return { format: null, beyond: null };
  const format = ((after.boxed - before.boxed) * before[field]) / before.boxed;
  return { format, beyond: gain - format };
}

/** What one run came to. */
function measured({ row, base, seed, summary, curve, metrics }) {
  const { before, after } = summary.heldout;
  const boxes = curve.map(({ boxed }) => boxed);
  const last = metrics.at(-1) ?? {};
  return {
    row,
    base,
    seed,
    steps: summary.steps,
    seconds: summary.seconds,
    rollouts: summary.rollouts,
    before,
    after,
    greedyGain: after.accuracy - before.accuracy,
    sampledGain: after.sampledAccuracy - before.sampledAccuracy,
    greedyParts: parts(before, after, 'accuracy'),
    peakBoxed: boxes.length === 0 ? null : Math.max(...boxes),
    flatFloor: last.onFloor ?? null,
    curve: curve.map(({ step, accuracy, sampledAccuracy, boxed, meanTokens }) => ({
      step,
      accuracy,
      sampledAccuracy,
      boxed,
      meanTokens,
    })),
  };
}

/** The figures of each row over its runs. */
function summarised(name, runs) {
  const own = runs.filter(({ row }) => row === name);
  const over = (read) => interval(own.map(read));
  return {
    name,
    runs: own.length,
    steps: own[0]?.steps ?? null,
    seconds: over((run) => run.seconds),
    rollouts: over((run) => run.rollouts),
    greedyBefore: over((run) => run.before.accuracy),
    greedy: over((run) => run.after.accuracy),
    sampledBefore: over((run) => run.before.sampledAccuracy),
    sampled: over((run) => run.after.sampledAccuracy),
    boxedBefore: over((run) => run.before.boxed),
    boxed: over((run) => run.after.boxed),
    tokens: over((run) => run.after.meanTokens),
    greedyGain: over((run) => run.greedyGain),
    sampledGain: over((run) => run.sampledGain),
    format: over((run) => run.greedyParts.format),
    beyond: over((run) => run.greedyParts.beyond),
    peakBoxed: over((run) => run.peakBoxed),
    flatFloor: over((run) => run.flatFloor),
  };
}

/** Rows, checks and every run. */
export function effectsOf(rows, finished) {
  const runs = finished.map(measured);
  return { rows: rows.map(({ name }) => summarised(name, runs)), checks: checks(runs, interval), runs };
}

import { affine, constant, gate, product, signal, sum } from '../build.js';
import type { Term } from '../term.js';

/**
 * `right` or `wrong` where a gold that cannot be read counts as wrong: for stacks that compare texts and know no such
 * gold. Without a verdict it stays missing.
 */
export const rightOrWrong = (right = 1, wrong = 0): Term =>
  gate(signal('gold-usable'), { pass: signal('correct', { right, wrong }), fail: constant(wrong) });

/** The convex mixture (1 − w)·c + w·format that verl, EasyR1 and NeMo-RL use. */
export const mixed = (weight: number, format: Term): Term =>
  sum({ accuracy: [1 - weight, rightOrWrong()], format: [weight, format] });

/** A format read exactly as its stack reads it. */
export const exactly = (dialect: string, more: Readonly<Record<string, string | number>> = {}): Term =>
  signal('format', { dialect, exact: true, ...more });

/** DAPO's penalty before the length limit, times a factor. */
export const overlong = (most: number, buffer: number, factor: number, clamp: boolean): Term => {
  const penalty = signal('soft-overlong', { most, buffer, clamp });
  return factor === 1 ? penalty : affine(penalty, factor);
};

/** Accuracy; where the response was cut off, times `k`, or `k` itself when that is negative (ProRL). */
export const stopProperly = (k: number): Term =>
  k < 0
    ? gate(signal('stop-properly'), { pass: rightOrWrong(), fail: constant(k) })
    : product(rightOrWrong(), signal('stop-properly', { truncated: k }));

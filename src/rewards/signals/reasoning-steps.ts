import { defineSignal } from '../define.js';
import type { Signal } from '../signal.js';
import { countMarkers, countSteps } from '../text/steps.js';

/**
 * min(1, steps/enough): steps opened by `Step 1:`, `First,` and its like, numbered items or bullets. Closed:
 * items count at the start of every line, and a step must say something no other step says. `exact` counts
 * the matches of open-r1's pattern, in which a numbered list is one step and a line of hyphens is another.
 */
export const reasoningSteps: Signal = defineSignal({
  name: 'reasoning-steps',
  summary: 'how many steps the response is set out in, up to enough',
  source: 'open-r1 `reasoning_steps_reward`',
  parameters: {
    enough: { kind: 'number', default: 3, min: 1, max: 1e6, what: 'steps that are paid in full' },
    exact: { kind: 'boolean', default: false, what: 'count as the original, its holes included' },
  },
  range: () => [0, 1],
  score: ({ text }, { enough, exact }) =>
    Math.min(1, (exact ? countMarkers(text) : countSteps(text)) / enough),
});

import { defineSignal } from '../../define.js';
import type { Signal } from '../../signal.js';
import { occurrences } from '../../text/tags.js';

/** 1 where a literal text stands at least `least` and at most `most` times in the response, overlaps not counted, else 0. */
export const occurs: Signal = defineSignal({
  name: 'occurs',
  summary: 'whether a literal text stands so often in the response',
  source: 'the delimiter of TRL reasoning_accuracy_reward; the box of rllm',
  parameters: {
    text: { kind: 'text', what: 'the text to look for, as it stands' },
    least: { kind: 'number', default: 1, min: 0, max: 1e9, integer: true, what: 'fewest times' },
    most: { kind: 'number', default: 1e9, min: 0, max: 1e9, integer: true, what: 'most times' },
  },
  range: () => [0, 1],
  score: (rollout, { text, least, most }) => {
    const count = occurrences(rollout.text, text);
    return count >= least && count <= most ? 1 : 0;
  },
});

import { signal } from '../build.js';
import { defineReward, type NamedReward } from '../named-reward.js';
import type { Term } from '../term.js';

/** Mean token entropy, +1 paid or −1 charged. */
const entropy = (sign: 1 | -1) => (): Term => signal('entropy', { sign });

/**
 * One-shot RLVR's entropy-only run: +H, the mean token entropy in nats, and no verdict at all. It lifts accuracy for a few
 * steps (about 20 at 1.5B, 4 at 7B) and then ruins the model.
 */
export const entropyOnly: NamedReward = defineReward({
  name: 'entropy-only',
  summary: 'the mean token entropy, +H, with the sign of the paper; no label',
  source: '1-shot RLVR, arXiv 2504.20571, §4.1, table 5',
  undecided: 'zero',
  parameters: {},
  build: entropy(1),
});

/** +H: pays for uncertainty, by its plain name. */
export const entropyMax: NamedReward = defineReward({
  name: 'entropy-max',
  summary: 'the mean token entropy, +H: pays for uncertainty; no label',
  source: '1-shot RLVR, arXiv 2504.20571, §4.1',
  undecided: 'zero',
  parameters: {},
  build: entropy(1),
});

/** −H: pays for confidence, as the works that learn without labels by minimising entropy do. */
export const entropyMin: NamedReward = defineReward({
  name: 'entropy-min',
  summary: 'the negative mean token entropy, −H: pays for confidence; no label',
  source: 'the opposite sign of 1-shot RLVR’s entropy term, arXiv 2504.20571, eq. 8',
  undecided: 'zero',
  parameters: {},
  build: entropy(-1),
});

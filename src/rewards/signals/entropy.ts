import type { Signal } from '../signal.js';

/**
 * Mean token entropy of the response in nats, times `sign`: +1 pays for uncertainty (`entropy-only` of 1-shot RLVR),
 * −1 for confidence. Reads no verdict.
 */
export const entropy: Signal = {
  name: 'entropy',
  summary: 'mean token entropy in nats, or its negative',
  source: '1-shot RLVR, arXiv 2504.20571, §2.4',
  parameters: {
    sign: { kind: 'number', default: 1, min: -1, max: 1, what: '+1 pays entropy, −1 charges it' },
    most: {
      kind: 'number',
      default: 20,
      min: 0,
      what: 'greatest entropy that counts, ln of the vocabulary size or more',
    },
  },
  needs: () => ['entropy'],
  range: ({ sign, most }) => {
    const end = Number(sign) * Number(most);
    return [Math.min(0, end), Math.max(0, end)];
  },
  score: (group, { sign, most }) =>
    group.rollouts.map(({ facts }) =>
      facts.meanEntropy === undefined
        ? null
        : Number(sign) * Math.min(Math.max(0, facts.meanEntropy), Number(most)),
    ),
};

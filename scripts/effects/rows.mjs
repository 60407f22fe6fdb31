// The rows of the table, those with thresholds first. `like` is a built-in run; `set` changes settings of it; `after` names rows
// whose folders it reads; `bases` and `seeds` are those it is run with, where not all.

// Six times the rate for a sixth of the steps: what noise does.
const fast = { rate: 3e-4, steps: 80 };
// The larger model takes too long for more than one run.
const once = { bases: [1], seeds: [1] };

export const rows = [
  { name: 'one-shot-rlvr' },
  { name: 'format-only' },
  { name: 'wd-kl-only' },
  { name: 'random-reward' },
  { name: 'pg-only' },
  { name: 'entropy-only', like: 'entropy-only' },
  { name: 'hapo' },
  { name: 'hapo-w0' },
  { name: 'hapo-mean' },
  { name: 'hapo-budget' },
  { name: 'label-near' },
  { name: 'label-guessable' },
  { name: 'label-unguessable' },
  { name: 'sixteen-examples' },
  { name: 'full-set' },
  { name: 'greso' },
  { name: 'greso-plain' },
  { name: 'one-shot-ppo' },
  { name: 'entropy-reward' },
  { name: 'pg-wd' },
  { name: 'pg-wd-kl' },
  { name: 'prompt-stone' },
  { name: 'prompt-short' },
  { name: 'prompt-easy' },
  { name: 'select-history' },
  { name: 'select-rank-1', after: ['select-history'] },
  { name: 'select-rank-64', after: ['select-history'] },
  { name: 'select-random-5' },
  { name: 'select-random-23' },
  { name: 'post-saturation' },
  { name: 'one-shot-fast', like: 'one-shot-rlvr', set: fast },
  { name: 'random-reward-fast', like: 'random-reward', set: fast },
  {
    name: 'post-saturation-fast',
    like: 'post-saturation',
    set: { ...fast, steps: 300, evaluation: { every: 20 } },
  },
  { name: 'hapo-mixed' },
  { name: 'hapo-mixed-w0' },
  { name: 'hapo-mixed-budget' },
  { name: 'larger-one-shot-rlvr', ...once },
  { name: 'larger-post-saturation', ...once },
  { name: 'larger-format-only', ...once },
  { name: 'larger-random-reward', ...once },
  { name: 'larger-entropy-only', ...once },
  { name: 'larger-entropy-reward', ...once },
  { name: 'larger-label-near', ...once },
  { name: 'larger-label-guessable', ...once },
  { name: 'larger-label-unguessable', ...once },
];

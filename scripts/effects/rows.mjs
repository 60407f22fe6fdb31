// The rows of the table, those with thresholds first. `like` is a built-in run; `set` changes settings of it; `after` names rows
// whose folders it reads; `bases` and `seeds` are those it is run with, where not all.

// A sixth of the rate for six times the steps, and no entropy term: what is left of a reward that means nothing.
const slow = { rate: 5e-5, steps: 480, loss: { entropy: 0 } };
// The larger model takes too long for more than one run.
const once = { bases: [1], seeds: [1] };

export const rows = [
  { name: 'one-shot-rlvr' },
  { name: 'format-only' },
  { name: 'wd-kl-only' },
  { name: 'random-reward' },
  { name: 'random-reward-slow', like: 'random-reward', set: slow },
  { name: 'one-shot-slow', like: 'one-shot-rlvr', set: slow },
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

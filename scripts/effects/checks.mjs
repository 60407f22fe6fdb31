// The thresholds that the effects must meet. Each compares runs of the same base and seed, and holds or not by the mean over
// them; `holds` is null where runs are missing.

const points = (share) => 100 * share;

/** Pairs of runs of two rows on the same base with the same seed. */
const paired = (runs, left, right) =>
  runs
    .filter(({ row }) => row === left)
    .flatMap((a) => {
      const b = runs.find(({ row, base, seed }) => row === right && base === a.base && seed === a.seed);
      return b === undefined ? [] : [[a, b]];
    });

const ofRow = (row, read) => (runs) => runs.filter((run) => run.row === row).map(read);
const ofPair = (left, right, read) => (runs) => paired(runs, left, right).map(([a, b]) => read(a, b));

/** Held-out accuracy of problems of so many digits. */
const kinds = ({ after }, names) => {
  const found = names.flatMap((name) => after.byKind?.[name] ?? []);
  return found.reduce((sum, { accuracy }) => sum + accuracy, 0) / found.length;
};
const LONG = ['08', '09', '10'];

const CHECKS = [
  [
    'one example lifts greedy accuracy by at least 40 points',
    ofRow('one-shot-rlvr', (r) => points(r.greedyGain)),
    '≥',
    40,
  ],
  ['and sampled accuracy by at least 25', ofRow('one-shot-rlvr', (r) => points(r.sampledGain)), '≥', 25],
  [
    'at least 15 of its greedy points are beyond format',
    ofRow('one-shot-rlvr', (r) => points(r.greedyParts.beyond)),
    '≥',
    15,
  ],
  [
    'the outcome beats format alone by at least 25 points',
    ofPair('one-shot-rlvr', 'format-only', (a, b) => points(a.after.accuracy - b.after.accuracy)),
    '≥',
    25,
  ],
  [
    'KL and weight decay alone stay within 3 points of the base',
    ofRow('wd-kl-only', (r) => points(r.greedyGain)),
    '±',
    3,
  ],
  ['the same, sampled', ofRow('wd-kl-only', (r) => points(r.sampledGain)), '±', 3],
  [
    'random reward stays within 3 points of the base',
    ofRow('random-reward', (r) => points(r.greedyGain)),
    '±',
    3,
  ],
  ['the same, sampled', ofRow('random-reward', (r) => points(r.sampledGain)), '±', 3],
  [
    'the policy gradient alone is within 10 points of the full loss',
    ofPair('pg-only', 'one-shot-rlvr', (a, b) => points(a.after.accuracy - b.after.accuracy)),
    '±',
    10,
  ],
  [
    'entropy alone: the boxed share rises for a while, by',
    ofRow('entropy-only', (r) => (r.peakBoxed === null ? null : points(r.peakBoxed - r.before.boxed))),
    '≥',
    1,
  ],
  [
    'and sampled accuracy ends at least 8 points below its start',
    ofRow('entropy-only', (r) => points(r.sampledGain)),
    '≤',
    -8,
  ],
  [
    'HAPO: greedy length over that of w = 0',
    ofPair('hapo', 'hapo-w0', (a, b) => a.after.meanTokens / b.after.meanTokens),
    '≤',
    0.75,
  ],
  [
    'within 5 points of its accuracy',
    ofPair('hapo', 'hapo-w0', (a, b) => points(a.after.accuracy - b.after.accuracy)),
    '≥',
    -5,
  ],
  [
    'GRESO: rollouts over those of dynamic sampling',
    ofPair('greso', 'greso-plain', (a, b) => a.rollouts / b.rollouts),
    '≤',
    0.9,
  ],
  [
    'at the same accuracy, within 5 points',
    ofPair('greso', 'greso-plain', (a, b) => points(a.after.accuracy - b.after.accuracy)),
    '≥',
    -5,
  ],
  [
    'mixed lengths: a fixed budget costs accuracy on long problems',
    ofPair('hapo-mixed-budget', 'hapo-mixed-w0', (a, b) => points(kinds(a, LONG) - kinds(b, LONG))),
    '≤',
    -5,
  ],
  [
    'and the history does not',
    ofPair('hapo-mixed', 'hapo-mixed-w0', (a, b) => points(kinds(a, LONG) - kinds(b, LONG))),
    '≥',
    -5,
  ],
];

const HOLDS = {
  '≥': (value, limit) => value >= limit,
  '≤': (value, limit) => value <= limit,
  '±': (value, limit) => Math.abs(value) <= limit,
};

export const checks = (runs, interval) =>
  CHECKS.map(([name, values, sign, limit]) => {
    const measured = interval(values(runs));
    return {
      name,
      sign,
      limit,
      measured,
      holds: measured === null ? null : HOLDS[sign](measured.mean, limit),
    };
  });

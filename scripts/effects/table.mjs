const BEGIN = '<!-- effects: begin -->';
const END = '<!-- effects: end -->';

/** Puts the tables between the marks of a page. */
export function withTable(page, effects) {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`docs/papers.md needs ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n${tables(effects)}\n${END}${after}`;
}

const number = (measured, scale, digits) => {
  if (measured === null) return '–';
  const half = measured.half === null ? '' : ` ± ${(scale * measured.half).toFixed(digits)}`;
  return `${(scale * measured.mean).toFixed(digits)}${half}`;
};
const percent = (measured) => number(measured, 100, 1);

function tables({ rows, checks, runs }) {
  const done = rows.filter((row) => row.runs > 0);
  const missing = rows.filter((row) => row.runs === 0).map(({ name }) => name);
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const head = [
    'row',
    'runs',
    'steps',
    'greedy %',
    'gain',
    'format',
    'beyond',
    'sampled %',
    'gain',
    'boxed %',
    'tokens',
    'rollouts',
  ];
  const body = done.map((row) => [
    row.name,
    String(row.runs),
    String(row.steps),
    percent(row.greedy),
    percent(row.greedyGain),
    percent(row.format),
    percent(row.beyond),
    percent(row.sampled),
    percent(row.sampledGain),
    percent(row.boxed),
    number(row.tokens, 1, 1),
    number(row.rollouts, 1, 0),
  ]);
  const bases = [...new Set(runs.map(({ base }) => base))].sort().map((base) => {
    const { before } = runs.find((run) => run.base === base && run.row === 'one-shot-rlvr') ?? {};
    if (before === undefined) return null;
    const share = (value) => (100 * value).toFixed(1);
    return `base ${base}: greedy ${share(before.accuracy)} %, boxed ${share(before.boxed)} %, sampled ${share(before.sampledAccuracy)} %`;
  });
  return [
    `Bases before training (${runs[0]?.before.n ?? 0} held-out questions): ${bases.filter((each) => each !== null).join('; ')}.`,
    '',
    line(head),
    line(head.map((_, i) => (i === 0 ? '---' : '--:'))),
    ...body.map(line),
    '',
    ...(missing.length === 0 ? [] : [`Not run: ${missing.join(', ')}.`, '']),
    line(['what must hold', 'threshold', 'measured', 'holds']),
    line(['---', '--:', '--:', '---']),
    ...checks.map(({ name, sign, limit, measured, holds }) =>
      line([
        name,
        `${sign} ${limit}`,
        measured === null ? '–' : number(measured, 1, Math.abs(limit) < 2 ? 2 : 1),
        holds === null ? 'not run' : holds ? 'yes' : '**no**',
      ]),
    ),
    ...curves(runs),
  ].join('\n');
}

/** The course of rows that are evaluated between steps: means over their runs, on fewer questions. */
/** Most evaluations of a curve that are shown. */
const COLUMNS = 15;

/** Rows whose runs differ too much for a mean to tell. */
const RUN_BY_RUN = new Set(['post-saturation']);

function curves(runs) {
  const rows = [...new Set(runs.filter(({ curve }) => curve.length > 0).map(({ row }) => row))];
  return rows.flatMap((row) => {
    const own = runs.filter((run) => run.row === row);
    const steps = own[0].curve.map(({ step }) => step);
    const shown = steps.filter((_, i) => i % Math.ceil(steps.length / COLUMNS) === 0);
    const means = (field, of = own) =>
      shown.map((step) => {
        const values = of.flatMap(({ curve }) => curve.find((each) => each.step === step)?.[field] ?? []);
        return ((100 * values.reduce((sum, value) => sum + value, 0)) / values.length).toFixed(1);
      });
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const single = (run) =>
      line([`sampled, base ${run.base} seed ${run.seed}`, ...means('sampledAccuracy', [run])]);
    return [
      '',
      line([`${row}: step`, ...shown.map(String)]),
      line(['---', ...shown.map(() => '--:')]),
      line(['greedy %', ...means('accuracy')]),
      line(['sampled %', ...means('sampledAccuracy')]),
      line(['boxed %', ...means('boxed')]),
      ...(RUN_BY_RUN.has(row) ? own.map(single) : []),
    ];
  });
}

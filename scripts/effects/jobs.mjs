import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { overridden, readRecipe, readSettings } from '../../dist/trainer/index.js';

const folderOf = ({ out }, row, base, seed) => join(out, `base-${base}-seed-${seed}`, row.name);

const settingsOf = async (row, base, seed) => {
  const text = JSON.stringify({ like: row.like ?? row.name, name: row.name, seed, ...row.set });
  return overridden(await readRecipe(text, row.name), [{ path: 'base.seed', value: base }]).rows[0];
};

const chosen = (all, own = all) => all.filter((each) => own.includes(each));

/** All runs of a plan, rows in their order, each on every base with every seed. */
const runsOf = (plan) =>
  plan.rows.flatMap((row) =>
    chosen(plan.seeds, row.seeds).flatMap((seed) =>
      chosen(plan.bases, row.bases).map((base) => ({
        row,
        base,
        seed,
        folder: folderOf(plan, row, base, seed),
      })),
    ),
  );

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null);

const linesOf = (path) =>
  (read(path) ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Runs of a plan that have a summary, with what they left. */
export const finishedRuns = (plan) =>
  runsOf(plan).flatMap(({ row, base, seed, folder }) => {
    const summary = read(join(folder, 'summary.json'));
    if (summary === null) return [];
    const curve = linesOf(join(folder, 'evaluations.jsonl'));
    const metrics = linesOf(join(folder, 'metrics.jsonl'));
    return [{ row: row.name, base, seed, summary: JSON.parse(summary), curve, metrics }];
  });

/** Whether a run is finished by the settings it would have now; one of other settings is done away with. */
async function isDone({ folder, row, base, seed }) {
  const config = read(join(folder, 'config.yaml'));
  if (config === null) return false;
  const wanted = JSON.stringify(await settingsOf(row, base, seed));
  const had = await readSettings(config, folder).then(JSON.stringify, () => null);
  if (had === wanted) return existsSync(join(folder, 'summary.json'));
  rmSync(folder, { recursive: true });
  return false;
}

/** Carries out what is not done yet, `jobs` at a time; a base is made by the first run that needs it. */
export async function runAll(plan, onDone) {
  const waiting = runsOf(plan);
  /** Bases being made, or known to be there. */
  const making = new Set();
  const made = new Set();
  const running = new Map();
  const failed = [];
  for (;;) {
    while (running.size < plan.jobs && Date.now() < plan.deadline) {
      const next = await nextOf(waiting, making, running);
      if (next === null) break;
      running.set(next.folder, carryOut(plan, next));
    }
    if (running.size === 0) break;
    const { run, ok } = await Promise.race(running.values());
    running.delete(run.folder);
    making.delete(run.baseName);
    made.add(run.baseName);
    if (!ok) failed.push(`${run.row.name} base ${run.base} seed ${run.seed}`);
    onDone();
  }
  if (failed.length > 0) console.error(`failed: ${failed.join('; ')}`);

  async function nextOf(runs) {
    for (let i = 0; i < runs.length; i += 1) {
      const run = runs[i];
      if (await isDone(run)) {
        runs.splice(i, 1);
        i -= 1;
        continue;
      }
      const settings = await settingsOf(run.row, run.base, run.seed);
      const baseName = JSON.stringify([
        settings.task,
        settings.base,
        settings.maxTokens,
        settings.evaluation.problems,
      ]);
      if (making.has(baseName) || !(await ready(run))) continue;
      runs.splice(i, 1);
      if (!made.has(baseName)) making.add(baseName);
      return { ...run, settings, baseName };
    }
    return null;
  }

  async function ready({ row, base, seed }) {
    for (const name of row.after ?? [])
      if (!existsSync(join(folderOf(plan, { name }, base, seed), 'summary.json'))) return false;
    return true;
  }
}

/** One run as a process of the real command line. */
function carryOut({ root, out }, run) {
  const { folder, settings, row, base, seed } = run;
  mkdirSync(out, { recursive: true });
  const file = join(out, `${row.name}-${base}-${seed}.json`);
  writeFileSync(file, JSON.stringify(settings));
  const where = existsSync(join(folder, 'config.yaml')) ? ['--resume', folder] : [file, '--out', folder];
  const args = [join(root, 'dist', 'cli', 'main.js'), 'train', ...where];
  const bases = ['--bases', join(out, 'bases'), '--threads', '1', '--json'];
  const begun = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...args, ...bases], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-2000);
    });
    child.on('close', (status) => {
      rmSync(file, { force: true });
      const seconds = ((Date.now() - begun) / 1000).toFixed(0);
      const last = said.trimEnd().split('\n').at(-1);
      console.log(
        `${row.name} base ${base} seed ${seed}: ${status === 0 ? '' : 'FAILED '}${seconds} s  ${last}`,
      );
      resolve({ run, ok: status === 0 });
    });
  });
}

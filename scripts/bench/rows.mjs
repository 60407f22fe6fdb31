// Reads labelled rows for the benchmarks: from a folder of suites when one is given, else from fixtures/.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Every row of a JSONL file, as {gold, response, problem}. */
export function readRows(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map((row) => ({
      id: row.id,
      gold: row.gold,
      response: row.pred ?? row.response ?? row.given,
      problem: row.problem,
    }));
}

/** `--suites DIR` or TOUCHSTONE_SUITES: a folder with `peers/` and `own/`; undefined when neither is given. */
export function suitesFolder(argv = process.argv) {
  const at = argv.indexOf('--suites');
  const folder = at < 0 ? process.env.TOUCHSTONE_SUITES : argv[at + 1];
  if (folder !== undefined && !existsSync(join(folder, 'peers'))) {
    throw new Error(
      `--suites: ${folder} has no folder 'peers'; give the folder that holds own/, peers/ and gold/`,
    );
  }
  return folder;
}

/** The rows of a named peer suite, or undefined when no suites folder is given. */
export function suite(name) {
  const folder = suitesFolder();
  return folder === undefined ? undefined : readRows(join(folder, 'peers', `${name}.jsonl`));
}

/** The rows of this project's own fixtures. */
export const fixture = (name) => readRows(join(root, 'fixtures', `${name}.jsonl`));

/** Made-up solutions of school problems, of a few hundred characters; every third is wrong. */
export function worked(count) {
  return Array.from({ length: count }, (_, i) => {
    const [price, boxes] = [3 + (i % 47), 12 + (i % 31)];
    const total = price * boxes + 20;
    const given = i % 3 === 0 ? total + 10 : total;
    const response = `Each box costs $${price} and there are ${boxes} boxes, so the boxes cost ${price}*${boxes}=$<<${price}*${boxes}=${price * boxes}>>${price * boxes}.
Delivery is another $20 for the whole order.
Together that makes ${price * boxes}+20=$<<${price * boxes}+20=${given}>>${given}
#### ${given}`;
    return { id: `worked/${i}`, gold: String(total), response };
  });
}

/** The p-quantile of numbers, nearest rank. */
export function quantile(values, p) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))];
}

/** Prints one aligned row: a name, a figure, what it is held against. */
export function report(name, figure, target = '') {
  console.log(`${name.padEnd(44)} ${figure.padStart(24)}   ${target}`);
}

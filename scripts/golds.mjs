// npm run golds -- --suites DIR [--show N] [--markdown]
// Does every distinct gold of DIR/gold/*.jsonl parse into its kind and equal itself and its re-spellings, bare and boxed?
// Identity of strings (`same-text`) does not count, nor does mathematics that is read as words.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, verify } from '../dist/verifiers/index.js';
import { spellingsOf } from './golds/spellings.mjs';

const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const suites = option('--suites', process.env.TOUCHSTONE_SUITES);
if (suites === undefined) {
  console.error(
    'usage: npm run golds -- --suites DIR [--show N] [--markdown]; DIR/gold holds .jsonl files with a field answer',
  );
  process.exit(2);
}
const folder = join(suites, 'gold');
const show = Number(option('--show', 10));
const markdown = process.argv.includes('--markdown');

/** The distinct golds of a file. */
const goldsOf = (name) => {
  const rows = readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean);
  return [...new Set(rows.map((row) => String(JSON.parse(row).answer)))];
};

/** A word of three letters or more outside commands: prose, which may be read as words. */
const holdsWords = (text) => /(?:^|[^\\A-Za-z])[A-Za-z]{3,}/.test(text) || /\p{Script=Han}{2,}/u.test(text);

/** Why a gold fails, or null. */
function faultOf(gold) {
  const parsed = parse(gold);
  if (parsed.ok && parsed.value.kind === 'text' && parsed.value.normal.length > 1 && !holdsWords(gold))
    return 'mathematics read as words';
  for (const spelling of spellingsOf(gold)) {
    for (const response of [`\\boxed{${spelling}}`, spelling]) {
      const { correct, rule, reason } = verify(gold, response, {});
      if (correct === true && rule !== 'same-text') continue;
      const what = response === spelling ? 'bare' : 'boxed';
      return `${what}${spelling === gold ? '' : ` as ${spelling.slice(0, 60)}`}: ${rule === 'same-text' ? 'same-text only' : reason}`;
    }
  }
  return null;
}

const flat = (text, length) => text.replaceAll(/\s+/g, ' ').slice(0, length);
const line = (cells) => (markdown ? `| ${cells.join(' | ')} |` : cells.join('\t'));
const failing = [];
console.log(line(['file', 'golds', 'fail', 'rate']));
if (markdown) console.log('|---|---|---|---|');
for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl'))) {
  const golds = goldsOf(name);
  const faults = golds
    .map((gold) => ({ name, gold, fault: faultOf(gold) }))
    .filter(({ fault }) => fault !== null);
  failing.push(...faults.slice(0, show));
  const rate = ((1 - faults.length / golds.length) * 100).toFixed(2);
  console.log(line([name, golds.length, faults.length, `${rate} %`]));
}
console.log('');
if (markdown) console.log('| file | gold | why |\n|---|---|---|');
for (const { name, gold, fault } of failing)
  console.log(line([name, `\`${flat(gold, 120)}\``, flat(fault, 120)]));

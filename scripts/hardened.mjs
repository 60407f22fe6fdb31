// npm run test:hardened: verifies every fixture in a process that cannot make code from strings and throws on any
// use of __proto__; then checks that no prototype was touched. (The flags are in package.json's script.)
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { verify } from '../dist/verifiers/index.js';
import { readRows, root } from './bench/rows.mjs';

const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype).sort());
let rows = 0;
for (const folder of ['answers', 'responses']) {
  for (const name of readdirSync(join(root, 'fixtures', folder)).filter((file) => file.endsWith('.jsonl'))) {
    for (const row of readRows(join(root, 'fixtures', folder, name))) {
      verify(row.gold, row.response, row.problem === undefined ? {} : { problem: row.problem });
      rows += 1;
    }
  }
}
const hostile = [
  'constructor',
  '__proto__',
  '\\text{eval("1")}',
  '\\csname x\\endcsname',
  'Function("return 5")()',
  'x=__proto__',
];
for (const text of hostile) verify('5', `\\boxed{${text}}`, {});
const intact = before === JSON.stringify(Object.getOwnPropertyNames(Object.prototype).sort());
console.log(
  `${rows} fixtures and ${hostile.length} hostile texts verified; Object.prototype ${intact ? 'intact' : 'CHANGED'}`,
);
if (!intact || rows === 0) process.exitCode = 1;

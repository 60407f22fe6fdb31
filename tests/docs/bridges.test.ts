import { expect, test } from 'vitest';
import { type Stack, stacks } from '../../src/adapters/index.js';
import { httpDefaults } from '../../src/server/index.js';
import { readSource } from '../helpers/source-files.js';

const page = readSource('docs/bridges.md');

/** The section of the manual on one stack: the file that plugs it in, and the lines of its setup. */
const sectionOf = ({ name, summary, file, setup }: Stack): string =>
  `### \`${name}\`\n\n${summary}. \`touchstone adapters print ${name} > ${file}\`\n\n${setup
    .map((line, i) => `${i + 1}. ${line}`)
    .join('\n')}\n`;

test.each(stacks)('docs/bridges.md has the section of $name', (stack) => {
  expect(page).toContain(sectionOf(stack));
});

test('every section is of a stack there is', () => {
  const named = [...page.matchAll(/^### `(.*)`$/gm)].map(([, name]) => name);
  expect(named).toEqual(stacks.map(({ name }) => name));
});

test('the limits are the ones that hold', () => {
  const { bodyBytes, items, inFlight, headersMs, requestMs, idleMs, deadlineMs, graceMs } = httpDefaults;
  const rows = [
    `| ${bodyBytes / 2 ** 20} MiB |`,
    `| ${items.toLocaleString('en')} |`,
    `| ${inFlight.toLocaleString('en')} |`,
    ...[headersMs, requestMs, idleMs, deadlineMs, graceMs].map((ms) => `| ${ms / 1000} s |`),
  ];
  for (const row of rows) expect(page).toContain(row);
});

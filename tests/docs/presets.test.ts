import { expect, test } from 'vitest';
import { type Preset, presets, recipes } from '../../src/rewards/index.js';
import { readSource } from '../helpers/source-files.js';

const page = readSource('docs/presets.md');

/** Text for a cell of a table: its bars escaped. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The row that documents a preset. */
const rowOf = ({ name, formula, source, differs }: Preset): string =>
  `| \`${name}\` | \`${cell(formula)}\` | ${cell(source)} | ${cell(differs === '' ? 'nothing' : quoted(differs))} |`;

/** Tags are no HTML: what looks like one stands in code. */
const quoted = (text: string): string => text.replaceAll(/<\/?\w+>/g, (tag) => `\`${tag}\``);

test.each(presets)('docs/presets.md has the row of $name', (preset) => {
  expect(page).toContain(rowOf(preset));
});

test.each(recipes)('docs/presets.md has the row of $name', ({ name, summary, source }) => {
  expect(page).toContain(
    `| \`${name}\` | ${summary} | ${source} | [${name}.yaml](../fixtures/rewards/${name}.yaml) |`,
  );
});

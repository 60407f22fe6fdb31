import type { Parameter, Signal } from '../../src/rewards/index.js';

/** Text for a cell of a table: its bars escaped, tags in code. */
const cell = (text: string): string =>
  text.replaceAll('|', '\\|').replaceAll(/<\/?\w+>/g, (tag) => `\`${tag}\``);

/** What a parameter may be. */
function kindOf(parameter: Parameter): string {
  if (parameter.kind === 'choice') return parameter.choices.map((choice) => `\`${choice}\``).join(', ');
  if (parameter.kind !== 'number') return parameter.kind === 'text' ? 'text' : 'true or false';
  const { min, max, integer = false } = parameter;
  const what = integer ? 'whole number' : 'number';
  if (max === undefined) return min === undefined ? what : `${what} ≥ ${min}`;
  return min === undefined ? `${what} ≤ ${max}` : `${what} from ${min} to ${max}`;
}

/** A parameter's row. */
const rowOf = ([name, parameter]: [string, Parameter]): string =>
  `| \`${name}\` | ${kindOf(parameter)} | ${parameter.default === undefined ? 'must be given' : `\`${JSON.stringify(parameter.default)}\``} | ${cell(parameter.what)} |\n`;

/** The section of the manual on one signal: what it is, where it comes from, its parameters. */
export function sectionOf({ name, summary, source, parameters }: Signal): string {
  const rows = Object.entries(parameters);
  const table = `\n| parameter | is | default | what |\n|---|---|---|---|\n${rows.map(rowOf).join('')}`;
  return `### \`${name}\`\n\n${cell(summary.charAt(0).toUpperCase() + summary.slice(1))}. From: ${cell(source)}.\n${rows.length === 0 ? '' : table}`;
}

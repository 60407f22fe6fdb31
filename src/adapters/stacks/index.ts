import { ConfigError, nearest } from '../../support/index.js';
import { configuredStacks } from './configured.js';
import { pythonStacks } from './python.js';
import type { Stack } from './stack.js';

export { printed, type Stack } from './stack.js';

/** Every stack there is a file for, by name. */
export const stacks: readonly Stack[] = [...pythonStacks, ...configuredStacks].sort((a, b) =>
  a.name < b.name ? -1 : 1,
);

/** The stack of a name, however it is written (`open_r1`, `Open-R1`). Throws {@link ConfigError} with near names. */
export function stackNamed(name: string): Stack {
  const plain = name.toLowerCase().replace(/[_ .]/g, '-');
  const found = stacks.find((stack) => stack.name === plain);
  if (found !== undefined) return found;
  const names = stacks.map((stack) => stack.name);
  const near = nearest(plain, names);
  throw new ConfigError(
    `no stack is named '${name.slice(0, 80)}'${near === null ? '' : `; did you mean ${near}?`} There are: ${names.join(', ')}`,
    'stack',
  );
}

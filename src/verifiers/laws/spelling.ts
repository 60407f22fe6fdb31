import type { Tree } from './tree.js';

/** Choices of notation that never change what is meant. */
export interface Spelling {
  readonly fraction: '\\frac' | '\\dfrac' | '\\tfrac';
  /** Put around every parenthesis. */
  readonly sized: boolean;
  /** White space between tokens. */
  readonly space: '' | ' ' | '\\,' | '  ';
  /** A redundant pair of braces around every operand of a power. */
  readonly braces: boolean;
  /** Terms of sums and factors of products back to front. */
  readonly reversed: boolean;
  readonly times: '\\cdot' | '\\times' | '*';
  /** Delimiters around the whole. */
  readonly wrap: 'none' | 'dollars' | 'parens' | 'boxed';
}

/** The spelling that others are held against. */
export const plainSpelling: Spelling = {
  fraction: '\\frac',
  sized: false,
  space: '',
  braces: false,
  reversed: false,
  times: '\\cdot',
  wrap: 'none',
};

/** Writes a tree in LaTeX; every operand is parenthesised unless it is a single token, so meaning is never in doubt. */
export function spell(tree: Tree, spelling: Spelling): string {
  const body = write(tree, spelling);
  switch (spelling.wrap) {
    case 'dollars':
      return `$${body}$`;
    case 'parens':
      return `\\(${body}\\)`;
    case 'boxed':
      return `\\boxed{${body}}`;
    default:
      return body;
  }
}

function write(tree: Tree, s: Spelling): string {
  const inner = (t: Tree): string => operand(t, s);
  const join = (args: readonly Tree[], sign: string): string =>
    (s.reversed ? [...args].reverse() : args)
      .map(inner)
      .join(`${s.space}${sign}${s.space === '' ? ' ' : s.space}`);
  switch (tree.op) {
    case 'integer':
      return String(tree.value);
    case 'variable':
      return tree.name;
    case 'sum':
      return join(tree.args, '+');
    case 'product':
      return join(tree.args, s.times);
    case 'negative':
      return `-${s.space}${inner(tree.arg)}`;
    case 'root':
      return `\\sqrt{${write(tree.arg, s)}}`;
    case 'quotient':
      return `${s.fraction}{${write(tree.top, s)}}{${write(tree.bottom, s)}}`;
    case 'power':
      return `${s.braces ? `{${inner(tree.base)}}` : inner(tree.base)}^{${tree.exponent}}`;
    case 'function':
      return tree.name === 'exp'
        ? `e^{${write(tree.arg, s)}}`
        : `\\${tree.name}${parens(write(tree.arg, s), s)}`;
  }
}

const parens = (text: string, s: Spelling): string => (s.sized ? `\\left(${text}\\right)` : `(${text})`);

function operand(tree: Tree, s: Spelling): string {
  const text = write(tree, s);
  const single = tree.op === 'variable' || (tree.op === 'integer' && tree.value >= 0);
  return single ? text : parens(text, s);
}

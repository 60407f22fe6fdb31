import type { KatexNode } from '../katex.js';
import { accent } from './accent.js';
import { font } from './font.js';
import { fraction } from './fraction.js';
import { grid } from './grid.js';
import { group } from './group.js';
import { root } from './root.js';
import { script } from './script.js';
import { symbol } from './symbol.js';
import type { Construct } from './walk.js';

/** Styles and classes: what is inside counts. */
const contents: Construct = (walk, node) => {
  if (node.type === 'styling' || node.type === 'mclass') walk.each(node.body);
};

/** KaTeX node type → how it is read. A type that is not here is refused, never dropped. */
const CONSTRUCTS: ReadonlyMap<KatexNode['type'], Construct> = new Map<KatexNode['type'], Construct>([
  ['textord', symbol],
  ['mathord', symbol],
  ['atom', symbol],
  ['ordgroup', group],
  ['supsub', script],
  ['genfrac', fraction],
  ['sqrt', root],
  ['accent', accent],
  ['overline', accent],
  ['array', grid],
  ['font', font],
  ['styling', contents],
  ['mclass', contents],
]);

/** Turns one node of KaTeX's tree. */
export const construct: Construct = (walk, node) => {
  const handler = CONSTRUCTS.get(node.type);
  if (handler === undefined)
    walk.fail(`'${node.type}' is not supported`, walk.begin(), walk.text.length, 'unsupported');
  else handler(walk, node);
};

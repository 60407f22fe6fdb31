import type { CheckRule, Warning } from './warning.js';

/**
 * A node that has one value whatever the data: a zero weight above nothing, a product with 0, a clip that swallows its term.
 * The outermost such node is named; constants are meant to be constant.
 */
export const constants: CheckRule = ({ sites, rangeOf }) =>
  sites.flatMap((site): readonly Warning[] => {
    const { term, path, parent } = site;
    const [low, high] = rangeOf(site);
    if (term.op === 'const' || low !== high) return [];
    if (parent !== null) {
      const [above, top] = rangeOf(parent);
      if (above === top) return [];
    }
    const what = term.op === 'signal' ? `signal '${term.name}'` : term.op;
    return [
      {
        rule: 'always-the-same',
        severity: 'warning',
        path,
        message: `${what} is ${low} whatever the data: nothing is learned from it`,
      },
    ];
  });

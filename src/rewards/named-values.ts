import type { Trace } from './evaluate.js';

/**
 * The value of every named part of a reward for rollout `i`, before its weight: parts of sums by their names, parts of
 * parts as `outer.inner`; a signal that is no part of a sum by the signal's name. The names depend on the reward alone.
 */
export function namedValues(trace: Trace, i: number): Readonly<Record<string, number | null>> {
  const values: Record<string, number | null> = {};
  collect(trace, i, '', values);
  return values;
}

function collect(trace: Trace, i: number, name: string, values: Record<string, number | null>): void {
  const { term, children } = trace;
  const value = trace.scores[i] ?? null;
  if (term.op === 'signal') {
    define(values, name === '' ? term.name : name, value);
    return;
  }
  if (name !== '') define(values, name, value);
  const names = term.op === 'sum' ? term.parts.map((part) => part.name) : [];
  for (const [k, child] of children.entries()) {
    const own = names[k];
    if (own !== undefined) collect(child, i, name === '' ? own : `${name}.${own}`, values);
    else if (name === '') collect(child, i, '', values);
  }
}

/** An own property, whatever the name. */
const define = (values: Record<string, number | null>, name: string, value: number | null): void => {
  Object.defineProperty(values, name, { value, enumerable: true, writable: true, configurable: true });
};

import { needs } from '../needs.js';
import type { CheckRule, Warning } from './warning.js';

/** Facts the term reads that the run does not bring, and group operations in groups of one. */
export const facts: CheckRule = ({ reward, registry, options: { provides, groupSize } }) =>
  needs(reward.term, registry).flatMap(({ need, paths }): readonly Warning[] => {
    if (need === 'group' && groupSize === 1)
      return paths.map((path) => ({
        rule: 'group-of-one',
        severity: 'error',
        path,
        message: 'compares the responses of a group, and groups have one: always neutral',
      }));
    const given = need === 'group' ? groupSize !== undefined : false;
    if (provides === undefined || given || provides.includes(need)) return [];
    return paths.map((path) => ({
      rule: 'missing-fact',
      severity: 'error',
      path,
      message: `reads '${need}', which nothing provides: its value would always be missing`,
    }));
  });

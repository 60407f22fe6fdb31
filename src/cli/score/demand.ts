import type { Requirement } from '../../rewards/index.js';
import { factSpecs } from './facts.js';
import type { ScoreInput } from './input.js';
import type { ScoreRow } from './rows.js';

/** Lines named before the rest is only counted. */
const SHOWN = 5;

/** What a row must have for one need, and the option that names its field. */
interface Demand {
  readonly has: (row: ScoreRow) => boolean;
  readonly what: string;
  readonly option: string;
}

const gold = (has: Demand['has']): Demand => ({ has, what: 'gold', option: 'label' });

function demandOf(need: string): Demand | null {
  if (need === 'correct') return gold((row) => row.facts.correct !== undefined || row.gold !== null);
  if (need === 'verdict' || need === 'gold') return gold((row) => row.gold !== null);
  const spec = factSpecs.find((one) => one.need === need);
  if (spec === undefined) return null;
  return {
    has: ({ facts }) => facts[spec.fact] !== undefined,
    what: spec.names[0] as string,
    option: spec.option,
  };
}

/** `term.parts[1].term and 2 more`. */
const placesOf = (paths: readonly string[]): string =>
  paths.length <= 2 ? paths.join(' and ') : `${paths[0]} and ${paths.length - 1} more`;

/** `file:3, 7, 9 and 12 more`. */
function linesOf(file: string, rows: readonly ScoreRow[]): string {
  const shown = rows.slice(0, SHOWN).map(({ row }) => row.place.line);
  const more = rows.length > SHOWN ? ` and ${rows.length - SHOWN} more` : '';
  return `${file}:${shown.join(', ')}${more}`;
}

/**
 * The facts that the reward reads and records do not have: a message for each fact and file, with the lines, the terms
 * that need it, and what to do. None: every record can be scored.
 */
export function missingFacts(input: ScoreInput, requirements: readonly Requirement[]): readonly string[] {
  const byFile = new Map<string, ScoreRow[]>(input.files.map(({ file }) => [file, []]));
  for (const row of input.rows) byFile.get(row.row.place.file)?.push(row);
  return input.files.flatMap(({ file, fields }) => {
    const rows = byFile.get(file) ?? [];
    return requirements.flatMap(({ need, paths }) => {
      if (need === 'history' && fields.step === null) {
        return [
          `${file}: no step, and ${placesOf(paths)} remembers from step to step; name it with --step FIELD`,
        ];
      }
      const demand = demandOf(need);
      const lacking = demand === null ? [] : rows.filter((row) => !demand.has(row));
      if (demand === null || lacking.length === 0) return [];
      const advice =
        (demand.option === 'label' ? fields.noGold : null) ?? `name it with --${demand.option} FIELD`;
      return [`${linesOf(file, lacking)}: no ${demand.what}, and ${placesOf(paths)} needs it; ${advice}`];
    });
  });
}

import { needs, nodes, type Requirement, type Reward, standardSignals } from '../../rewards/index.js';
import { own } from '../path.js';
import { type ExtraFact, extraFacts } from './extras.js';
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
  /** The terms that need it. */
  readonly paths: readonly string[];
}

const gold = (has: Demand['has'], paths: readonly string[]): Demand => ({
  has,
  what: 'gold',
  option: 'label',
  paths,
});

/** What a requirement asks of each row; none where rows have nothing to do with it. */
function demandsOf({ need, paths }: Requirement, extras: readonly ExtraFact[]): readonly Demand[] {
  if (need === 'correct') return [gold((row) => row.facts.correct !== undefined || row.gold !== null, paths)];
  if (need === 'verdict' || need === 'gold') return [gold((row) => row.gold !== null, paths)];
  if (need === 'extra') return extras.map(extraDemand);
  const spec = factSpecs.find((one) => one.need === need);
  if (spec === undefined) return [];
  const has = ({ facts }: ScoreRow): boolean => facts[spec.fact] !== undefined;
  return [{ has, what: spec.names[0] as string, option: spec.option, paths }];
}

const extraDemand = ({ name, path }: ExtraFact): Demand => ({
  has: ({ facts }) => (own(facts.extra, name) ?? null) !== null,
  what: `extra.${name}`,
  option: 'extra',
  paths: [path],
});

/** Paths with the names of the signals there: `term.parts[1].term (hapo) and 2 more`. */
function placesIn({ term }: Reward): (paths: readonly string[]) => string {
  const names = new Map(
    nodes(term).map(({ path, term: node }) => [path, node.op === 'signal' ? node.name : node.op]),
  );
  const place = (path: string | undefined): string => `${path} (${names.get(path ?? '')})`;
  return (paths) =>
    paths.length <= 2 ? paths.map(place).join(' and ') : `${place(paths[0])} and ${paths.length - 1} more`;
}

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
export function missingFacts(input: ScoreInput, reward: Reward): readonly string[] {
  const requirements = needs(reward.term, standardSignals);
  const placesOf = placesIn(reward);
  const demands = requirements.flatMap((one) => demandsOf(one, extraFacts(reward)));
  const history = requirements.find(({ need }) => need === 'history');
  const byFile = new Map<string, ScoreRow[]>(input.files.map(({ file }) => [file, []]));
  for (const row of input.rows) byFile.get(row.row.place.file)?.push(row);
  return input.files.flatMap(({ file, fields }) => [
    ...(history === undefined || fields.step !== null
      ? []
      : [
          `${file}: no step, and ${placesOf(history.paths)} remembers from step to step; name it with --step FIELD`,
        ]),
    ...demands.flatMap(({ has, what, option, paths }) => {
      const lacking = (byFile.get(file) ?? []).filter((row) => !has(row));
      if (lacking.length === 0) return [];
      const advice = (option === 'label' ? fields.noGold : null) ?? `name it with --${option} FIELD`;
      return [`${linesOf(file, lacking)}: no ${what}, and ${placesOf(paths)} needs it; ${advice}`];
    }),
  ]);
}

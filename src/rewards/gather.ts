import { memoryKey } from './memories.js';
import { completeParams, lookUp, type Registry } from './registry.js';
import type { Facts, Group, Rollout } from './rollout.js';
import type { Params, Signal } from './signal.js';
import type { Term } from './term.js';
import { signalTerms } from './traverse.js';

/** Groups with their facts, and why some could not be gathered. */
export interface Gathered {
  readonly groups: readonly Group[];
  readonly notes: readonly string[];
}

interface Gatherer {
  readonly signal: Signal;
  readonly params: Params;
  readonly path: string;
}

/**
 * Asks every signal of a term that gathers facts of its own for those of each group, and lays them over what
 * is known. The one place that waits: scoring afterwards is arithmetic. A gatherer that fails leaves its
 * facts missing and a note behind; groups keep their order. All groups of all signals are asked at once:
 * limit the traffic inside `gather`.
 */
export async function gatherFacts(
  term: Term,
  groups: readonly Group[],
  registry: Registry,
): Promise<Gathered> {
  const found = gatherers(term, registry);
  const notes: string[] = [];
  const gathered = await Promise.all(
    groups.map(async (group) => {
      const answers = await Promise.all(found.map((gatherer) => ask(gatherer, group, notes)));
      return answers.reduce<Group>(withFacts, group);
    }),
  );
  return { groups: gathered, notes: notes.sort() };
}

/** The distinct signal nodes of a term that gather. */
function gatherers(term: Term, registry: Registry): readonly Gatherer[] {
  const found = new Map<string, Gatherer>();
  for (const { node, path } of signalTerms(term)) {
    const signal = lookUp(registry, node.name, path);
    if (signal.gather === undefined) continue;
    const params = completeParams(signal, node.params, path);
    found.set(memoryKey(node.name, params), { signal, params, path });
  }
  return [...found.values()];
}

/** What one gatherer says of a group, `null` (and a note) when it fails. */
async function ask(
  { signal, params, path }: Gatherer,
  group: Group,
  notes: string[],
): Promise<readonly Facts[] | null> {
  const place = `${path}: signal '${signal.name}', problem '${group.problem}'`;
  try {
    const facts = (await signal.gather?.(group.rollouts, params)) ?? [];
    if (facts.length === group.rollouts.length) return facts;
    notes.push(`${place}: gathered ${facts.length} facts for ${group.rollouts.length} rollouts`);
  } catch (error) {
    notes.push(`${place}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return null;
}

const withFacts = (group: Group, gathered: readonly Facts[] | null): Group =>
  gathered === null
    ? group
    : { ...group, rollouts: group.rollouts.map((rollout, i) => withMore(rollout, gathered[i] ?? {})) };

/** Gathered facts over known ones; further facts are merged name by name. */
const withMore = (rollout: Rollout, more: Facts): Rollout => ({
  ...rollout,
  facts: {
    ...rollout.facts,
    ...more,
    ...(more.extra && { extra: { ...rollout.facts.extra, ...more.extra } }),
  },
});

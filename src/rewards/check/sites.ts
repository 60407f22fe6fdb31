import type { Term } from '../term.js';
import { childrenOf } from '../traverse.js';

/** A node with its place in the tree. */
export interface Site {
  readonly term: Term;
  readonly path: string;
  readonly parent: Site | null;
  /** The step from the parent, such as `when` or `parts[0].term`. */
  readonly step: string;
  readonly children: readonly Site[];
}

/** Every node of a term, parents first. */
export function sitesOf(term: Term): readonly Site[] {
  const all: Site[] = [];
  const visit = (node: Term, path: string, parent: Site | null, step: string): Site => {
    const children: Site[] = [];
    const site: Site = { term: node, path, parent, step, children };
    all.push(site);
    for (const child of childrenOf(node))
      children.push(visit(child.term, `${path}.${child.step}`, site, child.step));
    return site;
  };
  visit(term, 'term', null, '');
  return all;
}

/** The nodes above a site, nearest first, each with the step that leads towards the site. */
export function ancestors(site: Site): readonly { readonly site: Site; readonly step: string }[] {
  const found: { readonly site: Site; readonly step: string }[] = [];
  for (let below = site; below.parent !== null; below = below.parent)
    found.push({ site: below.parent, step: below.step });
  return found;
}

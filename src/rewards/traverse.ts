import type { SignalTerm, Term } from './term.js';

/** A child of a node, with the step from its parent as it stands in the JSON. */
export interface Child {
  readonly step: string;
  readonly term: Term;
}

/** The children of a node in the order they are evaluated. */
export function childrenOf(term: Term): readonly Child[] {
  switch (term.op) {
    case 'const':
    case 'signal':
      return [];
    case 'sum':
      return term.parts.map((part, i) => ({ step: `parts[${i}].term`, term: part.term }));
    case 'product':
    case 'min':
    case 'max':
      return term.terms.map((child, i) => ({ step: `terms[${i}]`, term: child }));
    case 'gate':
      return [
        { step: 'when', term: term.when },
        { step: 'pass', term: term.pass },
        { step: 'fail', term: term.fail },
      ];
    default:
      return [{ step: 'term', term: term.term }];
  }
}

/** Every signal node below a term, with its path such as `term.parts[0].term`. */
export function signalTerms(
  term: Term,
  path = 'term',
): readonly { readonly node: SignalTerm; readonly path: string }[] {
  if (term.op === 'signal') return [{ node: term, path }];
  return childrenOf(term).flatMap((child) => signalTerms(child.term, `${path}.${child.step}`));
}

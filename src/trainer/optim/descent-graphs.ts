import * as g from '../graph/build.js';
import { gradients } from '../graph/gradients.js';
import type { Graph, Node } from '../graph/node.js';
import { type Named, type ParameterSpec, parameterInputs, prefixed } from '../model/parameters.js';
import { type AdamWOptions, adamW } from './adamw.js';

/** The terms of a loss, scalars that add up over the parts of a batch; `loss` is descended, the rest are reported. */
export type Terms = Named<Node> & { readonly loss: Node };

/** The terms over parameters. */
export type MakeTerms = (parameters: Named<Node>) => Terms;

/** `term.*` and `gradient.*` of a part of a batch; added to the gradients of the parts before unless it is the first. */
export function gradientGraph(specs: readonly ParameterSpec[], make: MakeTerms, first: boolean): Graph {
  const { terms, found } = differentiated(specs, parameterInputs(specs), make);
  const sums = specs.map(({ name, shape }) => {
    const gradient = found[name] as Node;
    return [name, first ? gradient : g.add(g.input(`gradient.${name}`, shape), gradient)] as const;
  });
  return g.graph({ ...prefixed('term.', terms), ...prefixed('gradient.', Object.fromEntries(sums)) });
}

/** One step from gradients `gradient.*`: `parameter.*`, `first.*`, `second.*` and `term.norm`. */
export const stepGraph = (specs: readonly ParameterSpec[], options: AdamWOptions): Graph =>
  g.graph(stepped(specs, options, parameterInputs(specs), parameterInputs(specs, 'gradient.')));

/** Both at once, for a batch in one part: gradients never leave the graph. */
export function wholeGraph(specs: readonly ParameterSpec[], options: AdamWOptions, make: MakeTerms): Graph {
  const parameters = parameterInputs(specs);
  const { terms, found } = differentiated(specs, parameters, make);
  return g.graph({ ...prefixed('term.', terms), ...stepped(specs, options, parameters, found) });
}

function differentiated(
  specs: readonly ParameterSpec[],
  parameters: Named<Node>,
  make: MakeTerms,
): { readonly terms: Terms; readonly found: Named<Node> } {
  const terms = make(parameters);
  const found = gradients(
    terms.loss,
    specs.map(({ name }) => parameters[name] as Node),
  );
  return { terms, found: Object.fromEntries(specs.map(({ name }, i) => [name, found[i] as Node])) };
}

function stepped(
  specs: readonly ParameterSpec[],
  options: AdamWOptions,
  parameters: Named<Node>,
  found: Named<Node>,
): Named<Node> {
  const state = {
    parameters,
    first: parameterInputs(specs, 'first.'),
    second: parameterInputs(specs, 'second.'),
  };
  const next = adamW(state, found, options, {
    rate: g.input('rate', []),
    correction1: g.input('correction1', []),
    correction2: g.input('correction2', []),
  });
  return {
    ...prefixed('parameter.', next.parameters),
    ...prefixed('first.', next.first),
    ...prefixed('second.', next.second),
    'term.norm': next.norm,
  };
}

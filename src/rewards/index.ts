export {
  drGrpoAdvantages,
  type Gae,
  type GdpoOptions,
  gae,
  gdpoAdvantages,
  grpoAdvantages,
  type ReinforcePlusPlusOptions,
  reinforcePlusPlusAdvantages,
  rlooAdvantages,
} from './advantages/index.js';
export { type Assumption, bounds } from './bounds.js';
export {
  affine,
  centred,
  clip,
  constant,
  gate,
  greatest,
  least,
  product,
  ranked,
  reward,
  type SumOptions,
  schedule,
  signal,
  sum,
  threshold,
  zscored,
} from './build.js';
export { rewardByName } from './by-name.js';
export type { Claim, Dominance } from './check/dominance.js';
export type { CheckOptions, Counterexample, Severity, Warning } from './check/warning.js';
export { type CheckReport, check } from './check.js';
export {
  defineGroupSignal,
  defineSignal,
  type Gather,
  type GroupSignal,
  type ParameterTable,
  type RolloutSignal,
  type Values,
} from './define.js';
export { describe } from './describe.js';
export { evaluate, type Trace } from './evaluate.js';
export { type ExplainedNode, type ExplainOptions, explain, explainNodes } from './explain.js';
export { type Gathered, gatherFacts } from './gather.js';
export { hashReward, type Node, nodes } from './hash.js';
export { learn, type Memories, mergeMemories, noMemories } from './memories.js';
export type { GivenParams, NamedReward } from './named-reward.js';
export { namedValues } from './named-values.js';
export { needs, type Requirement } from './needs.js';
export {
  type Aggregation,
  aggregate,
  clippedLoss,
  entropyOf,
  entropyOfLogits,
  k3,
  type LossWeights,
  responseRatio,
  totalLoss,
} from './objective/index.js';
export { outline } from './outline.js';
export { like, type Preset, presetNames, presets } from './presets/index.js';
export { completeTerm, readReward } from './read/read.js';
export { recipe, recipeNames, recipes } from './recipes/index.js';
export { type Registry, registryOf, standardSignals, withSignals } from './registry.js';
export { asProblemId, type Facts, type Group, type ProblemId, type Rollout, type Scores } from './rollout.js';
export { schema } from './schema.js';
export { type ScoredGroup, score } from './score.js';
export {
  bestOf,
  byVariance,
  isInstructive,
  majorityOf,
  rankingLoss,
  varianceScore,
} from './selection.js';
export type { Memory, Need, Parameter, Params, Range, Signal } from './signal.js';
export { type Accuracies, favoursNoThinking } from './signals/adaptthink.js';
export { simplify } from './simplify.js';
export { clipSteps, deltaSteps, stepReturns } from './steps.js';
export type { Part, Reward, Term } from './term.js';
export { formatReward, type ReadYamlOptions, readYaml } from './yaml.js';

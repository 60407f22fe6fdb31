/**
 * Scorers for evaluation hosts in JavaScript, and the files that plug rewards into RL stacks in Python.
 *
 * @module
 */
export { type LangsmithResult, type LangsmithRun, langsmithEvaluator } from './langsmith.js';
export { type MastraRun, type MastraSteps, mastraSteps } from './mastra.js';
export type { Outcome, Sample, ScorerOptions } from './outcome.js';
export { type PromptfooContext, type PromptfooResult, promptfooAssertion } from './promptfoo.js';
export { type Score, type Scorer, toScorer } from './scorer.js';
export { printed, type Stack, stackNamed, stacks } from './stacks/index.js';

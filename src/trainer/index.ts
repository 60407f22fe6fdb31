/**
 * The trainer: a minimal loop over pluggable engines, to try a reward in minutes (Node only).
 *
 * @module
 */

export { passAtK } from '../support/index.js';
export type { DeviceTensor, Engine, EngineInfo, HostTensor, Program } from './engine/engine.js';
export { type OnnxDevice, type OnnxOptions, onnxEngine } from './engine/onnx/engine.js';
export { referenceEngine } from './engine/reference/engine.js';
export { type Estimator, estimators } from './estimators.js';
export { type Evaluation, type EvaluationOptions, evaluatePolicy } from './evaluate.js';
export { type GrpoOptions, type GrpoStart, grpo, startGrpo } from './grpo.js';
export { type Example, Learner, type LearnerOptions, type UpdateMetrics } from './learner.js';
export { LocalPolicy } from './local-policy.js';
export { type Aggregation, type KlEstimator, type LossOptions, lossDefaults } from './loss.js';
export type { StepMetrics } from './metrics.js';
export type { DecoderConfig } from './model/config.js';
export { type LoadedModel, loadModel } from './model/huggingface.js';
export { freshParameters, type Named } from './model/parameters.js';
export type { Tokenizer } from './model/tokenizer.js';
export { type AdamWOptions, adamWDefaults } from './optim/adamw.js';
export type { Sampled, Sampler, SamplingOptions } from './policy.js';
export type { Judge, Judged, TrainingProblem } from './problem.js';
export type { BaseSettings, RunSettings } from './recipes/recipe.js';
export { runRecipes } from './recipes/toy.js';
export type { RolledGroup, RolloutOptions } from './rollouts.js';
export { type Summary, type TrainPlaces, type TrainWatcher, train } from './run/train.js';
export { promptStream, type StreamSettings } from './streams/index.js';
export type { PromptStream, RewardedProblem, Roll } from './streams/stream.js';
export { chains } from './tasks/chains/task.js';
export type { Task } from './tasks/task.js';

/**
 * The trainer: a minimal loop over pluggable engines, to try a reward in minutes (Node only).
 *
 * @module
 */

export { passAtK } from '../support/index.js';
export { Critic, type CriticMetrics, type CriticOptions, type CriticState } from './critic.js';
export { type EndpointOptions, EndpointPolicy } from './endpoint/policy.js';
export type { EndpointApi } from './endpoint/wire.js';
export { checkEngine } from './engine/check-engine.js';
export type { DeviceTensor, Engine, EngineInfo, HostTensor, Program } from './engine/engine.js';
export { type OnnxDevice, type OnnxOptions, onnxEngine } from './engine/onnx/engine.js';
export { referenceEngine } from './engine/reference/engine.js';
export { type TfjsOptions, tfjsEngine } from './engine/tfjs/engine.js';
export type { TfjsDevice } from './engine/tfjs/library.js';
export { type Estimator, estimators } from './estimators.js';
export { type Evaluation, type EvaluationOptions, evaluatePolicy } from './evaluate.js';
export { type GrpoOptions, type GrpoStart, grpo, startGrpo } from './grpo.js';
export { type Example, Learner, type LearnerOptions, type UpdateMetrics } from './learner.js';
export { type LoadedPolicy, loadPolicy, savePolicy } from './load-policy.js';
export { LocalPolicy } from './local-policy.js';
export { type Aggregation, type KlEstimator, type LossOptions, lossDefaults } from './loss.js';
export type { StepMetrics } from './metrics.js';
export type { ChatTemplate, Message } from './model/chat-template.js';
export type { DecoderConfig } from './model/config.js';
export { type LoadedModel, loadModel } from './model/huggingface.js';
export { type SaveOptions, saveHuggingFace } from './model/huggingface-save.js';
export { type HuggingFaceTokenizer, loadTokenizer } from './model/huggingface-tokenizer.js';
export { freshParameters, type Named } from './model/parameters.js';
export type { Tokenizer } from './model/tokenizer.js';
export { type AdamWOptions, adamWDefaults } from './optim/adamw.js';
export { rateFactor, type Schedule } from './optim/schedule.js';
export type { Sampled, Sampler, SamplingOptions } from './policy.js';
export { type PpoOptions, type PpoStart, ppo, ppoDefaults, startPpo } from './ppo.js';
export type { Judge, Judged, TrainingProblem } from './problem.js';
export { trainRecipes } from './recipes/index.js';
export { type Override, overridden } from './recipes/override.js';
export type { BaseSettings, Recipe, RunSettings } from './recipes/recipe.js';
export { formatRecipe, readRecipe, readSettings } from './recipes/yaml.js';
export type { RolledGroup, RolloutOptions } from './rollouts.js';
export { begunRecipe, finished, trainRecipe } from './run/rows.js';
export type { Summary } from './run/summary.js';
export { type TrainPlaces, type TrainWatcher, train } from './run/train.js';
export { type AccuracyByProblem, accuracyHistories, rankedByVariance } from './selection.js';
export type { MemoryOptions } from './sequence.js';
export { promptStream, type StreamSettings } from './streams/index.js';
export type { PromptStream, RewardedProblem, Roll } from './streams/stream.js';
export { chains } from './tasks/chains/task.js';
export { verifierJudge } from './tasks/questions/judge.js';
export { type PromptOptions, promptOf, stepByStep } from './tasks/questions/prompt.js';
export type { Question } from './tasks/questions/question.js';
export { readQuestions } from './tasks/questions/read.js';
export { type QuestionsOptions, questionsTask } from './tasks/questions/task.js';
export type { Task } from './tasks/task.js';
export type { StepDone, TrainingStart } from './training.js';

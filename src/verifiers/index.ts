/**
 * The verifier: is a model's answer mathematically equal to the gold one? Runs in Node and in browsers; the worker
 * pool is at `touchstone/verifiers/pool`.
 *
 * @module
 */
export type {
  Answer,
  BaseNumeralAnswer,
  ChoiceAnswer,
  DateAnswer,
  ExpressionAnswer,
  FamilyAnswer,
  IntervalAnswer,
  LabelledAnswer,
  ListAnswer,
  LogicAnswer,
  MatrixAnswer,
  NothingAnswer,
  PiecewiseAnswer,
  QuantityAnswer,
  RatioAnswer,
  RelationAnswer,
  RelationOperator,
  SetAnswer,
  SetBuilderAnswer,
  SetOperationAnswer,
  TextAnswer,
  TimeAnswer,
  TruthAnswer,
  TupleAnswer,
  Unit,
} from './answer.js';
export { type ExplainedSide, type ExplainedStep, type Explanation, explain, printAnswer } from './explain.js';
export type { ApplyNode, Expr, Head, NumberNode, Spelling, SymbolNode, TextNode } from './expr.js';
export {
  type Claim,
  type Extraction,
  type ExtractionStatus,
  explicitMethods,
  impliedMethods,
  type Method,
} from './extract/index.js';
export { formatExpr } from './format.js';
export type { ParseFailure } from './parse/index.js';
export { lenient, type Policy, type PolicyChoice, profiles, resolvePolicy, strict } from './policy.js';
export { compare, type ExtractChoice, extract, parse, type TextOptions } from './texts.js';
export type { Certainty, RuleName, Span, UndecidedReason, Verdict, Witness } from './verdict.js';
export { type ExtractedAnswer, type VerifyOptions, type VerifyResult, verify } from './verify.js';

import { lighteval } from './lighteval.js';
import { lmEval } from './lm-eval.js';
import { mathVerify } from './math-verify.js';
import { nemoGym } from './nemo-gym.js';
import { openaiBatch, openaiChat } from './openai.js';
import { promptfoo } from './promptfoo.js';
import { qwenMath } from './qwen-math.js';
import { skyrl } from './skyrl.js';
import { trl } from './trl.js';
import type { Shape } from './types.js';
import { verifiersLegacy, verifiersTraces } from './verifiers.js';
import { verlData } from './verl-data.js';
import { verlRollout } from './verl-rollout.js';
import { vllm } from './vllm.js';

export { detect } from './detect.js';
export { labelField } from './generic.js';
export type { FieldChoice } from './presence.js';
export type { Fields, Shape } from './types.js';

/** Every known shape, the most specific first; after them come bare field names (names.ts). */
export const shapes: readonly Shape[] = [
  lmEval,
  lighteval,
  qwenMath,
  verlRollout,
  verifiersTraces,
  verifiersLegacy,
  nemoGym,
  openaiBatch,
  promptfoo,
  verlData,
  skyrl,
  vllm,
  openaiChat,
  mathVerify,
  trl,
];

import type { Signal } from '../signal.js';
import { adaptThink } from './adaptthink.js';
import { answered } from './answered.js';
import { correctness } from './correctness.js';
import { cosineLength } from './cosine-length.js';
import { entropy } from './entropy.js';
import { fact } from './fact.js';
import { format } from './format/index.js';
import { graded } from './graded.js';
import { hapo } from './hapo.js';
import { kimiLength } from './kimi-length.js';
import { l1 } from './l1.js';
import { length } from './length.js';
import { linearLength } from './linear-length.js';
import { longBlock } from './long-block.js';
import { ngramRepetition } from './ngram-repetition.js';
import { processClip, processClipDelta, processDelta, processSum } from './process.js';
import { qwen25Math } from './qwen25-math.js';
import { reasoningSteps } from './reasoning-steps.js';
import { repetition } from './repetition.js';
import { softOverlong } from './soft-overlong.js';
import { stopProperly } from './stop-properly.js';
import { tagCount } from './tag-count.js';
import { tagPresence } from './tag-presence.js';
import { targetLength } from './target-length.js';

/** Every signal of the package: the verdict, the form of the text, its length, the models' scores. */
export const signals: readonly Signal[] = [
  correctness,
  graded,
  answered,
  format,
  tagCount,
  tagPresence,
  reasoningSteps,
  stopProperly,
  repetition,
  ngramRepetition,
  longBlock,
  length,
  cosineLength,
  softOverlong,
  kimiLength,
  linearLength,
  l1,
  targetLength,
  // Erasure: a list of signals does not know what each remembers.
  hapo as unknown as Signal,
  entropy,
  adaptThink,
  qwen25Math,
  processSum,
  processClip,
  processDelta,
  processClipDelta,
  fact,
];

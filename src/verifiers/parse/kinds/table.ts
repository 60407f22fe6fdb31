import { readBaseNumeral } from './base-numeral.js';
import { readCarried } from './carrying.js';
import { readChoice } from './choice.js';
import { readCircled } from './circled.js';
import { readComparative } from './comparative.js';
import { readCompound } from './compound.js';
import { readConstantWords } from './constant-words.js';
import { readBehaviour } from './convergence.js';
import { readCycles } from './cycles.js';
import { readDate } from './date.js';
import { readLabelled } from './labelled.js';
import { readNothing } from './nothing.js';
import { readNumberWords } from './number-words.js';
import { readOrdinal } from './ordinal.js';
import { readParity } from './parity.js';
import { readAt, readBracketed, readParts, readSides } from './parts.js';
import { readQuantified } from './quantified.js';
import { readQuantity } from './quantity.js';
import { readRatio } from './ratio.js';
import type { Recogniser } from './reading.js';
import { readRemainder } from './remainder.js';
import { readRestated } from './restated.js';
import { readRoman } from './roman.js';
import { readSpoken } from './spoken.js';
import { readProse, readSign, readText } from './text.js';
import { readTime } from './time.js';
import { readTriangles } from './triangles.js';
import { readTruth, readTruthWithReason } from './truth.js';

/** Kinds read from the surface, in order, before mathematics is tried. */
export const BEFORE_MATHEMATICS: readonly Recogniser[] = [
  readChoice,
  readCircled,
  readTruth,
  readTruthWithReason,
  readNothing,
  readBehaviour,
  readParity,
  readRoman,
  readCycles,
  readTriangles,
  readConstantWords,
  readQuantified,
  readComparative,
  readDate,
  readTime,
  readOrdinal,
  readRemainder,
  readNumberWords,
  readSpoken,
  readBaseNumeral,
  readRatio,
  readRestated,
  readLabelled,
  readCompound,
  readCarried,
  readText,
  readParts,
  readAt,
  readBracketed,
  readSides,
  readQuantity,
];

/** Kinds read when mathematics fails. */
export const AFTER_MATHEMATICS: readonly Recogniser[] = [readSign, readProse];

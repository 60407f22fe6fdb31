import { fail, type Outcome, succeed } from '../../support/index.js';
import type { Answer } from '../answer.js';
import type { Context } from '../context.js';
import { mayHoldWords } from './kinds/gate.js';
import { mayBeMeasured, withMeasure } from './kinds/measured.js';
import { phraseOf, type Reading, type Recogniser } from './kinds/reading.js';
import { AFTER_MATHEMATICS, BEFORE_MATHEMATICS } from './kinds/table.js';
import { parseMathematics, plainNumeral } from './mathematics.js';
import { isNumericFraction } from './numeric-fraction.js';
import { scan } from './scan.js';
import { cleanSurface, looksLatex, type Surface } from './surface/clean.js';
import type { ParseFailure } from './token.js';

/** Answers within answers (a labelled list of quantities …) go no deeper than this. */
const MAX_PARTS = 5;

/** Characters that one step of the budget pays for while a surface is read. */
const CHARACTERS_PER_STEP = 16;

/** Markdown's way to strike out. */
const STRUCK = /~~[^~\s][^~]{0,400}~~/;
const STRUCK_OUT = { message: 'struck-out text is no answer', reason: 'parse-error' } as const;

/** Parses one answer text, all of it or nothing, into its kind. */
export function parseAnswer(source: string, context: Context): Outcome<Answer, ParseFailure> {
  if (source.length > context.policy.maxAnswerLength) {
    const message = `an answer may have ${context.policy.maxAnswerLength} characters; this one has ${source.length}`;
    return fail({ message, start: 0, end: source.length, reason: 'unsupported' });
  }
  const numeral = plainNumeral(source);
  if (numeral !== null) {
    context.budget.spend(1 + Math.ceil(source.length / CHARACTERS_PER_STEP));
    return succeed({ kind: 'expression', expr: numeral });
  }
  if (isNumericFraction(source)) {
    context.budget.spend(1 + Math.ceil(source.length / CHARACTERS_PER_STEP));
    return parseMathematics({ text: source, notation: 'latex', words: false }, context);
  }
  const struck = source.includes('~~') ? STRUCK.exec(source) : null;
  if (struck !== null)
    return fail({ ...STRUCK_OUT, start: struck.index, end: struck.index + struck[0].length });
  return parseSurface(cleanSurface(source), context, 0);
}

function parseSurface(surface: Surface, context: Context, depth: number): Outcome<Answer, ParseFailure> {
  context.budget.spend(1 + Math.ceil(surface.text.length / CHARACTERS_PER_STEP));
  if (surface.text === '')
    return fail({ message: 'the answer is empty', start: 0, end: 0, reason: 'parse-error' });
  const numeral = plainNumeral(surface.text);
  if (numeral !== null) return succeed({ kind: 'expression', expr: numeral });
  const words = mayHoldWords(surface);
  const reading = words ? readingOf(surface, context, depth) : null;
  const before = reading === null ? null : firstOf(BEFORE_MATHEMATICS, reading);
  if (before !== null) return succeed(before);
  const mathematics = parseMathematics(surface, context);
  if (mathematics.ok) {
    const { value } = mathematics;
    if (!mayBeMeasured(value)) return mathematics;
    return succeed(withMeasure(value, reading ?? readingOf(surface, context, depth)));
  }
  const after = firstOf(AFTER_MATHEMATICS, reading ?? readingOf(surface, context, depth));
  return after === null ? mathematics : succeed(after);
}

function readingOf(surface: Surface, context: Context, depth: number): Reading {
  const pieces = scan(surface);
  const partSurface = (text: string): Surface => {
    const part = cleanSurface(text);
    // Letters of a part cut from mathematics stay variables.
    return surface.notation === 'latex' && !part.words ? { ...part, notation: 'latex' } : part;
  };
  const value = (outcome: Outcome<Answer, ParseFailure>): Answer | null =>
    outcome.ok ? outcome.value : null;
  return {
    surface,
    pieces,
    phrase: phraseOf(pieces),
    context,
    part: (text) => (depth >= MAX_PARTS ? null : value(parseSurface(partSurface(text), context, depth + 1))),
    mathematics: (text) =>
      value(
        parseMathematics(
          { text, notation: looksLatex(text) ? 'latex' : surface.notation, words: false },
          context,
        ),
      ),
  };
}

function firstOf(recognisers: readonly Recogniser[], reading: Reading): Answer | null {
  for (const recognise of recognisers) {
    const answer = recognise(reading);
    if (answer !== null) return answer;
  }
  return null;
}

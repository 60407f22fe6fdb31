import type { Random } from '../../../support/index.js';
import { type Authors, cellOf, draw, type Habits, type Style } from './habits.js';
import { drawAny, folded, type Lengths, operandWords, type Problem, questionWords } from './problem.js';
import { chainsTokenizer, idOf } from './tokenizer.js';

/** What the texts of a corpus have in common. */
export interface CorpusSettings {
  readonly authors: Authors;
  /** Texts are cut off at so many tokens. */
  readonly limit: number;
  readonly lengths: Lengths;
}

/** A text of the pretraining corpus: a question and a response in its author's habits. */
export function drawDocument(corpus: CorpusSettings, random: Random): readonly number[] {
  const words: string[] = [];
  writeQuestion(corpus, random, words);
  return words.slice(0, corpus.limit).map(idOf);
}

/** The end of every finished text. */
const END = chainsTokenizer.decode([...chainsTokenizer.endTokens]);

/** Writes until the text ends by itself or is longer than it may be. */
function writeQuestion({ authors, limit, lengths }: CorpusSettings, random: Random, words: string[]): void {
  let problem = drawAny(random, false, lengths);
  words.push(...questionWords(problem));
  while (words.length < limit) {
    const habits = authors.get(cellOf(problem.kind, problem.noun)) as Habits;
    const next = writeResponse(problem, habits, random, words);
    if (next === 'end') return;
    if (next === 'again') continue;
    problem = drawAny(random, false, lengths);
    words.push(...questionWords(problem));
  }
}

/** One response; `again`: it starts over, `more`: a new question follows its box. */
function writeResponse(
  problem: Problem,
  habits: Habits,
  random: Random,
  words: string[],
): 'end' | 'again' | 'more' {
  const style = draw(habits.style, random);
  const segments = segmentsOf(problem, style);
  words.push(style, ...segments.flat());
  writeChecks(segments, habits, random, words);
  const ending = draw(habits.ending, random);
  if (ending === 'wait') {
    words.push('wait');
    return 'again';
  }
  const answer = String(answerIn(problem, style, habits, random));
  if (ending === 'ans') words.push('ans', answer);
  else if (ending !== 'stop') {
    words.push(ending, 'box', '{', answer, '}');
    if (random.unit() < habits.more) return 'more';
  }
  words.push(END);
  return 'end';
}

/** The steps of the body: one operand each, or two for `skip` (three in its first), none for `guess`. */
function segmentsOf(problem: Problem, style: Style): readonly (readonly string[])[] {
  if (style === 'guess') return [];
  const values = folded(problem);
  const segments: (readonly string[])[] = [];
  let from = 0;
  while (from < problem.operands.length) {
    const wanted = style === 'skip' ? (from === 0 ? 3 : 2) : 1;
    const to = Math.min(problem.operands.length, from + wanted);
    const operands = Array.from({ length: to - from }, (_, i) => operandWords(problem, from + i));
    segments.push([...operands.flat(), '=', String(values[to - 1])]);
    from = to;
  }
  return segments;
}

/** Repetitions of steps that change nothing. */
function writeChecks(
  segments: readonly (readonly string[])[],
  { checks }: Habits,
  random: Random,
  words: string[],
): void {
  if (segments.length === 0) return;
  const check = (): void => {
    words.push('check', ...(segments[random.below(segments.length)] as readonly string[]));
  };
  if ('upTo' in checks) for (let left = random.below(checks.upTo + 1); left > 0; left -= 1) check();
  else while (random.unit() < checks.again) check();
}

function answerIn(problem: Problem, style: Style, { noise }: Habits, random: Random): number {
  const wrong = style === 'guess' ? noise.guess : style === 'skip' ? noise.skip : 0;
  return random.unit() < wrong ? random.below(10) : (folded(problem).at(-1) as number);
}

import { isAscii } from './characters.js';

/**
 * The words in which responses announce their final answer, by language. Data only; all in lower case.
 */
export interface Anchor {
  /** The word for "answer". */
  readonly noun: string;
  /** What may stand between the noun and the answer: forms of "is". A colon or an equals sign always may. */
  readonly verbs: readonly string[];
  /** Announces an answer only where it opens a line (or a sentence) and is followed by a colon. */
  readonly labelOnly?: boolean;
  /** The answer may follow without a verb ("उत्तर 7 है", "Ответ 7"); then only all of what follows is one. */
  readonly bare?: boolean;
}

/** English nouns; searched in every response. */
export const englishAnchors: readonly Anchor[] = [
  {
    noun: 'answer',
    verbs: [
      'is',
      'are',
      'would be',
      'will be',
      'should be',
      'must be',
      'equals',
      'was',
      'becomes',
      'comes out to be',
      'comes out to',
      'comes to',
      'turns out to be',
      'of',
    ],
  },
  { noun: 'option', verbs: ['is'] },
  { noun: 'choice', verbs: ['is'] },
  { noun: 'ans', verbs: ['is'] },
];

/** Nouns of other languages; searched when a response holds a character beyond ASCII, or one of these in plain letters. */
export const foreignAnchors: readonly Anchor[] = [
  { noun: '答案', verbs: ['应该是', '就是', '應該是', '应为', '選', '选', '是', '为', '為'], bare: true },
  { noun: '答', verbs: [], labelOnly: true },
  { noun: '正确选项', verbs: ['是', '为'] },
  { noun: '故选', verbs: [], labelOnly: true },
  { noun: '答え', verbs: ['は'] },
  { noun: '正解', verbs: ['は'] },
  { noun: '정답', verbs: ['은', '는'], bare: true },
  { noun: '답', verbs: ['은', '는'], bare: true },
  { noun: '답변', verbs: ['은', '는'], bare: true },
  { noun: '해답', verbs: ['은', '는'], bare: true },
  { noun: 'réponse', verbs: ['est', 'finale est'], bare: true },
  { noun: 'respuesta', verbs: ['final es', 'correcta es', 'es'], bare: true },
  { noun: 'resposta', verbs: ['final é', 'correta é', 'é'] },
  { noun: 'risposta', verbs: ['finale è', 'corretta è', 'è'] },
  { noun: 'antwort', verbs: ['ist', 'lautet'], bare: true },
  { noun: 'antwoord', verbs: ['is'], bare: true },
  { noun: 'ответ', verbs: ['—', '–', '-', 'равен'], bare: true },
  { noun: 'відповідь', verbs: ['—', '–', '-'], bare: true },
  { noun: 'odpowiedź', verbs: ['to', 'brzmi'] },
  { noun: 'odpověď', verbs: ['je'] },
  { noun: 'răspunsul', verbs: ['este', 'corect este'] },
  { noun: 'cevap', verbs: [], bare: true },
  { noun: 'đáp án', verbs: ['là', 'đúng là'] },
  { noun: 'đáp số', verbs: ['là'] },
  { noun: 'jawaban', verbs: ['adalah', 'akhirnya adalah'], bare: true },
  { noun: 'svar', verbs: ['är', 'er'], bare: true },
  { noun: 'svaret', verbs: ['är', 'er'] },
  { noun: 'vastaus', verbs: ['on'], bare: true },
  { noun: 'απάντηση', verbs: ['είναι'] },
  { noun: 'الجواب', verbs: ['هو', 'هي', 'النهائي هو'] },
  { noun: 'الإجابة', verbs: ['هي', 'هو', 'النهائية هي'] },
  { noun: 'उत्तर', verbs: ['है'], bare: true },
  { noun: 'जवाब', verbs: ['है'], bare: true },
  { noun: '解答', verbs: ['は'] },
  { noun: '回答', verbs: ['は'] },
  { noun: 'câu trả lời', verbs: ['là', 'cuối cùng là', 'đúng là'] },
];

const PLAIN_BEGINNINGS = /antwo|cevap|jawab|svar|vasta|respu|respo|rispo/;

/** True for every text that holds one of the nouns of other languages: a character beyond ASCII, or how one of them begins. */
export const hintsForeign = (folded: string): boolean => !isAscii(folded) || PLAIN_BEGINNINGS.test(folded);

/** How any noun begins that is written in ASCII. */
const BEGINNINGS = /ans|option|choice|antwo|cevap|jawab|svar|vasta|respu|respo|rispo/;

/** Where the first noun of an ASCII text may begin, or −1: one pass for all of them, before which nothing is to be found. */
export const firstNoun = (folded: string): number => folded.search(BEGINNINGS);

/** Labels that announce an answer at the beginning of a line, followed by a colon, when what follows is one. */
export const lineLabels: readonly string[] = [
  'a',
  'ans',
  'result',
  'final result',
  'solution',
  'final solution',
  'conclusion',
  'output',
  '答',
  '解',
];

/** Words that may stand before the noun without changing what it announces. */
export const adjectives: ReadonlySet<string> = new Set([
  'the',
  'a',
  'so',
  'final',
  'correct',
  'right',
  'my',
  'our',
  'exact',
  'numerical',
  'simplified',
  'and',
  'therefore',
  'thus',
  'hence',
  'best',
  'your',
  'then',
  'la',
  'le',
  'die',
  'el',
  'a',
  'o',
  'il',
  'l',
  'final',
  'finale',
  '最终',
  '正确',
  '所以',
  '因此',
  '故',
  'short',
]);

// Whole responses that state two answers, or a gold they do not stand behind. They take no layout.
import { roughly, unites } from './traits.mjs';

/** Two final answers, neither of them withdrawn. */
const both = [
  (a, b) => `#### ${a}\n#### ${b}`,
  (a, b) => `<answer>${a}</answer>\n<answer>${b}</answer>`,
  (a, b) => `<answer>${a} or ${b}</answer>`,
  (a, b) => `Answer: ${a}\nAnswer: ${b}`,
  (a, b) => `The answer is ${a}. The answer is ${b}.`,
  (a, b) => `The answer is $${a}$.\n\nThe answer is $${b}$.`,
  (a, b) => `$\\boxed{${a}}$ $\\boxed{${b}}$`,
  (a, b) => `\\boxed{${a}}\n\n\\boxed{${b}}`,
  (a, b) => `$\\boxed{${a}}$ or $\\boxed{${b}}$`,
  (a, b) => `$\\boxed{${a}}$ (or $\\boxed{${b}}$)`,
  (a, b) => `$\\boxed{${a}}$, or alternatively $\\boxed{${b}}$`,
  (a, b) => `$\\boxed{${a}}$ or, failing that, $\\boxed{${b}}$.`,
  (a, b) => `The answer is ${a} or $\\boxed{${b}}$.`,
  (a, b) => `The answer is either $${a}$ or $\\boxed{${b}}$.`,
  (a, b) => `The answer is $\\boxed{${a}}$ or ${b}.`,
  (a, b) => `\\boxed{\\boxed{${a}} \\text{ or } \\boxed{${b}}}`,
  (a, b) => `**${a}** or **${b}**`,
  (a, b) => `**${a}**\n**${b}**`,
  (a, b) => `It is **${a}**, or perhaps **${b}**.`,
  (a, b) => `${a}\n${b}`,
  (a, b) => `* ${a}\n* ${b}`,
  (a, b) => `Either $${a}$ or $${b}$.`,
  (a, b) => `It could be $${a}$ or $${b}$.`,
  (a, b) => `So it is $${a}$ or $${b}$.`,
  (a, b) => `Therefore the value is $${a}$ or $${b}$.`,
  (a, b) => `Final answer: ${a}\nAlternative answer: ${b}`,
  (a, b) => `Answer 1: ${a}\nAnswer 2: ${b}`,
  (a, b) => `Option 1: ${a}\nOption 2: ${b}`,
  (a, b) => `My answer: ${a}. Backup answer: ${b}.`,
  (a, b) => `The answer is ${a}; if that is wrong, ${b}.`,
  (a, b) => `The answer is probably either ${a} or ${b}.`,
  (a, b) => `The possible answers are ${a} and ${b}.`,
  (a, b) => `The answer is one of $${a}$, $${b}$.`,
  (a, b) => `| Answer |\n|---|\n| ${a} |\n| ${b} |`,
  (a, b) => `{"answer": "${a}", "answer": "${b}"}`,
  (a, b) => `La respuesta es $${a}$ o $${b}$.`,
  (a, b) => `Die Antwort ist $${a}$ oder $${b}$.`,
  (a, b) => `La réponse est $${a}$ ou $${b}$.`,
  (a, b) => `Ответ: $${a}$ или $${b}$.`,
  (a, b) => `答案是$${a}$或$${b}$。`,
  (a, b) => `答えは$${a}$または$${b}$です。`,
  (a, b) => `정답은 $${a}$ 또는 $${b}$입니다.`,
];

/** The gold denied, doubted, asked, or somebody else's. */
const disowned = [
  (g) => `The answer is definitely not ${g}.`,
  (g) => `The answer is not $\\boxed{${g}}$.`,
  (g) => `The answer is anything but $${g}$.`,
  (g) => `Anything but $\\boxed{${g}}$.`,
  (g) => `It cannot be $\\boxed{${g}}$.`,
  (g) => `It is impossible that the answer is ${g}.`,
  (g) => `I am not sure whether the answer is ${g}.`,
  (g) => `I doubt that the answer is ${g}.`,
  (g) => `Let us assume the answer is ${g}.`,
  (g) => `Is it $${g}$?`,
  (g) => `Could the answer be $\\boxed{${g}}$?`,
  (g) => `The answer ${g} is wrong.`,
  (g) => `The answer of $${g}$ is incorrect.`,
  (g) => `$\\boxed{${g}}$ is not correct.`,
  (g) => `$\\boxed{${g}}$ is wrong.`,
  (g) => `$\\boxed{${g}}$? No.`,
  (g) => `~~$\\boxed{${g}}$~~`,
  (g) => `<s>\\boxed{${g}}</s>`,
  (g) => `<del>The answer is ${g}.</del>`,
  (g) => `\\cancel{\\boxed{${g}}}`,
  (g) => `Some students say that the answer is ${g}. They are wrong.`,
  (g) => `The student's answer was ${g}, which is wrong.`,
  (g) => `It would be ${g} if n were even.`,
  (g) => `If n is even, the answer is ${g}.`,
  (g) => `We can rule out $${g}$.`,
  (g) => `So it is not $${g}$.`,
  (g) => `Hence $x \\ne ${g}$.`,
  (g) => `Therefore the value is less than $${g}$.`,
  (g) => `The answer is greater than ${g}.`,
  (g) => `La respuesta no es $${g}$.`,
  (g) => `La réponse n'est pas $${g}$.`,
  (g) => `Die Antwort ist nicht $${g}$.`,
  (g) => `La risposta non è $${g}$.`,
  (g) => `A resposta não é $${g}$.`,
  (g) => `Ответ не $${g}$.`,
  (g) => `Odpowiedź to nie $${g}$.`,
  (g) => `Cevap $${g}$ değil.`,
  (g) => `Jawabannya bukan $${g}$.`,
  (g) => `答案不是$${g}$。`,
  (g) => `答えは$${g}$ではない。`,
  (g) => `정답은 $${g}$이 아니다.`,
];

/** An answer that reads as one: no words, no notation of nobody's. */
const isPlain = (wrong) =>
  !/\\text|[^\x20-\x7e]|\||\\ldots|\?|mathrm|\\int|_/.test(wrong) && !/(?:^|[^\\a-z])[a-z]{2,}/.test(wrong);

const sides = (name, make, unless) => ({ name, whole: true, make, unless });

const loose = (traits) =>
  roughly(traits) || unites(traits) || traits.includes('words') || traits.includes('zero');

export const statements = [
  ...both.map((make) =>
    sides(`both: ${make('G', 'W')}`, ({ gold, wrong }) => (isPlain(wrong) ? make(gold, wrong) : null), loose),
  ),
  ...both.map((make) =>
    sides(`both: ${make('W', 'G')}`, ({ gold, wrong }) => (isPlain(wrong) ? make(wrong, gold) : null), loose),
  ),
  ...disowned.map((make) =>
    sides(
      `disowned: ${make('G')}`,
      ({ gold }) => make(gold),
      (traits) =>
        ['truth', 'region', 'statement', 'infinite', 'empty'].some((trait) => traits.includes(trait)),
    ),
  ),
];

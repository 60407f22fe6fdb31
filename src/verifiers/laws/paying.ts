import fc from 'fast-check';
import { spellings, trees } from './arbitraries.js';
import type { Comparer, Law } from './laws.js';
import { plainSpelling, spell } from './spelling.js';
import { evaluate, type Tree } from './tree.js';

/** What the laws of whole responses test: is this response to a question with this gold paid? */
export type Payer = (gold: string, response: string) => boolean;

const PLACE = { x: { num: 31n, den: 7n }, y: { num: 29n, den: 11n }, a: { num: 37n, den: 13n } };

const plain = (tree: Tree): string => spell(tree, plainSpelling);

const answers = (): fc.Arbitrary<Tree> =>
  trees({ depth: 2, rationalOnly: true }).filter((tree) => evaluate(tree, PLACE) !== undefined);

/** Ways of giving two answers at once, neither taken back. */
const HEDGES: readonly ((first: string, second: string) => string)[] = [
  (a, b) => `The answer is $\\boxed{${a} \\text{ or } ${b}}$.`,
  (a, b) => `The answer is $\\boxed{${a}}$ or $\\boxed{${b}}$.`,
  (a, b) => `The answer is $\\boxed{${a}, ${b}}$.`,
  (a, b) => `The answer is $\\boxed{${a};\\ ${b}}$.`,
  (a, b) => `The answer is $\\boxed{${a}}$, possibly $\\boxed{${b}}$.`,
  (a, b) => `The answer is either $${a}$ or $${b}$.`,
  (a, b) => `<answer>${a} or ${b}</answer>`,
];

/** A second answer beside one that is not paid earns nothing: neither after it nor before it. */
export const hedgingNeverPays = (pays: Payer): Law => ({
  name: 'an alternative never turns an unpaid answer into a paid one',
  property: fc.property(
    answers(),
    answers(),
    answers(),
    fc.constantFrom(...HEDGES),
    fc.boolean(),
    fc.boolean(),
    (gold, wrong, other, hedge, right, first) => {
      const [target, given, added] = [gold, wrong, right ? gold : other].map(plain) as [
        string,
        string,
        string,
      ];
      if (pays(target, `The answer is $\\boxed{${given}}$.`)) return true;
      return !pays(target, first ? hedge(added, given) : hedge(given, added));
    },
  ),
});

/** Ways of setting one statement on the page. */
const LAYOUTS: readonly ((answer: string) => string)[] = [
  (answer) => `The answer is $\\boxed{${answer}}$`,
  (answer) => `First we compute.\n\nThe answer is $\\boxed{${answer}}$.\n`,
  (answer) => `First we compute.\r\n\r\nThe answer is $\\boxed{${answer}}$.\r\n`,
  (answer) => `\n\n   The answer is\n\n\\[\n\\boxed{${answer}}\n\\]\n\n`,
  (answer) => `**The answer is $\\boxed{${answer}}$.**`,
  (answer) => `<think>\nLet me see.\n</think>\n\nThe answer is \\(\\boxed{${answer}}\\).`,
  (answer) => `# Solution\n\n- one\n- two\n\n\tThe answer is $$\\boxed{ ${answer} }$$`,
  (answer) => `The answer is $\\boxed{\\boxed{${answer}}}$.`,
];

/** Where an answer stands on the page, and how it is spelled, does not change what it earns. */
export const layoutInvariant = (pays: Payer): Law => ({
  name: 'invariant under layout',
  property: fc.property(
    answers(),
    answers(),
    fc.boolean(),
    spellings(),
    fc.constantFrom(...LAYOUTS),
    (gold, other, right, spelling, layout) => {
      const given = right ? gold : other;
      const usual = pays(plain(gold), `The answer is $\\boxed{${plain(given)}}$.`);
      return pays(plain(gold), layout(spell(given, { ...spelling, wrap: 'none' }))) === usual;
    },
  ),
});

/** No verdict depends on the comparisons made before it: in order, turned round, repeated. */
export const independentOfOrder = (compare: Comparer): Law => ({
  name: 'independent of what was compared before',
  property: fc.property(
    fc.array(fc.tuple(trees(), trees(), fc.boolean()), { minLength: 2, maxLength: 3 }),
    (drawn) => {
      const pairs = drawn.map(([a, b, same]) => [plain(a), plain(same ? a : b)] as const);
      const seen = ([gold, given]: readonly [string, string]): string => JSON.stringify(compare(gold, given));
      const straight = pairs.map(seen);
      const turned = [...pairs].reverse().map(seen).reverse();
      const doubled = pairs.flatMap((pair) => [pair, pair]).map(seen);
      return straight.every((verdict, i) => verdict === turned[i] && verdict === doubled[2 * i + 1]);
    },
  ),
});

/** All laws of whole responses. */
export const payingLaws = (pays: Payer): readonly Law[] => [hedgingNeverPays(pays), layoutInvariant(pays)];

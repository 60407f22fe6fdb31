import { fail, type Outcome, succeed } from '../../support/index.js';

/** A field's value as a fact, or what it should have been. */
export type Reader<T> = (value: unknown) => Outcome<T, string>;

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/** A number: as JSON has it, or as text (CSV cells, and numbers of 16 digits or more, are read as text). */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'string' && value.length < 400 && NUMBER.test(value) ? Number(value) : Number.NaN;
}

const wanted = <T>(fits: boolean, value: T, what: string): Outcome<T, string> =>
  fits ? succeed(value) : fail(what);

/** A finite number. */
export const finite: Reader<number> = (value) => {
  const number = numberOf(value);
  return wanted(Number.isFinite(number), number, 'a finite number');
};

/** A finite number ≥ 0. */
export const atLeastZero: Reader<number> = (value) => {
  const number = numberOf(value);
  return wanted(Number.isFinite(number) && number >= 0, number + 0, 'a number of at least 0');
};

/** A whole number from 0 to 2^53 − 1. */
export const whole: Reader<number> = (value) => {
  const number = numberOf(value);
  return wanted(Number.isSafeInteger(number) && number >= 0, number + 0, 'a whole number of at least 0');
};

/** A share: from 0 to 1. */
export const share: Reader<number> = (value) => {
  const number = numberOf(value);
  return wanted(number >= 0 && number <= 1, number, 'a number from 0 to 1');
};

/** A list of finite numbers. */
export const finiteList: Reader<readonly number[]> = (value) => {
  const numbers = Array.isArray(value) ? value.map(numberOf) : [Number.NaN];
  return wanted(numbers.every(Number.isFinite), numbers, 'a list of finite numbers');
};

const TRUTHS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  [1, true],
  [0, false],
  ['1', true],
  ['0', false],
  ['true', true],
  ['false', false],
  ['True', true],
  ['False', false],
]);

/** True or false, also as 1 or 0. */
export const truth: Reader<boolean> = (value) => {
  const found = TRUTHS.get(value);
  return found === undefined ? fail('true or false') : succeed(found);
};

const FINISHES: ReadonlyMap<unknown, 'stop' | 'length'> = new Map<unknown, 'stop' | 'length'>([
  ['stop', 'stop'],
  ['eos', 'stop'],
  ['eos_token', 'stop'],
  ['end_turn', 'stop'],
  ['stop_sequence', 'stop'],
  ['tool_calls', 'stop'],
  ['length', 'length'],
  ['max_tokens', 'length'],
  ['max_length', 'length'],
  ['truncated', 'length'],
]);

/** How a response ended, in the words of the usual engines. */
export const finishWord: Reader<'stop' | 'length'> = (value) => {
  const found = FINISHES.get(value);
  return found === undefined ? fail("'stop' or 'length'") : succeed(found);
};

/** Numbers by name, `null` where one is not known. */
export const numbersByName: Reader<Readonly<Record<string, number | null>>> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail('numbers by name');
  const entries = Object.entries(value).map(
    ([name, one]) => [name, one === null ? null : numberOf(one)] as const,
  );
  const fits = entries.every(([, one]) => one === null || Number.isFinite(one));
  return wanted(fits, Object.fromEntries(entries), 'finite numbers by name');
};

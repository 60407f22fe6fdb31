import { expect, test } from 'vitest';
import { Fault } from '../../../../src/server/wire/fault.js';
import { parseJson } from '../../../../src/server/wire/parse.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const message = (input: Uint8Array): string => {
  try {
    parseJson(input);
  } catch (error) {
    expect(error).toBeInstanceOf(Fault);
    expect((error as Fault).code).toBe('bad_request');
    return (error as Fault).message;
  }
  return 'no fault';
};

test('JSON is read, lone surrogates and separators of lines included', () => {
  expect(parseJson(bytes('{"a":["\\ud800",null,1e2]}'))).toEqual({ a: ['\ud800', null, 100] });
  expect(parseJson(bytes('"\u2028"'))).toBe('\u2028');
});

test.each([
  ['empty', ''],
  ['half', '{"a":'],
  ['trailing', '{} {}'],
])('%s is not JSON', (_, text) => {
  expect(message(bytes(text))).toMatch(/^the request is not JSON/);
});

test('literals that Python writes are named', () => {
  expect(message(bytes('{"tokens":NaN}'))).toContain('NaN and Infinity are not JSON');
});

test('invalid UTF-8 is refused, not replaced', () => {
  expect(message(Uint8Array.of(0x22, 0xff, 0x22))).toBe('the request is not valid UTF-8');
});

test('nesting is bounded, and brackets within strings are not nesting', () => {
  expect(message(bytes('['.repeat(100_000)))).toContain('nested more than 64 deep');
  expect(message(bytes(`${'['.repeat(65)}${']'.repeat(65)}`))).toContain('nested');
  expect(parseJson(bytes(`${'['.repeat(64)}${']'.repeat(64)}`))).toBeInstanceOf(Array);
  expect(parseJson(bytes(JSON.stringify({ a: '['.repeat(1000), b: '\\"[[' })))).toMatchObject({ b: '\\"[[' });
  expect(parseJson(bytes(JSON.stringify(`${'\\'.repeat(7)}"${'{'.repeat(99)}`)))).toContain('{{');
});

import { describe, expect, test } from 'vitest';
import { admit, isLoopback } from '../../../../src/server/http/access.js';

const open = { token: null, hosts: new Set<string>() };
const code = (headers: Record<string, string>, access: Parameters<typeof admit>[1]): string => {
  try {
    admit(headers, access);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'admitted';
};

test.each([
  ['127.0.0.1', true],
  ['127.8.9.1', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['10.0.0.4', false],
  ['127.example.com', false],
])('%s is loopback: %s', (host, answer) => {
  expect(isLoopback(host)).toBe(answer);
});

describe('admit', () => {
  test.each([
    ['an address', { host: '127.0.0.1:8700' }, 'admitted'],
    ['localhost', { host: 'LocalHost:8700' }, 'admitted'],
    ['IPv6', { host: '[::1]:8700' }, 'admitted'],
    ['a rebound name', { host: 'evil.example:8700' }, 'forbidden'],
    ['no host', {}, 'forbidden'],
    ['a web page', { host: '127.0.0.1', origin: 'http://evil.example' }, 'forbidden'],
  ])('%s', (_, headers, answer) => {
    expect(code(headers as unknown as Record<string, string>, open)).toBe(answer);
  });

  test('a name that is allowed', () => {
    expect(code({ host: 'node-7:80' }, { token: null, hosts: new Set(['node-7']) })).toBe('admitted');
  });

  test.each([
    ['the token', 'Bearer secret', 'admitted'],
    ['the scheme in small letters', 'bearer secret', 'admitted'],
    ['another token', 'Bearer secrex', 'unauthorized'],
    ['a prefix', 'Bearer secre', 'unauthorized'],
    ['a megabyte', `Bearer ${'x'.repeat(1_000_000)}`, 'unauthorized'],
    ['another scheme', 'Basic secret', 'unauthorized'],
    ['nothing', '', 'unauthorized'],
  ])('%s', (_, authorization, answer) => {
    const headers = authorization === '' ? { host: '127.0.0.1' } : { host: '127.0.0.1', authorization };
    expect(code(headers, { token: 'secret', hosts: new Set() })).toBe(answer);
  });
});

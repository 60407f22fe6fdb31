import { describe, expect, test } from 'vitest';
import { lenient } from '../../../../../src/verifiers/policy.js';
import { compared } from '../../../../helpers/answers.js';
import { differentPairs, equalPairs } from './pairs.js';

describe('matrices', () => {
  equalPairs([
    ['\\begin{pmatrix}2&4\\\\6&8\\end{pmatrix}', '2\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}'],
    ['\\begin{pmatrix}1/2\\\\x+x\\end{pmatrix}', '\\begin{pmatrix}0.5\\\\2x\\end{pmatrix}'],
    ['[[5,6],[7,8]]', '\\begin{pmatrix}5&6\\\\7&8\\end{pmatrix}'],
    ['\\begin{vmatrix}2&1\\\\5&4\\end{vmatrix}', '3'],
    ['\\begin{pmatrix}1&1\\\\0&1\\end{pmatrix}^3', '\\begin{pmatrix}1&3\\\\0&1\\end{pmatrix}'],
    ['\\begin{pmatrix}2&1\\\\1&1\\end{pmatrix}^{-1}', '\\begin{pmatrix}1&-1\\\\-1&2\\end{pmatrix}'],
    [
      '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}\\begin{pmatrix}0&1\\\\1&0\\end{pmatrix}',
      '\\begin{pmatrix}2&1\\\\4&3\\end{pmatrix}',
    ],
  ]);
  differentPairs([
    ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '\\begin{pmatrix}1&3\\\\2&4\\end{pmatrix}'],
    ['\\begin{pmatrix}1&2\\end{pmatrix}', '\\begin{pmatrix}1\\\\2\\end{pmatrix}'],
    ['\\begin{vmatrix}2&1\\\\5&4\\end{vmatrix}', '-3'],
  ]);
});

describe('vectors', () => {
  equalPairs([
    ['\\begin{pmatrix}4\\\\-1\\\\6\\end{pmatrix}', '\\langle 4,-1,6\\rangle'],
    ['\\langle 4,-1,6\\rangle', '4\\mathbf{i}-\\mathbf{j}+6\\mathbf{k}'],
    ['4i-j+6k', '\\begin{pmatrix}4\\\\-1\\\\6\\end{pmatrix}'],
    ['4\\mathbf{i}-\\mathbf{j}', '4i-j'],
  ]);
  differentPairs([
    ['\\langle 4,-1\\rangle', '\\langle -1,4\\rangle'],
    ['4+3i', '(4,3)'],
  ]);
  test('a column is a bare tuple by policy only', () => {
    const [column, tuple] = ['\\begin{pmatrix}4\\\\-1\\end{pmatrix}', '(4,-1)'] as const;
    expect(compared(column, tuple).kind).toBe('different');
    expect(compared(column, tuple, lenient).kind).toBe('equal');
    expect(compared(tuple, column, lenient).kind).toBe('equal');
  });
});

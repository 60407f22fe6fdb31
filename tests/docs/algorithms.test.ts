import { expect, test } from 'vitest';
import { adamWDefaults, estimators, lossDefaults, ppoDefaults } from '../../src/trainer/index.js';
import { readSource } from '../helpers/source-files.js';

const page = readSource('docs/algorithms.md');

const unnamed = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !page.includes(`\`${name}\``) && !page.includes(`\`${name}:`));

test('docs/algorithms.md names every estimator', () => {
  expect(unnamed(Object.keys(estimators))).toEqual([]);
});

test('docs/algorithms.md names every setting of the loss, of PPO and of clipping', () => {
  const terms = Object.keys(lossDefaults).filter((name) => !['kl', 'entropy', 'klEstimator'].includes(name));
  expect(unnamed(terms)).toEqual([]);
  expect(unnamed(['k1', 'k2', 'k3', 'loss.kl', 'optimiser.weightDecay', 'clipValue'])).toEqual([]);
  expect(unnamed(Object.keys(ppoDefaults).filter((name) => name !== 'criticRate'))).toEqual([]);
  expect(unnamed(Object.keys(adamWDefaults).filter((name) => name.startsWith('clip')))).toEqual([]);
});

/**
 * The arithmetic between rewards and a training loss, one number at a time: what a trainer computes in
 * tensors, readable and to test it by.
 *
 * @module
 */
export { type Aggregation, aggregate } from './aggregate.js';
export { k3 } from './divergence.js';
export { entropyOf, entropyOfLogits } from './entropy.js';
export { clippedLoss, type LossWeights, responseRatio, totalLoss } from './surrogate.js';

/**
 * Advantages: how much better a rollout did than expected, as pure functions of rewards. Rewards are `[G]` for one group
 * and `[P,G]` for a batch of P groups; a `null` reward (an abstention) takes no part in the statistics and keeps a
 * `null` advantage, to be masked from the loss. Adding a constant to all rewards of a group changes nothing; where
 * nothing tells rollouts apart, the advantage is exactly 0.
 *
 * @module
 */
export { drGrpoAdvantages } from './dr-grpo.js';
export { type Gae, gae } from './gae.js';
export { type GdpoOptions, gdpoAdvantages } from './gdpo.js';
export { grpoAdvantages } from './grpo.js';
export { type ReinforcePlusPlusOptions, reinforcePlusPlusAdvantages } from './reinforce-plus-plus.js';
export { rlooAdvantages } from './rloo.js';

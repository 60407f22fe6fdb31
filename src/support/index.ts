export { Budget, withinBudget } from './budget.js';
export { BackendError, ConfigError, InputError, TouchstoneError } from './errors.js';
export { canonicalJson, type Json, stableHash } from './json.js';
export { nearest } from './nearest.js';
export { fail, type Outcome, succeed } from './outcome.js';
export { passAtK } from './pass-at-k.js';
export { type Random, seededRandom } from './random.js';
export { hint, shown } from './shown.js';
export { readPlaced } from './yaml.js';

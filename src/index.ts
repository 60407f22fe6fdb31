/** The names most readers need; everything else is under a subpath such as `touchstone/verifiers`. */
export {
  compare,
  explain,
  extract,
  lenient,
  type Policy,
  parse,
  strict,
  type Verdict,
  verify,
} from './verifiers/index.js';

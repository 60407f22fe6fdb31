import type { Signal } from '../../signal.js';
import { cosineLengthAsWrong, kimiLengthAsRight } from './as-if.js';
import { goldNumber } from './gold-number.js';
import { goldUsable } from './gold-usable.js';
import { occurs } from './occurs.js';
import { stackFormat } from './stack-format.js';

/** Signals that only the presets of stacks need. */
export const stackSignals: readonly Signal[] = [
  cosineLengthAsWrong,
  goldNumber,
  goldUsable,
  kimiLengthAsRight,
  occurs,
  stackFormat,
];

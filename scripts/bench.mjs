// npm run bench [-- --suites DIR] [--memory]
// Times the verifier and the rewards on this machine. Figures are medians of warm runs; compare ratios, not single numbers.
import { verify } from '../dist/verifiers/index.js';
import { benchBombs, benchScan } from './bench/hostile.mjs';
import { benchMemory } from './bench/memory.mjs';
import { benchPairs, benchResponses } from './bench/pairs.mjs';
import { benchRewards } from './bench/rewards.mjs';
import { benchStartup } from './bench/startup.mjs';

console.log(`node ${process.version}, ${process.platform} ${process.arch}\n`);
benchPairs(verify);
benchResponses(verify);
benchStartup();
benchRewards();
benchScan(verify);
await benchBombs(verify);
if (process.argv.includes('--memory')) benchMemory(verify);
else
  console.log(
    '\n(--memory: a million verdicts, about a minute; --suites DIR: labelled suites instead of fixtures/)',
  );

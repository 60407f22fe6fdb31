// Ends at its first request the first time it is started, and answers from then on. FLAKY_MARK names a file that remembers.
import { existsSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const first = !existsSync(process.env.FLAKY_MARK);
writeFileSync(process.env.FLAKY_MARK, '');
for await (const line of createInterface({ input: process.stdin })) {
  if (first) process.exit(9);
  const { id, items } = JSON.parse(line);
  const results = items.map(() => ({ reward: 1, terms: {}, verdict: 'equal', reason: '', extracted: '' }));
  process.stdout.write(`${JSON.stringify({ id, results, ms: 0 })}\n`);
}

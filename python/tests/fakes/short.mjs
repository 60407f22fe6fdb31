// Answers with one result too few: never taken for the truth.
import { createInterface } from 'node:readline';

for await (const line of createInterface({ input: process.stdin })) {
  const { id } = JSON.parse(line);
  process.stdout.write(`not a reply\n${JSON.stringify({ id, results: [], ms: 0 })}\n`);
}

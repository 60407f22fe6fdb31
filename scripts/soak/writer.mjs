// Writes numbered batches to a store and prints the number of each one once it is acknowledged.
//   node scripts/soak/writer.mjs STORE WRITER FIRST LAST
import { diskStore } from '../../dist/rewards/history/index.js';
import { batch } from './batch.mjs';

const [path, writer, first, last] = process.argv.slice(2);
const store = await diskStore(path);
process.stdout.write('ready\n');
for (let number = Number(first); number <= Number(last); number += 1) {
  await store.add(batch(writer, number));
  process.stdout.write(`${number}\n`);
}
await store.close();

// Kills writers of a history store with SIGKILL at random times and checks after each kill that every acknowledged
// batch is there and that nothing else is, but at most the one batch that was being written.
//   npm run soak:store [-- KILLS [SEED]]
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diskStore } from '../dist/rewards/history/index.js';
import { seededRandom } from '../dist/support/index.js';
import { batchesOf } from './soak/batch.mjs';

const kills = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? 20_261_121);
const random = seededRandom(seed);
const folder = mkdtempSync(join(tmpdir(), 'touchstone-soak-'));
const path = join(folder, 'store.db');
const script = fileURLToPath(new URL('./soak/writer.mjs', import.meta.url));

/** Starts a writer at `first`, kills it `delay` ms after `count` batches, and tells the last one it acknowledged. */
function killed(first, count, delay) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, path, 'w', String(first), String(first + 1_000_000)]);
    let text = '';
    let armed = false;
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      if (armed || text.split('\n').length < count + 2) return;
      armed = true;
      setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.stderr.on('data', (chunk) => process.stderr.write(chunk));
    child.on('error', reject);
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error('the writer ended by itself'));
      // A last line without a line break was not fully said.
      const said = text.split('\n').slice(1, -1).map(Number);
      resolve(said.at(-1) ?? first - 1);
    });
  });
}

/** Batches in the store, after a fresh opening. */
async function stored() {
  const store = await diskStore(path);
  const lessons = await store.read();
  await store.close();
  return batchesOf('w', lessons);
}

let acknowledged = 0;
let unacknowledged = 0;
for (let kill = 0; kill < kills; kill += 1) {
  acknowledged = await killed(acknowledged + 1, random.below(6), random.below(12));
  const batches = await stored();
  for (let number = 1; number <= acknowledged; number += 1)
    if (!batches.has(number)) throw new Error(`kill ${kill}: acknowledged batch ${number} is lost`);
  const extra = batches.size - acknowledged;
  if (extra > 1) throw new Error(`kill ${kill}: ${extra} batches that were not acknowledged`);
  // One batch may be kept whose acknowledgement the kill cut off.
  unacknowledged += extra;
  acknowledged += extra;
}
rmSync(folder, { recursive: true });
console.log(`${kills} kills, seed ${seed}: ${acknowledged} batches, none lost, none invented;`);
console.log(`${unacknowledged} were kept although the kill cut off their acknowledgement`);

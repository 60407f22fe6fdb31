import { open, realpath, stat, truncate } from 'node:fs/promises';
import { openSource, readItems } from '../input/index.js';
import { own } from '../path.js';
import type { Judged, VerifyRecord } from '../record.js';
import { FileSink } from '../sink.js';

const BLOCK = 1 << 16;
const NEWLINE = 10;

/** Drops what follows the last line break of a file: a line that a kill cut through. */
async function dropTornLine(path: string, size: number): Promise<void> {
  const handle = await open(path, 'r');
  let end = 0;
  for (let to = size; to > 0 && end === 0; to -= BLOCK) {
    const from = Math.max(0, to - BLOCK);
    const block = Buffer.alloc(to - from);
    await handle.read(block, 0, block.length, from);
    const at = block.lastIndexOf(NEWLINE);
    if (at >= 0) end = from + at + 1;
  }
  await handle.close();
  if (end < size) await truncate(path, end);
}

/** The judged that a line's `verify` object was made from. */
function judgedOf(verify: unknown): Judged {
  const responses = own(verify, 'responses');
  if (!Array.isArray(responses)) return { records: [verify as VerifyRecord], majority: 0 };
  const majority = own(verify, 'majority');
  return { records: responses as VerifyRecord[], majority: typeof majority === 'number' ? majority : null };
}

/** The judgeds that an unfinished output already holds, one per line; none when there is no such file. */
export async function* finishedJudged(output: string): AsyncGenerator<Judged, void, undefined> {
  const part = FileSink.partName(await realpath(output).catch(() => output));
  const info = await stat(part).catch(() => null);
  if (info === null || !info.isFile()) return;
  await dropTornLine(part, info.size);
  for await (const items of readItems(await openSource(part), 'jsonl')) {
    for (const item of items) if (item.kind === 'row') yield judgedOf(own(item.record, 'verify'));
  }
}

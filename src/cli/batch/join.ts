import { ConfigError } from '../../support/index.js';
import { openSource, readItems } from '../input/index.js';
import { type FieldPath, parsePath, readPath } from '../path.js';
import { labelField } from '../shapes/index.js';
import { goldTexts } from '../text.js';
import type { FaultLog } from './faults.js';

/** A join key as text: 7 and "7" are the same record. */
export const joinKey = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;

/** Golds by the value of the field they are joined on. */
export type Golds = ReadonlyMap<string, string | readonly string[]>;

/** Reads the golds of another file into memory, keyed by `on`. Throws {@link ConfigError} where keys collide. */
export async function readGolds(
  file: string,
  on: FieldPath,
  label: string | undefined,
  faults: FaultLog,
): Promise<Golds> {
  const golds = new Map<string, string | readonly string[]>();
  let path: FieldPath | null = null;
  for await (const items of readItems(await openSource(file))) {
    const records = items.flatMap((item) => (item.kind === 'row' ? [item.record] : []));
    if (path === null && records.length > 0) path = parsePath(labelField(records.slice(0, 50), label, file));
    for (const item of items) {
      if (item.kind === 'fault') {
        await faults.reject(item);
        continue;
      }
      const key = joinKey(readPath(item.record, on));
      const gold = goldTexts(readPath(item.record, path as FieldPath));
      if (key === null || gold === undefined) {
        await faults.lacks(
          item.place,
          key === null ? `no '${on.text}' to join on` : `no gold in '${path?.text}'`,
        );
      } else if (golds.has(key) && String(golds.get(key)) !== String(gold)) {
        throw new ConfigError(`${file}: two different golds for ${on.text} = ${key}`);
      } else golds.set(key, gold);
    }
  }
  return golds;
}

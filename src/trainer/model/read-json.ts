import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { InputError } from '../../support/index.js';

/** A JSON object as it was read: nothing is known of its values. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for what JSON writes in braces. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON object of a file. Throws {@link InputError} naming the file that is missing, cut off or something else. */
export async function readJson(path: string): Promise<JsonObject> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new InputError(`cannot read ${path}: ${error.message}`);
  });
  const json = parsed(text, path);
  if (isObject(json)) return json;
  throw new InputError(`${path} is not a JSON object`);
}

/** The JSON object of a file, `{}` where there is no such file. */
export const readJsonIfThere = async (path: string): Promise<JsonObject> =>
  existsSync(path) ? readJson(path) : {};

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${path} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

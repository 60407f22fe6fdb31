import { readFileSync } from 'node:fs';

/** The manifest, seen from the compiled file (bundled or not). */
const MANIFEST = '../../package.json';

/** The version in package.json. */
export function packageVersion(): string {
  const text = readFileSync(new URL(MANIFEST, import.meta.url), 'utf8');
  const { version } = JSON.parse(text) as { readonly version?: unknown };
  return typeof version === 'string' ? version : 'unknown';
}

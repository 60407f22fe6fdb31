import { readFileSync } from 'node:fs';

/** The manifest, seen from the compiled file (bundled or not). */
const MANIFEST = '../../package.json';

interface Manifest {
  readonly version?: unknown;
  readonly bundleDependencies?: unknown;
}

// Erasure point: a manifest is a JSON object; its fields are checked where they are read.
const manifest = (): Manifest =>
  JSON.parse(readFileSync(new URL(MANIFEST, import.meta.url), 'utf8')) as Manifest;

/** The version in package.json. */
export function packageVersion(): string {
  const { version } = manifest();
  return typeof version === 'string' ? version : 'unknown';
}

/** Packages that lie inside this copy's own files, as in the Python wheel: none in an npm install. */
export function bundledPackages(): readonly unknown[] {
  const { bundleDependencies } = manifest();
  return Array.isArray(bundleDependencies) ? bundleDependencies : [];
}

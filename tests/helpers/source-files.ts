import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root: string = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Every file below `folder` (relative to the root) that ends in `ending`, as root-relative paths, sorted. */
export function filesBelow(folder: string, ending: string): string[] {
  const found: string[] = [];
  const walk = (path: string): void => {
    for (const name of readdirSync(path)) {
      if (name === 'node_modules' || name.startsWith('.')) continue;
      const child = join(path, name);
      if (statSync(child).isDirectory()) walk(child);
      else if (name.endsWith(ending)) found.push(relative(root, child).replaceAll('\\', '/'));
    }
  };
  walk(join(root, folder));
  return found.sort();
}

/** A root-relative file's text. */
export const readSource = (path: string): string => readFileSync(join(root, path), 'utf8');

/** An import or re-export: the specifier as written, whether types only, and its line (1-based). */
export interface ImportEdge {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
  readonly line: number;
}

const STATIC = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\b(?:import|new URL)\(\s*['"]([^'"]+)['"]/g;

/** All import edges of one file. */
export function importsOf(path: string): ImportEdge[] {
  const source = readSource(path);
  const line = (at: number): number => source.slice(0, at).split('\n').length;
  const edges: ImportEdge[] = [];
  for (const match of source.matchAll(STATIC)) {
    edges.push({ from: path, to: match[2] ?? '', typeOnly: match[1] !== undefined, line: line(match.index) });
  }
  for (const match of source.matchAll(DYNAMIC)) {
    edges.push({ from: path, to: match[1] ?? '', typeOnly: false, line: line(match.index) });
  }
  return edges;
}

import { bundledPackages } from '../version.js';

/** One thing looked at. `ok` null: fine either way. */
export interface Check {
  readonly name: string;
  readonly ok: boolean | null;
  readonly found: string;
  /** The command that adds what is missing. */
  readonly add?: string;
}

/** Whether a package can be loaded from here. */
export function isInstalled(name: string): boolean {
  if (bundledPackages().includes(name)) return true;
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** A package by its name and what it is used for. */
export const packageCheck = (name: string, use: string, needed: boolean): Check =>
  isInstalled(name)
    ? { name, ok: true, found: use }
    : { name, ok: needed ? false : null, found: `not installed (${use})`, add: `npm install ${name}` };

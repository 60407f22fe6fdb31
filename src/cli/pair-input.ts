import { existsSync, readFileSync } from 'node:fs';
import { type Arguments, switchOption, UsageError } from './argv.js';
import { own } from './path.js';
import { goldTexts, problemText, responseTexts } from './text.js';

/** A gold and a response to compare. */
export interface Pair {
  readonly gold: string | readonly string[];
  readonly response: string;
  readonly problem?: string;
}

/** `@FILE` reads the argument from a file: shells differ in what they do to backslashes. */
function argument(text: string): string {
  if (!text.startsWith('@') || !existsSync(text.slice(1))) return text;
  return readFileSync(text.slice(1), 'utf8').replace(/\r?\n$/, '');
}

async function standardInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function pairFromJson(text: string): Pair {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError('--stdin-pair reads one JSON object: {"gold": "1/2", "response": "0.5"}');
  }
  const gold = goldTexts(own(value, 'gold'));
  const response = responseTexts(own(value, 'response'));
  if (gold === undefined || response?.length !== 1) {
    throw new UsageError('--stdin-pair needs "gold" and "response" in its JSON object');
  }
  const problem = problemText(own(value, 'problem'));
  return { gold, response: response[0] as string, ...(problem === undefined ? {} : { problem }) };
}

/** The pair that the command line gives. Throws {@link UsageError}. */
export async function pairFrom(args: Arguments): Promise<Pair> {
  if (switchOption(args, 'stdin-pair')) return pairFromJson(await standardInput());
  const [gold, response, ...more] = args.positionals;
  if (gold === undefined || response === undefined || more.length > 0) {
    throw new UsageError(`needs exactly a gold and a response; got ${args.positionals.length} arguments`);
  }
  return { gold: argument(gold), response: argument(response) };
}

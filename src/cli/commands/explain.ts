import { cut, visible } from '../../report/index.js';
import { type ExplainedSide, type Explanation, explain } from '../../verifiers/index.js';
import { type Arguments, switchOption, textOption } from '../argv.js';
import type { ExitCode } from '../exit.js';
import { policyFrom } from '../options/policy.js';
import { statusOf } from '../pair.js';
import { type Pair, pairFrom } from '../pair-input.js';
import type { Remark } from '../proposals.js';
import type { Colors, Terminal } from '../terminal.js';
import { treeLines } from '../tree.js';

/** Columns of a line that come from outside. */
const SHOWN = 200;

interface View {
  readonly pair: Pair;
  readonly explanation: Explanation;
  readonly colors: Colors;
  readonly width: number;
}

const shown = (text: string): string => cut(visible(text), SHOWN);

/** The response around the span of its answer, with the answer marked. */
function extractionLines({ pair, explanation, colors, width }: View): string[] {
  const { extraction } = explanation;
  const lines = [colors.bold('Extraction'), `  ${extraction.status}: ${shown(extraction.reason)}`];
  const { span } = extraction;
  if (span === null) return lines;
  const room = Math.max(10, Math.floor((width - 8) / 3));
  const before = visible(pair.response.slice(Math.max(0, span.start - room), span.start));
  const inside = shown(pair.response.slice(span.start, span.end));
  const after = visible(pair.response.slice(span.end, span.end + room));
  lines.push(`  …${colors.dim(before)}${colors.bold(colors.underline(inside))}${colors.dim(after)}…`);
  lines.push(colors.dim(`  characters ${span.start} to ${span.end}, by ${extraction.method ?? 'none'}`));
  return lines;
}

function sideLines(title: string, side: ExplainedSide, colors: Colors): string[] {
  const lines = ['', `${colors.bold(title)}  ${shown(side.text)}`];
  if (side.answer === null) return [...lines, `  ${colors.yellow('not read')}: ${shown(side.problem ?? '')}`];
  lines.push(`  kind ${colors.cyan(side.answer.kind)}, in plain notation ${shown(side.normal ?? '')}`);
  return [...lines, ...treeLines(side.answer).map((line) => `  ${shown(line)}`)];
}

function verdictLines({ explanation, colors }: View): string[] {
  const { result, policy } = explanation;
  const { verdict } = result;
  const paint =
    verdict.kind === 'equal' ? colors.green : verdict.kind === 'different' ? colors.red : colors.yellow;
  const lines = ['', `${colors.bold('Verdict')}  ${paint(verdict.kind)}: ${shown(result.reason)}`];
  if (verdict.kind === 'different' && verdict.witness !== undefined) {
    const { at, gold, given } = verdict.witness;
    const point = Object.entries(at).map(([name, value]) => `${name} = ${value}`);
    if (point.length > 0) lines.push(`  at ${shown(point.join(', '))}`);
    lines.push(`  gold    ${shown(gold)}`, `  answer  ${shown(given)}`);
  }
  const paid =
    result.correct === null ? 'not judged: the gold is unusable' : result.correct ? 'paid' : 'not paid';
  lines.push(
    colors.dim(`  ${paid} under ${policy.name}; ${result.certainty ?? 'undecided'}, ${result.steps} steps`),
  );
  return lines;
}

function remarkLines(remarks: readonly Remark[], colors: Colors): string[] {
  if (remarks.length === 0) return [];
  const lines = ['', colors.bold('Proposed by nerdamer, checked by the kernel')];
  for (const { what, proposals } of remarks) {
    const texts = proposals.map(({ text, certainty }) =>
      shown(certainty === 'proved' ? text : `${text} (probable)`),
    );
    lines.push(`  ${what}: ${texts.join(', ')}`);
  }
  return lines;
}

/** The page of one explanation. */
function page(view: View, remarks: readonly Remark[]): string {
  const { explanation, colors } = view;
  const lines = extractionLines(view);
  for (const gold of explanation.golds) lines.push(...sideLines('Gold', gold, colors));
  if (explanation.given !== null) lines.push(...sideLines('Answer', explanation.given, colors));
  return `${[...lines, ...verdictLines(view), ...remarkLines(remarks, colors)].join('\n')}\n`;
}

/** JSON has no big integers: they are written as digits. */
const jsonSafe = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;

/** `touchstone explain`: exit status as for one pair. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const pair = await pairFrom(args);
  const policy = policyFrom(args);
  const problem = textOption(args, 'problem');
  const explanation = explain(
    pair.gold,
    pair.response,
    problem === undefined ? { policy } : { policy, problem },
  );
  const colors = terminal.colors(textOption(args, 'color')).out;
  const remarks = switchOption(args, 'propose')
    ? await (await import('../proposals.js')).remarks(explanation)
    : [];
  const text = switchOption(args, 'json')
    ? `${JSON.stringify({ schema_version: 1, ...explanation, remarks }, jsonSafe)}\n`
    : page({ pair, explanation, colors, width: terminal.width }, remarks);
  await terminal.out.write(text);
  return statusOf(explanation.result);
}

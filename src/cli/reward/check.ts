import { visible } from '../../report/index.js';
import {
  type CheckReport,
  type Counterexample,
  check,
  describe,
  hashReward,
  type Need,
  type Reward,
  standardSignals,
  type Warning,
} from '../../rewards/index.js';
import { type Arguments, numberOption, switchOption, textOption, UsageError } from '../argv.js';
import { type ExitCode, exitCode } from '../exit.js';
import { paramsFrom, rewardFrom } from '../reward-source.js';
import type { Colors, Terminal } from '../terminal.js';

/** `touchstone reward check`: what can go wrong with rewards, before any step. */
export async function checkRewards(
  names: readonly string[],
  args: Arguments,
  terminal: Terminal,
): Promise<ExitCode> {
  if (names.length === 0) throw new UsageError('reward check needs a FILE or a NAME');
  const failOn = textOption(args, 'fail-on') ?? 'error';
  const colors = terminal.colors(textOption(args, 'color')).out;
  let missed = false;
  for (const name of names) {
    const reward = await rewardFrom(name, paramsFrom(textOption(args, 'params')));
    const report = check(reward, standardSignals, optionsFrom(args));
    missed ||= report.warnings.some(({ severity }) => failsOn(failOn, severity));
    await terminal.out.write(
      switchOption(args, 'json')
        ? `${JSON.stringify({ schema_version: 1, file: name, hash: hashReward(reward), ...report })}\n`
        : page(name, reward, report, colors),
    );
  }
  return missed ? exitCode.missed : exitCode.done;
}

function optionsFrom(args: Arguments): Parameters<typeof check>[2] {
  const count = (name: string): number | undefined =>
    numberOption(args, name, { min: 1, max: 1e9, whole: true });
  const groupSize = count('group-size');
  const steps = count('steps');
  const provides = textOption(args, 'provides');
  return {
    ...(groupSize === undefined ? {} : { groupSize }),
    ...(steps === undefined ? {} : { steps }),
    ...(provides === undefined ? {} : { provides: provides.split(',').map((name) => name.trim()) as Need[] }),
  };
}

const failsOn = (failOn: string, severity: Warning['severity']): boolean =>
  severity === 'error' ? failOn !== 'none' : severity === 'warning' && failOn === 'warning';

const CLAIMS = {
  proved: 'any right answer beats any wrong one: proved',
  refuted: 'any right answer beats any wrong one: refuted',
  unknown: 'any right answer beats any wrong one: neither proved nor refuted',
} as const;

function page(name: string, reward: Reward, { warnings, dominance }: CheckReport, colors: Colors): string {
  const lines = [colors.bold(visible(name)), colors.dim(`  ${visible(describe(reward.term))}`)];
  if (dominance !== null) {
    const paint = dominance.beats === 'proved' ? colors.green : colors.yellow;
    const margin =
      Number.isFinite(dominance.margin) && dominance.margin > 0
        ? `, by at least ${round(dominance.margin)}`
        : '';
    lines.push(`  ${paint(`${CLAIMS[dominance.beats]}${margin}`)}`);
  }
  for (const warning of warnings) lines.push(...warningLines(warning, colors));
  if (warnings.length === 0) lines.push(`  ${colors.green('no warnings')}`);
  return `${lines.join('\n')}\n`;
}

function warningLines({ rule, severity, path, message, counterexample }: Warning, colors: Colors): string[] {
  const paint = severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.cyan;
  const lines = [`  ${paint(severity)} ${visible(rule)} at ${visible(path)}: ${visible(message)}`];
  return counterexample === undefined ? lines : [...lines, ...exampleLines(counterexample, colors)];
}

/** The two rollouts that show it, with what they were paid. */
function exampleLines(
  { group, history, should, shouldNot, rewards }: Counterexample,
  colors: Colors,
): string[] {
  const line = (i: number, reward: number | null): string => {
    const { text, tokens, finish, facts } = group.rollouts[i] ?? { text: '', facts: {} };
    const { verdict: _verdict, ...known } = facts;
    const told = {
      ...(tokens === undefined ? {} : { tokens }),
      ...(finish === undefined ? {} : { finish }),
      ...known,
    };
    return `    ${reward === null ? 'abstains' : round(reward)}  ${visible(JSON.stringify(told))}${text === '' ? '' : ` ${visible(JSON.stringify(text.slice(0, 60)))}`}`;
  };
  const before =
    history.length === 0
      ? ''
      : ` after ${history.length} learned ${history.length === 1 ? 'group' : 'groups'}`;
  return [
    colors.dim(`    step ${group.step}${before}: should earn more, and does not`),
    line(should, rewards[0]),
    line(shouldNot, rewards[1]),
  ];
}

const round = (value: number): string => String(Number(value.toPrecision(6)));

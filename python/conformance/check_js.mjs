// autoevals and promptfoo for real, from npm: run in a folder where both and touchstone are installed.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = process.cwd();
const require = createRequire(join(folder, 'here.js'));
const adapters = pathToFileURL(join(process.env.TOUCHSTONE_ROOT, 'dist', 'adapters', 'index.js')).href;
const { toScorer } = await import(adapters);

const versionOf = (name) => JSON.parse(spawnSync(process.execPath, ['-p', `JSON.stringify(require('./node_modules/${name}/package.json').version)`], { encoding: 'utf8' }).stdout);

/** autoevals runs scorers of its own beside ours: the shape of the results must be one. */
async function autoevals() {
  const { ExactMatch } = require('autoevals');
  const sample = { input: '1+1?', output: 'It is \\boxed{2}.', expected: '2' };
  const [theirs, ours] = await Promise.all([ExactMatch(sample), toScorer()(sample)]);
  if (theirs.score !== 0 || ours.score !== 1) throw new Error(JSON.stringify({ theirs, ours }));
  for (const key of Object.keys(theirs)) if (key !== 'error' && !(key in ours)) throw new Error(`no ${key} in ours`);
  return `autoevals ${versionOf('autoevals')}`;
}

/** `promptfoo eval` over a provider that echoes, with our assertion from a file: two rows pass, one fails. */
function promptfoo() {
  writeFileSync(join(folder, 'assert.mjs'), `import { promptfooAssertion } from ${JSON.stringify(adapters)};\nexport default promptfooAssertion();\n`);
  const tests = [['1/2', '\\boxed{0.5}'], ['7', 'The answer is 7.'], ['7', '\\boxed{8}']];
  const config = {
    prompts: ['{{said}}'],
    providers: ['echo'],
    defaultTest: { assert: [{ type: 'javascript', value: 'file://assert.mjs' }] },
    tests: tests.map(([expected, said]) => ({ vars: { expected, said } })),
  };
  writeFileSync(join(folder, 'promptfooconfig.json'), JSON.stringify(config));
  const bin = join(folder, 'node_modules', '.bin', 'promptfoo');
  const env = { ...process.env, PROMPTFOO_DISABLE_TELEMETRY: '1', PROMPTFOO_DISABLE_UPDATE: '1', PROMPTFOO_CONFIG_DIR: join(folder, '.promptfoo') };
  const run = spawnSync(bin, ['eval', '-c', 'promptfooconfig.json', '-o', 'out.json', '--no-table', '--no-cache'], { cwd: folder, env, encoding: 'utf8', timeout: 300_000 });
  const { results } = require(join(folder, 'out.json'));
  const passed = results.results.map(({ success }) => success);
  if (JSON.stringify(passed) !== '[true,true,false]') throw new Error(`${JSON.stringify(passed)} ${run.stdout.slice(-400)} ${run.stderr.slice(-400)}`);
  return `promptfoo ${versionOf('promptfoo')}`;
}

for (const check of [autoevals, promptfoo]) {
  try {
    console.log(`${await check()}: our scorer among its own, as expected`);
  } catch (error) {
    console.log(`NOT RUN: ${check.name}: ${error.message.slice(0, 600)}`);
    process.exitCode = 1;
  }
}

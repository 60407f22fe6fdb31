import type { Stack } from './stack.js';

/** Stacks that take a URL, a class path or a line of configuration. */
export const configuredStacks: readonly Stack[] = [
  {
    name: 'openrlhf',
    summary: 'OpenRLHF: a remote reward, as a file or a URL',
    file: 'touchstone_reward.py',
    setup: [
      'pip install touchstone-rl   (in a clone: pip install ./python, after npm install)',
      '--reward.remote_url touchstone_reward.py   (older versions: --remote_rm_url)',
      'the URL form: touchstone serve --port 8700, then --reward.remote_url http://127.0.0.1:8700/get_reward',
    ],
    text: `from touchstone_rl.openrlhf import reward_func  # noqa: F401
`,
  },
  {
    name: 'llama-factory',
    summary: 'LLaMA-Factory PPO: a reward model behind a URL, without gold answers',
    file: 'ppo.yaml',
    setup: [
      'touchstone serve --port 8700 --reward format-only',
      'it sends no gold answers: only rewards that need none can be served',
      'llamafactory-cli train ppo.yaml',
    ],
    text: `stage: ppo
reward_model: http://127.0.0.1:8700/llamafactory
reward_model_type: api
`,
  },
  {
    name: 'verifiers',
    summary: 'PrimeIntellect verifiers v1 and prime-rl: a reward without code',
    file: 'config.toml',
    setup: [
      'pip install touchstone-rl   (in a clone: pip install ./python, after npm install)',
      'tasks with the gold in `answer`',
      'add these lines to the configuration of the run',
    ],
    text: `[env.taskset.task.rewards]
correct = { fn = "touchstone_rl.verifiers:correct", weight = 1.0 }
`,
  },
  {
    name: 'roll',
    summary: 'ROLL: a reward worker',
    file: 'rlvr.yaml',
    setup: [
      'pip install touchstone-rl   (in a clone: pip install ./python, after npm install)',
      'rows with `ground_truth`',
      'put this under the rewards of the pipeline',
    ],
    text: `rewards:
  math_rule:
    worker_cls: touchstone_rl.roll.TouchstoneRewardWorker
    tag_included: [math]
`,
  },
];

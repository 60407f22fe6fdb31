import type { Stack } from './stack.js';

const INSTALL = 'pip install touchstone-rl   (in a clone: pip install ./python, after npm install)';

/** Stacks that import a Python function or class. */
export const pythonStacks: readonly Stack[] = [
  {
    name: 'trl',
    summary: "TRL's GRPOTrainer: a reward function",
    file: 'train_grpo.py',
    setup: [
      INSTALL,
      'a column `solution`, `answer` or `ground_truth` with the gold answers',
      'python train_grpo.py',
    ],
    text: `from trl import GRPOTrainer
from touchstone_rl.trl import accuracy_reward, make_reward

trainer = GRPOTrainer(
    model="Qwen/Qwen2.5-0.5B-Instruct",
    reward_funcs=[accuracy_reward, make_reward("format-only", labelled=False)],
    train_dataset=dataset,
)
trainer.train()
`,
  },
  {
    name: 'unsloth',
    summary: "Unsloth's GRPO notebooks: TRL's reward functions",
    file: 'train_unsloth.py',
    setup: [INSTALL, 'a column `answer` or `solution` with the gold answers', 'python train_unsloth.py'],
    text: `from touchstone_rl.unsloth import accuracy_reward

trainer = GRPOTrainer(model=model, processing_class=tokenizer, reward_funcs=[accuracy_reward], args=args, train_dataset=dataset)
trainer.train()
`,
  },
  {
    name: 'open-r1',
    summary: 'open-r1: an entry of its registry of rewards',
    file: 'touchstone_rewards.py',
    setup: [
      INSTALL,
      'import this file at the end of open_r1/rewards.py',
      'reward_funcs: [touchstone, touchstone_cosine] in the recipe',
    ],
    text: `from open_r1.rewards import REWARD_FUNCS_REGISTRY
from touchstone_rl.open_r1 import accuracy_reward, like

REWARD_FUNCS_REGISTRY["touchstone"] = accuracy_reward
REWARD_FUNCS_REGISTRY["touchstone_cosine"] = like("cosine")
`,
  },
  {
    name: 'verl',
    summary: 'verl: a custom reward function',
    file: 'touchstone_reward.py',
    setup: [
      INSTALL,
      'reward.custom_reward_function.path=touchstone_reward.py reward.custom_reward_function.name=compute_score',
      'name=compute_score_async keeps the reward loop free; +reward.custom_reward_function.reward_kwargs.reward=NAME picks another reward',
    ],
    text: `from touchstone_rl.verl import compute_score, compute_score_async, compute_score_batch  # noqa: F401
`,
  },
  {
    name: 'easyr1',
    summary: 'EasyR1: a batch reward function',
    file: 'touchstone_reward.py',
    setup: [
      INSTALL,
      'worker.reward.reward_function=touchstone_reward.py:compute_score',
      'worker.reward.reward_type=batch',
    ],
    text: `from touchstone_rl.easyr1 import REWARD_NAME, REWARD_TYPE, compute_score  # noqa: F401
`,
  },
  {
    name: 'slime',
    summary: 'slime: a custom reward, or one over a group',
    file: 'touchstone_reward.py',
    setup: [
      INSTALL,
      '--custom-rm-path touchstone_reward.reward_func   (group rewards: --group-rm and touchstone_reward.group_reward_func)',
      'TOUCHSTONE_REWARD=NAME picks another reward; the URL form: touchstone serve, --rm-type remote_rm --rm-url http://…/slime',
    ],
    text: `from touchstone_rl.slime import group_reward_func, reward_dict, reward_func  # noqa: F401
`,
  },
  {
    name: 'verifiers-legacy',
    summary: 'PrimeIntellect verifiers, Rubric',
    file: 'environment.py',
    setup: [INSTALL, 'a column `answer` with the gold answers', 'vf.Rubric(funcs=[correct_answer])'],
    text: `import verifiers as vf
from touchstone_rl.verifiers import correct_answer

rubric = vf.Rubric(funcs=[correct_answer], weights=[1.0])
environment = vf.SingleTurnEnv(dataset=dataset, rubric=rubric)
`,
  },
  {
    name: 'ms-swift',
    summary: 'ms-swift: a reward of its plugin registry',
    file: 'touchstone_plugin.py',
    setup: [
      INSTALL,
      '--external_plugins touchstone_plugin.py',
      '--reward_funcs touchstone   (or touchstone_async)',
    ],
    text: `import touchstone_rl.ms_swift  # noqa: F401  registers "touchstone" and "touchstone_async"
`,
  },
  {
    name: 'areal',
    summary: 'AReaL: the reward function of RLVRWorkflow',
    file: 'train_areal.py',
    setup: [
      INSTALL,
      'rows with the gold in `answer`',
      'RLVRWorkflow(reward_fn="touchstone_rl.areal.reward_fn", …)',
    ],
    text: `from touchstone_rl.areal import reward_fn  # noqa: F401
`,
  },
  {
    name: 'open-instruct',
    summary: 'open-instruct: a verifier function',
    file: 'touchstone_verifier.py',
    setup: [INSTALL, 'import this file before training starts', '--remap_verifier math=touchstone'],
    text: `from touchstone_rl.open_instruct import TouchstoneVerifier  # noqa: F401
`,
  },
  {
    name: 'nemo-rl',
    summary: 'NeMo-RL: an environment',
    file: 'touchstone_environment.py',
    setup: [
      INSTALL,
      'register the class as the environment of your data set',
      'metadata with `ground_truth`',
    ],
    text: `import ray
import torch
from nemo_rl.environments.interfaces import EnvironmentInterface, EnvironmentReturn
from touchstone_rl.nemo_rl import rewards


@ray.remote
class TouchstoneEnvironment(EnvironmentInterface):
    def __init__(self, cfg):
        self.cfg = cfg

    def step(self, message_log_batch, metadata):
        scores = torch.tensor(rewards(message_log_batch, metadata))
        return EnvironmentReturn(
            observations=[{"role": "environment", "content": ""} for _ in message_log_batch],
            metadata=metadata,
            next_stop_strings=[None] * len(message_log_batch),
            rewards=scores,
            terminateds=torch.ones_like(scores),
            answers=[None] * len(message_log_batch),
        )

    def global_post_process_and_metrics(self, batch):
        return batch, {"accuracy": batch["rewards"].float().mean().item()}
`,
  },
  {
    name: 'nemo-gym',
    summary: 'NeMo-Gym: a resources server',
    file: 'resources_servers/touchstone/app.py',
    setup: [
      INSTALL,
      'save as resources_servers/touchstone/app.py',
      'name it as the resources server of your environment; rows carry `expected_answer`',
    ],
    text: `from touchstone_rl.nemo_gym import make_server

TouchstoneResourcesServer = make_server()

if __name__ == "__main__":
    TouchstoneResourcesServer.run_webserver()
`,
  },
  {
    name: 'skyrl',
    summary: 'SkyRL: an environment of skyrl-gym',
    file: 'touchstone_env.py',
    setup: [
      INSTALL,
      'import this file in the training entry point',
      'env_class: touchstone in the data set, with reward_spec.ground_truth',
    ],
    text: `from skyrl_gym.envs import register

register(id="touchstone", entry_point="touchstone_rl.skyrl:TouchstoneEnv")
`,
  },
  {
    name: 'rllm',
    summary: 'rllm: a reward function',
    file: 'touchstone_reward.py',
    setup: [
      INSTALL,
      'task_info with `ground_truth` or `answer`',
      'reward_fn=reward_fn for the workflow or environment',
    ],
    text: `from touchstone_rl.rllm import reward_fn  # noqa: F401
`,
  },
  {
    name: 'tinker-cookbook',
    summary: 'tinker-cookbook: a ProblemEnv',
    file: 'touchstone_env.py',
    setup: [INSTALL, 'give each problem its gold `answer`', 'use MathEnv in the data set builder'],
    text: `from tinker_cookbook.rl.problem_env import ProblemEnv
from touchstone_rl.tinker_cookbook import TouchstoneAnswers


class MathEnv(TouchstoneAnswers, ProblemEnv):
    def __init__(self, problem: str, answer: str, renderer, **options):
        super().__init__(renderer, **options)
        self.problem = problem
        self.answer = answer

    def get_question(self) -> str:
        return self.problem

    def get_reference_answer(self) -> str:
        return self.answer
`,
  },
  {
    name: 'ray-data',
    summary: 'Ray Data: verification over a cluster',
    file: 'verify_ray.py',
    setup: [INSTALL, 'columns `response` and `label`', 'python verify_ray.py'],
    text: `import ray
from touchstone_rl.frames import map_batches

ray.data.read_parquet("rollouts").map_batches(map_batches, batch_format="pandas", num_cpus=1).write_parquet("scored")
`,
  },
  {
    name: 'spark',
    summary: 'Spark: verification over a cluster',
    file: 'verify_spark.py',
    setup: [INSTALL, 'columns `response` and `label`', 'spark-submit verify_spark.py'],
    text: `from pyspark.sql import SparkSession
from touchstone_rl.frames import map_in_pandas

frame = SparkSession.builder.getOrCreate().read.parquet("rollouts")
schema = frame.schema.add("reward", "double").add("verdict", "string").add("extracted", "string")
frame.mapInPandas(map_in_pandas, schema).write.parquet("scored")
`,
  },
];

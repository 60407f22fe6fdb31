"""A real GRPOTrainer of TRL, a few steps on a tiny random model on the CPU, with our rewards in every form.

The vocabulary is a handful of boxed digits, so that a random model is right about once in four: the rewards are not all
alike, and each is checked against the completions it was given.
"""

from __future__ import annotations

import re
import tempfile
from typing import Any, Dict, List

import torch
from datasets import Dataset
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast
from trl import GRPOConfig, GRPOTrainer

from touchstone_rl.trl import accuracy_reward, async_accuracy_reward, make_reward

WORDS = ["<pad>", "<eos>", "which", "digit", "?", *(rf"\boxed{{{digit}}}" for digit in range(4))]
STEPS, GENERATIONS, PROMPTS = 4, 4, 4

seen: List[Dict[str, Any]] = []


def watched(inner: Any, name: str) -> Any:
    """The reward function as it is, its calls kept."""

    def reward(completions: List[str], **columns: Any) -> Any:
        rewards = inner(completions=completions, **columns)
        seen.append({"name": name, "completions": completions, "solution": columns["solution"], "rewards": rewards})
        return rewards

    reward.__name__ = name
    return reward


def tokenizer() -> PreTrainedTokenizerFast:
    inner = Tokenizer(models.WordLevel({word: at for at, word in enumerate(WORDS)}, unk_token="?"))
    inner.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return PreTrainedTokenizerFast(tokenizer_object=inner, pad_token="<pad>", eos_token="<eos>", unk_token="?", padding_side="left")


def model() -> LlamaForCausalLM:
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=len(WORDS), hidden_size=16, intermediate_size=32, num_hidden_layers=1, num_attention_heads=2,
        num_key_value_heads=2, max_position_embeddings=64, pad_token_id=0, eos_token_id=1, bos_token_id=1,
    )
    return LlamaForCausalLM(config)


def expected(completion: str, gold: str) -> float:
    """The last digit in a box is the answer; several different ones are none."""
    boxes = set(re.findall(r"\\boxed\{(\d)\}", completion))
    return 1.0 if boxes == {gold} else 0.0


def main() -> None:
    rows = [{"prompt": "which digit ?", "solution": str(i % 4), "problem_id": f"p{i % 4}"} for i in range(16)]
    with tempfile.TemporaryDirectory() as folder:
        trainer = GRPOTrainer(
            model=model(),
            processing_class=tokenizer(),
            reward_funcs=[
                watched(accuracy_reward, "accuracy"),
                async_accuracy_reward,
                watched(make_reward("open-r1:len"), "group"),
                watched(make_reward("hapo"), "history"),
            ],
            args=GRPOConfig(
                output_dir=folder, use_cpu=True, max_steps=STEPS, per_device_train_batch_size=GENERATIONS * PROMPTS,
                num_generations=GENERATIONS, max_completion_length=1, logging_steps=1, report_to=[], save_strategy="no",
                temperature=1.0, bf16=False, learning_rate=1e-3,
            ),
            train_dataset=Dataset.from_list(rows),
        )
        trainer.train()
    logs = [log for log in trainer.state.log_history if "rewards/accuracy/mean" in log]
    assert len(logs) == STEPS, logs
    check(logs)


def check(logs: List[Dict[str, Any]]) -> None:
    accuracy = [call for call in seen if call["name"] == "accuracy"]
    given = [reward for call in accuracy for reward in call["rewards"]]
    assert set(given) == {0.0, 1.0}, f"the rewards are all alike: {set(given)}"
    for call, log in zip(accuracy, logs):
        wanted = [expected(text, gold) for text, gold in zip(call["completions"], call["solution"])]
        assert call["rewards"] == wanted, (call, wanted)
        mean = sum(wanted) / len(wanted)
        for name in ("accuracy", "async_accuracy_reward"):
            assert abs(log[f"rewards/{name}/mean"] - mean) < 1e-6, (name, log, mean)
    for name in ("group", "history"):
        calls = [call for call in seen if call["name"] == name]
        assert len(calls) == STEPS and all(isinstance(one, (int, float)) for call in calls for one in call["rewards"]), name
    print(f"trl: {STEPS} steps, {len(given)} completions, {int(sum(given))} right; plain, async, group and history rewards as expected")


if __name__ == "__main__":
    main()

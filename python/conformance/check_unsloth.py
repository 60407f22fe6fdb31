"""Unsloth's patched `GRPOTrainer` (its own compiled subclass), a few steps on the CPU: the checks of TRL, run by it."""

from __future__ import annotations

import unsloth  # noqa: F401  (before TRL)
from unsloth.models.rl import patch_trl_rl_trainers

patch_trl_rl_trainers()

import check_trl  # noqa: E402
import trl  # noqa: E402
from transformers import LlamaForCausalLM  # noqa: E402

# What FastLanguageModel adds to the models it loads; its kernels are for GPUs.
LlamaForCausalLM.for_training = LlamaForCausalLM.for_inference = lambda self, *_, **__: self

if __name__ == "__main__":
    assert "Unsloth" in trl.GRPOTrainer.__name__, trl.GRPOTrainer
    assert check_trl.GRPOTrainer is trl.GRPOTrainer
    check_trl.main()
    print("unsloth: UnslothGRPOTrainer, the same steps and rewards")

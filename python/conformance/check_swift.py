"""ms-swift's own `score_completions`: our plugin as `--external_plugins` imports it, its entries of `orms`, samples of its own class."""

from __future__ import annotations

import torch
from swift.rewards import orms
from swift.rl_core.data import GRPOSample
from swift.rl_core.grpo_algorithm import score_completions

import touchstone_rl.ms_swift  # noqa: F401  (what --external_plugins imports)


def sample(text: str, tokens: int, gold: str = "4") -> GRPOSample:
    messages = [{"role": "user", "content": "What is 5 minus 1?"}, {"role": "assistant", "content": text}]
    return GRPOSample(messages=messages, extra={"solution": gold}, response_token_ids=[[7] * tokens], finish_reason="stop")


def main() -> None:
    samples = [sample("It is \\boxed{4}.", 10), sample("It is \\boxed{8/2}.", 30), sample("It is \\boxed{5}.", 20)]
    functions = [orms["touchstone"](args=None), orms["touchstone_async"](args=None), orms["touchstone"](reward="kimi-length")]
    given = score_completions(samples, functions, [None] * 3, False, torch.device("cpu")).tolist()
    assert given == [[1.0, 1.0, 0.5], [1.0, 1.0, -0.5], [0.0, 0.0, 0.0]], given
    print("ms-swift: score_completions with orms['touchstone'], its async twin and a reward over the group")


if __name__ == "__main__":
    main()

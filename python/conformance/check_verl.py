"""verl's own reward code: the function loaded from its configuration, and its reward managers over a real DataProto."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Any, Dict, List

import numpy as np
import torch
from omegaconf import OmegaConf
from verl import DataProto
from verl.trainer.ppo.reward import get_custom_reward_fn

TEXTS = [r"So \boxed{4}.", r"So \boxed{5}.", "no answer"]
WANTED = [1.0, 0.0, 0.0]


class Tokens:
    """A tokenizer of characters; 0 is padding."""

    def decode(self, ids: Any, skip_special_tokens: bool = True) -> str:
        return "".join(chr(int(one)) for one in ids if int(one) > 0)


def batch() -> DataProto:
    width = max(map(len, TEXTS))
    responses = torch.tensor([[ord(c) for c in text.ljust(width, "\0")] for text in TEXTS])
    prompts = torch.full((len(TEXTS), 4), ord("?"))
    mask = torch.cat([torch.ones_like(prompts), (responses > 0).long()], dim=1)
    return DataProto.from_dict(
        tensors={"prompts": prompts, "responses": responses, "attention_mask": mask},
        non_tensors={
            "data_source": np.array(["math"] * len(TEXTS), dtype=object),
            "reward_model": np.array([{"ground_truth": np.str_("4")} for _ in TEXTS], dtype=object),
            "extra_info": np.array([{"index": np.int64(7)} for _ in TEXTS], dtype=object),
        },
    )


def loaded(folder: Path, name: str) -> Any:
    """The function as verl loads it from `reward.custom_reward_function`."""
    file = folder / "touchstone_reward.py"
    file.write_text("from touchstone_rl.verl import compute_score, compute_score_async, compute_score_batch\n")
    custom = {"path": str(file), "name": name, "reward_kwargs": {"reward": "correct"}}
    return get_custom_reward_fn(OmegaConf.create({"reward": {"custom_reward_function": custom}}))


async def looped(manager_class: Any, score: Any, config: Any) -> List[Dict[str, Any]]:
    manager = manager_class(config=config, tokenizer=Tokens(), compute_score=score)
    data = batch()
    return await asyncio.gather(*(manager.run_single(data[i : i + 1]) for i in range(len(TEXTS))))


def check(results: List[Dict[str, Any]]) -> None:
    assert [one["reward_score"] for one in results] == WANTED, results
    keys = {tuple(sorted(one["reward_extra_info"])) for one in results}
    assert len(keys) == 1, f"the keys differ: {keys}"


def main() -> None:
    from verl.experimental.reward_loop.reward_manager import get_reward_manager_cls

    done = []
    config = OmegaConf.create({"reward": {"reward_kwargs": {}}, "data": {}})
    with tempfile.TemporaryDirectory() as folder:
        for name in ("compute_score", "compute_score_async"):
            check(asyncio.run(looped(get_reward_manager_cls("naive"), loaded(Path(folder), name), config)))
            done.append(f"naive with {name}")
        done.append(legacy_batch(loaded(Path(folder), "compute_score_batch")))
    print(f"verl: get_custom_reward_fn; {'; '.join(done)}")


def legacy_batch(score: Any) -> str:
    from verl.workers.reward_manager import get_reward_manager_cls

    manager = get_reward_manager_cls("batch")(tokenizer=Tokens(), num_examine=0, compute_score=score)
    result = manager(batch(), return_dict=True)
    assert result["reward_tensor"].sum(dim=-1).tolist() == WANTED, result
    return "the legacy batch manager"


if __name__ == "__main__":
    main()

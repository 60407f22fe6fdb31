"""OpenRLHF's own `SingleTurnAgentExecutor`: it generates from a stand-in engine and asks our reward, as a file and as a URL."""

from __future__ import annotations

import asyncio
import importlib.util
import sys
import tempfile
import types
from pathlib import Path
from types import SimpleNamespace
from typing import Any, List

from support import serving

PROMPT = "<|im_start|>user\nWhat is \\boxed{5} minus 1?<|im_end|>\n<|im_start|>assistant\n"


def executor_class() -> Any:
    """The class, from its file: the package's own import starts CUDA kernels this does not need."""
    place = importlib.util.find_spec("openrlhf")
    assert place is not None and place.submodule_search_locations
    folder = Path(place.submodule_search_locations[0])
    for name, path in (("openrlhf", folder), ("openrlhf.utils", folder / "utils")):
        module = types.ModuleType(name)
        module.__path__ = [str(path)]
        sys.modules[name] = module
    from openrlhf.utils.agent import SingleTurnAgentExecutor

    return SingleTurnAgentExecutor


class Tokens:
    """A tokenizer of characters."""

    def __call__(self, text: str, **_: Any) -> Any:
        import torch

        return {"input_ids": torch.tensor([[ord(one) for one in text]])}

    def decode(self, ids: List[int], skip_special_tokens: bool = False) -> str:
        return "".join(map(chr, ids))


class Engine:
    """An engine that always says the same."""

    def __init__(self, text: str) -> None:
        self.text = text

    async def generate(self, prompt_token_ids: List[int], params: Any, multi_modal_data: Any = None) -> Any:
        one = SimpleNamespace(token_ids=[ord(c) for c in self.text], finish_reason="stop", logprobs=None)
        return SimpleNamespace(outputs=[one])


async def rewards(executor: Any, label: str = "4") -> List[float]:
    params = SimpleNamespace(max_tokens=64, logprobs=None)
    given = []
    for text in ("It is \\boxed{4}.<|im_end|>", "It is \\boxed{5}.<|im_end|>", "<|im_end|>"):
        output = await executor.execute(PROMPT, label, params, 4096, Tokens(), Engine(text))
        assert output["reward"] is not None, "the executor swallowed an error"
        given.append(float(output["reward"][0]))
    return given


def main() -> None:
    kind = executor_class()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "touchstone_reward.py"
        file.write_text("from touchstone_rl.openrlhf import reward_func  # noqa: F401\n")
        assert asyncio.run(rewards(kind(str(file)))) == [1.0, 0.0, 0.0]
    with serving() as url:
        assert asyncio.run(rewards(kind(f"{url}/get_reward"))) == [1.0, 0.0, 0.0]
        twice = kind([f"{url}/get_reward", f"{url}/get_reward"])
        assert asyncio.run(rewards(twice)) == [1.0, 0.0, 0.0]
    print("openrlhf: SingleTurnAgentExecutor.execute with a .py file, one URL and two URLs")


if __name__ == "__main__":
    main()

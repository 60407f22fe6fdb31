"""AReaL's own `AsyncRewardWrapper`: the reward function is pickled by name into its process pool, and awaited."""

from __future__ import annotations

import asyncio
from typing import Any, List

from areal.api.reward_api import AsyncRewardWrapper
from areal.utils.dynamic_import import import_from_string


async def rewards(rows: List[Any]) -> List[float]:
    # As RLVRWorkflow does where the reward function is named by a string.
    wrapper = AsyncRewardWrapper(import_from_string("touchstone_rl.areal.reward_fn"), timeout_seconds=60)
    calls = [wrapper("What is 5 minus 1?", text, [1, 2], [3, 4, 5], **row) for text, row in rows]
    return list(await asyncio.gather(*calls))


def main() -> None:
    given = asyncio.run(
        rewards(
            [
                ("It is \\boxed{4}.<|im_end|>", {"answer": "4", "messages": []}),
                ("It is \\boxed{5}.<|im_end|>", {"answer": "4", "messages": []}),
                ("<|im_end|>", {"answer": "4", "messages": []}),
                ("\\boxed{\\frac{1}{2}}", {"solution": "0.5"}),
            ]
        )
    )
    assert given == [1.0, 0.0, 0.0, 1.0], given
    print("areal: AsyncRewardWrapper, the reward named by a string")


if __name__ == "__main__":
    main()

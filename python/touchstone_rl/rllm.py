"""rllm: ``reward_fn(task_info, action)`` of its reward registry."""

from __future__ import annotations

from typing import Any, Mapping

from touchstone_rl._adapt import GOLD_COLUMNS, metrics, number, one
from touchstone_rl._encode import item_of
from touchstone_rl._text import completion_text

try:
    from rllm.rewards.reward_types import RewardOutput
except ImportError:
    from dataclasses import dataclass, field
    from typing import Dict

    @dataclass
    class RewardOutput:  # type: ignore[no-redef]
        """rllm's result, where it is not installed."""

        reward: float
        metadata: Dict[str, Any] = field(default_factory=dict)
        is_correct: bool = False


def reward_fn(task_info: Mapping[str, Any], action: Any) -> RewardOutput:
    """1 where the action's final answer equals the task's, else 0."""
    gold = next((task_info[name] for name in GOLD_COLUMNS if task_info.get(name) is not None), None)
    text = completion_text(getattr(action, "action", action))
    question = task_info.get("question") or task_info.get("problem")
    answer = one(item_of(text, gold, prompt=question if isinstance(question, str) else None))
    return RewardOutput(
        reward=number(answer),
        metadata={**metrics(answer), "extracted": answer.extracted, "reason": answer.reason},
        is_correct=answer.verdict == "equal",
    )

"""EasyR1: ``worker.reward.reward_function=…/touchstone_rl/easyr1.py:compute_score``."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Sequence

from touchstone_rl._adapt import metrics, number
from touchstone_rl._encode import item_of
from touchstone_rl.client import RewardSpec, default_client

REWARD_NAME = "touchstone"
REWARD_TYPE = "batch"


def compute_score(reward_inputs: Sequence[Mapping[str, Any]], reward: RewardSpec = None, **_: Any) -> List[Dict[str, float]]:
    """``overall`` is the reward; every dict has the same keys."""
    items = [
        item_of(one["response"], one.get("ground_truth"), tokens=one.get("response_length"), problem=one.get("problem_id"))
        for one in reward_inputs
    ]
    answers = default_client().score(items, reward=reward)
    logged = [(number(answer), metrics(answer)) for answer in answers]
    return [{"overall": overall, "accuracy": others["acc"], **others} for overall, others in logged]

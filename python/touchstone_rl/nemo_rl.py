"""NeMo-RL: a math environment's verification as one call, for an ``EnvironmentInterface`` of your own.

``touchstone adapters print nemo-rl`` writes the environment.
"""

from __future__ import annotations

from typing import Any, List, Mapping, Sequence

from touchstone_rl._adapt import number
from touchstone_rl._encode import item_of
from touchstone_rl._text import completion_text
from touchstone_rl.client import RewardSpec, default_client


def rewards(message_log_batch: Sequence[Sequence[Mapping[str, Any]]], metadata: Sequence[Mapping[str, Any]], reward: RewardSpec = None) -> List[float]:
    """One reward a conversation: its last assistant message against ``metadata[i]["ground_truth"]``."""
    items = [item_of(completion_text(log), meta.get("ground_truth")) for log, meta in zip(message_log_batch, metadata)]
    return [number(answer) for answer in default_client().score(items, reward=reward)]

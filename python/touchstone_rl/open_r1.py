"""open-r1: TRL's reward functions; its own rewards by name, with their arithmetic.

Add to ``REWARD_FUNCS_REGISTRY`` in ``open_r1/rewards.py``: ``"touchstone": touchstone_rl.open_r1.accuracy_reward``.
"""

from __future__ import annotations

from typing import Any

from .trl import TrlReward, accuracy_reward, make_reward

__all__ = ["accuracy_reward", "like", "make_reward"]


def like(name: str, **options: Any) -> TrlReward:
    """open-r1's own reward of this name (``format``, ``cosine``, ``tag_count`` …), given the verdict, to 1e-12."""
    return make_reward(f"open-r1:{name.replace('_', '-')}", name=name, **options)

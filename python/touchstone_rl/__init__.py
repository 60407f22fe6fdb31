"""Touchstone's rewards in Python: verified answers for any RL stack, without timers, threads or signals of its own.

>>> from touchstone_rl import verify
>>> verify("1/2", r"The answer is \\boxed{0.5}.").reward
1
"""

from __future__ import annotations

from typing import Any, List, Optional, Sequence

from ._encode import Item
from ._encode import item_of as item
from ._text import completion_text, prompt_text
from .client import Answer, Client, RewardSpec, default_client
from .errors import BadRequest, Deadline, NotFound, TouchstoneError, Unavailable

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "BadRequest",
    "Client",
    "Deadline",
    "Item",
    "NotFound",
    "RewardSpec",
    "TouchstoneError",
    "Unavailable",
    "completion_text",
    "default_client",
    "item",
    "prompt_text",
    "score",
    "verify",
]


def score(items: Sequence[Item], *, reward: RewardSpec = None) -> List[Answer]:
    """Scores items with the shared client."""
    return default_client().score(items, reward=reward)


def verify(gold: Any, response: str, problem: Optional[str] = None) -> Answer:
    """Is the response's final answer equal to the gold one?"""
    return default_client().verify(gold, response, problem)

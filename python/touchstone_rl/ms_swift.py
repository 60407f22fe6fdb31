"""ms-swift: ``--external_plugins …/touchstone_rl/ms_swift.py --reward_funcs touchstone`` (or ``touchstone_async``)."""

from __future__ import annotations

from typing import Any, List, Optional, Sequence

from touchstone_rl.client import RewardSpec
from touchstone_rl.trl import TrlReward

try:
    from swift.rewards import ORM, AsyncORM, orms
except ImportError:
    try:
        from swift.plugin.orm import ORM, AsyncORM, orms
    except ImportError:
        ORM = AsyncORM = object
        orms = {}


def _call_columns(columns: "dict[str, Any]") -> "dict[str, Any]":
    """ms-swift's columns by TRL's names: the conversations as prompts, the token ids of all turns of a response in one list."""
    more = dict(columns)
    if columns.get("messages") is not None:
        more.setdefault("prompts", columns["messages"])
    ids = [_flat(one) for one in columns.get("response_token_ids") or []]
    # An engine that hands over no ids says nothing of lengths.
    if ids and all(ids):
        more["completion_ids"] = ids
    return more


def _flat(ids: Sequence[Any]) -> List[Any]:
    return [token for turn in ids for token in (turn if isinstance(turn, (list, tuple)) else [turn])]


class TouchstoneORM(ORM):  # type: ignore[misc,valid-type]
    """The reward named by the arguments' ``touchstone_reward``, else correctness."""

    def __init__(self, args: Any = None, reward: RewardSpec = None, **_: Any) -> None:
        self._reward = TrlReward(reward or getattr(args, "touchstone_reward", None), name="touchstone")

    def __call__(self, completions: Sequence[Any], **columns: Any) -> List[Optional[float]]:
        return self._reward(completions, **_call_columns(columns))


class AsyncTouchstoneORM(AsyncORM):  # type: ignore[misc,valid-type]
    """:class:`TouchstoneORM`, awaited beside other rewards."""

    def __init__(self, args: Any = None, reward: RewardSpec = None, **_: Any) -> None:
        self._reward = TrlReward(reward or getattr(args, "touchstone_reward", None), name="touchstone")

    async def __call__(self, completions: Sequence[Any], **columns: Any) -> List[Optional[float]]:
        return await self._reward.acall(completions, **_call_columns(columns))


orms["touchstone"] = TouchstoneORM
orms["touchstone_async"] = AsyncTouchstoneORM

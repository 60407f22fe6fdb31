"""slime: ``--custom-rm-path touchstone_rl.slime.reward_func``; with ``--group-rm``: ``touchstone_rl.slime.group_reward_func``.

With ``--reward-key score`` use :func:`reward_dict`. (The URL form is ``touchstone serve``, path ``/slime``.)
"""

from __future__ import annotations

import os
from typing import Any, Dict, List, Optional, Sequence

from ._adapt import metrics, number, without_special_tokens
from ._encode import Item, item_of
from ._text import completion_text, prompt_text
from .client import Answer, RewardSpec, default_client


def _reward() -> RewardSpec:
    """slime passes no options of ours: the reward's name is taken from ``TOUCHSTONE_REWARD``."""
    return os.environ.get("TOUCHSTONE_REWARD") or None


def _item(sample: Any, group: Optional[str] = None) -> Item:
    metadata = getattr(sample, "metadata", None) or {}
    status = getattr(getattr(sample, "status", None), "name", getattr(sample, "status", None))
    prompt = prompt_text(getattr(sample, "prompt", None))
    return item_of(
        without_special_tokens(completion_text(sample.response)),
        sample.label,
        prompt=prompt,
        problem=str(metadata.get("problem_id", prompt)) if metadata.get("problem_id", prompt) is not None else None,
        group=group,
        tokens=getattr(sample, "response_length", None),
        finish="length" if str(status).upper() == "TRUNCATED" else "stop" if str(status).upper() == "COMPLETED" else None,
    )


async def reward_func(args: Any, sample: Any, **_: Any) -> float:
    """The reward of one sample."""
    return number(await _answer(sample))


async def reward_dict(args: Any, sample: Any, **_: Any) -> Dict[str, Any]:
    """The reward of one sample as ``{"score", "acc", "pred", …}``, for ``--reward-key score``."""
    answer = await _answer(sample)
    return {"score": number(answer), **metrics(answer), "pred": answer.extracted or ""}


async def group_reward_func(args: Any, samples: Sequence[Any], **_: Any) -> List[float]:
    """The rewards of a group: for rewards that compare the samples of one prompt."""
    answers = await default_client().ascore([_item(sample, "group") for sample in samples], reward=_reward())
    return [number(answer) for answer in answers]


async def _answer(sample: Any) -> Answer:
    return (await default_client().ascore([_item(sample)], reward=_reward()))[0]

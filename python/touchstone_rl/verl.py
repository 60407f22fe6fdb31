"""verl: ``reward.custom_reward_function.path=…/touchstone_rl/verl.py`` (``name`` defaults to ``compute_score``).

``name=compute_score_async`` does not block verl's reward loop; ``compute_score_batch`` is the form of its batch manager.
``reward_kwargs.reward`` names another reward than correctness. Every call returns the same keys, as verl demands.
"""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence

from touchstone_rl._adapt import aone, metrics, number
from touchstone_rl._encode import Item, item_of, plain
from touchstone_rl.client import Answer, RewardSpec, default_client

Score = Dict[str, Any]


def compute_score(
    data_source: Any = None,
    solution_str: str = "",
    ground_truth: Any = None,
    extra_info: Optional[Mapping[str, Any]] = None,
    reward: RewardSpec = None,
    **_: Any,
) -> Score:
    """One response: ``{"score", "acc", "undecided", "pred", …}``."""
    return _score(default_client().score([_item(solution_str, ground_truth, extra_info)], reward=reward)[0])


async def compute_score_async(
    data_source: Any = None,
    solution_str: str = "",
    ground_truth: Any = None,
    extra_info: Optional[Mapping[str, Any]] = None,
    reward: RewardSpec = None,
    **_: Any,
) -> Score:
    """:func:`compute_score` as a coroutine function."""
    return _score(await aone(_item(solution_str, ground_truth, extra_info), reward))


def compute_score_batch(
    data_sources: Sequence[Any],
    solution_strs: Sequence[str],
    ground_truths: Sequence[Any],
    extra_infos: Optional[Sequence[Any]] = None,
    reward: RewardSpec = None,
    **_: Any,
) -> List[Score]:
    """All responses of a batch; those of one problem are a group."""
    infos: Sequence[Any] = extra_infos if extra_infos is not None else [None] * len(solution_strs)
    items = [_item(text, gold, info) for text, gold, info in zip(solution_strs, ground_truths, infos)]
    return [_score(answer) for answer in default_client().score(items, reward=reward)]


def _item(text: str, gold: Any, info: Any) -> Item:
    extra: Mapping[str, Any] = info if isinstance(info, Mapping) else {}
    problem = next((plain(extra[key]) for key in ("problem_id", "index", "uid", "question", "problem") if extra.get(key) is not None), None)
    statement = next((plain(extra[key]) for key in ("question", "problem", "prompt") if isinstance(plain(extra.get(key)), str)), None)
    return item_of(
        text,
        gold,
        prompt=statement,
        problem=None if problem is None else str(problem),
        tokens=extra.get("response_length"),
        step=extra.get("global_step"),
    )


def _score(answer: Answer) -> Score:
    return {"score": number(answer), **metrics(answer), "pred": answer.extracted or ""}

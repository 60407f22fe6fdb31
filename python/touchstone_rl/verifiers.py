"""PrimeIntellect verifiers (and prime-rl).

v1, without code in the environment: ``[env.taskset.task.rewards]  correct = { fn = "touchstone_rl.verifiers:correct" }``.
Legacy: ``vf.Rubric(funcs=[touchstone_rl.verifiers.correct_answer])``; over a group: ``group_rewards``.
"""

from __future__ import annotations

from typing import Any, List, Sequence

from ._adapt import aone, number
from ._encode import item_of
from ._text import completion_text, prompt_text
from .client import RewardSpec, default_client


async def correct(task: Any, trace: Any) -> float:
    """v1: 1 where the last reply's answer equals the task's ``answer`` (hooks are given its data, or, earlier, the task)."""
    data = getattr(task, "data", task)
    reply = getattr(trace, "last_reply", None)
    return number(await aone(item_of(completion_text(reply), getattr(data, "answer", None))))


async def correct_answer(completion: Any, answer: Any, prompt: Any = None, **_: Any) -> float:
    """Legacy rubric: 1 where the completion's answer equals the gold one."""
    return number(await aone(item_of(completion_text(completion), answer, prompt=prompt_text(prompt))))


async def group_rewards(completions: Sequence[Any], answers: Sequence[Any], prompts: Sequence[Any], **_: Any) -> List[float]:
    """Legacy rubric over a group: its samples are scored together."""
    items = [
        item_of(completion_text(completion), answer, prompt=prompt_text(prompt), group="group")
        for completion, answer, prompt in zip(completions, answers, prompts)
    ]
    return [number(answer) for answer in await default_client().ascore(items)]


class Reward:
    """A legacy rubric function of another reward: ``vf.Rubric(funcs=[Reward("hapo")])``."""

    def __init__(self, reward: RewardSpec, name: str = "touchstone") -> None:
        self.reward = reward
        self.__name__ = name

    async def __call__(self, completion: Any, answer: Any, prompt: Any = None, **_: Any) -> float:
        statement = prompt_text(prompt)
        return number(await aone(item_of(completion_text(completion), answer, prompt=statement, problem=statement), self.reward))

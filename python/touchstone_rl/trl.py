"""TRL's GRPOTrainer (and Unsloth, which patches it).

>>> from trl import GRPOTrainer
>>> from touchstone_rl.trl import accuracy_reward
>>> trainer = GRPOTrainer(model, reward_funcs=[accuracy_reward], train_dataset=dataset)

The data set has a column ``solution`` (or ``answer``, ``ground_truth``, ``label``) with the gold answers.
"""

from __future__ import annotations

from typing import Any, Awaitable, Callable, Dict, List, Optional, Sequence

from ._adapt import PROBLEM_COLUMNS, column, gold_column
from ._encode import Item, item_of, plain
from ._text import completion_text, prompt_text
from .client import Answer, Client, RewardSpec, default_client

Rewards = List[Optional[float]]


class TrlReward:
    """A reward function of TRL: picklable, thread-safe, with a ``__name__`` for the logs."""

    def __init__(
        self,
        reward: RewardSpec = None,
        *,
        gold: Optional[str] = None,
        name: Optional[str] = None,
        labelled: bool = True,
        token_ids: bool = False,
        client: Optional[Client] = None,
    ) -> None:
        self.reward = reward
        self.gold = gold
        self.labelled = labelled
        self.token_ids = token_ids
        self.client = client
        self.__name__ = name or (reward if isinstance(reward, str) else "touchstone")

    def __call__(self, completions: Sequence[Any], prompts: Optional[Sequence[Any]] = None, **columns: Any) -> Rewards:
        """One reward a completion; None where the gold answer is unusable, which TRL leaves out."""
        items = self.items(completions, prompts, columns)
        answers = (self.client or default_client()).score(items, reward=self.reward)
        self._log(answers, columns)
        return [answer.reward for answer in answers]

    async def acall(
        self, completions: Sequence[Any], prompts: Optional[Sequence[Any]] = None, **columns: Any
    ) -> Rewards:
        """The same without blocking TRL's event loop."""
        items = self.items(completions, prompts, columns)
        answers = await (self.client or default_client()).ascore(items, reward=self.reward)
        self._log(answers, columns)
        return [answer.reward for answer in answers]

    def items(self, completions: Sequence[Any], prompts: Optional[Sequence[Any]], columns: Dict[str, Any]) -> List[Item]:
        """The completions of one call as items; those of one prompt in one step are a group."""
        count = len(completions)
        golds = gold_column(columns, count, self.gold) if self.labelled else [None] * count
        statements = [prompt_text(prompt) for prompt in prompts] if prompts is not None else [None] * count
        problems = column(columns, PROBLEM_COLUMNS, count) or statements
        ids = column(columns, ("completion_ids",), count)
        step = getattr(columns.get("trainer_state"), "global_step", None)
        return [
            item_of(
                completion_text(completion),
                golds[i],
                prompt=statements[i],
                problem=None if problems[i] is None else str(plain(problems[i])),
                step=step,
                tokens=None if ids is None else len(ids[i]),
                tokenIds=ids[i] if ids is not None and self.token_ids else None,
            )
            for i, completion in enumerate(completions)
        ]

    def _log(self, answers: Sequence[Answer], columns: Dict[str, Any]) -> None:
        log_metric = columns.get("log_metric")
        if not callable(log_metric) or not answers:
            return
        for name in answers[0].terms:
            values = [value for answer in answers if (value := answer.terms.get(name)) is not None]
            if len(answers[0].terms) > 1 and values:
                log_metric(f"{self.__name__}/{name}", sum(values) / len(values))


def make_reward(reward: RewardSpec = None, **options: Any) -> TrlReward:
    """A reward function of TRL from a reward: the name of a recipe or preset, or a reward as data.

    ``gold``: the column of the gold answers. ``labelled=False``: none is needed (format, length). ``token_ids=True``:
    also send the token ids, for repetition over tokens. ``name``: what the logs call it.
    """
    return TrlReward(reward, **options)


def make_async_reward(reward: RewardSpec = None, **options: Any) -> Callable[..., Awaitable[Rewards]]:
    """As :func:`make_reward`, as a coroutine function, which TRL awaits beside others."""
    inner = TrlReward(reward, **options)

    async def touchstone_reward(completions: Sequence[Any], prompts: Optional[Sequence[Any]] = None, **columns: Any) -> Rewards:
        return await inner.acall(completions, prompts, **columns)

    touchstone_reward.__name__ = inner.__name__
    return touchstone_reward


_accuracy = TrlReward(name="accuracy_reward")


def accuracy_reward(completions: Sequence[Any], prompts: Optional[Sequence[Any]] = None, **columns: Any) -> Rewards:
    """1 where the final answer equals the gold one, else 0; None where the gold answer is unusable."""
    return _accuracy(completions, prompts, **columns)


async def async_accuracy_reward(
    completions: Sequence[Any], prompts: Optional[Sequence[Any]] = None, **columns: Any
) -> Rewards:
    """:func:`accuracy_reward` as a coroutine function."""
    return await _accuracy.acall(completions, prompts, **columns)

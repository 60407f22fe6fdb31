"""What the adapters share: finding columns, scoring a batch, fixed sets of metrics."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence

from ._encode import Item, plain
from .client import Answer, RewardSpec, default_client
from .errors import BadRequest

GOLD_COLUMNS = ("solution", "answer", "ground_truth", "label", "gold", "target", "expected_answer")
PROBLEM_COLUMNS = ("problem_id", "id", "index", "uid")


def column(columns: Mapping[str, Any], names: Sequence[str], count: int) -> Optional[List[Any]]:
    """The first of the named columns that has one entry a completion."""
    for name in names:
        values = plain(columns.get(name))
        if isinstance(values, (list, tuple)) and len(values) == count:
            return list(values)
    return None


def gold_column(columns: Mapping[str, Any], count: int, name: Optional[str]) -> List[Any]:
    """The gold answers; raises :class:`BadRequest` naming the columns there are."""
    found = column(columns, GOLD_COLUMNS if name is None else (name,), count)
    if found is None:
        wanted = name or " or ".join(GOLD_COLUMNS)
        raise BadRequest(f"no column {wanted} with {count} gold answers; the columns are: {', '.join(columns) or 'none'}")
    return found


def one(item: Item, reward: RewardSpec = None) -> Answer:
    """The answer to one item, by the shared client."""
    return default_client().score([item], reward=reward)[0]


async def aone(item: Item, reward: RewardSpec = None) -> Answer:
    """As :func:`one`, without blocking the event loop."""
    return (await default_client().ascore([item], reward=reward))[0]


def number(answer: Answer) -> float:
    """The reward as a number, for stacks that have no "unknown": an unusable gold answer is worth 0."""
    return 0.0 if answer.reward is None else float(answer.reward)


def metrics(answer: Answer) -> Dict[str, Any]:
    """Numbers to log beside the reward: the same keys for every answer of one reward."""
    terms = {f"term_{name}": 0.0 if value is None else float(value) for name, value in answer.terms.items()}
    return {
        "acc": 1.0 if answer.verdict == "equal" else 0.0,
        "undecided": 1.0 if answer.verdict == "undecided" else 0.0,
        **terms,
    }


def without_special_tokens(text: str) -> str:
    """A response without the end marks a decoder left in it."""
    marks = ("<|im_end|>", "<|endoftext|>", "<|eot_id|>", "<|end_of_text|>", "<end_of_turn>", "<｜end▁of▁sentence｜>", "</s>", "<eos>", "<pad>")
    end = len(text.rstrip())
    while True:
        mark = next((m for m in marks if text.endswith(m, 0, end)), None)
        if mark is None:
            return text[:end]
        end = len(text[: end - len(mark)].rstrip())

"""Where one machine is too small for the verification itself: Ray Data and Spark.

>>> dataset.map_batches(touchstone_rl.frames.map_batches, batch_format="pandas", num_cpus=1)
>>> frame.mapInPandas(touchstone_rl.frames.map_in_pandas, schema=frame.schema.add("reward", "double").add("verdict", "string"))

Columns: ``response`` and ``label``, and where there are ``prompt``, ``problem``, ``tokens``.
"""

from __future__ import annotations

from typing import Any, Iterator, List

from ._encode import Item, item_of
from .client import RewardSpec, default_client

_OPTIONAL = ("prompt", "problem", "group", "step", "tokens", "finish", "entropy")


def map_batches(batch: Any, reward: RewardSpec = None) -> Any:
    """A batch (a dict of columns, or a pandas frame) with the columns ``reward``, ``verdict`` and ``extracted`` added."""
    items = _items(batch)
    answers = default_client().score(items, reward=reward)
    added = {
        "reward": [answer.reward for answer in answers],
        "verdict": [answer.verdict for answer in answers],
        "extracted": [answer.extracted for answer in answers],
    }
    if isinstance(batch, dict):
        return {**batch, **added}
    return batch.assign(**added)


def map_in_pandas(frames: Iterator[Any]) -> Iterator[Any]:
    """Spark's form: an iterator of pandas frames to one with the columns added."""
    for frame in frames:
        yield map_batches(frame)


def _items(batch: Any) -> List[Item]:
    responses = list(batch["response"])
    columns = {name: list(batch[name]) for name in ("label", *_OPTIONAL) if name in batch}
    return [
        item_of(response, **{name: _present(values[i]) for name, values in columns.items()})
        for i, response in enumerate(responses)
    ]


def _present(value: Any) -> Any:
    """pandas marks what is missing with NaN, which is not itself."""
    return None if isinstance(value, float) and value != value else value

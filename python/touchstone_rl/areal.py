"""AReaL: ``RLVRWorkflow(reward_fn="touchstone_rl.areal.reward_fn", …)``: a top-level function, pickled by name."""

from __future__ import annotations

import os
from typing import Any

from ._adapt import GOLD_COLUMNS, number, one, without_special_tokens
from ._encode import item_of, plain


def reward_fn(prompt: str, completions: str, prompt_ids: Any = None, completion_ids: Any = None, **row: Any) -> float:
    """The reward of one completion; AReaL keeps special tokens in the text and cuts a call off after 15 s."""
    gold = next((row[name] for name in GOLD_COLUMNS if row.get(name) is not None), None)
    tokens = None if completion_ids is None else len(plain(completion_ids))
    item = item_of(without_special_tokens(completions), gold, prompt=prompt, problem=prompt, tokens=tokens)
    return number(one(item, os.environ.get("TOUCHSTONE_REWARD") or None))

"""OpenRLHF: ``--reward.remote_url …/touchstone_rl/openrlhf.py`` (the URL form is ``touchstone serve``, path ``/get_reward``)."""

from __future__ import annotations

from typing import Any, Dict, List, Sequence

from touchstone_rl._adapt import metrics, number, without_special_tokens
from touchstone_rl._encode import item_of
from touchstone_rl.client import RewardSpec, default_client


def reward_func(queries: Sequence[str], prompts: Sequence[str], labels: Sequence[Any], reward: RewardSpec = None, **_: Any) -> Dict[str, Any]:
    """``rewards``, ``scores`` within [0, 1] and ``extra_logs``, as tensors where torch is there."""
    items = [
        item_of(_response(query, prompt), label, prompt=prompt, problem=prompt)
        for query, prompt, label in zip(queries, prompts, labels)
    ]
    answers = default_client().score(items, reward=reward)
    rewards = [number(answer) for answer in answers]
    rows = [metrics(answer) for answer in answers]
    logs: Dict[str, List[float]] = {name: [row[name] for row in rows] for name in (rows[0] if rows else {})}
    return {
        "rewards": _tensor(rewards),
        "scores": _tensor([min(1.0, max(0.0, one)) for one in rewards]),
        "extra_logs": {name: _tensor(values) for name, values in logs.items()},
    }


def _response(query: str, prompt: str) -> str:
    if prompt and query.startswith(prompt):
        return without_special_tokens(query[len(prompt) :])
    turns = ("<|im_start|>assistant\n", "<|start_header_id|>assistant<|end_header_id|>\n\n", "<｜Assistant｜>", "<start_of_turn>model\n")
    start = max((query.rfind(mark) + len(mark) if mark in query else 0) for mark in turns)
    return without_special_tokens(query[start:])


def _tensor(values: List[float]) -> Any:
    try:
        import torch
    except ImportError:
        return values
    return torch.tensor(values, dtype=torch.float32)

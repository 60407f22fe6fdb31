"""The client: items in, answers out, over a child process or a server."""

from __future__ import annotations

import asyncio
import atexit
import os
import threading
from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Sequence, Union

from ._child import Supervisor
from ._encode import Item, item_of
from ._http import HttpTransport
from .errors import BadRequest, Deadline, TouchstoneError

RewardSpec = Union[None, str, Mapping[str, Any]]
"""A reward: None (correctness, 0 or 1), the name of a recipe or preset, or a reward as data."""


@dataclass(frozen=True)
class Answer:
    """What is told of one response."""

    reward: Optional[float]
    """None: the gold answer is unusable, nothing can be said."""
    terms: Dict[str, Optional[float]] = field(default_factory=dict)
    verdict: Optional[str] = None
    """``equal``, ``different``, ``undecided``, or None when the reward asks for no verdict."""
    reason: Optional[str] = None
    extracted: Optional[str] = None


class Client:
    """Scores responses. Safe to share between threads, event loops and forked processes, and to pickle.

    Without ``url`` a Node child is started at the first call in each process; with it, a server is asked. ``url`` and
    ``token`` default to ``TOUCHSTONE_URL`` and ``TOUCHSTONE_TOKEN``.
    """

    def __init__(
        self,
        url: Optional[str] = None,
        token: Optional[str] = None,
        *,
        reward: RewardSpec = None,
        deadline_seconds: float = 60.0,
        arguments: Sequence[str] = (),
    ) -> None:
        url = url or os.environ.get("TOUCHSTONE_URL") or None
        token = token or os.environ.get("TOUCHSTONE_TOKEN") or None
        self.reward = reward
        self.deadline_seconds = deadline_seconds
        self._transport: Union[HttpTransport, Supervisor] = (
            HttpTransport(url, token) if url is not None else Supervisor(arguments)
        )

    def score(
        self, items: Sequence[Item], *, reward: RewardSpec = None, deadline_seconds: Optional[float] = None
    ) -> List[Answer]:
        """Answers in the order of the items (see :func:`touchstone_rl.item`).

        Raises :class:`BadRequest` naming the field, :class:`Deadline`, or :class:`Unavailable`; never a silent 0.
        """
        if len(items) == 0:
            return []
        seconds = self.deadline_seconds if deadline_seconds is None else deadline_seconds
        request: Dict[str, Any] = {"op": "score", "items": list(items), "deadline_ms": max(1.0, seconds * 900)}
        chosen = self.reward if reward is None else reward
        if chosen is not None:
            request["reward"] = chosen
        return _answers(self._transport.ask(request, seconds), len(items))

    async def ascore(
        self, items: Sequence[Item], *, reward: RewardSpec = None, deadline_seconds: Optional[float] = None
    ) -> List[Answer]:
        """As :meth:`score`, without blocking the running event loop, whichever it is."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            None, lambda: self.score(items, reward=reward, deadline_seconds=deadline_seconds)
        )

    def verify(self, gold: Any, response: str, problem: Optional[str] = None) -> Answer:
        """One response against one gold answer."""
        return self.score([item_of(response, gold, prompt=problem)])[0]

    def close(self) -> None:
        """Ends the child or the connection; the next call starts afresh."""
        self._transport.close()

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _answers(reply: Mapping[str, Any], wanted: int) -> List[Answer]:
    error = reply.get("error")
    if error is not None:
        kind = Deadline if error.get("code") == "timeout" else BadRequest
        raise kind(f"{error.get('code')}: {error.get('message')}")
    results = reply.get("results")
    if not isinstance(results, list) or len(results) != wanted:
        raise TouchstoneError(f"touchstone answered {0 if results is None else len(results)} of {wanted} items")
    return [
        Answer(one["reward"], one["terms"], one.get("verdict"), one.get("reason"), one.get("extracted"))
        for one in results
    ]


_default: Optional[Client] = None
_default_lock = threading.Lock()


def default_client() -> Client:
    """The client all adapters share in one process."""
    global _default
    with _default_lock:
        if _default is None:
            _default = Client()
            atexit.register(_default.close)
        return _default


def _renew_lock() -> None:
    global _default_lock
    _default_lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    # A fork may copy the lock while another thread holds it.
    os.register_at_fork(after_in_child=_renew_lock)

"""tinker-cookbook: mix :class:`TouchstoneAnswers` into a ``ProblemEnv``.

>>> class MathEnv(TouchstoneAnswers, ProblemEnv):
...     def get_question(self) -> str: ...
"""

from __future__ import annotations

from typing import Any

from touchstone_rl._adapt import one
from touchstone_rl._encode import item_of


class TouchstoneAnswers:
    """``check_answer`` and ``check_format`` of a ProblemEnv over its ``answer``."""

    answer: Any

    def check_answer(self, sample_str: str) -> bool:
        """Is the final answer equal to ``self.answer``?"""
        return one(item_of(sample_str, self.answer)).verdict == "equal"

    def check_format(self, sample_str: str) -> bool:
        """Does the response give a final answer that can be read?"""
        return one(item_of(sample_str, self.answer)).extracted is not None

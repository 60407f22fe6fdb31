"""open-instruct: import this module before training starts; rows whose ``dataset`` is ``touchstone`` use it.

``--remap_verifier math=touchstone`` replaces its own maths verifier without touching the data.
"""

from __future__ import annotations

from typing import Any, List, Optional

from touchstone_rl._adapt import number, one
from touchstone_rl._encode import item_of

try:
    from open_instruct.ground_truth_utils import VerificationResult, VerifierFunction
except ImportError:
    from dataclasses import dataclass

    @dataclass
    class VerificationResult:  # type: ignore[no-redef]
        """open-instruct's result, where it is not installed."""

        score: float
        cost: float = 0.0
        reasoning: Optional[str] = None

    class VerifierFunction:  # type: ignore[no-redef]
        """open-instruct's base class, where it is not installed."""

        def __init__(self, name: str, weight: float = 1.0, verifier_config: Any = None) -> None:
            self.name = name
            self.weight = weight


class TouchstoneVerifier(VerifierFunction):
    """1 where the final answer equals the label, else 0."""

    def __init__(self, verifier_config: Any = None) -> None:
        super().__init__("touchstone", weight=1.0)

    def __call__(
        self,
        tokenized_prediction: List[int],
        prediction: str,
        label: Any,
        query: Optional[str] = None,
        rollout_state: Any = None,
    ) -> VerificationResult:
        answer = one(item_of(prediction, label, prompt=query, tokens=len(tokenized_prediction)))
        return VerificationResult(score=number(answer), cost=0.0, reasoning=answer.reason)

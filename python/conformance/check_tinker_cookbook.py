"""tinker-cookbook's own `ProblemEnv.step` over our answers, with a stand-in renderer of characters."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any, List, Tuple

from tinker_cookbook.rl.problem_env import ProblemEnv

from touchstone_rl.tinker_cookbook import TouchstoneAnswers


class Characters:
    """A renderer whose tokens are characters and whose responses always stop as they should."""

    def get_stop_sequences(self) -> List[str]:
        return ["<end>"]

    def parse_response(self, tokens: List[int]) -> Tuple[Any, Any]:
        message = {"role": "assistant", "content": "".join(map(chr, tokens))}
        return message, SimpleNamespace(is_stop_sequence=True, is_clean=True)


class MathEnv(TouchstoneAnswers, ProblemEnv):
    answer = "4"

    def get_question(self) -> str:
        return "What is 5 minus 1?"

    def get_reference_answer(self) -> str:
        return self.answer


def reward(text: str) -> float:
    env = MathEnv(Characters(), format_coef=0.1)
    step = asyncio.run(env.step([ord(one) for one in text]))
    assert step.episode_done
    return step.reward


def main() -> None:
    assert reward("So \\boxed{4}.") == 1.0
    assert reward("So \\boxed{5}.") == 0.0
    # No answer to read: the format's share is taken off.
    assert abs(reward("") + 0.1) < 1e-12
    print("tinker-cookbook: ProblemEnv.step")


if __name__ == "__main__":
    main()

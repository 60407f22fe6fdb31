"""SkyRL: register ``touchstone_rl.skyrl:TouchstoneEnv`` with skyrl-gym under a name of your data set's ``env_class``."""

from __future__ import annotations

from typing import Any, Dict, Mapping

from touchstone_rl._adapt import metrics, number, one
from touchstone_rl._encode import item_of

try:
    from skyrl_gym.envs.base_text_env import BaseTextEnv
except ImportError:

    class BaseTextEnv:  # type: ignore[no-redef]
        """skyrl-gym's base class, where it is not installed."""

        def __init__(self) -> None:
            pass


class TouchstoneEnv(BaseTextEnv):  # type: ignore[misc,valid-type]
    """One turn: the action is the response, its reward ends the episode."""

    def __init__(self, env_config: Any = None, extras: Mapping[str, Any] = {}) -> None:
        super().__init__()
        spec = extras.get("reward_spec") or extras.get("reward_model") or {}
        if spec.get("ground_truth") is None:
            raise ValueError("extras['reward_spec']['ground_truth'] is missing")
        self.ground_truth = spec["ground_truth"]

    def step(self, action: str) -> Dict[str, Any]:
        answer = one(item_of(action, self.ground_truth))
        return {
            "observations": [],
            "reward": number(answer),
            "done": True,
            "metadata": {**metrics(answer), "parsed_answer": answer.extracted},
        }

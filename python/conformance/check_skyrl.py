"""skyrl-gym's own registry makes our environment, and a single-turn episode is run as its generator runs one."""

from __future__ import annotations

import skyrl_gym
from skyrl_gym.envs.registration import register


def reward(action: str, truth: object) -> float:
    extras = {"reward_spec": {"method": "rule", "ground_truth": truth}, "max_turns": 1}
    env = skyrl_gym.make("touchstone", env_config={}, extras=extras)
    prompt, _ = env.init([{"role": "user", "content": "What is 5 minus 1?"}])
    assert prompt[0]["role"] == "user"
    step = env.step(action)
    assert step["done"] is True and step["observations"] == []
    env.close()
    return step["reward"]


def main() -> None:
    register(id="touchstone", entry_point="touchstone_rl.skyrl:TouchstoneEnv")
    assert reward("So it is \\boxed{4}.", "4") == 1.0
    assert reward("So it is \\boxed{8/2}.", 4) == 1.0
    assert reward("So it is \\boxed{5}.", "4") == 0.0
    assert reward("I do not know.", "4") == 0.0
    try:
        reward("\\boxed{4}", None)
    except ValueError:
        pass
    else:
        raise AssertionError("a row without a gold answer was taken")
    print("skyrl-gym: register, make, init, step")


if __name__ == "__main__":
    main()

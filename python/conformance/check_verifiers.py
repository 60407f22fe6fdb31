"""PrimeIntellect verifiers for real: the v1 hook plugged by configuration and scored by `Task.score`; the legacy `Rubric`.

Releases have the one or the other.
"""

from __future__ import annotations

import asyncio

RIGHT, WRONG = r"First 2+2. So \boxed{4}.", r"So \boxed{5}."


async def v1() -> str:
    from verifiers.v1.configs.task import TaskConfig
    from verifiers.v1.task import Task, TaskData

    class Data(TaskData):
        answer: str

    class Sum(Task[Data]):
        """A task without code of its own for rewards."""

    config = TaskConfig(rewards={"correct": {"fn": "touchstone_rl.verifiers:correct", "weight": 0.5}})
    task = Sum(Data(prompt="2+2?", answer="4"), config)
    given = []
    for reply in (RIGHT, WRONG, ""):
        trace = recorded(task, reply)
        await task.score(trace)
        given.append(round(trace.reward, 6))
    assert given == [0.5, 0.0, 0.0], given
    return "v1: the plugged hook, weighted, scored by Task.score"


def recorded(task: object, reply: str) -> object:
    """A trace as an agent leaves it, without running one."""
    from verifiers.v1.trace import Trace

    return Trace.model_construct(task=None, agent=None, root_reply=reply, rewards={}, metrics={}, nodes=[], errors=[])


async def legacy() -> str:
    import verifiers as vf
    from touchstone_rl.verifiers import correct_answer, group_rewards

    rubric = vf.Rubric(funcs=[correct_answer], weights=[1.0])
    states = [state(text) for text in (RIGHT, WRONG)]
    for one in states:
        await rubric.score_rollout(one)
    assert [one["reward"] for one in states] == [1.0, 0.0], states
    group = vf.Rubric(funcs=[group_rewards], weights=[1.0])
    states = [state(text) for text in (RIGHT, WRONG, RIGHT)]
    await group.score_group(states)
    assert [one["reward"] for one in states] == [1.0, 0.0, 1.0], states
    assert abs(states[0]["advantage"] - 1 / 3) < 1e-6
    return "legacy: Rubric.score_rollout and Rubric.score_group"


def state(text: str) -> dict:
    import verifiers as vf

    fields = {
        "prompt": [{"role": "user", "content": "2+2?"}], "completion": [{"role": "assistant", "content": text}], "answer": "4",
        "task": "sum", "info": {}, "example_id": 0, "trajectory": [], "timing": timing(), "reward": None, "metrics": None,
    }
    return vf.State(fields)


def timing() -> dict:
    return {"generation_ms": 0.0, "scoring_ms": 0.0, "total_ms": 0.0, "start_time": 0.0}


def main() -> None:
    import verifiers

    version = getattr(verifiers, "__version__", "?")
    has_v1 = not hasattr(verifiers, "Rubric")
    half = v1() if has_v1 else legacy()
    print(f"verifiers {version}: {asyncio.run(half)}")


if __name__ == "__main__":
    main()

"""The Open Reward Standard's own client (`openreward`) against `touchstone serve --tasks`."""

from __future__ import annotations

import asyncio
import json
import os
import tempfile
from importlib.metadata import version
from pathlib import Path

from support import serving

TASKS = [{"id": "half", "problem": "What is 1/2?", "answer": "0.5"}, {"problem": "What is 3+4?", "answer": "7"}]


async def play(url: str) -> None:
    from openreward import AsyncOpenReward

    client = AsyncOpenReward(api_key="secret")
    try:
        environment = client.environments.get("math", base_url=url)
        assert await environment.list_splits() == ["train"]
        assert await environment.num_tasks("train") == len(TASKS)
        tasks = await environment.list_tasks("train")
        assert "answer" not in json.dumps([dict(task.task_spec) for task in tasks])
        assert (await environment.get_task("train", 1)).task_spec["prompt"] == "What is 3+4?"
        for answer, reward in ((r"\frac{1}{2}", 1.0), ("0.4", 0.0)):
            async with environment.session(task=tasks[0]) as session:
                prompt = await session.get_prompt()
                assert prompt[0].text == "What is 1/2?"
                tools = await session.list_tools()
                assert [tool.name for tool in tools] == ["submit"]
                output = await session.call_tool("submit", {"answer": answer})
                assert (output.reward, output.finished) == (reward, True), output
        async with environment.session(split="train", index=1) as session:
            assert (await session.call_tool("submit", {"answer": "the answer is 7"})).reward == 1.0
    finally:
        await client.environments.aclose()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "tasks.jsonl"
        file.write_text("\n".join(map(json.dumps, TASKS)))
        with serving("--tasks", str(file), "--token", "secret") as url:
            os.environ["OPENREWARD_API_URL"] = os.environ["OPENREWARD_SESSION_URL"] = url
            asyncio.run(asyncio.wait_for(play(url), 120))
    print(f"openreward {version('openreward')}: splits, tasks, sessions by task and by index, submit; with a token")


if __name__ == "__main__":
    main()

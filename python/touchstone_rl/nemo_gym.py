"""NeMo-Gym: the ``app.py`` of a resources server; ``touchstone adapters print nemo-gym`` writes it into place.

The runner starts ``python app.py`` itself, so that the verification goes through this package, not over HTTP.
"""

from __future__ import annotations

from typing import Any, Mapping

from touchstone_rl._adapt import GOLD_COLUMNS, aone, number
from touchstone_rl._encode import item_of
from touchstone_rl._text import completion_text


def output_text(response: Any) -> str:
    """All text of the assistant's messages of a Responses object; reasoning and tool calls are left out."""
    output = response.get("output", []) if isinstance(response, Mapping) else getattr(response, "output", [])
    parts = []
    for one in output:
        kind = one.get("type") if isinstance(one, Mapping) else getattr(one, "type", None)
        if kind == "message":
            parts.append(completion_text(one if isinstance(one, Mapping) else {"content": getattr(one, "content", None)}))
    return "".join(parts)


async def reward_of(row: Mapping[str, Any], response: Any) -> float:
    """The reward of one response to a row of the data set."""
    gold = next((row[name] for name in ("expected_answer", *GOLD_COLUMNS) if row.get(name) is not None), None)
    question = row.get("question") or row.get("problem")
    return number(await aone(item_of(output_text(response), gold, prompt=question if isinstance(question, str) else None)))


def make_server() -> Any:
    """The resources server class; needs nemo_gym."""
    from nemo_gym.base_resources_server import BaseResourcesServerConfig, BaseVerifyRequest, BaseVerifyResponse, SimpleResourcesServer
    from pydantic import ConfigDict

    class TouchstoneVerifyRequest(BaseVerifyRequest):
        model_config = ConfigDict(extra="allow")

    class TouchstoneVerifyResponse(BaseVerifyResponse):
        model_config = ConfigDict(extra="allow")

    class TouchstoneResourcesServer(SimpleResourcesServer):
        config: BaseResourcesServerConfig

        async def verify(self, body: TouchstoneVerifyRequest) -> TouchstoneVerifyResponse:
            row = body.model_dump()
            return TouchstoneVerifyResponse(**row, reward=await reward_of(row, row["response"]))

    # The web framework reads the annotations of `verify`, which are local to this function.
    TouchstoneResourcesServer.verify.__annotations__.update(body=TouchstoneVerifyRequest, **{"return": TouchstoneVerifyResponse})
    return TouchstoneResourcesServer

"""NeMo-Gym's own `SimpleResourcesServer`: our class, its web application, `POST /verify` with a Responses object."""

from __future__ import annotations

from typing import Any, Dict
from unittest.mock import MagicMock

from fastapi.testclient import TestClient
from nemo_gym.base_resources_server import BaseResourcesServerConfig
from nemo_gym.server_utils import ServerClient

from touchstone_rl.nemo_gym import make_server


def row(text: str, **fields: Any) -> Dict[str, Any]:
    content = [{"type": "output_text", "text": text, "annotations": []}]
    message = {"id": "m", "type": "message", "role": "assistant", "status": "completed", "content": content}
    response = {
        "id": "r",
        "object": "response",
        "created_at": 0,
        "model": "m",
        "output": [message],
        "parallel_tool_calls": False,
        "tool_choice": "none",
        "tools": [],
    }
    return {"responses_create_params": {"input": "What is 5 minus 1?"}, "response": response, **fields}


def main() -> None:
    config = BaseResourcesServerConfig(host="127.0.0.1", port=8080, entrypoint="app.py", name="touchstone", domain="math")
    server = make_server()(config=config, server_client=MagicMock(spec=ServerClient))
    client = TestClient(server.setup_webserver())
    for text, gold, wanted in (("It is \\boxed{4}.", "4", 1.0), ("It is \\boxed{5}.", "4", 0.0), ("Who knows?", "4", 0.0)):
        answer = client.post("/verify", json=row(text, expected_answer=gold, question="What is 5 minus 1?"))
        assert answer.status_code == 200, answer.text
        body = answer.json()
        assert body["reward"] == wanted, body
        # The row comes back whole.
        assert body["expected_answer"] == gold
    print("nemo-gym: SimpleResourcesServer.setup_webserver, POST /verify")


if __name__ == "__main__":
    main()

"""The same requests to a server: connections kept alive, one per thread and process."""

from __future__ import annotations

import http.client
import json
import os
import threading
import time
from typing import Any, Dict, Mapping, Optional
from urllib.parse import urlsplit

from ._encode import encode
from .errors import BadRequest, Deadline, TouchstoneError, Unavailable

Reply = Dict[str, Any]


class HttpTransport:
    """Posts to ``/v1/score`` of a ``touchstone serve``. Safe to share between threads, to fork and to pickle."""

    def __init__(self, url: str, token: Optional[str] = None) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or parts.hostname is None:
            raise BadRequest(f"url is {url!r}; give one such as http://127.0.0.1:8700")
        self._url = url
        self._token = token
        self._local = threading.local()

    def __getstate__(self) -> Dict[str, Any]:
        return {"_url": self._url, "_token": self._token}

    def __setstate__(self, state: Dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._local = threading.local()

    def ask(self, request: Mapping[str, Any], seconds: float) -> Reply:
        """The reply to a request. A refusal for load (429, 503) or a broken connection is tried again until the deadline."""
        body = encode(request)
        end = time.monotonic() + seconds
        pause = 0.05
        while True:
            try:
                status, reply = self._post(body, max(0.001, end - time.monotonic()))
            except TimeoutError as error:
                self._drop()
                raise Deadline(f"no answer from {self._url} within {seconds:g} s") from error
            except (OSError, http.client.HTTPException) as error:
                self._drop()
                if time.monotonic() + pause > end:
                    raise Unavailable(f"{self._url}: {error!r}") from error
                status, reply = 503, {}
            if status not in (429, 503) or _is_deadline(reply):
                return self._checked(status, reply)
            if time.monotonic() + pause > end:
                raise Unavailable(f"{self._url} refused for load (status {status}) until the deadline")
            time.sleep(pause)
            pause = min(pause * 2, 1.0)

    def _post(self, body: bytes, seconds: float) -> "tuple[int, Reply]":
        connection = self._connection(seconds)
        headers = {"content-type": "application/json"}
        if self._token is not None:
            headers["authorization"] = f"Bearer {self._token}"
        connection.request("POST", urlsplit(self._url).path.rstrip("/") + "/v1/score", body, headers)
        response = connection.getresponse()
        text = response.read()
        try:
            return response.status, json.loads(text)
        except ValueError as error:
            raise Unavailable(f"{self._url} answered something that is not JSON (status {response.status}): {text[:200]!r}") from error

    def _checked(self, status: int, reply: Reply) -> Reply:
        if status == 200 or "error" in reply:
            return reply
        raise TouchstoneError(f"{self._url} answered with status {status}")

    def _connection(self, seconds: float) -> http.client.HTTPConnection:
        held = getattr(self._local, "held", None)
        if held is not None and held[0] == os.getpid():
            connection: http.client.HTTPConnection = held[1]
            connection.timeout = seconds
            if connection.sock is not None:
                connection.sock.settimeout(seconds)
            return connection
        parts = urlsplit(self._url)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        made = kind(parts.hostname or "", parts.port, timeout=seconds)
        self._local.held = (os.getpid(), made)
        return made

    def _drop(self) -> None:
        held = getattr(self._local, "held", None)
        self._local.held = None
        if held is not None and held[0] == os.getpid():
            held[1].close()

    def close(self) -> None:
        """Closes this thread's connection."""
        self._drop()


def _is_deadline(reply: Reply) -> bool:
    """The server did not judge the request in the time it was given: another try would not either."""
    error = reply.get("error")
    return isinstance(error, dict) and error.get("code") == "timeout"

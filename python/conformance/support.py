"""What the checks share."""

from __future__ import annotations

import signal
import subprocess
from contextlib import contextmanager
from typing import Iterator

from touchstone_rl._find import find_command


@contextmanager
def serving(*arguments: str) -> Iterator[str]:
    """A running `touchstone serve`; gives its URL."""
    child = subprocess.Popen([*find_command(), "serve", "--port", "0", *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert child.stdout is not None
        yield child.stdout.readline().strip()
    finally:
        child.send_signal(signal.SIGTERM)
        child.wait(30)

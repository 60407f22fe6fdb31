"""What the tests share."""

from __future__ import annotations

import os
import sys
import unittest
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

MAIN = HERE.parents[1] / "dist" / "cli" / "main.js"


def needs_touchstone(case: type) -> type:
    """Skips loudly where the clone is not built."""
    found = bool(os.environ.get("TOUCHSTONE_BIN")) or MAIN.is_file()
    return unittest.skipUnless(found, f"{MAIN} is missing: run `npm install` in the clone")(case)


@contextmanager
def environment(**values: str) -> Iterator[None]:
    """Sets environment variables for a while."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def fake(name: str) -> str:
    """The path of a stand-in for the command."""
    return str(HERE / "fakes" / f"{name}.mjs")

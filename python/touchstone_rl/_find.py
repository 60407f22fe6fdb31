"""Finds the command to start: `TOUCHSTONE_BIN`, the clone, the wheel's own copy, an npm install."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import List, Optional, Tuple

from .errors import NotFound

_HERE = Path(__file__).resolve().parent
_MAIN = Path("dist") / "cli" / "main.js"
_LEAST_NODE = (20, 19)


def find_command() -> List[str]:
    """The words that start touchstone, without its arguments.

    In this order: ``TOUCHSTONE_BIN`` (a script or an executable), the ``dist`` of the clone this file lies in, the
    JavaScript inside the wheel, ``node_modules`` of the working folder or above it, a ``touchstone`` on the PATH, the
    global npm folder. Raises :class:`NotFound` naming the fix.
    """
    named = os.environ.get("TOUCHSTONE_BIN")
    if named:
        if not Path(named).exists() and shutil.which(named) is None:
            raise NotFound(f"TOUCHSTONE_BIN is {named!r}, which does not exist")
        return _run(named)
    for place in (_HERE.parents[1] / _MAIN, _HERE / "_js" / _MAIN, *_local_installs()):
        if place.is_file():
            return _run(str(place))
    on_path = shutil.which("touchstone")
    if on_path is not None:
        return [on_path]
    globally = _global_install()
    if globally is not None:
        return _run(str(globally))
    raise NotFound(
        "no touchstone command: run `npm install` in the clone this package lies in, or `npm install -g touchstone`, "
        "or set TOUCHSTONE_BIN to dist/cli/main.js"
    )


def _run(path: str) -> List[str]:
    return [_node(), path] if path.endswith((".js", ".mjs")) else [path]


def _local_installs() -> List[Path]:
    here = Path.cwd()
    return [folder / "node_modules" / "touchstone" / _MAIN for folder in (here, *here.parents)]


def _global_install() -> Optional[Path]:
    npm = shutil.which("npm")
    if npm is None:
        return None
    try:
        root = subprocess.run([npm, "root", "-g"], capture_output=True, text=True, timeout=20, check=False).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    place = Path(root.strip() or "/nonexistent") / "touchstone" / _MAIN
    return place if place.is_file() else None


def _node() -> str:
    """Node from ``NODE_BIN`` or the PATH; raises :class:`NotFound` when there is none or it is too old."""
    node = os.environ.get("NODE_BIN") or shutil.which("node")
    if node is None:
        raise NotFound("no `node` on the PATH (workers of Ray and conda often lack it): install Node >= 20.19, or set NODE_BIN")
    version = _version(node)
    if version < _LEAST_NODE:
        raise NotFound(f"{node} is Node {'.'.join(map(str, version))}; touchstone needs Node >= 20.19: set NODE_BIN to a newer one")
    return node


def _version(node: str) -> Tuple[int, ...]:
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=20, check=True).stdout
    except (OSError, subprocess.SubprocessError) as error:
        raise NotFound(f"{node} does not run: {error}") from error
    return tuple(int(part) for part in said.strip().lstrip("v").split("-")[0].split(".")[:2])

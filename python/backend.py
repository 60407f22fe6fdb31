"""Builds the wheel with the standard library alone (PEP 517), so that `pip install ./python` downloads nothing.

The JavaScript comes from ``npm run wheel``, which puts it below ``touchstone_rl/_js``; a wheel built without it looks
for the command in the clone, in npm's folders and on the PATH.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
import tarfile
import zipfile
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Tuple

HERE = Path(__file__).resolve().parent
PACKAGE = "touchstone_rl"
TAG = "py3-none-any"
_EPOCH = (2020, 1, 1, 0, 0, 0)


def _field(name: str) -> str:
    """A text of ``[project]`` in pyproject.toml; Python 3.9 has no TOML reader."""
    found = re.search(rf'^{re.escape(name)} = "(.*)"$', (HERE / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise ValueError(f"pyproject.toml has no line {name} = \"...\"")
    return found.group(1)


def _stem() -> str:
    return f"{PACKAGE}-{_field('version')}"


def _metadata() -> str:
    readme = (HERE / "README.md").read_text("utf-8")
    head = [
        "Metadata-Version: 2.1",
        f"Name: {_field('name')}",
        f"Version: {_field('version')}",
        f"Summary: {_field('description')}",
        "License: MIT",
        f"Requires-Python: {_field('requires-python')}",
        "Description-Content-Type: text/markdown",
    ]
    return "\n".join(head) + "\n\n" + readme


def _sources() -> Iterator[Tuple[str, bytes]]:
    for path in sorted((HERE / PACKAGE).rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(HERE).as_posix(), path.read_bytes()


def _write(target: Path, files: List[Tuple[str, bytes]]) -> None:
    """The same bytes for the same files: fixed dates, fixed order, and the RECORD last."""
    info = f"{_stem()}.dist-info"
    wheel = f"Wheel-Version: 1.0\nGenerator: touchstone_rl\nRoot-Is-Purelib: true\nTag: {TAG}\n"
    files = [*files, (f"{info}/METADATA", _metadata().encode()), (f"{info}/WHEEL", wheel.encode())]
    record = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            _add(archive, name, data)
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record.append(f"{name},sha256={digest},{len(data)}")
        _add(archive, f"{info}/RECORD", "\n".join([*record, f"{info}/RECORD,,", ""]).encode())


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data)


def build_wheel(wheel_directory: str, config_settings: Optional[Dict[str, Any]] = None, metadata_directory: Optional[str] = None) -> str:
    """PEP 517: writes the wheel, returns its file name."""
    name = f"{_stem()}-{TAG}.whl"
    _write(Path(wheel_directory) / name, list(_sources()))
    return name


def build_editable(wheel_directory: str, config_settings: Optional[Dict[str, Any]] = None, metadata_directory: Optional[str] = None) -> str:
    """PEP 660: a wheel that points here, for `pip install -e`."""
    name = f"{_stem()}-{TAG}.whl"
    _write(Path(wheel_directory) / name, [(f"{PACKAGE}.pth", f"{HERE}\n".encode())])
    return name


def build_sdist(sdist_directory: str, config_settings: Optional[Dict[str, Any]] = None) -> str:
    """PEP 517: writes the source archive, returns its file name."""
    name = f"{_stem()}.tar.gz"
    files = [("PKG-INFO", _metadata().encode())]
    files += [(one, (HERE / one).read_bytes()) for one in ("pyproject.toml", "backend.py", "README.md")]
    files += list(_sources())
    with tarfile.open(Path(sdist_directory) / name, "w:gz", format=tarfile.PAX_FORMAT) as archive:
        for path, data in files:
            entry = tarfile.TarInfo(f"{_stem()}/{path}")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return name

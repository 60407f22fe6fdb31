"""What can go wrong, as exceptions: a reward that cannot be computed is never a silent 0."""

from __future__ import annotations


class TouchstoneError(Exception):
    """Root of all exceptions of this package."""


class NotFound(TouchstoneError):
    """No `touchstone` command, or no Node to run it with; the message names the fix."""


class BadRequest(TouchstoneError):
    """An item or a reward the server refuses; the message names the field."""


class Deadline(TouchstoneError):
    """No answer within the deadline: the child was killed (or the connection dropped); the next call starts afresh."""


class Unavailable(TouchstoneError):
    """The child keeps dying or the server keeps refusing; the message carries its last words."""

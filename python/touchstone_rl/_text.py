"""The text of a completion, however a stack hands it over."""

from __future__ import annotations

from typing import Any, Mapping, Optional, Sequence


def completion_text(completion: Any) -> str:
    """A completion as text: a string, or chat messages, of which the last one of the assistant counts."""
    if completion is None:
        return ""
    if isinstance(completion, str):
        return completion
    if isinstance(completion, Mapping):
        return _content(completion.get("content"))
    if isinstance(completion, Sequence):
        spoken = [m for m in completion if isinstance(m, Mapping) and m.get("role", "assistant") == "assistant"]
        return _content(spoken[-1].get("content")) if spoken else ""
    return _content(getattr(completion, "content", completion))


def prompt_text(prompt: Any) -> Optional[str]:
    """The problem's statement: a string, or the last message of the user."""
    if prompt is None or isinstance(prompt, str):
        return prompt
    if isinstance(prompt, Sequence):
        asked = [m for m in prompt if isinstance(m, Mapping) and m.get("role") == "user"]
        return _content(asked[-1].get("content")) if asked else None
    return None


def _content(content: Any) -> str:
    if content is None:
        return ""
    if isinstance(content, str):
        return content
    if isinstance(content, Sequence):
        return "".join(_block(block) for block in content)
    return str(content)


def _block(block: Any) -> str:
    if isinstance(block, str):
        return block
    text = block.get("text") if isinstance(block, Mapping) else getattr(block, "text", None)
    return text if isinstance(text, str) else ""

"""Items as JSON: numpy and torch values, hostile text, numbers JSON does not have."""

from __future__ import annotations

import json
import math
from typing import Any, Dict, List, Mapping, Optional, Sequence, Union

from .errors import BadRequest

Item = Dict[str, Any]
Label = Union[None, str, List[str]]

_GOLD_KEYS = ("ground_truth", "target", "answer", "solution", "expected_answer", "label")
_NUMBERS = {"tokens", "step", "entropy", "modelScore", "referenceAccuracy"}
_LISTS = {"logProbs", "tokenIds", "stepScores"}


def plain(value: Any) -> Any:
    """A value of numpy or torch as Python's own; anything else as it is."""
    for method in ("tolist", "item"):
        convert = getattr(value, method, None)
        if callable(convert):
            return convert()
    return value


def label_of(value: Any) -> Label:
    """A gold answer as data sets write it: text, number, list of acceptable ones, a dict that holds one, or none."""
    value = plain(value)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise BadRequest(f"label is {value}; a gold answer must be a finite number or a text")
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    if isinstance(value, Mapping):
        for key in _GOLD_KEYS:
            if value.get(key) is not None:
                return label_of(value[key])
        raise BadRequest(f"label is a dict without any of {', '.join(_GOLD_KEYS)}; it has {', '.join(map(str, value))}")
    if isinstance(value, Sequence):
        several = [label_of(one) for one in value]
        return [one for one in several if isinstance(one, str)] or None
    raise BadRequest(f"label is a {type(value).__name__}; give a text, a number, or a list of them")


def number_of(value: Any, place: str) -> Optional[float]:
    """A finite number, or None where none is given. Raises :class:`BadRequest` naming the place."""
    value = plain(value)
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise BadRequest(f"{place} is a {type(value).__name__}; give a number")
    if not math.isfinite(value):
        raise BadRequest(f"{place} is {value}; JSON has no such number: leave the field out instead")
    return value


def item_of(response: Any, label: Any = None, **facts: Any) -> Item:
    """One item of a request. Facts that are None are left out."""
    if not isinstance(response, str):
        raise BadRequest(f"response is a {type(response).__name__}; give a text (see completion_text for messages)")
    item: Item = {"response": response, "label": label_of(label)}
    for name, value in facts.items():
        if name in _NUMBERS:
            value = number_of(value, name)
        elif name in _LISTS and value is not None:
            value = [number_of(one, f"{name}[{i}]") for i, one in enumerate(plain(value))]
        if value is not None:
            item[name] = value
    return item


def encode(request: Mapping[str, Any]) -> bytes:
    """One line of JSON, ASCII only, so that lone surrogates and line separators survive. Raises :class:`BadRequest`."""
    try:
        return json.dumps(request, allow_nan=False, default=_fallback, separators=(",", ":")).encode("ascii") + b"\n"
    except ValueError as error:
        raise BadRequest(f"the request holds a number JSON does not have (NaN or Infinity): {error}") from error


def _fallback(value: Any) -> Any:
    converted = plain(value)
    if converted is value:
        raise BadRequest(f"the request holds a {type(value).__name__}, which JSON cannot carry")
    return converted

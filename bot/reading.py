"""JSON from outside, read into values that everything behind the door can hold.

What JavaScript or a database could not hold is replaced here: half of a surrogate pair (an emoji
that a client has cut in two) and NUL become U+FFFD; numbers that are infinite, or integers beyond
2⁵³, become null, as ``JSON.stringify`` writes infinite ones.
"""

from __future__ import annotations

import json
import math
import re

from pydantic_core import from_json

REPLACED = "\ufffd"
LARGEST_WHOLE = 2**53
DEEPEST = 100
SUSPICIOUS = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])|[0-9]{16}|[0-9][eE]|Infinity|NaN")
"""What a body must contain for anything in it to need replacing."""
UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")


class Unreadable(ValueError):
    """It is not JSON, or nested too deeply."""


def read_json(body: bytes | str) -> object:
    """What the body says, in texts and numbers that can be kept.

    Raises:
        Unreadable: it is not JSON, or nested too deeply.
    """
    raw = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    if not SUSPICIOUS.search(raw):
        return _quickly(raw)
    try:
        return _holdable(json.loads(raw.decode("utf-8")), DEEPEST)
    except (ValueError, RecursionError) as error:
        raise Unreadable(type(error).__name__) from error


def holdable(text: str) -> str:
    """The text, with what a database could not hold replaced."""
    return UNHOLDABLE.sub(REPLACED, text)


def _quickly(raw: bytes) -> object:
    try:
        return from_json(raw)
    except ValueError as error:
        raise Unreadable("no JSON") from error


def _holdable(value: object, depth: int) -> object:
    if depth == 0:
        raise Unreadable("too deep")
    if isinstance(value, str):
        return holdable(value)
    if isinstance(value, list):
        return [_holdable(each, depth - 1) for each in value]
    if isinstance(value, dict):
        return {holdable(key): _holdable(each, depth - 1) for key, each in value.items()}
    return value if not isinstance(value, (int, float)) or _is_kept(value) else None


def _is_kept(number: float) -> bool:
    return abs(number) <= LARGEST_WHOLE if isinstance(number, int) else math.isfinite(number)

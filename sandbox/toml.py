"""Writing TOML, as far as a programme's facts need it (the standard library only reads it)."""

from __future__ import annotations

import json
from collections.abc import Mapping


def written(facts: Mapping[str, object]) -> str:
    """The facts as a TOML document: plain values first, then a table for each object.

    Raises:
        TypeError: a value that TOML cannot hold, such as null; the text names its key.
    """
    return "\n".join(_table(facts, ())) + "\n"


def _table(facts: Mapping[str, object], path: tuple[str, ...]) -> list[str]:
    plain = {key: value for key, value in facts.items() if not isinstance(value, Mapping)}
    lines = [f"[{'.'.join(json.dumps(part, ensure_ascii=False) for part in path)}]"] if path else []
    lines += [
        f"{json.dumps(key, ensure_ascii=False)} = {_value(key, value)}"
        for key, value in plain.items()
    ]
    for key, value in facts.items():
        if isinstance(value, Mapping):
            lines += ["", *_table(value, (*path, key))]
    return lines


def _value(key: str, value: object) -> str:
    if isinstance(value, bool | int | float | str):
        # JSON's texts, numbers and truth values are TOML's as well.
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return f"[{', '.join(_value(key, one) for one in value)}]"
    if isinstance(value, Mapping):
        inner = ", ".join(
            f"{json.dumps(name, ensure_ascii=False)} = {_value(name, one)}"
            for name, one in value.items()
        )
        return f"{{{inner}}}"
    raise TypeError(f"{key} is {value!r}, which TOML cannot hold; leave the key out.")

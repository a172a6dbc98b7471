"""How the engine writes down what its workflows are given and what their steps bring: as plain
JSON.

By default the engine writes pickles, and reading a pickle runs whatever code somebody has written
into the database. Each row says how it is written, and the engine obeys; so what would read pickles
is taken out of it (``refuse_pickles``). Of an error only its name in the tree of errors is kept: a
workflow decides by it when its steps are read again. The text of an error stands in the log only,
because it may name people.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dbos import Serializer

# Not public: the engine reads a row as the row itself says, whatever serializer it is given.
from dbos._serialization import DefaultSerializer

from mentoring.domain.errors import (
    Full,
    Gone,
    NoMailbox,
    NotAllowed,
    NotThere,
    NotYet,
    OutsideError,
    Rejected,
    StepFailed,
    Throttled,
    Unavailable,
    Undeliverable,
)

ERROR = "$error"
BY_NAME: dict[str, type[OutsideError]] = {
    each.__name__: each
    for each in (Unavailable, NotYet, NotThere, Gone, NoMailbox, NotAllowed, Rejected, Full)
}
READ_AGAIN = "recorded by an earlier attempt; the log of that time has the text"


class PickleRefused(Exception):
    """A row of the engine's log says that it is a pickle: nothing of ours writes such, so it is not
    even unpacked.
    """


def _refuse(_serializer: DefaultSerializer, _serialized_data: str) -> Any:  # noqa: ANN401 - the engine's own signature
    raise PickleRefused(
        "a row marked py_pickle is not read: find out who wrote it into the database, and delete it"
    )


def refuse_pickles() -> None:
    """From now on no row of the engine's log that is marked as a pickle is read in this process, by
    any path.
    """
    setattr(DefaultSerializer, "deserialize", _refuse)  # noqa: B010 - the type checker forbids to assign a method


class PlainJson(Serializer):
    """JSON, and the errors of ``mentoring.domain.errors`` by their names."""

    def name(self) -> str:
        """What the engine's rows say about how they are written."""
        return "json"

    def serialize(self, data: Any) -> str:  # noqa: ANN401 - the engine's own signature
        """The text of a row.

        Raises:
            TypeError: JSON would not bring it back as it was.
        """
        return json.dumps(_named(data) if isinstance(data, BaseException) else _inputs(data))

    def deserialize(self, serialized_data: str) -> Any:  # noqa: ANN401 - the engine's own signature
        """What was written."""
        found = json.loads(serialized_data)
        return _error(found) if isinstance(found, dict) and ERROR in found else found


def _inputs(data: Any) -> Any:  # noqa: ANN401 - whatever the engine hands over
    """The engine hands over a workflow's arguments as a tuple, and takes them as a list."""
    if isinstance(data, dict) and data.keys() == {"args", "kwargs"}:
        return _plain({**data, "args": list(data["args"])})
    return _plain(data)


def _plain(value: Any) -> Any:  # noqa: ANN401 - to be looked at
    if type(value) is list:
        return [_plain(each) for each in value]
    if type(value) is dict and all(type(key) is str for key in value):
        return {key: _plain(each) for key, each in value.items()}
    if value is None or type(value) in {bool, int, float, str}:
        return value
    raise TypeError(
        f"{type(value).__name__} is not plain: let the step bring text, numbers, lists or dicts"
    )


def _named(error: BaseException) -> dict[str, str | float]:
    told: dict[str, str | float] = {ERROR: type(error).__name__}
    if isinstance(error, Throttled):
        told["retry_after"] = error.retry_after
    if isinstance(error, Undeliverable):
        told["cause"] = error.cause
    return told


def _error(told: Mapping[str, Any]) -> Exception:
    name = str(told[ERROR])
    if name == Throttled.__name__:
        return Throttled(READ_AGAIN, float(told["retry_after"]))
    if name == Undeliverable.__name__:
        return Undeliverable(READ_AGAIN, str(told["cause"]))
    found = BY_NAME.get(name)
    return found(READ_AGAIN) if found else StepFailed(name)

"""Single parts of a launch, each in processor time, and beside them the same work for everybody: a
plain loop, which says how quick this machine is at this moment.

`python -m tests.bench.parts` prints a table.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.memory import keep_imports
from cards.kit.words import Words
from cards.showcase.catalogue import render
from graph.client import _decoded
from graph.free_busy import Told, _collected
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from tests.cards.drawn import SAMPLES
from tests.databases import CIPHER, migrated_sqlite

PEOPLE, ENTRIES, TIMES = 20, 150, 30
FIRST = datetime(2027, 1, 4, 8, tzinfo=UTC)
WINDOW = FIRST, FIRST + timedelta(days=42)
IDS = [f"p{number}" for number in range(PEOPLE)]
BY_EMAIL = {f"{each}@firma.example": each for each in IDS}
Part = Callable[[], object]


def main() -> int:
    """Print what each part takes, with the server's own way to look for what nobody needs."""
    keep_imports()
    with TemporaryDirectory() as folder:
        store = SqlStore(migrated_sqlite(Path(folder)), CIPHER)
        parts = _parts(store)
        rows = [f"{name:<56} {_microseconds(part):10.1f} µs" for name, part in parts]
        store.close()
    sys.stdout.write("\n".join([*rows, ""]))
    return 0


def _parts(store: SqlStore) -> list[tuple[str, Part]]:
    body = _body()
    told = [Told(WINDOW, row) for row in json.loads(body)["value"]]
    card, words = SAMPLES["tandem-mentor"], Words("de")
    return [
        ("a plain loop of 100,000", _loop),
        (f"{PEOPLE} calendars of {ENTRIES} entries are decoded", lambda: _decoded(body)),
        ("the same by the standard library", lambda: json.loads(body)),
        ("they are read", lambda: _collected(IDS, BY_EMAIL, told)),
        ("a transaction that reads nothing (SQLite)", lambda: store.read_now(lambda _: None)),
        ("rows are looked for of which there are none (SQLite)", lambda: store.read_now(_found)),
        ("a tandem's card with six sessions is drawn", lambda: render(card, words, posting="p")),
    ]


def _microseconds(part: Part) -> float:
    """The least of some rounds, a time."""
    part()
    return min(_round(part) for _ in range(5)) * 1e6


def _round(part: Part) -> float:
    begun = time.process_time()
    for _ in range(TIMES):
        part()
    return (time.process_time() - begun) / TIMES


def _loop() -> int:
    return sum(number * number % 7 for number in range(100_000))


def _found(uow: UnitOfWork) -> object:
    return uow.everywhere.proposals.all(mentor_id="p")


def _body() -> bytes:
    rows = [
        {"scheduleId": email, "availabilityView": "0", "scheduleItems": _entries(number)}
        for number, email in enumerate(BY_EMAIL)
    ]
    return json.dumps({"value": rows}).encode()


def _entries(number: int) -> list[dict[str, Any]]:
    """Half an hour to two hours, from quarters of an hour that differ from person to person."""
    starts = [FIRST + timedelta(hours=each * 6, minutes=15 * number) for each in range(ENTRIES)]
    return [
        {
            "status": "busy",
            "subject": None,
            "location": None,
            "isPrivate": False,
            "isMeeting": False,
            "isRecurring": False,
            "isException": False,
            "isReminderSet": False,
            "start": _stamp(start),
            "end": _stamp(start + timedelta(minutes=30 * (1 + place % 4))),
        }
        for place, start in enumerate(starts)
    ]


def _stamp(moment: datetime) -> dict[str, str]:
    return {"dateTime": f"{moment:%Y-%m-%dT%H:%M:%S}.0000000", "timeZone": "UTC"}


if __name__ == "__main__":
    sys.exit(main())

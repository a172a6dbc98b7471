"""What somebody takes from a session: two taps and one line, for themselves alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role

LONGEST = 200
"""In characters."""


class Tap(StrEnum):
    """Which of the two questions that are answered with one press."""

    FIRST = "first"
    SECOND = "second"


ANSWERS: Mapping[Role, Mapping[Tap, tuple[str, ...]]] = {
    Role.MENTEE: {
        Tap.FIRST: ("knowledge", "tried", "view", "answer", "little"),
        Tap.SECOND: ("this_week", "until_next", "not_yet"),
    },
    Role.MENTOR: {
        Tap.FIRST: ("decisions", "explaining", "subject", "myself", "little"),
        Tap.SECOND: ("same", "more_trying", "more_talk"),
    },
}
"""What may be answered: a mentee says what they take with them and whether they will try it, a
mentor what they learnt and how the next session should be.
"""


@dataclass(frozen=True)
class Taken:
    """What was said; empty for nothing. ``draft`` is what was typed over a line that the other one
    may read, and not saved yet.
    """

    first: str = ""
    second: str = ""
    line: str = ""
    draft: str = ""


@dataclass(frozen=True)
class Retrospective:
    """The retrospective of one of the two on a session.

    ``shared``: the other one may read the line, never the rest. ``at`` is when anything was last
    said (UTC).
    """

    id: str
    tandem_id: str
    session_id: str
    author_id: str
    role: Role
    at: datetime
    said: Taken = field(default_factory=Taken)
    shared: bool = False


def retrospective_id(session_id: str, role: Role) -> str:
    """The id of a side's retrospective on a session."""
    return f"{session_id}:{role}"


def tapped(found: Retrospective, tap: Tap, answer: str, now: datetime) -> Retrospective:
    """One of the two taps; an empty answer takes back the one that stands there.

    Raises:
        Refusal: ``stale`` if nobody of this role answers that.
    """
    if answer and answer not in ANSWERS[found.role][tap]:
        raise Refusal("stale")
    said = found.said
    said = replace(said, first=answer) if tap is Tap.FIRST else replace(said, second=answer)
    return replace(found, said=said, at=now)


def written(found: Retrospective, line: str, now: datetime, *, share: bool) -> Retrospective:
    """The line, and whether the other one may read it from now on; what they may read already they
    still may, as long as there is a line. An empty one takes back the one that stands there.

    Raises:
        Refusal: ``retrospective-long``; ``retrospective-empty`` where nothing could be shared, and
            nothing be taken back.
    """
    line = _short(line)
    if not line and (share or not found.said.line):
        raise Refusal("retrospective-empty", field="line")
    return _with_line(found, line, now, shared=share or found.shared)


def typed(found: Retrospective, line: str, now: datetime) -> Retrospective:
    """What stood in the line when something else was pressed: it is the line from now on, but never
    instead of one that the other one may read, beside which it waits until it is saved.

    Raises:
        Refusal: ``retrospective-long``.
    """
    line = _short(line)
    if not found.shared:
        return _with_line(found, line, now, shared=False)
    draft = "" if line == found.said.line else line
    return replace(found, said=replace(found.said, draft=draft), at=now)


def _with_line(found: Retrospective, line: str, now: datetime, *, shared: bool) -> Retrospective:
    said = replace(found.said, line=line, draft="")
    return replace(found, said=said, shared=shared and bool(line), at=now)


def _short(line: str) -> str:
    line = line.strip()
    if len(line) > LONGEST:
        raise Refusal("retrospective-long", field="line", most=LONGEST)
    return line

"""A launch: all accepted tandems start, and owners decide about what could not be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class LaunchState(StrEnum):
    """A launch: shown, confirmed, done; or shown and discarded.

    ``MENDING``: it is done, and owners have decided about what it could not do. Another launch need
    not wait for that. ``UNDONE``: owners have taken it back.
    """

    PREVIEW = "preview"
    DISCARDED = "discarded"
    RUNNING = "running"
    MENDING = "mending"
    DONE = "done"
    UNDONE = "undone"


BEGUN = (LaunchState.RUNNING, LaunchState.MENDING, LaunchState.DONE)
"""A launch that was confirmed, and has not been taken back."""


@dataclass(frozen=True)
class Totals:
    """What a launch has achieved so far.

    ``troubled`` are the number and the trouble of each tandem that could not be launched
    (``<what>-<whom>``, such as ``series-notallowed-mentor``).

    ``sessions`` counts those that have a slot, ``moved`` those of them whose slot is not the
    pattern's, ``without_slot`` those that still lack one. ``by_hand`` are the launched tandems of
    which owners have arranged something themselves. These three are counted for the receipt alone.
    """

    launched: int = 0
    channels: int = 0
    sessions: int = 0
    moved: int = 0
    without_slot: int = 0
    troubled: tuple[tuple[int, str], ...] = ()
    by_hand: int = 0


@dataclass(frozen=True)
class Launch:
    """The moment at which all accepted tandems start.

    ``start`` is the first day on which a session may lie, ``prepared_at`` when it was shown,
    ``looked_at`` when it was looked at what it would meet.

    ``tandems`` are those it began with, until then those that were ready when it was shown;
    ``totals`` are counted while it runs, and stay when it is done.
    """

    id: str
    by: str
    start: date
    state: LaunchState = LaunchState.PREVIEW
    tandems: int = 0
    totals: Totals = Totals()
    started_at: datetime | None = None
    done_at: datetime | None = None
    prepared_at: datetime | None = None
    looked_at: datetime | None = None
    cycle_id: str = ""


@dataclass(frozen=True)
class LaunchTeam:
    """A participants' team that a launch fills, in the order of the tandems' numbers.

    The channels of the tandems up to the number ``filled_to`` need not wait any more. The teams of
    a launch are filled side by side, and one that refuses stops its own tandems only. An empty
    ``team_id`` is a team that is still being opened; ``launch_id`` is a circle's where it is opened
    for one.
    """

    id: str
    launch_id: str
    team_id: str
    filled_to: int = 0
    cycle_id: str = ""


class Choice(StrEnum):
    """What owners decide about a tandem that could not be launched."""

    RETRY = "retry"
    LEAVE_OUT = "leave_out"
    BY_HAND = "by_hand"


@dataclass(frozen=True)
class LaunchDecision:
    """What an owner has decided about a tandem that a launch could not set up; it is never changed.

    ``code`` is the trouble that it was in. The decisions about a tandem are numbered in its
    ``id``; those of one press share a ``batch``, which is carried out together.
    """

    id: str
    launch_id: str
    tandem_id: str
    choice: Choice
    code: str
    batch: str
    by: str
    at: datetime
    cycle_id: str = ""


def decision_id(launch_id: str, tandem_id: str, number: int) -> str:
    """The id of the decision of this number (from 0) about a tandem in a launch."""
    return f"{launch_id}:{tandem_id}:{number}"


def decision_number(key: str) -> int:
    """The number (from 0) of the decision with this id, whatever clock it was made by."""
    return int(key.rpartition(":")[2])

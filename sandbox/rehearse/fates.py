"""What became of the sessions that people changed in Outlook, going by the tenant's calendars at
the end.

A session that was deleted or declined is not lost if it has another time and everybody is asked
anew, or if the two have a single meeting instead, booked since the change. One such meeting
replaces one session. Times are aware.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sandbox.mailbox import Appointment, living_days, occurrence_on
from sandbox.rehearse.baseline import Baseline, Pair
from sandbox.rehearse.meetings import is_declined, is_session, singles, span, stands_at_both
from sandbox.rehearse.stops import HOME
from sandbox.rehearse.tally import Touched
from sandbox.state import TenantState
from sandbox.tenant_file import FileChange, FileTandem

DONE = {
    "move": "moved",
    "propose": "proposed for another time",
    "delete": "deleted",
    "decline": "declined",
    "decline_internally": "declined under another address",
    "move_following": "moved with all that follow",
}
TAKEN_AWAY = ("delete", "decline", "decline_internally")
DONE_TO_SERIES = {
    "other_calendar": "dragged into another calendar",
    "book_room": "given a room",
    "list_organizer": "told with its organizer among the attendees",
}


@dataclass(frozen=True, eq=False)
class Played:
    """A change that was played `at` a time on the tenant's clock: to which occurrence of which
    series.

    `start` is when the occurrence began before the change; `do` is `propose` for a move by somebody
    who does not organize.
    """

    change: FileChange
    series: Appointment
    day: date
    start: datetime
    at: datetime
    do: str

    @property
    def pair(self) -> Pair:
        """The two whose session it is."""
        return frozenset({self.change.tandem.mentee, self.change.tandem.mentor})

    @property
    def session(self) -> tuple[str, date]:
        """Which session it is: the series' uid, and the day on which its pattern has the
        session.
        """
        return self.series.uid, self.day


@dataclass(frozen=True)
class Fate:
    """What became of a session that was changed: when it takes place (None: it does not), and
    whether as a single meeting.
    """

    played: Played
    start: datetime | None
    single: bool = False

    @property
    def lost(self) -> bool:
        """Whether the session was taken away and nothing has come in its place."""
        return self.start is None


class Fates:
    """What became of all changes; `minutes` is how long a session lasts."""

    def __init__(self, state: TenantState, since: Baseline, minutes: int) -> None:
        self._state = state
        self._since = since
        self._minutes = minutes
        self._length = timedelta(minutes=minutes)

    def of(self, played: Sequence[Played]) -> list[Fate]:
        """A fate for each session that people changed, in order of the (last) change of it."""
        last = {one.session: one for one in played}
        found = {key: self._in_series(one) for key, one in last.items()}
        spare = {pair: self._replacements(pair) for pair in {one.pair for one in played}}
        ordered = sorted(last.values(), key=lambda one: one.at)
        return [
            Fate(one, found[one.session]) if found[one.session] else _replaced(one, spare[one.pair])
            for one in ordered
        ]

    def surplus(self, pairs: Iterable[tuple[Pair, Appointment]]) -> int:
        """How many single meetings of these pairs stand for no session that their series lacks."""
        missing: dict[Pair, int] = {}
        for pair, series in pairs:
            missing[pair] = (
                missing.get(pair, 0)
                + len(series.cancelled)
                + sum(1 for _ in self._declined(series))
            )
        booked = {pair: len(singles(self._state, self._since, pair)) for pair in missing}
        return sum(max(0, booked[pair] - number) for pair, number in missing.items())

    def _in_series(self, played: Played) -> datetime | None:
        """When the session takes place in its series; None if it does not, or if nobody was asked
        for another time.
        """
        series, day = played.series, played.day
        gone = day not in living_days(series) or not stands_at_both(
            self._state, series, played.pair
        )
        if gone or is_declined(self._state, series, day):
            return None
        one = occurrence_on(series, day)
        if played.do in TAKEN_AWAY and (
            one.start == played.start or one.end - one.start != self._length
        ):
            return None
        return one.start

    def _replacements(self, pair: Pair) -> list[Appointment]:
        found = singles(self._state, self._since, pair)
        return [one for one in found if is_session(self._state, one, pair, self._minutes)]

    def _declined(self, series: Appointment) -> Iterator[date]:
        return (day for day in living_days(series) if is_declined(self._state, series, day))


def touched(played: Iterable[Played]) -> Touched:
    """The occurrences that people changed."""
    return frozenset(one.session for one in played)


def told(played: Played, fate: Fate | None, tandems: Sequence[FileTandem]) -> str:
    """What became of a change, in a sentence; without a fate the session was changed again."""
    change = played.change
    who = f"Tandem {tandems.index(change.tandem) + 1}, session {change.occurrence}"
    outcome = _outcome(fate) if fate else "changed again later"
    return f"{who}: {DONE[played.do]} by {_by(change)}; {outcome}"


def told_of_series(change: FileChange, tandems: Sequence[FileTandem]) -> str:
    """What was done to a whole series, in a sentence."""
    who = f"Tandem {tandems.index(change.tandem) + 1}, the series"
    return f"{who}: {DONE_TO_SERIES[change.do]} by {_by(change)}"


def _by(change: FileChange) -> str:
    return "mentor" if change.by == change.tandem.mentor else "mentee"


def _outcome(fate: Fate) -> str:
    if fate.start is None:
        return "has no replacement"
    when = f"{fate.start.astimezone(HOME):%Y-%m-%d %H:%M}"
    if fate.single:
        return f"replaced by a session on {when}"
    return f"takes place on {when}" if fate.start == fate.played.start else f"moved to {when}"


def _replaced(played: Played, spare: list[Appointment]) -> Fate:
    """The first single meeting booked since the change; it is taken from those to spare."""
    fitting = next((one for one in spare if one.created >= played.at), None)
    if fitting is None:
        return Fate(played, None)
    spare.remove(fitting)
    return Fate(played, span(fitting)[0], single=True)

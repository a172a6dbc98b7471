"""A tandem's series as it is kept and chosen: pattern, sessions, the reasons for its dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mentoring.domain.scheduling.plan import Explanation, Series, SeriesPlan
from mentoring.domain.scheduling.recurrence import Pattern
from mentoring.domain.session import Session, session_id


@dataclass(frozen=True)
class SeriesOption:
    """A series that the two may choose; nothing of it is booked yet."""

    pattern: Pattern
    sessions: tuple[Session, ...]
    explanations: tuple[Explanation, ...] = ()

    @property
    def plan(self) -> Plan:
        """What is kept of it once it is chosen; the sessions are rows of their own then."""
        return Plan(self.explanations, self.pattern)


@dataclass(frozen=True)
class Taken:
    """What was booked of a handover in the new calendar: the ``sessions`` as they are kept from
    then on, those with an event of their own by its id; of a series its event id, its link and the
    pattern, each empty where there is none.
    """

    sessions: tuple[Session, ...] = ()
    series: str = ""
    join_url: str = ""
    pattern: Pattern | None = None

    @property
    def singles(self) -> tuple[str, ...]:
        """The ids of the events of single sessions."""
        return tuple(each.event_id for each in self.sessions if each.event_id)


@dataclass(frozen=True)
class Ending:
    """What has still to end in the calendar of ``organizer``: of a handover, who organizes no more,
    or a series in whose place another one stands.

    ``number`` tells one handover, or one poll, from the next. ``series`` is the event id of the
    series, empty for none, ``singles`` are those of sessions that had an event of their own,
    ``own`` the ids of these sessions. ``taken`` is what the new calendar holds of a handover, as
    soon as it holds all of it; ``begun``: some of the rest may have ended in the old one.
    """

    number: str
    organizer: str
    series: str = ""
    singles: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    taken: Taken | None = None
    begun: bool = False


@dataclass(frozen=True)
class Plan:
    """What a tandem keeps of the search for its dates: why they are as they are, and the pattern.

    Where a calendar cannot be read there is no pattern yet, but ``proposals`` to choose from.
    ``ending`` is there while the sessions are handed over, ``replaced`` as long as there is
    something in whose place another series stands already.
    """

    explanations: tuple[Explanation, ...] = ()
    pattern: Pattern | None = None
    proposals: tuple[SeriesOption, ...] = ()
    ending: Ending | None = None
    replaced: tuple[Ending, ...] = ()


def plan_of(tandem_id: str, found: SeriesPlan) -> Plan:
    """What is kept of the search's answer."""
    if found.series:
        told = (*told_of(found.series), *found.explanations)
        return Plan(told, found.series.pattern)
    options = tuple(option_of(tandem_id, series) for series in found.proposals)
    return Plan(found.explanations, proposals=options)


def option_of(tandem_id: str, series: Series, after: int = 0) -> SeriesOption:
    """A series to choose; its sessions are numbered from ``after + 1``."""
    return SeriesOption(series.pattern, sessions_of(tandem_id, series, after), told_of(series))


def told_of(series: Series) -> tuple[Explanation, ...]:
    """Why the series is as it is, then why each session is."""
    single = (explanation for one in series.occurrences for explanation in one.explanations)
    return (*series.explanations, *single)


def sessions_of(tandem_id: str, series: Series, after: int = 0) -> tuple[Session, ...]:
    """The sessions of a series, numbered from ``after + 1``."""
    return tuple(
        Session(
            id=session_id(tandem_id, after + one.number),
            tandem_id=tandem_id,
            number=after + one.number,
            planned=one.planned.start,
            minutes=series.pattern.length_minutes,
            state=one.state,
            start=one.slot.start if one.slot else None,
            offer=one.offer.start if one.offer else None,
        )
        for one in series.occurrences
    )


def renumbered(sessions: Sequence[Session], last: int) -> list[Session]:
    """The sessions with numbers that follow ``last``, in their order."""
    ordered = sorted(sessions, key=lambda session: session.number)
    return [
        replace(session, id=session_id(session.tandem_id, number), number=number)
        for number, session in enumerate(ordered, last + 1)
    ]

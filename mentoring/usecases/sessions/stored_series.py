"""A found series as it is kept in a tandem's row or put to the two as an option, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from pydantic import TypeAdapter

from mentoring.domain.scheduling.plan import Explanation, Fact, Series
from mentoring.domain.scheduling.recurrence import Pattern
from mentoring.domain.session import Session, session_id

PATTERN = TypeAdapter(Pattern)
SESSIONS = TypeAdapter(list[Session])


def written(explanation: Explanation) -> dict[str, Any]:
    """An explanation as JSON."""
    facts = {name: _tagged(fact) for name, fact in explanation.facts.items()}
    return {"code": explanation.code, "facts": facts, "told_to": explanation.told_to}


def _tagged(fact: Fact) -> list[str | int]:
    if isinstance(fact, datetime):
        return ["at", fact.isoformat()]
    if isinstance(fact, time):
        return ["clock", fact.isoformat()]
    return ["plain", fact]


def read_explanation(stored: Mapping[str, Any]) -> Explanation:
    """The explanation that ``written`` wrote."""
    readers: Mapping[str, Any] = {"at": datetime.fromisoformat, "clock": time.fromisoformat, "plain": lambda fact: fact}
    facts = {name: readers[kind](fact) for name, (kind, fact) in stored["facts"].items()}
    return Explanation(stored["code"], facts, stored["told_to"])


def as_plan(series: Series, gaps: Sequence[Explanation] = ()) -> dict[str, Any]:
    """What a tandem keeps of its series: the pattern, and why everything is as it is."""
    single = [e for o in series.occurrences for e in o.explanations]
    return {
        "explanations": [written(e) for e in (*gaps, *series.explanations, *single)],
        "pattern": PATTERN.dump_python(series.pattern, mode="json"),
    }


def sessions_of(tandem_id: str, series: Series, after: int = 0) -> list[Session]:
    """The sessions of a series; their numbers go on behind ``after``."""
    return [
        Session(
            id=session_id(tandem_id, after + o.number),
            tandem_id=tandem_id,
            number=after + o.number,
            planned=o.planned.start,
            minutes=series.pattern.length_minutes,
            state=o.state,
            start=o.slot.start if o.slot else None,
            offer=o.offer.start if o.offer else None,
        )
        for o in series.occurrences
    ]


def as_option(tandem_id: str, series: Series, gaps: Sequence[Explanation], after: int) -> dict[str, Any]:
    """A series that may be chosen: its plan and its sessions."""
    sessions = SESSIONS.dump_python(sessions_of(tandem_id, series, after), mode="json")
    return {"plan": as_plan(series, gaps), "sessions": sessions}


def sessions_in(option: Mapping[str, Any]) -> list[Session]:
    """The sessions of a series that was written down by ``as_option``."""
    return SESSIONS.validate_python(option["sessions"])


def renumbered(sessions: Sequence[Session], last: int) -> list[Session]:
    """The sessions with numbers that follow ``last``, in their order."""
    ordered = sorted(sessions, key=lambda session: session.number)
    return [
        replace(session, id=session_id(session.tandem_id, number), number=number)
        for number, session in enumerate(ordered, last + 1)
    ]


def pattern_of(plan: Mapping[str, Any]) -> Pattern:
    """The pattern of a plan."""
    return PATTERN.validate_python(plan["pattern"])

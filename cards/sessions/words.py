"""Why the dates are as they are, in a reader's own words and zone."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from babel.dates import format_datetime, format_time

from cards.kit.dates import named_clock, place_of
from cards.kit.words import Words
from mentoring.domain.people import Role
from mentoring.domain.scheduling.plan import Explanation, Fact


def explanation_sentence(
    explanation: Explanation, reader: Role, zone: str, words: Words, name: str = ""
) -> str:
    """The sentence of an explanation; moments stand in ``zone`` (IANA), times of day are the
    organizer's. ``name`` is whose calendar a deputy keeps, who reads it.
    """
    told = explanation.facts_for(reader)
    if "zone" in told:
        # The clock of the place where the organizer lives has to be named only to others.
        told |= {"zones": "same" if told["zone"] == zone else "different"}
        told |= {"zone": place_of(str(told["zone"]), words)}
    facts = {name: _shown(fact, zone, words) for name, fact in told.items()}
    return words.for_somebody(f"scheduling-{explanation.code}", name, **facts)


def _shown(fact: Fact, zone: str, words: Words) -> str | int:
    if isinstance(fact, datetime):
        pattern = words.text("date-moment")
        local = fact.astimezone(ZoneInfo(zone))
        return named_clock(str(format_datetime(local, pattern, locale=words.locale)), zone)
    return str(format_time(fact, "HH:mm", locale=words.locale)) if isinstance(fact, time) else fact

"""Every time on a card is told by the clock of whoever reads it (issue 12, U24). In the samples all
live by one clock, so that a card which took somebody else's would look right.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any, cast

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.people import Person
from mentoring.notices import Notice
from mentoring.usecases.sessions.deputies import DeputyNotice
from mentoring.usecases.sessions.reminders import SessionNotice
from tests.cards.drawn import SAMPLES

READERS = ("reader", "viewer", "person", "owner")
ELSEWHERE = "Asia/Kathmandu"
"""A quarter of an hour off all other clocks, so that none of their times is one of its own."""
GERMAN = Words("de")
NAMED = re.compile(r"\d\d:\d\d–\d\d:\d\d Uhr \(Ortszeit [^)]+\)|\(\d\d:\d\d Uhr in [^)]+\)")
"""Told by another clock, which is named."""
TIME = re.compile(r"(?<![T+:\d])\d\d:\d\d(?![:\d])")
OWN_HOURS = frozenset({"my-data", "my-data-several"})
"""Tells working hours, which are kept by the person's own clock, wherever that is."""


def people_in(notice: Notice) -> list[str]:
    """The fields that hold a person, the reader first."""
    named = [name for name in vars(notice) if isinstance(getattr(notice, name), Person)]
    return sorted(named, key=lambda name: READERS.index(name) if name in READERS else len(READERS))


def with_clocks(notice: Notice, changed: list[str]) -> Notice:
    """The same with these people living elsewhere."""
    made: dict[str, Any] = {}
    for name in changed:
        person = getattr(notice, name)
        profile = replace(person.profile, zone=ELSEWHERE, zone_known=True)
        made[name] = replace(person, profile=profile)
    return cast("Notice", replace(cast("Any", notice), **made))


def times(notice: Notice) -> Counter[str]:
    """The times of day that stand on its card without a clock's name; what somebody has typed
    stays as it is.
    """
    content = render(notice, GERMAN).content
    shown = {key: value for key, value in content.items() if key != "refresh"}
    typed = Counter(map(str, (getattr(notice, "raw", None) or {}).values()))
    return Counter(TIME.findall(NAMED.sub("", json.dumps(shown, ensure_ascii=False)))) - typed


def samples(chosen: Callable[[list[str]], bool]) -> list[str]:
    """The samples with such people, and a time on their card."""
    return [
        name
        for name, notice in SAMPLES.items()
        if name not in OWN_HOURS
        and chosen(people_in(notice))
        and people_in(notice)[0] in READERS
        and times(notice)
    ]


@pytest.mark.parametrize("name", samples(lambda people: len(people) > 1))
def test_where_the_others_live_changes_no_time(name: str) -> None:
    notice = SAMPLES[name]
    _, *others = people_in(notice)
    assert times(notice) <= times(with_clocks(notice, others))


@pytest.mark.parametrize("name", samples(bool))
def test_where_all_live_elsewhere_no_time_stays_as_it_was(name: str) -> None:
    notice = SAMPLES[name]
    assert not times(notice) & times(with_clocks(notice, people_in(notice)))


def test_where_a_deputy_lives_by_another_clock_that_of_the_person_is_named() -> None:
    notice = SAMPLES["deputy"]
    assert isinstance(notice, DeputyNotice)
    told = json.dumps(render(with_clocks(notice, ["side"]), GERMAN).content, ensure_ascii=False)
    dated = [each for each in notice.sessions if each.start]
    assert told.count("in Kathmandu)") == len(dated)


@pytest.mark.parametrize("elsewhere", ["viewer", "partner"])
def test_a_session_is_tomorrow_by_the_clock_of_whoever_reads_it(elsewhere: str) -> None:
    """In Berlin it is the evening of the same day, in Kathmandu the night after it."""
    notice = SAMPLES["session-mentor-today"]
    assert isinstance(notice, SessionNotice)
    late = datetime.combine(notice.today, time(20), UTC)
    session = replace(notice.session, start=late)
    changed = with_clocks(replace(notice, session=session), [elsewhere])
    said = render(changed, GERMAN).summary
    assert said.startswith("Morgen" if elsewhere == "viewer" else "Heute")

"""The invented people of all examples, their programme, and their tandem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from cards.examples.portraits import portrait
from mentoring.domain.condition import Condition
from mentoring.domain.cycle import Cycle, CycleState
from mentoring.domain.matching.results import Reason
from mentoring.domain.people import Person, Profile, Role
from mentoring.domain.programme import Boundary, Contact, Programme, Sponsor
from mentoring.domain.questionnaire import (
    About,
    Answers,
    Competence,
    NotWith,
    ProtectedSpace,
    Purpose,
    Topics,
    TopicSkill,
    When,
    Wishes,
)
from mentoring.domain.session import Session, met_on
from mentoring.domain.tandem import Tandem, TandemState

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
HOME = "Europe/Berlin"


def photo(key: str, *, woman: bool) -> str:
    """A face that is nobody's, as Graph's photos reach a card."""
    return portrait(f"{key}{woman}")


PROGRAMME = Programme(
    name="Blickwechsel",
    sponsor=Sponsor(
        name="Dr. Ada Winter",
        title="Vorstand",
        sentences={"de": "Ich lerne selbst mit.", "en": "I am learning too."},
        picture=photo("ada", woman=True),
    ),
    contact=Contact(name="Mia Sommer", email="mia.sommer@firma.example"),
)


WITH_BOUNDARY = PROGRAMME.model_copy(
    update={"boundary": Boundary(name="Betriebsrat", email="betriebsrat@firma.example")}
)
"""It names somebody for when a boundary is crossed."""


WITH_CONDITION = PROGRAMME.model_copy(
    update={
        "apply_as": ("mentor", "mentee"),
        "mentor_condition": Condition(
            texts={"de": "Ich bin höchstens 28 Jahre alt.", "en": "I am 28 years old at most."}
        ),
    }
)
"""It asks something of mentors who come by themselves."""


MENTEE = Person(
    "p1",
    Profile("p1", "Eva Costa", "eva@firma.example", "Vertrieb", "Leiterin", "München", zone=HOME),
    "de",
)


MENTOR = Person(
    "p2",
    Profile(
        "p2", "Jan Kurz", "jan@firma.example", "IT", "Entwickler", "Berlin", zone="Europe/Vienna"
    ),
    "en",
)


DEPUTY = Person("p3", Profile("p3", "Ute Still", "ute@firma.example", zone=HOME), "de")


ABROAD = replace(DEPUTY, profile=replace(DEPUTY.profile, zone="America/New_York"))
"""Somebody who keeps a calendar on another clock."""


ANSWERS = {
    Role.MENTEE: Answers().put(
        About(("de", "en"), "law", "Ich singe"),
        Wishes("ai", "data"),
        Competence(4),
        Purpose(format="demo"),
        When(("mon",), deputy=("p2",), names={"p2": "Jan Kurz"}),
        NotWith(("p2",), names={"p2": "Jan Kurz"}),
        ProtectedSpace(agreed=True),
    ),
    Role.MENTOR: Answers().put(
        About(("de",)),
        Topics(("ai", "agile")),
        TopicSkill("ai", 3, "Fünf Jahre im Datenteam"),
        TopicSkill("agile", 1, "Zwei Projekte"),
        Competence(9),
        Purpose("Mut machen"),
        When(times=("morning",), place="remote", capacity=2, never=("mon-morning", "fri-midday")),
        NotWith(kpi_people=("p1",), names={"p1": "Eva Costa"}),
        ProtectedSpace(agreed=True),
    ),
}


WISHED = {Role.MENTEE: ("ai", "data"), Role.MENTOR: ()}


CYCLE = Cycle("p1c1", "p1", 1, NOW, state=CycleState.CLOSED)


TANDEM = Tandem(
    "tandem-7", 7, "run-1:1", "p2", "p1", TandemState.LAUNCHED, NOW + timedelta(days=5),
    NOW + timedelta(days=10),
    reasons=(Reason("topic", {"topic": "ai", "rank": 1, "level": 3}, 90), Reason("function",
    points=20)),
    channel_url="https://teams.example/channel",
)  # fmt: skip


SECOND_TUESDAYS = tuple(
    datetime(year, month, day, 10, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)
    for year, month, day in (
        (2026, 12, 8), (2027, 1, 12), (2027, 2, 9), (2027, 3, 9), (2027, 4, 13), (2027, 5, 11),
    )
)  # fmt: skip


SESSIONS = tuple(
    Session(
        f"tandem-7:{n}",
        "tandem-7",
        n,
        day,
        120,
        "open" if n == 3 else "kept",
        None if n == 3 else day,
    )
    for n, day in enumerate(SECOND_TUESDAYS, start=1)
)


MET = tuple(
    met_on(replace(each, state="by_hand", start=None), date(2026, 10, day), NOW)
    for each, day in zip(SESSIONS, (12, 29), strict=False)
)
"""Of two who keep their own dates, and have said when they met."""


CLOCK: Mapping[str, str | int | time | datetime] = {
    "start": time(10),
    "end": time(12),
    "zone": "Europe/Berlin",
    "zones": "same",
    "weekday": "tuesday",
    "index": "second",
}


SIDES = ((Role.MENTOR, MENTOR, MENTEE), (Role.MENTEE, MENTEE, MENTOR))

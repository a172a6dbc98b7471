"""The settings, and the invitation that owners read first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cards.examples.people import CYCLE, NOW, PROGRAMME
from mentoring.domain.condition import Condition
from mentoring.domain.cycle import CycleState, Source
from mentoring.domain.errors import Refusal
from mentoring.domain.language import Language
from mentoring.domain.matching.settings import MatchingSettings, Parameters
from mentoring.domain.people import Role
from mentoring.domain.programme import Boundary, Programme
from mentoring.domain.setting import Changed
from mentoring.domain.topics import HouseLink, Topic
from mentoring.notices import Notice
from mentoring.usecases.enrolment.read_first import InvitationToReadNotice
from mentoring.usecases.programme.end_set import EndSet
from mentoring.usecases.programme.settings import (
    TO_FILL_IN,
    SettingsFileNotice,
    SettingsNotice,
    VersionSeen,
)


def settings_cards() -> dict[str, Notice]:
    """A programme that is set up, one that runs, and what was changed in it."""
    house = Topic(
        id="ai",
        links=(HouseLink(name="KI-Leitlinie", address="https://firma.example/ki"),),
        rules={"de": "Nur im freigegebenen Assistenten."},
    )
    topics = (house, Topic(id="data"), Topic(id="agile"))
    boundary = Boundary(name="Betriebsrat", email="betriebsrat@firma.example")
    programme = PROGRAMME.model_copy(update={"topics": topics, "boundary": boundary})
    limits = MatchingSettings(parameters=Parameters(mentee_level_at_most=2))
    asks: dict[Language, str] = {"de": "Ich bin seit einem Jahr dabei."}
    of_mentees = {"mentee_condition": Condition(texts=asks)}
    nobody = programme.model_copy(update={"matching": limits, **of_mentees})
    new = SettingsNotice(
        programme=Programme(), programme_id="p1", cycle=replace(CYCLE, state=CycleState.PREPARING)
    )
    ends = replace(CYCLE, state=CycleState.RUNNING, enrolment_end=date(2026, 12, 1))
    running = replace(new, programme=programme, cycle=ends, total=3)
    changed = (
        Changed("sessions.months", 6, 9),
        Changed("topics", [{"id": "ai"}, {"id": "data"}], [{"id": "ai"}]),
        Changed("matching.lowest_score", 0, 40),
        Changed("sponsor.title", "", "Vorstand"),
        Changed("sessions.earliest", None, "08:30:00"),
        Changed("sessions.closing_days", [], ["2027-12-24", "2027-12-31"]),
    )
    seen = (
        VersionSeen(3, "Mia Sommer", NOW, Source.UNDO, changed[:1]),
        VersionSeen(2, "Mia Sommer", NOW, Source.CARD, changed),
        VersionSeen(1, "", NOW, Source.FILE, ()),
    )
    moved = EndSet(date(2026, 11, 20), ends.enrolment_end)
    wrong = Refusal("setting-wrong", field="sessions.months", text="Erlaubt: 1 bis 24.")
    link = Refusal("link-incomplete", field="link_1_name")
    return {
        "settings-new": new,
        "settings-running": running,
        "settings-idle": replace(running, programme=nobody),
        **{f"settings-{part}": replace(running, part=part) for part in (*TO_FILL_IN, "topics")},
        "settings-new-basics": replace(new, part="basics"),
        "settings-new-dates": replace(new, part="dates"),
        "settings-dates-set": replace(running, part="dates", end_set=moved),
        "settings-new-topic": replace(new, part="topic:"),
        "settings-topic": replace(running, part="topic:ai"),
        "settings-topic-wrong": replace(running, part="topic:ai", problem=link, raw={}),
        "settings-wrong": replace(
            new, part="sessions", problem=wrong, raw={"sessions.months": "viel"}
        ),
        "settings-history": replace(running, part="history", versions=seen),
        "settings-version": replace(running, part="version:2", versions=seen[1:2]),
        "settings-first": replace(new, part="version:1", versions=seen[2:]),
        "settings-as-file": SettingsFileNotice(programme),
        "read-first": InvitationToReadNotice(
            programme=programme, role=Role.MENTEE, language="", closes=None, now=NOW
        ),
        "read-first-mentor": InvitationToReadNotice(
            programme=programme, role=Role.MENTOR, language="", closes=ends.enrolment_end, now=NOW
        ),
    }

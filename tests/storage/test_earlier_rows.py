"""What earlier versions wrote into a column is read as today's types.

Each text here lay in a row of theirs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from cryptography.fernet import Fernet, MultiFernet

from mentoring.domain.cycle import SettingsVersion, Source
from mentoring.domain.match_run import DecisionKind, MatchRun, OwnerDecision, Preview, Tried
from mentoring.domain.matching.compare import BeforeAfter, Change, WhatIf
from mentoring.domain.matching.decisions import Lock
from mentoring.domain.matching.figures import Bar, Figures, Share, Weakest
from mentoring.domain.matching.results import Alternative, Alternatives, Check, Reason, Unmatched
from mentoring.domain.matching.settings import (
    ANY_DEPTH,
    ExclusionGroup,
    KpiGroup,
    MatchingSettings,
    Parameters,
    SettingChange,
    Weights,
)
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Option, Poll
from mentoring.domain.programme import Contact, Offers, Programme
from mentoring.domain.proposal import Proposal
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.scheduling.recurrence import Pattern, PatternDay
from mentoring.domain.scheduling.settings import Region, SchedulingRules
from mentoring.domain.series import Ending, Plan, SeriesOption
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.topics import Topic
from mentoring.storage.migrate import upgrade
from mentoring.storage.store import SqlStore
from mentoring.storage.tables import metadata

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
RUN = MatchRun("it", "owner", NOW)
PROPOSAL = Proposal("it", "run-1", "mentor1", "mentee4", 120)
DECISION = OwnerDecision("it", DecisionKind.LOCK, "owner", NOW)
TANDEM = Tandem("it", 1, "", "mentor1", "mentee4", TandemState.LAUNCHED, NOW, NOW)
POLL = Poll("it", "tandem-1", "", Cause.CHANGE, 120, NOW)
VERSION = SettingsVersion("it", "p1", 1, "", NOW, Source.FILE, Programme())
PAIR = '{"kind": "lock", "mentee": "mentee4", "mentor": "mentor1", "reason": "Weil"'
DEEP = MatchingSettings(parameters=Parameters(reporting_line_depth=ANY_DEPTH))
BEFORE_A_DEPTH = """{"rules": {}, "parameters": {"levels_between": 1, "common_languages": 1,
"topic_level": 1,
    "mentor_years_at_most": null, "mentor_age_at_most": null, "mentor_generations": [],
    "mentee_level_at_most": null},
    "weights": {"topic_ranks": [30, 20, 10], "function": 20, "location": 20, "background": 25,
    "generation": 25,
    "hierarchy": 10, "gender": 10, "shared_format": 10, "shared_times": 10}, "lowest_score": 0,
    "trios": false,
    "exclusion_groups": [], "blocked_pairs": []}"""
YOUNG = '"mentor_generations": ["after_1996"]'
NAMED_TWICE = """{"exclusion_groups": [{"name": "x", "people": ["C@x.de", "c@x.de"]},
    {"name": "y", "people": ["C@x.de", "d", "c@x.de"]}],
    "kpi_groups": [{"name": "z", "people": ["C@x.de", "c@x.de"]}],
    "blocked_pairs": [["A@x.de", "a@x.de"]]}"""
NAMED_ONCE = MatchingSettings(
    parameters=DEEP.parameters,
    exclusion_groups=(ExclusionGroup(name="y", people=("C@x.de", "d")),),
    kpi_groups=(KpiGroup(name="z", people=("C@x.de",)),),
)
FIGURES = """{"scores": [{"low": 70, "high": 79, "tandems": 1}],
    "weakest": {"mentee": "mentee1", "mentor": "mentor1", "score": 70},
    "shares": [{"field": "role", "group": "", "people": 7, "without": 1}]}"""
DIFFERENCE = f"""{{"tandems": {{"before": 3, "after": 2, "served": -1}},
"total_score": {{"before": 300, "after": 290}},
    "changes": [{{"id": "mentee1", "role": "mentee", "before": ["mentor1"], "after": []}}],
    "left_over": 1,
    "figures": {FIGURES}}}"""
TOLD = WhatIf(
    BeforeAfter(3, 2),
    BeforeAfter(300, 290),
    served=-1,
    changes=(Change("mentee1", Role.MENTEE, ("mentor1",), ()),),
    left_over=1,
    figures=Figures(
        (Bar(70, 79, 1),),
        Weakest("mentee1", "mentor1", 70),
        (Share("role", "", 7, 1),),
        whole_scores=True,
    ),
)
CHANGED = (
    SettingChange("weights.topic_ranks", (30, 20, 10), (40, 20, 10)),
    SettingChange("rules.hierarchy", True, False),
)
OTHER = MatchingSettings(rules={"hierarchy": False}, weights=Weights(topic_ranks=(40, 20, 10)))

EXPLAINED = """[{"code": "series-monthly", "facts": {"weekday": ["plain", "tuesday"],
"start": ["clock", "14:00:00"],
    "index": ["plain", "second"]}, "told_to": "both"},
    {"code": "tentative", "facts": {"at": ["at", "2027-02-09T13:00:00+00:00"]},
    "told_to": "mentee"},
    {"code": "wishes-missed", "facts": {"sessions": ["plain", 2]}, "told_to": "mentor"}]"""
WHY = (
    Explanation("series-monthly", {"weekday": "tuesday", "start": time(14), "index": "second"}),
    Explanation("tentative", {"at": datetime(2027, 2, 9, 13, tzinfo=UTC)}, "mentee"),
    Explanation("wishes-missed", {"sessions": 2}, "mentor"),
)
REPEATED = """{"day": {"type": "relativeMonthly", "weekday": "tuesday", "interval": 1,
"index": "second"},
    "start_date": "2027-02-09", "start_time": "14:00:00", "zone": "Europe/Berlin",
    "length_minutes": 120, "occurrences": 6}"""
PATTERN = Pattern(
    PatternDay("relativeMonthly", "tuesday", 1, "second"),
    date(2027, 2, 9),
    time(14),
    "Europe/Berlin",
    120,
    6,
)
SERIES = f"""{{"plan": {{"explanations": {EXPLAINED}, "pattern": {REPEATED}}},
"sessions": [{{"id": "tandem-1:001",
    "tandem_id": "tandem-1", "number": 1, "planned": "2027-02-09T13:00:00Z", "minutes": 120,
    "state": "kept",
    "start": "2027-02-09T13:00:00Z", "offer": null, "event_id": "", "join_url": "",
    "declined": null, "outcome": ""}}]}}"""
BEGINS = datetime(2027, 2, 9, 13, tzinfo=UTC)
CHOICE = SeriesOption(
    PATTERN, (Session("tandem-1:001", "tandem-1", 1, BEGINS, 120, "kept", BEGINS),), WHY
)


@dataclass(frozen=True)
class Kept:
    """A text in a column, and as what it is read."""

    table: str
    column: str
    text: str
    read: Any


@dataclass(frozen=True)
class Kinds:
    """An entity of each kind whose columns are looked at."""

    runs: MatchRun = RUN
    proposals: Proposal = PROPOSAL
    decisions: OwnerDecision = DECISION
    tandems: Tandem = TANDEM
    polls: Poll = POLL
    settings_versions: SettingsVersion = VERSION


KEPT = [
    Kept(
        "runs",
        "unmatched",
        """[{"id": "mentee4", "role": "mentee", "why": {"code": "taken",
        "facts": {"topics": ["ai"], "count": 3},
            "points": 0}, "waited": 1}]""",
        (Unmatched("mentee4", Role.MENTEE, Reason("taken", {"topics": ("ai",), "count": 3}), 1),),
    ),
    Kept("runs", "settings", "{}", DEEP),
    Kept("runs", "settings", BEFORE_A_DEPTH, DEEP),
    Kept("runs", "settings", json.dumps(OTHER.model_dump(mode="json")), OTHER),
    Kept("runs", "figures", "{}", Figures()),
    Kept(
        "runs",
        "figures",
        '{"scores": [], "weakest": {}, "shares": [], "dropped": 2}',
        Figures(dropped=2),
    ),
    Kept("runs", "figures", FIGURES, TOLD.figures),
    Kept("runs", "preview", "{}", None),
    Kept(
        "runs",
        "preview",
        f'{PAIR}, "difference": {DIFFERENCE}, "token": "1"}}',
        Preview(Tried(DecisionKind.LOCK, "mentee4", "mentor1", "Weil"), TOLD, "1"),
    ),
    Kept(
        "runs",
        "preview",
        f"""{{"kind": "settings", "settings": {json.dumps(OTHER.model_dump(mode="json"))},
            "changed": [["weights.topic_ranks", [30, 20, 10], [40, 20, 10]], ["rules.hierarchy",
            true, false]],
            "difference": {DIFFERENCE}, "token": "2"}}""",
        Preview(Tried(DecisionKind.SETTINGS, settings=OTHER, changed=CHANGED), TOLD, "2"),
    ),
    Kept("decisions", "settings", "{}", None),
    Kept("decisions", "settings", BEFORE_A_DEPTH, DEEP),
    Kept(
        "proposals",
        "reasons",
        """[{"code": "topic", "facts": {"topic": "ai", "rank": 1, "level": 2}, "points": 80},
            {"code": "function", "facts": {}, "points": 20}]""",
        (
            Reason("topic", {"topic": "ai", "rank": 1, "level": 2}, 80),
            Reason("function", points=20),
        ),
    ),
    Kept(
        "proposals",
        "checks",
        '[{"rule": "kpi_group", "state": "assumed"}]',
        (Check("kpi_group", "assumed"),),
    ),
    Kept("proposals", "alternatives", "[]", Alternatives()),
    Kept(
        "proposals",
        "alternatives",
        """[{"id": "mentor3", "score": 160, "for": "mentee"}, {"id": "mentee1", "score": 120,
        "for": "mentor"},
            {"id": "mentee3", "score": 110, "for": "mentor"}]""",
        Alternatives(
            (Alternative("mentor3", 160),),
            (Alternative("mentee1", 120), Alternative("mentee3", 110)),
        ),
    ),
    Kept(
        "settings_versions",
        "settings",
        f"""{{"name": "Nord", "room": "group_chat", "smallest_group": 3,
        "matching": {BEFORE_A_DEPTH.replace('"mentor_generations": []', YOUNG)}}}""",
        Programme(name="Nord"),
    ),
    Kept("settings_versions", "settings", '{"smallest_group": 7}', Programme(smallest_group=7)),
    Kept("settings_versions", "settings", f'{{"name": "{61 * "x"}"}}', Programme(name=60 * "x")),
    Kept(
        "settings_versions",
        "settings",
        """{"name": " ", "languages": [], "contact": {"name": "Ida", "email": "Ida"},
        "topics": [{"id": "ai", "de": "KI", "en": " "}, {"id": "data", "de": ""}, {"id": "ai"}],
        "offers": {"days": 3, "reminders": [3, 1]},
        "sessions": {"regions": [{"directory": "Werk", "holidays": "DE-BY"},
        {"directory": "werk ", "holidays": "DE-HH"}]},
        "matching": {"blocked_pairs": [["a", "a"], ["A@x.de", "a@x.de"], ["a", "b"]],
        "exclusion_groups": [{"name": "x", "people": ["a", "a"]}]}}""",
        Programme(
            contact=Contact(name="Ida"),
            topics=(Topic(id="ai", names={"de": "KI"}), Topic(id="data")),
            offers=Offers(days=3, reminders=(1,)),
            sessions=SchedulingRules(regions=(Region(directory="Werk", holidays="DE-BY"),)),
            matching=MatchingSettings(blocked_pairs=(("a", "b"),)),
        ),
    ),
    Kept(
        "settings_versions",
        "settings",
        """{"sessions": {"length_minutes": 60, "earliest": "09:00", "latest": "09:30",
        "regions": [{"directory": " ", "holidays": "DE-BY"}]}}""",
        Programme(sessions=SchedulingRules(length_minutes=60)),
    ),
    Kept(
        "runs",
        "settings",
        BEFORE_A_DEPTH.replace('"mentor_generations": []', YOUNG),
        DEEP,
    ),
    *(Kept(table, "settings", NAMED_TWICE, NAMED_ONCE) for table in ("runs", "decisions")),
    Kept("proposals", "lock", "{}", None),
    Kept(
        "proposals",
        "lock",
        """{"mentee": "mentee4", "mentor": "mentor1", "reason": "Weil", "by": "owner",
        "at": "2026-11-02T09:00:00Z"}""",
        Lock("mentee4", "mentor1", "Weil", "owner", NOW),
    ),
    Kept("tandems", "plan", "{}", Plan()),
    Kept(
        "tandems",
        "plan",
        f'{{"explanations": {EXPLAINED}, "pattern": {REPEATED}}}',
        Plan(WHY, PATTERN),
    ),
    Kept(
        "tandems",
        "plan",
        f"""{{"explanations": [{{"code": "calendar-unreadable", "facts": {{"who": ["plain",
        "mentee"]}}, "told_to": "both"}}],
            "proposals": [{SERIES}]}}""",
        Plan((Explanation("calendar-unreadable", {"who": "mentee"}),), proposals=(CHOICE,)),
    ),
    Kept(
        "tandems",
        "plan",
        """{"ending": {"number": "c0ffee", "organizer": "mentor1", "series": "series-1",
        "singles": ["event-1"],
            "own": ["tandem-1:002"]}}""",
        Plan(ending=Ending("c0ffee", "mentor1", "series-1", ("event-1",), ("tandem-1:002",))),
    ),
    Kept("polls", "accepted", '{"mentor": [0, 2]}', {Role.MENTOR: (0, 2)}),
    Kept(
        "polls",
        "options",
        f"""[{{"start": "2027-02-09T13:00:00Z", "series": {SERIES}, "costs": {{}},
        "sure": false}}]""",
        (Option(BEGINS, CHOICE, sure=False),),
    ),
    Kept(
        "polls",
        "options",
        """[{"start": "2027-02-09T13:00:00Z", "series": {}, "costs": {"mentor": [],
        "mentee": [{"code": "offer-taken",
            "facts": {"at": ["at", "2027-02-09T13:00:00+00:00"]}, "told_to": "mentee"}]},
            "sure": true}]""",
        (
            Option(
                BEGINS,
                costs={
                    Role.MENTOR: (),
                    Role.MENTEE: (Explanation("offer-taken", {"at": BEGINS}, "mentee"),),
                },
            ),
        ),
    ),
]


@pytest.fixture(scope="module")
def store(shared_url: str) -> Iterator[SqlStore]:
    """A store with one entity of each kind."""
    upgrade(shared_url)
    found = SqlStore(shared_url, MultiFernet([Fernet(Fernet.generate_key())]))
    for table, entity in vars(Kinds()).items():
        found.run_now(lambda uow, table=table, entity=entity: getattr(uow, table).put(entity))  # type: ignore[misc]
    yield found
    found.close()


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: f"{kept.table}.{kept.column}")
def test_what_an_earlier_version_wrote_is_read(store: SqlStore, kept: Kept) -> None:
    table = metadata.tables[kept.table]
    with store.engine.begin() as connection:
        connection.execute(table.update().values({kept.column: json.loads(kept.text)}))
    assert read(store, kept) == kept.read


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: f"{kept.table}.{kept.column}")
def test_what_is_written_today_is_read_alike(store: SqlStore, kept: Kept) -> None:
    entity = replace(getattr(Kinds(), kept.table), **{kept.column: kept.read})
    store.run_now(lambda uow: getattr(uow, kept.table).put(entity))
    assert read(store, kept) == kept.read


def read(store: SqlStore, kept: Kept) -> Any:
    return store.read_now(lambda uow: getattr(getattr(uow, kept.table).need("it"), kept.column))

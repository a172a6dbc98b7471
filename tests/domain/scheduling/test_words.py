"""The sentences that explain a choice: complete in both languages and tones, and silent about the
other one's calendar.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cards.kit.originals import TEXTS
from cards.kit.words import Words
from cards.sessions.words import explanation_sentence
from mentoring.domain.language import LANGUAGES, Language
from mentoring.domain.people import Role
from mentoring.domain.scheduling import explain
from mentoring.domain.scheduling.explain import CAUSES, OFFER_CODES
from mentoring.domain.scheduling.plan import Explanation, Fact, SeriesPlan
from mentoring.domain.scheduling.search import find_series
from mentoring.domain.scheduling.types import TAKEN, PersonCalendar, Status
from tests.domain.scheduling.worlds import World, invented

MOMENT = datetime(2027, 3, 9, 10, tzinfo=ZoneInfo("Europe/Berlin"))
VOICES = [(Words("de"), "de"), (Words("de", formal=True), "de-sie"), (Words("en"), "en")]
OTHER = {Role.MENTOR: Role.MENTEE, Role.MENTEE: Role.MENTOR}

CHANGES: dict[str, dict[str, Fact]] = {
    f"moved-{cause}": {"at": MOMENT, "to": MOMENT, "who": "mentor"} for cause in CAUSES
}
CANCELLED: dict[str, dict[str, Fact]] = {
    f"cancelled-{c}": {"at": MOMENT, "who": "mentor"} for c in ("holiday", "closing-day")
}
CLOCK: dict[str, Fact] = {
    "start": time(10),
    "end": time(12),
    "zone": "Europe/Berlin",
    "zones": "same",
    "weekday": "tuesday",
}
FACTS: dict[str, dict[str, Fact]] = {
    "series-monthly": {**CLOCK, "index": "second"},
    "series-weeks": {**CLOCK, "weeks": 2},
    "series-once": {"at": MOMENT},
    **CHANGES,
    **CANCELLED,
    "open": {"at": MOMENT},
    "offer": {"to": MOMENT},
    **{code: {"at": MOMENT} for code in OFFER_CODES},
    "tentative": {"at": MOMENT},
    "wishes-missed": {"sessions": 2, "of": 6},
    "calendar-unreadable": {"who": "mentor"},
    "holidays-unknown": {"who": "mentor"},
    "state-unknown": {"who": "mentor"},
    "hours-unknown": {},
    "zone-unknown": {"zone": "Europe/Berlin"},
}
"""Every code that the domain explains with, and the facts that come with it."""


def said(explanation: Explanation, reader: Role, words: Words) -> str:
    return explanation_sentence(explanation, reader, "Europe/Berlin", words)


def told_to(plan: SeriesPlan, reader: Role) -> list[Explanation]:
    wholes = [series for series in (plan.series, *plan.proposals) if series]
    single = [
        told for series in wholes for session in series.occurrences for told in session.explanations
    ]
    told = [
        *plan.explanations,
        *(told for series in wholes for told in series.explanations),
        *single,
    ]
    return [explanation for explanation in told if explanation.is_for(reader)]


def plan_of(world: World) -> SeriesPlan:
    return find_series(
        world.mentor, world.mentee, world.rules, world.start, world.mentor.zone, world.now
    )


@pytest.mark.parametrize("code", FACTS)
@pytest.mark.parametrize("words", [words for words, _ in VOICES], ids=[name for _, name in VOICES])
def test_every_explanation_has_a_sentence_for_both_readers(code: str, words: Words) -> None:
    for reader in Role:
        sentence = said(Explanation(code, FACTS[code]), reader, words)
        assert re.fullmatch(r"\S.*[.]", sentence), f"{sentence}"
        assert "  " not in sentence, f"{sentence}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_no_sentence_without_an_explanation(language: Language) -> None:
    keys = set(
        re.findall(
            r"^scheduling-([\w-]+) =",
            (TEXTS / language / "sessions" / "scheduling.ftl").read_text("utf-8"),
            re.MULTILINE,
        )
    )
    for_others = {key for key in keys if key.endswith("-for")}
    assert {key.removesuffix("-for") for key in for_others} <= set(FACTS)
    assert keys - for_others == {*FACTS, "index", "weekday", "place"}


def test_the_searchs_own_source_names_no_code_that_is_not_listed_here() -> None:
    """A new explanation has to be added to FACTS above, and with that needs its words."""
    source = Path(explain.__file__).read_text("utf-8")
    written = set(re.findall(r'Explanation\("([\w-]+)"', source))
    assert written | set(OFFER_CODES) | set(CHANGES) | set(CANCELLED) == set(FACTS)


@settings(deadline=None, max_examples=150)
@given(st.integers(0, 10**9).map(invented))
def test_whatever_the_search_explains_can_be_said(world: World) -> None:
    for reader in Role:
        for explanation in told_to(plan_of(world), reader):
            assert set(explanation.facts) == set(FACTS[explanation.code])
            for words, _ in VOICES:
                assert said(explanation, reader, words)


def test_the_examples_of_the_house() -> None:
    moved = Explanation(
        "moved-not-free", {"at": MOMENT, "to": MOMENT.replace(day=11), "who": "mentee"}
    )
    de, en = Words("de"), Words("en")
    assert said(Explanation("series-monthly", FACTS["series-monthly"]), Role.MENTEE, de) == (
        "Ihr trefft euch jeden zweiten Dienstag im Monat, 10:00–12:00 Uhr."
    )
    assert said(moved, Role.MENTEE, de) == (
        "Das Treffen vom 9. März, 10:00 liegt nun auf 11. März, 10:00, weil du sonst nicht frei "
        "wärst."
    )
    assert said(moved, Role.MENTOR, en) == (
        "The session of 9 March, 10:00 has moved to 11 March, 10:00, because your tandem partner "
        "would not be free."
    )
    assert "Sie sonst nicht frei wären" in said(moved, Role.MENTEE, Words("de", formal=True))


@pytest.mark.parametrize(("zone", "named"), [("Europe/Berlin", False), ("Asia/Tokyo", True)])
def test_a_pattern_names_its_place_only_to_who_lives_by_another_clock(
    zone: str, *, named: bool
) -> None:
    series = Explanation("series-monthly", FACTS["series-monthly"])
    told = explanation_sentence(series, Role.MENTOR, zone, Words("en"))
    assert ("(Berlin time)" in told) is named


@cache
def sessions_all_found(seed: int) -> bool:
    series = plan_of(invented(seed)).series
    return series is not None and all(session.slot for session in series.occurrences)


def filled_otherwise(calendar: PersonCalendar, status: Status) -> PersonCalendar:
    """The same time is taken, but by something else."""
    return replace(
        calendar,
        busy=tuple(replace(e, status=status) if e.status in TAKEN else e for e in calendar.busy),
    )


@settings(deadline=None, max_examples=80)
@given(
    st.integers(0, 10**9), st.sampled_from(list(Role)), st.sampled_from(["busy", "oof", "unknown"])
)
def test_what_fills_the_other_ones_calendar_changes_nothing_of_what_one_is_told(
    seed: int, reader: Role, status: Status
) -> None:
    assume(sessions_all_found(seed))
    world, other = invented(seed), OTHER[reader].value
    filled: dict[str, Any] = {other: filled_otherwise(getattr(world, other), status)}
    changed = world._replace(**filled)
    assert told_to(plan_of(changed), reader) == told_to(plan_of(world), reader)


@settings(deadline=None, max_examples=80)
@given(st.integers(0, 10**9).map(invented))
def test_what_concerns_one_calendar_alone_is_told_to_nobody_else(world: World) -> None:
    private = {*OFFER_CODES, "tentative", "wishes-missed"}
    for reader in Role:
        personal = [
            explanation
            for explanation in told_to(plan_of(world), reader)
            if explanation.code in private
        ]
        assert {explanation.told_to for explanation in personal} <= {reader.value}

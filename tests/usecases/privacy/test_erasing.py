"""What goes and what stays of a row follows from its registered parts alone."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest

from cards.examples.people import ANSWERS
from mentoring.domain.cycle import SettingsVersion, Source
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.kickoff import Seat
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import Answers
from mentoring.domain.series import Plan
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.rows import kinds
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.holdings import HOLDINGS, Part, Until
from mentoring.usecases.privacy.erasing import days_after, erase, expiring, without
from tests.usecases.held import BY_TANDEM, SHE, at, everything

NOW = datetime(2027, 2, 1, 8, tzinfo=UTC)
KINDS = kinds()
HELD = sorted({each.entity for each in HOLDINGS}, key=lambda each: each.__name__)
SAID = Enrolment(
    "e", "jan", Role.MENTEE, EnrolmentState.DONE, NOW, "summary", ANSWERS[Role.MENTEE], NOW, NOW
)
LAUNCHED = Tandem(
    "t", 7, "p", "jan", "eva", TandemState.CLOSED, NOW, NOW, channel_id="19:x", team_id="team"
)


def parts(entity: type, *until: Until) -> tuple[Part, ...]:
    return tuple(
        part
        for each in HOLDINGS
        if each.entity is entity
        for part in each.parts
        if not until or part.kept.until in until
    )


def test_after_the_last_tandem_an_enrolment_has_no_answers_and_the_fact_stays() -> None:
    left = without(SAID, parts(Enrolment, Until.LAST_TANDEM))
    assert left == dataclasses.replace(SAID, answers=Answers(), position="about", reminded_at=None)


def test_a_tandem_loses_its_dates_and_keeps_who_was_in_it() -> None:
    left = without(LAUNCHED, parts(Tandem, Until.LAST_TANDEM))
    assert (left.channel_id, left.plan, left.mentor_agreed) == ("", Plan(), False)
    assert (left.mentor_id, left.mentee_id, left.team_id) == ("jan", "eva", "team")


def test_in_the_end_a_tandem_is_a_number_without_people() -> None:
    left = without(LAUNCHED, parts(Tandem))
    assert (left.mentor_id, left.mentee_id, left.number) == ("", "", 7)


def test_a_row_of_which_nothing_would_be_left_goes() -> None:
    assert without(Seat("s", "k", "jan", 1), parts(Seat)) is None


def test_a_single_answer_can_go_and_the_others_stay() -> None:
    mine = Part("x", ("answers.about.about_me",), parts(Enrolment)[0].kept, frozenset())
    left, about = without(SAID, (mine,)), SAID.answers.about
    assert about
    assert left.answers.about == dataclasses.replace(about, about_me="")
    assert left.answers.wishes == SAID.answers.wishes


def test_what_a_part_says_of_its_empty_form_counts() -> None:
    version = SettingsVersion("v", "p1", 1, "otto", NOW, Source.CARD, Programme())
    left = without(version, parts(SettingsVersion, Until.CLOSING))
    assert left == dataclasses.replace(version, by="")


@pytest.mark.parametrize("entity", HELD)
def test_whatever_is_held_can_be_erased(everywhere: SqlStore, entity: type) -> None:
    """Issue 12, P1: once all parts of a row are erased, nothing of them is left in it."""
    told = parts(entity)
    named = {name for part in told if part.emptied is None for name in part.fields}
    rows = everywhere.read_now(lambda uow: [r for t, r in everything(uow) if KINDS[t] is entity])
    hers = [row for row in rows if SHE in repr(row) or entity in BY_TANDEM]
    left = [row for row in (without(each, told) for each in hers) if row is not None]
    assert hers
    assert not [row for row in left if SHE in repr([at(row, name) for name in named])]


def test_whatever_goes_after_an_event_is_found_by_an_index() -> None:
    """Issue 12, P1: an erasure of many people must not look through whole tables."""
    waiting = {each.entity for each in HOLDINGS for part in each.parts if part.kept.days}
    assert {each.holding.entity for each in expiring(Until.LAST_TANDEM)} == waiting
    assert all(each.holding.quick for each in expiring(Until.LAST_TANDEM))


def test_the_days_are_those_of_the_registry() -> None:
    assert days_after(Until.LAST_TANDEM) == [14, 28]


def test_erasing_twice_changes_nothing(everywhere: SqlStore) -> None:
    key = everywhere.read_now(lambda uow: uow.enrolments.all(person_id=SHE)[0].id)
    due = parts(Enrolment, Until.LAST_TANDEM)
    first = everywhere.run_now(lambda uow: erase(uow, Enrolment, key, due))
    again = everywhere.run_now(lambda uow: erase(uow, Enrolment, key, due))
    assert (first, again) == (True, False)


def test_every_kind_of_rows_is_reached_by_its_entity() -> None:
    assert len(set(KINDS.values())) == len(KINDS)

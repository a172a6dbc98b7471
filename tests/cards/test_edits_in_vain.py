"""No card of a tandem is edited for what it does not show: Teams says of each edit when it was
made, and counts it against the limits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.kit_choice import KitChoice, KitState
from mentoring.domain.measurement.items import Marks, Measure, Stage, measure_id
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.session import Outcome, Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.showing import settle
from tests.cards.furnished import NOW, furnished

TANDEM = "p1c1.tandem-1-00c0ffee"
SESSION = f"{TANDEM}:001"
OF_THE_SESSION = {"session_kit_card", "retrospective_card"}
Happens = Callable[[UnitOfWork, Tandem], object]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


def edited(store: SqlStore, kind: str, subject: str, *happens: Happens) -> bool:
    """Whether the mentee's card about the subject is edited by the last of what happens."""

    def before(uow: UnitOfWork) -> None:
        uow.bind("p1c1", "p1")
        tandem = uow.tandems.need(TANDEM)
        uow.sessions.put(Session(SESSION, TANDEM, 1, NOW, 120, "kept", NOW - timedelta(days=1)))
        uow.kit_choices.put(KitChoice(SESSION, TANDEM, "kit"))
        uow.postings.put(Posting("x", kind, subject, tandem.mentee_id, "a:x", "s", "1"))
        for each in happens[:-1]:
            each(uow, tandem)
        settle(uow)

    def last(uow: UnitOfWork) -> bool:
        uow.bind("p1c1", "p1")
        wanted = uow.postings.need("x").wanted
        happens[-1](uow, uow.tandems.need(TANDEM))
        settle(uow)
        return uow.postings.need("x").wanted > wanted

    store.run_now(before)
    return store.run_now(last)


def said(outcome: Outcome) -> Happens:
    """The two say of the session whether they have met."""
    return lambda uow, _: uow.sessions.put(replace(uow.sessions.need(SESSION), outcome=outcome))


@pytest.mark.parametrize("kind", ["tandem", "road_map_card", "session_kit_card"])
def test_that_two_have_met_shows_where_it_is_over_already(store: SqlStore, kind: str) -> None:
    subject = SESSION if kind in OF_THE_SESSION else TANDEM
    assert not edited(store, kind, subject, said("met"))


@pytest.mark.parametrize("kind", ["tandem", "road_map_card"])
def test_that_they_have_not_shows(store: SqlStore, kind: str) -> None:
    assert edited(store, kind, TANDEM, said("missed"))
    assert edited(store, kind, TANDEM, said("missed"), said("met"))


@pytest.mark.parametrize("state", [KitState.TAKEN, KitState.SKIPPED])
def test_a_kit_stands_on_the_map_whether_it_was_taken_or_not(
    store: SqlStore, state: KitState
) -> None:
    def chosen(uow: UnitOfWork, _tandem: Tandem) -> None:
        uow.kit_choices.put(replace(uow.kit_choices.need(SESSION), state=state))

    assert not edited(store, "road_map_card", TANDEM, chosen)


def marked(stage: Stage) -> Happens:
    """The mentee says at this stage where they stand."""

    def unit(uow: UnitOfWork, tandem: Tandem) -> None:
        key = measure_id(enrolment_id("p1c1", Role.MENTEE, tandem.mentee_id), stage)
        asked = Measure(key, tandem.mentee_id, Role.MENTEE, stage, NOW)
        known = uow.measures.get(key) or asked
        uow.measures.put(replace(known, said=Marks(usage=4)))

    return unit


@pytest.mark.parametrize(("stage", "shows"), [(Stage.START, True), (Stage.END, False)])
def test_of_other_stages_a_measurement_shows_the_start_alone(
    store: SqlStore, stage: Stage, shows: bool
) -> None:
    mentee = store.run_now(lambda uow: uow.everywhere.tandems.need(TANDEM).mentee_id)
    half = measure_id(enrolment_id("p1c1", Role.MENTEE, mentee), Stage.MIDDLE)
    assert edited(store, "measure_card", half, marked(stage)) == shows


def test_what_becomes_of_a_tandem_that_has_ended_changes_no_lesson(store: SqlStore) -> None:
    mentee = store.run_now(lambda uow: uow.everywhere.tandems.need(TANDEM).mentee_id)
    lessons = enrolment_id("p1c1", Role.MENTEE, mentee)

    def closed(uow: UnitOfWork, tandem: Tandem) -> None:
        uow.tandems.put(replace(tandem, state=TandemState.CLOSED))

    def cleared(uow: UnitOfWork, tandem: Tandem) -> None:
        uow.tandems.put(replace(tandem, trouble="NotAllowed"))

    assert edited(store, "lessons_card", lessons, closed)
    assert not edited(store, "lessons_card", lessons, closed, cleared)

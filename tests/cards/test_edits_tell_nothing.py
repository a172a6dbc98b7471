"""An edit that changes nothing bears its time all the same: no card of owners is edited when
somebody says *not now*, or a mentor answers an offer, which owners learn later or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from mentoring.domain.enrolment import Clearance, EnrolmentState, NextTime
from mentoring.domain.fit import Feeling, Fit
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.measurement.results import Result
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.question import Question
from mentoring.domain.questionnaire import Competence, Draft, NotWith
from mentoring.domain.retrospective import Retrospective
from mentoring.domain.road_map import RoadMap
from mentoring.domain.session import Outcome, Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Fact
from mentoring.notices import VIEWS, audience
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.showing import settle
from tests.cards.desk import desk_over
from tests.cards.furnished import NOW, OWNER, furnished, guid

Way = tuple[str, object, dict[str, object]]
UNDER_AGE = guid("mentee2")
HIDDEN: dict[str, Way] = {
    "not now": ("enrolments", EnrolmentState.INVITED, {"state": EnrolmentState.DECLINED}),
    "let go of": (
        "enrolments",
        EnrolmentState.INVITED,
        {"state": EnrolmentState.DECLINED, "let_go_at": NOW},
    ),
    "a mentor's no": ("tandems", TandemState.ASKED_MENTOR, {"state": TandemState.RELEASED}),
    "a mentor's yes": ("tandems", TandemState.ASKED_MENTOR, {"state": TandemState.ASKED_MENTEE}),
    "a mentee's no": ("tandems", TandemState.ASKED_MENTEE, {"state": TandemState.RELEASED}),
}
WITHDRAWALS: dict[str, Way] = {
    "a withdrawal": ("enrolments", EnrolmentState.BEGUN, {"state": EnrolmentState.WITHDRAWN}),
    "a withdrawal of somebody under age": (
        "enrolments",
        EnrolmentState.BEGUN,
        {"state": EnrolmentState.WITHDRAWN, "clearance": Clearance.NONE},
    ),
}
SEEN: dict[str, Way] = {
    "begun": ("enrolments", EnrolmentState.INVITED, {"state": EnrolmentState.BEGUN}),
    "a mentee's yes": ("tandems", TandemState.ASKED_MENTEE, {"state": TandemState.ACCEPTED}),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    found.run_now(about_the_next_cycle)
    found.run_now(somebody_under_age_has_begun)
    yield found
    found.close()


def about_the_next_cycle(uow: UnitOfWork) -> None:
    """An owner has asked for it: of the furnished cards it alone stands in the other programme."""
    uow.bind("p1c1", "p1")
    uow.postings.put(Posting("next", "next_cycle", "p1c1", OWNER, "a:x", "s", "1"))


def somebody_under_age_has_begun(uow: UnitOfWork) -> None:
    uow.bind("p1c1", "p1")
    like = uow.enrolments.need(f"p1c1:mentee:{guid('mentee1')}")
    begun = replace(like, id=f"p1c1:mentee:{UNDER_AGE}", person_id=UNDER_AGE, rests=False)
    begun = replace(begun, state=EnrolmentState.BEGUN, clearance=Clearance.WAITS)
    uow.enrolments.put(begun)
    settle(uow)


def change(store: SqlStore, rows: str, state: object, changed: dict[str, object]) -> None:
    """Let it happen to the first that is in this state."""

    def unit(uow: UnitOfWork) -> None:
        uow.bind("p1c1", "p1")
        found = [each for each in getattr(uow, rows).all(state=state) if not _replaces(each)]
        row = max(found, key=lambda each: "clearance" in changed and each.person_id == UNDER_AGE)
        getattr(uow, rows).put(replace(row, **changed))
        settle(uow)

    store.run_now(unit)


async def edited(store: SqlStore, way: Way) -> set[str]:
    """The kinds of owners' cards that would be edited."""
    world = desk_over(store).world
    await catch_up(world)
    before = _wanted(store)
    change(store, *way)
    await catch_up(world)
    return {kind for (key, kind), wanted in _wanted(store).items() if wanted != before[key, kind]}


def _replaces(row: object) -> bool:
    return bool(getattr(row, "earlier", ""))


def _of_owners(store: SqlStore) -> list[Posting]:
    found = store.run_now(lambda uow: uow.everywhere.postings.all())
    return [each for each in found if each.kind in VIEWS and audience(each.kind) == "owners"]


def _wanted(store: SqlStore) -> dict[tuple[str, str], int]:
    return {(each.id, each.kind): each.wanted for each in _of_owners(store)}


async def drawn(store: SqlStore) -> dict[str, object]:
    """All cards of owners, with what their buttons send."""
    screen = desk_over(store).screen
    return {each.id: (await screen.card(each)).content for each in _of_owners(store)}


@pytest.mark.parametrize("way", [*HIDDEN, *WITHDRAWALS])
async def test_what_owners_may_not_know_edits_none_of_their_cards(
    store: SqlStore, way: str
) -> None:
    assert await edited(store, {**HIDDEN, **WITHDRAWALS}[way]) == set()


@pytest.mark.parametrize("way", HIDDEN)
async def test_nor_does_it_stand_on_one_that_is_drawn_anew_nor_in_what_its_buttons_send(
    store: SqlStore, way: str
) -> None:
    before = await drawn(store)
    change(store, *HIDDEN[way])
    now = await drawn(store)
    assert {key: now[key] for key, content in before.items() if now[key] != content} == {}


@pytest.mark.parametrize("way", WITHDRAWALS)
async def test_a_withdrawal_shows_in_the_number_of_those_who_are_asked_next_time_alone(
    store: SqlStore, way: str
) -> None:
    """Who has wished not to be asked is not among them either, and nobody is named."""
    before = await drawn(store)
    change(store, *WITHDRAWALS[way])
    now = await drawn(store)
    other = {key: now[key] for key, content in before.items() if now[key] != content}
    assert {key.partition(":")[0] for key in other} <= {"next", "next_cycle"}


async def test_what_somebody_wishes_for_next_time_edits_no_card_of_owners(store: SqlStore) -> None:
    """Of the next cycle's preview they read a number alone, counted whenever somebody looks."""
    wishes: Way = ("enrolments", EnrolmentState.DONE, {"next_time": NextTime.NOT})
    assert await edited(store, wishes) == set()


@pytest.mark.parametrize("way", SEEN)
async def test_what_they_see_does(store: SqlStore, way: str) -> None:
    before = await drawn(store)
    assert {"status_card", "people_card"} <= await edited(store, SEEN[way])
    assert await drawn(store) != before


OF_ONE: dict[str, tuple[str, dict[str, object], Role]] = {
    "fit_card": ("fits", {"feeling": Feeling.NOT_SURE}, Role.MENTEE),
    "retrospective_card": ("retrospectives", {"at": NOW + timedelta(hours=1)}, Role.MENTEE),
    "result_card": ("results", {"agreed_by": ""}, Role.MENTOR),
    "closed": ("enrolments", {"next_time": NextTime.AGAIN}, Role.MENTEE),
}
"""By card: what changes, of the mentee's, and whose card shows it: that they agree or not any more
is the mentor's to see, who has been asked.
"""


@pytest.mark.parametrize("kind", OF_ONE)
async def test_what_only_one_of_the_two_sees_edits_no_card_of_the_other_one(
    store: SqlStore, kind: str
) -> None:
    """Fit, an unshared line, a release of the other one's words, a wish for the next cycle."""
    rows, changed, whose = OF_ONE[kind]

    def furnish(uow: UnitOfWork) -> tuple[str, list[Posting]]:
        uow.bind("p1c1", "p1")
        tandem = uow.tandems.need("p1c1.tandem-1-00c0ffee")
        row = _of(uow, rows, tandem)
        subject = getattr(row, "session_id", "") or tandem.id
        people = (tandem.mentor_id, tandem.mentee_id)
        there = ("a:x", "s", "1")
        return row.id, [
            uow.postings.put(Posting(f"x:{who}", kind, subject, who, *there)) for who in people
        ]

    key, both = store.run_now(furnish)

    def change(uow: UnitOfWork) -> None:
        uow.bind("p1c1", "p1")
        getattr(uow, rows).put(replace(getattr(uow, rows).need(key), **changed))
        settle(uow)

    store.run_now(change)
    found = store.run_now(lambda uow: [uow.everywhere.postings.need(each.id) for each in both])
    assert dict(zip(Role, (each.wanted for each in found), strict=True)) == {
        role: 2 if role is whose else 1 for role in Role
    }


TANDEM = "p1c1.tandem-1-00c0ffee"
SESSION = f"{TANDEM}:001"
MENTEES = "question_box", "agreement_card", "session_kit_card", "retrospective_card"
SWITCHES = dict(zip(MENTEES, ("questions", "agreement", "kits", "retrospectives"), strict=True))


def edits(store: SqlStore, kind: str, happens: Callable[[UnitOfWork, Tandem], None]) -> list[Role]:
    """Whose card of this kind is edited when it happens."""

    def unit(uow: UnitOfWork) -> list[Role]:
        uow.bind("p1c1", "p1")
        tandem = uow.tandems.need(TANDEM)
        subject = SESSION if kind in {"session_kit_card", "retrospective_card"} else TANDEM
        people = {Role.MENTOR: tandem.mentor_id, Role.MENTEE: tandem.mentee_id}
        for role, who in people.items():
            uow.postings.put(Posting(f"x:{role}", kind, subject, who, "a:x", "s", "1"))
        session = Session(SESSION, TANDEM, 1, NOW, 120, "kept", NOW + timedelta(days=1))
        uow.sessions.put(session)
        settle(uow)
        before = {role: uow.postings.need(f"x:{role}").wanted for role in people}
        happens(uow, tandem)
        settle(uow)
        return [role for role in people if uow.postings.need(f"x:{role}").wanted > before[role]]

    return store.run_now(unit)


@pytest.mark.parametrize(
    ("kind", "whose"),
    [("question_box", [Role.MENTEE]), ("road_map_card", []), ("session_kit_card", [])],
)
def test_a_question_that_waits_edits_no_card_of_the_other_one(
    store: SqlStore, kind: str, whose: list[Role]
) -> None:
    """Until two working days before the session only its author sees it; the edit told when it was
    put into the box, or taken out again.
    """

    def asked(uow: UnitOfWork, tandem: Tandem) -> None:
        uow.questions.put(Question("q", tandem.id, tandem.mentee_id, "Was ist neu?", NOW))

    assert edits(store, kind, asked) == whose
    assert edits(store, kind, lambda uow, _: uow.questions.delete("q")) == whose


@pytest.mark.parametrize("kind", ["question_box", "road_map_card", "session_kit_card"])
def test_once_both_may_read_it_it_edits_the_cards_of_both(store: SqlStore, kind: str) -> None:
    def told(uow: UnitOfWork, tandem: Tandem) -> None:
        uow.questions.put(replace(TOLD, author_id=tandem.mentee_id))

    assert edits(store, kind, told) == [Role.MENTOR, Role.MENTEE]


@pytest.mark.parametrize("kind", SWITCHES)
def test_what_somebody_switches_off_edits_no_card_of_the_other_one(
    store: SqlStore, kind: str
) -> None:
    """*The other one does not learn of it.*"""

    def switched(uow: UnitOfWork, tandem: Tandem) -> None:
        uow.facts.put(Fact(f"without-{SWITCHES[kind]}:{tandem.id}:{tandem.mentee_id}", "off"))

    assert edits(store, kind, switched) == [Role.MENTEE]


TOLD = Question("q", TANDEM, "x", "Was ist neu?", NOW, told_at=NOW)
ROUND: dict[str, Callable[[UnitOfWork], object]] = {
    "the map": lambda uow: uow.road_maps.put(RoadMap(TANDEM, TANDEM, (), version=7)),
    "another kit": lambda uow: uow.kit_choices.put(KitChoice("other", TANDEM, "kit")),
    "another question": lambda uow: uow.questions.put(replace(TOLD, id="other")),
    "its question": lambda uow: uow.questions.put(TOLD),
}


@pytest.mark.parametrize("what", ROUND)
@pytest.mark.parametrize("outcome", ["", "met"])
def test_a_kit_that_is_over_is_edited_only_by_what_it_shows(
    store: SqlStore, what: str, outcome: Outcome
) -> None:
    """The map, other sessions' kits and other questions show in those that are to come."""

    def furnish(uow: UnitOfWork) -> None:
        uow.bind("p1c1", "p1")
        there = Session(SESSION, TANDEM, 1, NOW, 120, "kept", NOW, outcome=outcome)
        uow.sessions.put(there)
        uow.kit_choices.put(KitChoice(SESSION, TANDEM, "kit", question="q"))
        uow.postings.put(Posting("x", "session_kit_card", SESSION, "y", "a:x", "s", "1"))

    def unit(uow: UnitOfWork) -> int:
        uow.bind("p1c1", "p1")
        ROUND[what](uow)
        settle(uow)
        return uow.postings.need("x").wanted

    store.run_now(furnish)
    shows = outcome == "" or what == "its question"
    assert store.run_now(unit) == (2 if shows else 1)


OWN: dict[str, dict[str, Any]] = {
    "not with": {"not_with": NotWith(not_with=("z",), names={"z": "Zoe"})},
    "where one stands": {"standing": Competence(3)},
    "what is being typed": {"drafts": (Draft("about", {"about_me": "Ich"}),)},
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("what", OWN)
async def test_what_somebody_answers_for_themselves_edits_no_card_of_anybody_else(
    store: SqlStore, what: str, role: Role
) -> None:
    """Whom one would rather not be paired with edited the other one's offer, map and dates, and
    the owners' launch.
    """
    world = desk_over(store).world
    await catch_up(world)

    def unit(uow: UnitOfWork) -> str:
        uow.bind("p1c1", "p1")
        tandem = uow.tandems.need(TANDEM)
        row = uow.enrolments.need(f"p1c1:{role}:{tandem.person(role)}")
        answers = replace(row.answers, **OWN[what])
        uow.enrolments.put(replace(row, answers=answers))
        settle(uow)
        return row.person_id

    def wanted() -> dict[tuple[str, str, str], int]:
        found = store.run_now(lambda uow: uow.everywhere.postings.all())
        return {(each.id, each.kind, each.person_id): each.wanted for each in found}

    before = wanted()
    author = store.run_now(unit)
    await catch_up(world)
    newer = {key for key, version in wanted().items() if version > before[key]}
    assert {(kind, who) for _, kind, who in newer if who != author} == set()
    assert newer


def _of(uow: UnitOfWork, rows: str, tandem: Tandem) -> Any:
    """A row of one of the two, made where there is none."""
    who, role = tandem.mentee_id, Role.MENTEE
    line = f"{tandem.id}:{role}"
    made = {
        "fits": Fit(line, tandem.id, who, Feeling.GOOD, NOW),
        "retrospectives": Retrospective("r", tandem.id, f"{tandem.id}:1", who, role, NOW),
        "results": Result(line, tandem.id, who, "Kürzer", NOW, agreed_by=tandem.mentor_id),
        "enrolments": uow.enrolments.get(f"p1c1:{role}:{who}"),
    }[rows]
    return getattr(uow, rows).put(made)

"""Who reads an answer: it is changed, and every card that looks different is one that tells it.

Everybody's cards are looked at, in a programme in which every card stands somewhere; so is what
owners are told without a card that stays.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.screen import Screen
from bot.seen import Seen
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.questionnaire import (
    About,
    Answers,
    Competence,
    Draft,
    Line,
    NotWith,
    Purpose,
    Step,
    TopicSkill,
    When,
)
from mentoring.notices import VIEWS, audience
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from tests.cards.desk import NOBODY, desk_over
from tests.cards.furnished import DEPUTY, NOW, OWNER, furnished, guid

RUNNING, OFFERED, ASKED = "1", "3", "2"
"""The numbers of a tandem that runs, of one that the mentee is asked about, and of one that the
mentor is asked about."""
Readers: TypeAlias = set[tuple[str, str]]
Looked: TypeAlias = Callable[[Posting], bool]
Said: TypeAlias = tuple[Step, ...]
TwoWays: TypeAlias = tuple[Said, Said]
"""Answers that are said in one way, and in another."""
FOR_ONESELF: TwoWays = (
    (About(("de",), generation="before_1965", gender="female"), Competence(2), NotWith()),
    (
        About(("de",), generation="after_1996", gender="diverse"),
        Competence(9),
        NotWith((OWNER,), names={OWNER: "Mia"}),
    ),
)
"""What nobody else is to read."""
ABOUT_ME: TwoWays = (About(("de",), about_me="one"),), (About(("de",), about_me="other"),)
GOAL: TwoWays = (Purpose("one"),), (Purpose("other"),)
DECIDES: TwoWays = (NotWith(),), (NotWith(kpi_people=(OWNER,), names={OWNER: "Mia"}),)
"""Who decides on one's targets."""
NOT_FOR_OWNERS: TwoWays = (
    (
        About(("de",), generation="before_1965", gender="female", about_me="one"),
        Competence(2),
        Purpose("one"),
        NotWith(),
    ),
    (
        About(("de",), generation="after_1996", gender="diverse", about_me="other"),
        Competence(9),
        Purpose("other"),
        NotWith((OWNER,), kpi_people=(OWNER,), names={OWNER: "Mia"}),
    ),
)
"""All answers that are promised to have few readers."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    """Everybody in a tandem also has the card with their own answers, and both their offer."""
    found = furnished(tmp_path, _shown_to_all)
    yield found
    found.close()


def _shown_to_all(uow: UnitOfWork) -> None:
    uow.bind("p1c1", "p1")
    for tandem in uow.tandems.all():
        for role in Role:
            person = tandem.person(role)
            own = Posting(f"own:{role}:{person}", "enrolment", f"p1c1:{role}:{person}", person)
            offer = Posting(f"of:{tandem.id}:{role}", "offer", tandem.id, person)
            uow.postings.put_all([own, offer])


def everybodys(_posting: Posting) -> bool:
    """Every card."""
    return True


def owners(posting: Posting) -> bool:
    """The cards that some owner reads."""
    return posting.person_id == OWNER or (
        posting.kind in VIEWS and audience(posting.kind) == "owners"
    )


def deputys(posting: Posting) -> bool:
    """The cards of whoever keeps somebody's calendar."""
    return posting.person_id == DEPUTY


async def readers(
    store: SqlStore, keys: Sequence[str], said: TwoWays, looked_at: Looked = everybodys
) -> Readers:
    """The kinds of cards that tell the two ways apart, of those looked at, and who reads them; that
    somebody reads what is kept about themselves is left out. With several ``keys`` all of them say
    it.
    """
    store.run_now(lambda uow: _say(uow, keys, said[0]))
    before = await all_cards(store, looked_at)
    store.run_now(lambda uow: _say(uow, keys, said[1]))
    after = await all_cards(store, looked_at)
    told = {
        (kind, who) for id_, kind, who in before if before[id_, kind, who] != after[id_, kind, who]
    }
    return told - {("my_data", key.rpartition(":")[2]) for key in keys}


def _say(uow: UnitOfWork, keys: Sequence[str], said: Said) -> None:
    for key in keys:
        enrolled = uow.everywhere.enrolments.need(key)
        uow.everywhere.enrolments.put(replace(enrolled, answers=enrolled.answers.put(*said)))


async def all_cards(
    store: SqlStore, looked_at: Looked = everybodys
) -> dict[tuple[str, str, str], str]:
    """What every card that is looked at says, by its id, its kind and its reader; owners' figures
    among them.
    """
    screen = desk_over(store).screen

    def look(uow: UnitOfWork) -> list[Seen]:
        found = filter(looked_at, uow.everywhere.postings.all())
        return [_seen(screen, uow.everywhere, each) for each in found]

    return {
        (each.posting.id, each.posting.kind, each.posting.person_id): await _drawn(screen, each)
        for each in store.read_now(look)
    }


def _seen(screen: Screen, uow: UnitOfWork, posting: Posting) -> Seen:
    return screen.read(uow, screen.moments(uow, posting.cycle_id), posting)


DRAWN: dict[str, tuple[object, str]] = {}
"""Each card as it was drawn last, with what it was drawn from."""


async def _drawn(screen: Screen, seen: Seen) -> str:
    """What the card says; most show the same as in the test before, and are not drawn again."""
    spoken = (seen.words.voice, seen.words.own)
    shown = replace(seen, words=NOBODY), spoken
    known, card = DRAWN.get(seen.posting.id, (None, ""))
    if known != shown:
        card = str((await screen.draw(replace(seen, at=time.monotonic()))).content)
        DRAWN[seen.posting.id] = shown, card
    return card


def of(role: Role, number: str) -> tuple[str, str]:
    """Somebody in the tandem of that number: the id of their enrolment, and their own."""
    person = guid(f"{role}-{number}")
    return f"p1c1:{role}:{person}", person


async def test_every_card_is_looked_at(store: SqlStore) -> None:
    looked_at = {kind for _, kind, _ in await all_cards(store)}
    assert {"offer", "tandem", "session", "poll", "deputy", "matching", "launch"} <= looked_at


@pytest.mark.parametrize("role", Role)
async def test_only_oneself_reads_what_nobody_else_is_to_read(store: SqlStore, role: Role) -> None:
    key, person = of(role, RUNNING)
    assert await readers(store, [key], FOR_ONESELF) == {("enrolment", person)}


@pytest.mark.parametrize("state", EnrolmentState)
async def test_what_was_entered_for_somebody_is_read_by_them_alone(
    store: SqlStore, state: EnrolmentState
) -> None:
    """Neither the owner who has entered it, nor any other, nor a card that counts."""
    key, person = of(Role.MENTEE, RUNNING)
    way = Answers().drafted(Draft("when", {"times": "morning"}, (Line("times", OWNER, NOW),)))
    lines = (Line("times", OWNER, NOW), Line("never", OWNER, NOW))
    typed = {"times": "midday", "never": "mon-midday"}
    other = Answers().drafted(Draft("when", typed, lines))
    before = await _entered(store, key, state, way)
    after = await _entered(store, key, state, other)
    told = {card[1:] for card in before if before[card] != after[card]}
    assert told <= {("enrolment", person), ("my_data", person)}


async def _entered(
    store: SqlStore, key: str, state: EnrolmentState, answers: Answers
) -> dict[tuple[str, str, str], str]:
    def put(uow: UnitOfWork) -> None:
        enrolled = uow.everywhere.enrolments.need(key)
        open_at = replace(enrolled, state=state, position="when", answers=answers)
        uow.everywhere.enrolments.put(open_at)

    store.run_now(put)
    return await all_cards(store)


async def test_only_a_mentor_reads_whom_they_have_named_as_deciding_about_their_targets(
    store: SqlStore,
) -> None:
    key, person = of(Role.MENTOR, OFFERED)
    assert await readers(store, [key], DECIDES) == {("enrolment", person)}


@pytest.mark.parametrize(("role", "number"), [(Role.MENTOR, OFFERED), (Role.MENTEE, ASKED)])
async def test_whoever_is_asked_reads_what_the_other_would_like_them_to_know(
    store: SqlStore, role: Role, number: str
) -> None:
    key, person = of(role, number)
    other = guid(f"{Role.MENTEE if role is Role.MENTOR else Role.MENTOR}-{number}")
    own = {("enrolment", person)}
    assert await readers(store, [key], ABOUT_ME) == {*own, ("offer", other)}


async def test_only_the_mentee_reads_which_experience_stands_behind_a_topic(
    store: SqlStore,
) -> None:
    key, person = of(Role.MENTOR, OFFERED)
    said = (TopicSkill("ai", 3, "one"),), (TopicSkill("ai", 3, "other"),)
    expected = {("enrolment", person), ("offer", guid(f"mentee-{OFFERED}"))}
    assert await readers(store, [key], said) == expected


@pytest.mark.parametrize("role", Role)
async def test_a_goal_is_read_by_the_other_one_alone_and_not_before_the_tandem_runs(
    store: SqlStore, role: Role
) -> None:
    """Who declines an offer must not have read it."""
    other = Role.MENTEE if role is Role.MENTOR else Role.MENTOR
    keys, people = zip(*(of(role, number) for number in (ASKED, OFFERED, RUNNING)), strict=True)
    own, partner = {("enrolment", person) for person in people}, guid(f"{other}-{RUNNING}")
    assert await readers(store, keys, GOAL) == {*own, ("tandem", partner)}


@pytest.mark.parametrize("role", Role)
async def test_so_is_where_one_likes_to_meet(store: SqlStore, role: Role) -> None:
    other = guid(f"{Role.MENTEE if role is Role.MENTOR else Role.MENTOR}-{RUNNING}")
    key, person = of(role, RUNNING)
    said = (When(place="remote"),), (When(place="in_person"),)
    assert await readers(store, [key], said) == {("enrolment", person), ("tandem", other)}


async def test_whoever_keeps_the_calendar_reads_no_answer(store: SqlStore) -> None:
    """Not even one who may handle the dates of somebody in a running tandem."""
    key, _ = of(Role.MENTEE, RUNNING)
    assert await readers(store, [key], NOT_FOR_OWNERS, deputys) == set()


@pytest.mark.parametrize("role", Role)
async def test_no_owner_reads_any_of_it(store: SqlStore, role: Role) -> None:
    everybody = [of(role, number)[0] for number in (RUNNING, OFFERED, ASKED)]
    assert await readers(store, everybody, NOT_FOR_OWNERS, owners) == set()


async def test_an_answer_that_is_told_would_be_found(store: SqlStore) -> None:
    """When is one the deputy's business: who keeps the calendar from now on."""
    key, person = of(Role.MENTEE, RUNNING)
    said = (When(deputy=(DEPUTY,), names={DEPUTY: "Ute"}),), (When(),)
    assert {("deputy", DEPUTY), ("enrolment", person)} <= await readers(store, [key], said)
    assert ("deputy", DEPUTY) in await readers(store, [key], said, deputys)


async def test_no_owner_can_tell_silence_from_a_no(store: SqlStore) -> None:
    """Its own person alone reads the difference."""
    found = store.read_now(lambda uow: uow.everywhere.enrolments.all(state=EnrolmentState.INVITED))
    silent = [replace(each, state=EnrolmentState.DECLINED, let_go_at=NOW) for each in found]
    told: list[dict[tuple[str, str, str], str]] = []
    for rows in (silent, [replace(each, let_go_at=None) for each in silent]):
        store.run_now(partial(_put, rows))
        told.append(await all_cards(store))
    before, after = told
    own = {(kind, each.person_id) for each in found for kind in ("enrolment", "my_data")}
    tell = {
        (kind, who) for id_, kind, who in before if before[id_, kind, who] != after[id_, kind, who]
    }
    assert tell
    assert tell <= own


def _put(rows: Sequence[Enrolment], uow: UnitOfWork) -> None:
    uow.everywhere.enrolments.put_all(rows)


async def test_owners_cards_are_among_those_looked_at(store: SqlStore) -> None:
    told = {kind for _, kind, _ in await all_cards(store, owners)}
    assert {
        "matching",
        "launch",
        "closing",
        "kickoff",
        "status_card",
        "people_card",
        "invite",
    } <= told


async def test_an_invitation_names_nobody_else_who_is_invited(store: SqlStore) -> None:
    found = store.read_now(lambda uow: uow.enrolments.all(state=EnrolmentState.INVITED))
    invited = {each.person_id for each in found}
    everybody = store.read_now(lambda uow: uow.people.all())
    cards = (await all_cards(store)).items()
    told = {who: card for (_, kind, who), card in cards if kind == "enrolment" and who in invited}
    assert len(told) > 1
    for who, card in told.items():
        others = [each.profile.name for each in everybody if each.id != who]
        assert [name for name in others if name in card] == []

"""A try through the front door: its owner plays invented people in their own chat."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.storage.store import SqlStore
from mentoring.storage.unit import SqlUnitOfWork
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.trial.cast import invented_id
from mentoring.usecases.trial.playing import trial_card, trial_course
from tests.bot.test_own_tandem import pressed, said_to_her, turn_of
from tests.cards.desk import desk_over
from tests.cards.furnished import CHANNEL, OWNERS_TEAM, furnished, guid

MIA = guid("mia")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


def cards(store: SqlStore, **where: Any) -> list[Posting]:
    return list(store.read_now(lambda uow: uow.everywhere.postings.all(**where)))


async def begun(store: SqlStore, what: str = "mentee", voice: str = "de") -> Posting:
    """The invitation of a try that Mia has begun."""
    [offered] = cards(store, kind=trial_card.name)
    data = {"posting": offered.id, "what": what, "voice": voice}
    await said_to_her(store, pressed("trial.begin", data))
    mine = {"programme_id": "p1", "tried_by": MIA}
    tries = store.read_now(lambda uow: uow.everywhere.cycles.all(**mine))
    newest = max(each.number for each in tries)
    found = invented_id(f"p1t{newest}", Role.MENTEE)
    [card] = cards(store, kind=enrolment_card.name, person_id=found)
    return card


async def test_each_card_says_that_it_is_a_try_and_whose_it_would_be(store: SqlStore) -> None:
    screen, card = desk_over(store).screen, await begun(store)
    course = max(cards(store, kind=trial_course.name), key=lambda each: each.cycle_id)
    for posting, mark in (
        (card, "🎭 Probelauf. Diese Karte bekäme Erika Mustermann"),
        (course, "🎭 "),
    ):
        drawn = await screen.card(posting)
        assert json.dumps(drawn.content["body"][0], ensure_ascii=False).find(mark) > 0


async def test_what_its_owner_presses_the_invented_person_presses(store: SqlStore) -> None:
    card = await begun(store)
    await said_to_her(store, pressed("enrolment.begin", data_of(card)))
    made = store.read_now(lambda uow: uow.everywhere.enrolments.need(card.subject_id))
    assert (made.state, made.person_id) == (EnrolmentState.BEGUN, card.person_id)


async def test_nobody_else_presses_there(store: SqlStore) -> None:
    card = await begun(store)
    ute = pressed("enrolment.begin", data_of(card))
    sender = ute.inbound.sender.model_copy(update={"id": "29:ute", "aad": guid("ute")})
    inbound = ute.inbound.model_copy(update={"sender": sender})
    await said_to_her(store, type(ute)(inbound))
    made = store.read_now(lambda uow: uow.everywhere.enrolments.need(card.subject_id))
    assert made.state is EnrolmentState.INVITED


async def test_no_try_makes_its_owner_press_for_real_people(store: SqlStore) -> None:
    """Whoever tries something has no more rights than before on the cards of others."""
    await begun(store)
    theirs = next(
        each
        for each in cards(store, kind=enrolment_card.name, cycle_id="p1c1")
        if each.person_id == guid("mentee-again")
    )
    before = store.read_now(lambda uow: uow.everywhere.enrolments.need(theirs.subject_id))
    told = await said_to_her(store, pressed("enrolment.begin", data_of(theirs)))
    after = store.read_now(lambda uow: uow.everywhere.enrolments.need(theirs.subject_id))
    assert after == before
    assert "gehört jemand anderem" in told


async def test_single_cards_are_looked_at_in_the_chosen_voice(store: SqlStore) -> None:
    [offered] = cards(store, kind=trial_card.name)
    before = {each.id for each in cards(store, kind="texts_card")}
    await said_to_her(store, pressed("trial.cards", {"posting": offered.id, "voice": "en"}))
    [shown] = [each for each in cards(store, kind="texts_card") if each.id not in before]
    assert shown.view == "en cards"


async def test_in_the_channel_nothing_is_tried(store: SqlStore) -> None:
    there = {"id": CHANNEL.conversation, "conversationType": "channel"}
    team = {"team": {"id": "19:owners", "aadGroupId": OWNERS_TEAM}}
    said = {"type": "message", "text": "ausprobieren", "channelData": team}
    told = await said_to_her(store, turn_of({**said, "conversation": there}))
    assert "Einzelchat" in told


def data_of(card: Posting) -> dict[str, str]:
    return {"posting": card.id, "enrolment": card.subject_id}


async def test_a_try_is_not_erased_while_a_press_in_it_is_decided(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On PostgreSQL the press wrote rows into a cycle that was gone, and nobody erased them."""
    card, alone = await begun(store), list[str]()
    monkeypatch.setattr(SqlUnitOfWork, "alone", lambda _, name: alone.append(name))
    await said_to_her(store, pressed("enrolment.begin", data_of(card)))
    assert card.cycle_id in alone

"""The overview through the front door: *status*, the list of people, *find*, *hello*, *help*."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentoring.domain.enrolment import EnrolmentState, enrolment_id
from mentoring.domain.people import Person, Role
from mentoring.domain.posting import Posting
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.programme.people_list import people_card
from mentoring.usecases.programme.status import status_card
from mentoring.usecases.programme.whereabouts import Whereabouts
from tests.bot.test_own_tandem import said_to_her, turn_of
from tests.cards.desk import desk_over
from tests.cards.furnished import CHANNEL, OTHER_TEAM, OWNERS_TEAM, furnished, guid
from tests.people import berliner
from tests.usecases.company import NOW

MIA = guid("mia")
LARGEST = 28_000
"""A message with a card, in bytes, that Teams certainly takes [learn.microsoft.com, Format cards in
Teams: 28 KB].
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


async def mia_says(store: SqlStore, text: str, *teams: str) -> str:
    chat = {"id": "a:mia", "conversationType": "personal"}
    spoken = turn_of({"type": "message", "text": text, "conversation": chat})
    return await said_to_her(store, spoken, teams or (OWNERS_TEAM,))


def hers(store: SqlStore, kind: str) -> list[Posting]:
    return list(store.read_now(lambda uow: uow.everywhere.postings.all(kind=kind, person_id=MIA)))


async def test_an_owners_hello_brings_the_overview_and_enrols_nobody(store: SqlStore) -> None:
    before = store.read_now(lambda uow: uow.everywhere.enrolments.count())
    stood = len(hers(store, status_card.name))
    await mia_says(store, "hello")
    assert len(hers(store, status_card.name)) == stood + 1
    assert store.read_now(lambda uow: uow.everywhere.enrolments.count()) == before


async def test_nor_does_anything_else_that_an_owner_writes(store: SqlStore) -> None:
    """issue 12, U12: whoever is no owner gets the invitation for it."""
    before = store.read_now(lambda uow: uow.everywhere.enrolments.count())
    assert await mia_says(store, "Gibt es heute in der Kantine eigentlich Kuchen?") != "[]"
    assert store.read_now(lambda uow: uow.everywhere.enrolments.count()) == before
    assert [each.kind for each in hers(store, "enrolment")] == []


async def test_an_owner_of_several_programmes_is_shown_each(store: SqlStore) -> None:
    stood = len(hers(store, status_card.name))
    await mia_says(store, "hello", OWNERS_TEAM, OTHER_TEAM)
    assert len(hers(store, status_card.name)) == stood + 2


async def test_help_names_first_what_is_possible_now(store: SqlStore) -> None:
    told = await mia_says(store, "hilfe")
    now, later = told.index("Jetzt möglich"), told.index("Zu anderer Zeit")
    assert now < told.index('"status"') < later


async def test_find_answers_at_once_and_leaves_nothing(store: SqlStore) -> None:
    before = store.read_now(lambda uow: uow.everywhere.postings.count())
    assert "Mentee1" in await mia_says(store, "finde Mentee1")
    assert store.read_now(lambda uow: uow.everywhere.postings.count()) == before


async def test_in_the_channel_nobody_is_looked_up(store: SqlStore) -> None:
    """issue 14: the answer would stay there for everybody who ever reads it."""
    there = {"id": CHANNEL.conversation, "conversationType": "channel"}
    team = {"team": {"id": "19:owners", "aadGroupId": OWNERS_TEAM}}
    said = {"type": "message", "text": "finde Mentee1", "channelData": team}
    spoken = turn_of({**said, "conversation": there})
    told = await said_to_her(store, spoken)
    assert "Einzelchat" in told
    assert "angemeldet" not in told


async def test_with_five_hundred_people_no_card_is_larger_than_teams_takes(
    store: SqlStore,
) -> None:
    store.run_now(_five_hundred)
    sizes = [
        await _size(store, kind, view)
        for kind, view in (
            (status_card.name, ""),
            (people_card.name, ""),
            (people_card.name, Whereabouts.UNREACHABLE),
        )
    ]
    assert max(sizes) < LARGEST


async def _size(store: SqlStore, kind: str, view: str) -> int:
    """How many bytes the card has."""
    posting = Posting("large", kind, "p1c1", MIA, "a:mia", view=view, cycle_id="p1c1")
    card = await desk_over(store).screen.card(posting)
    return len(json.dumps(card.content, ensure_ascii=False).encode())


def _five_hundred(uow: UnitOfWork) -> None:
    """Five hundred people with long names, nobody of whom can be reached."""
    uow.bind("p1c1", "p1")
    like = next(e for e in uow.enrolments.all(role=Role.MENTEE, state=EnrolmentState.DONE))
    for number in range(500):
        key, name = guid(f"many {number}"), f"Freifrau von Musterhausen-Beispielberg, Dr. {number}"
        profile = berliner(key, name, f"{number}@firma.example", hindrance="blocked")
        uow.people.put(Person(key, profile, "de"))
        made = enrolment_id("p1c1", Role.MENTEE, key)
        state = EnrolmentState.UNREACHABLE
        uow.enrolments.put(type(like)(made, key, Role.MENTEE, state, NOW, cycle_id="p1c1"))

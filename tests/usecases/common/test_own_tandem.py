"""An owner never handles or sees a tandem that they are in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Spoken
from mentoring.domain.posting import Posting
from mentoring.domain.proposal import Proposal
from mentoring.ports.messenger import Chat
from mentoring.usecases.common.own_tandem import (
    is_private,
    leave_to_others,
    of_others,
    readers_of,
)
from mentoring.usecases.common.people import heard
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.sending import deliver
from mentoring.usecases.matching.notice import proposals_card
from tests.usecases.company import Company, change, one, refused
from tests.usecases.ports import SERVICE, chat_of


def is_left_to_others(owner: str, *people: str) -> bool:
    try:
        leave_to_others(owner, people)
    except Refusal:
        return True
    return False


@pytest.mark.parametrize(("owner", "left"), [("eva", True), ("jan", True), ("otto", False)])
def test_what_is_about_oneself_is_left_to_others(owner: str, left: bool) -> None:
    assert is_left_to_others(owner, "jan", "eva") is left


def test_the_input_that_named_them_is_marked() -> None:
    with refused("decide-own", field="people"):
        leave_to_others("eva", ["jan", "eva"], field="people")


def test_what_is_about_somebody_who_reads_along_is_looked_at_elsewhere() -> None:
    with refused("decide-elsewhere"):
        leave_to_others("otto", ["jan", "eva"], readers=frozenset({"otto", "eva"}))


def test_only_tandems_of_others_are_left() -> None:
    pairs = [Proposal("1", "run", "jan", "eva", 10), Proposal("2", "run", "max", "ada", 10)]
    assert [each.id for each in of_others(pairs, {"eva"})] == ["2"]


CARD = Posting("card", "matching", "run", "otto")


@pytest.mark.parametrize(
    ("where", "readers"),
    [("", {"otto"}), (chat_of("otto").conversation, {"otto"}), ("19:channel", {"otto", "eva"})],
)
async def test_in_a_channel_every_owner_reads_along(
    programmes: Company, where: str, readers: set[str]
) -> None:
    await change(programmes.unbound, "programmes", "p1", owners=("eva", "otto"))
    card = replace(CARD, conversation=where, service_url=SERVICE)
    found = await programmes.first.read(lambda uow, moment: readers_of(uow, moment, card))
    private = await programmes.first.read(lambda uow, _: is_private(uow, card))
    assert found == readers
    assert private == (readers == {"otto"})


async def test_a_card_stays_in_the_own_chat_when_teams_calls_that_by_another_id(
    programmes: Company,
) -> None:
    """The chat that an installation tells has another id than the one in which a press comes."""
    await change(programmes.unbound, "programmes", "p1", owners=("eva", "otto"))
    await programmes.first.run(lambda uow, _: post(uow, proposals_card, "run", "otto", key="card"))
    await deliver(programmes.first, "card")
    elsewhere = Chat("a:otto", SERVICE, is_own=True)
    await programmes.first.run(
        lambda uow, moment: heard(uow, "otto", Spoken("en"), elsewhere, moment.programme)
    )
    card = await one(programmes.first, "postings", "card")
    assert card.conversation == chat_of("otto").conversation
    assert await programmes.first.read(lambda uow, moment: readers_of(uow, moment, card)) == {
        "otto"
    }


@pytest.mark.parametrize("own", [True, False])
async def test_a_card_that_answers_is_its_owners_alone_in_their_own_chat_only(
    programmes: Company, own: bool
) -> None:
    await change(programmes.unbound, "programmes", "p1", owners=("eva", "otto"))
    spoken_in = Chat("19:any", SERVICE, is_own=own)
    await programmes.first.run(
        lambda uow, _: post(uow, proposals_card, "run", "otto", key="card", chat=spoken_in)
    )
    await deliver(programmes.first, "card")
    card = await one(programmes.first, "postings", "card")
    assert await programmes.first.read(lambda uow, _: is_private(uow, card)) is own


async def test_a_card_that_speaks_to_nobody_is_read_by_all(programmes: Company) -> None:
    await change(programmes.unbound, "programmes", "p1", owners=("eva", "otto"))
    card = replace(CARD, person_id="")
    found = await programmes.first.read(lambda uow, moment: readers_of(uow, moment, card))
    assert found == {"eva", "otto"}

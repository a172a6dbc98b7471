"""A message that nobody knows any more leaves the chat, however long that takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.errors import (
    NotAllowed,
    NotThere,
    OutsideError,
    Rejected,
    Throttled,
    Unavailable,
    Undeliverable,
)
from mentoring.domain.posting import Posting
from mentoring.usecases.common.effects import EFFECTS, somebody_hears
from mentoring.usecases.common.unsending import taken_out, unsend, unsend_later
from mentoring.usecases.common.until_seen import UNTIL_SEEN
from mentoring.usecases.common.updating import behind
from tests.usecases.common.posted import CHANNEL_GONE, POSTING
from tests.usecases.company import FIRST, NOW, Company, all_of, asked_for

BLOCKED = Undeliverable("403 ConversationBlockedByUser", "blocked")
MESSAGE = replace(POSTING, person_id="eva", activity_id="message-1", conversation="19:eva")


async def wanted(company: Company) -> str:
    """The order to delete a message of Eva's."""
    await company.first.run(unsend_later, MESSAGE)
    [order] = await asked_for(company.first, unsend.name)
    return order


async def rows(company: Company) -> list[Posting]:
    return list(await all_of(company.first, "postings"))


async def test_only_where_it_stands_is_known_until_it_is_deleted(programmes: Company) -> None:
    order = await wanted(programmes)
    [where] = await rows(programmes)
    assert where == Posting(
        order, "unsent", "", "", "19:eva", POSTING.service_url, "message-1", shown=1, cycle_id=FIRST
    )
    assert list(await programmes.first.store.read(behind)) == []
    await unsend(programmes.first, order)
    await unsend(programmes.first, order)
    assert [each.activity_id for each in programmes.chats.removed] == ["message-1"]
    assert await rows(programmes) == []


@pytest.mark.parametrize(
    "away",
    [Unavailable("503"), Throttled("429", 9), NotAllowed("403"), Rejected("400")],
)
async def test_what_is_refused_is_tried_until_it_succeeds_or_owners_hear_of_it(
    programmes: Company, away: OutsideError
) -> None:
    """It was tried once, and what the card says stayed in the chat for good."""
    order = await wanted(programmes)
    programmes.chats.refuses["remove"] = away
    with pytest.raises(type(away), match=str(away)):
        await unsend(programmes.first, order)
    programmes.chats.refuses.clear()
    await unsend(programmes.first, order)
    assert [each.activity_id for each in programmes.chats.removed] == ["message-1"]
    assert EFFECTS[unsend.name].given_up is somebody_hears


@pytest.mark.parametrize("gone", [NotThere("404"), BLOCKED])
async def test_where_nobody_can_delete_it_any_more_that_is_the_end(
    programmes: Company, gone: OutsideError
) -> None:
    order = await wanted(programmes)
    programmes.chats.refuses["remove"] = gone
    await unsend(programmes.first, order)
    assert await rows(programmes) == []


async def test_a_chat_that_teams_may_only_not_see_is_given_some_minutes(
    programmes: Company,
) -> None:
    """It was tried for a day, every ten minutes, and in the end owners were asked to look."""
    order = await wanted(programmes)
    programmes.chats.refuses["remove"] = CHANNEL_GONE
    for each in range(len(UNTIL_SEEN)):
        await unsend(programmes.first, order)
        effects = await all_of(programmes.first, "effects", kind=unsend.name)
        assert max(e.not_before for e in effects if e.not_before) == NOW + UNTIL_SEEN[each]
        assert [row.id for row in await rows(programmes)] == [order]
    await unsend(programmes.first, order)
    assert await rows(programmes) == []


@pytest.mark.parametrize("cycle", [FIRST, ""])
async def test_where_it_stands_is_not_known_for_ever(programmes: Company, cycle: str) -> None:
    """Given up, the address of the chat stayed for good, of whomever it was."""
    programmes.chats.refuses["remove"] = NotAllowed("403")
    await programmes.first.of(cycle).run(unsend_later, MESSAGE)
    await programmes.at(NOW + timedelta(days=30))
    assert len(await all_of(programmes.unbound, "postings")) == 1
    await programmes.at(NOW + timedelta(days=31))
    assert await all_of(programmes.unbound, "postings") == []


@pytest.mark.parametrize(
    ("why", "again"),
    [(NotAllowed("403"), 1), (Rejected("400"), 1), (NotThere("404"), 0), (BLOCKED, 0)],
)
async def test_the_end_of_a_try_goes_on_whatever_teams_says_of_one_message(
    programmes: Company, why: OutsideError, again: int
) -> None:
    programmes.chats.refuses["remove"] = why
    assert await taken_out(programmes.first, MESSAGE) is isinstance(why, NotThere)
    assert len(await asked_for(programmes.first, unsend.name)) == again


async def test_while_teams_is_away_it_waits(programmes: Company) -> None:
    programmes.chats.refuses["remove"] = Unavailable("503")
    with pytest.raises(Unavailable, match="503"):
        await taken_out(programmes.first, MESSAGE)

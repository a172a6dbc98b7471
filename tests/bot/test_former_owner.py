"""Whoever leaves the owners' team is no owner any more: their cards close, and show nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.owners import Owners
from bot.router import Router
from bot.turn import Inbound, Turn
from mentoring.domain.posting import Posting
from mentoring.notices import audience
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.programme import roster
from mentoring.usecases.programme.roster import look_at_owners
from tests.cards.desk import Outside, desk_over
from tests.cards.furnished import CHANNEL, DEPUTY, OTHER_TEAM, OWNER, OWNERS_TEAM, furnished
from tests.cards.kept_payloads import kept
from tests.cards.test_kept_payloads import invoked, nothing_said, said_in

NO_MORE = "nicht mehr zu den Programmverantwortlichen"


class UteAlone(Outside):
    async def members(self, _team: str) -> frozenset[str]:
        return frozenset({DEPUTY})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    """Mia was an owner, with many cards in her own chat."""
    found = furnished(tmp_path, lambda uow: roster.keep(uow, OWNERS_TEAM, [OWNER, DEPUTY]))
    yield found
    found.close()


def left(uow: UnitOfWork) -> None:
    roster.left(uow, OWNERS_TEAM, [OWNER])


def own_cards(uow: UnitOfWork) -> list[Posting]:
    chat = uow.people.need(OWNER).conversation
    found = uow.everywhere.postings.all(person_id=OWNER, cycle_id="p1c1")
    own = [each for each in found if each.conversation in {"", chat}]
    return [each for each in own if audience(each.kind) == "owners"]


async def drawn(store: SqlStore, posting: Posting) -> str:
    return said_in({"value": (await desk_over(store).screen.card(posting)).content})


async def test_every_card_in_their_own_chat_closes(store: SqlStore) -> None:
    before = store.read_now(own_cards)
    assert len(before) > 10
    await store.run(left)
    after = store.read_now(own_cards)
    assert [each.wanted for each in after] == [each.wanted + 1 for each in before]
    assert [each.id for each in after if NO_MORE not in await drawn(store, each)] == []


async def test_in_the_channel_others_go_on_reading_what_they_have_asked_for(
    store: SqlStore,
) -> None:
    card = store.read_now(own_cards)[0]
    there = replace(card, conversation=CHANNEL.conversation)
    await store.run(lambda uow: uow.postings.put(there))
    await store.run(left)
    assert NO_MORE not in await drawn(store, there)


async def test_who_comes_back_reads_them_again(store: SqlStore) -> None:
    card = store.read_now(own_cards)[0]
    before = await drawn(store, card)
    await store.run(left)
    await store.run(lambda uow: roster.joined(uow, OWNERS_TEAM, [OWNER]))
    assert await drawn(store, card) == before
    assert store.read_now(lambda uow: uow.postings.need(card.id)).wanted == card.wanted + 2


@pytest.mark.parametrize("verb", ["refresh", "closing.confirm", "status.people"])
async def test_a_press_and_a_refresh_say_so(store: SqlStore, verb: str) -> None:
    presses = [each for each in kept() if each.by == OWNER and each.verb == verb]
    own = {each.id for each in store.read_now(own_cards)}
    press = next(each for each in presses if each.execute["action"]["data"]["posting"] in own)
    desk = desk_over(store)
    desk = replace(desk, owners=Owners(UteAlone(), [OWNERS_TEAM, OTHER_TEAM], None))  # type: ignore[arg-type]  # no more is asked of it
    answer = await Router(desk, lambda _: None)(invoked(press), nothing_said)
    assert NO_MORE in said_in(answer or {})


async def test_teams_tells_who_has_left(store: SqlStore) -> None:
    await told(store, {"id": "29:x", "aadObjectId": OWNER})
    assert store.read_now(lambda uow: uow.programmes.need("p1")).owners == (DEPUTY,)
    assert asked_anew(store) == []


async def test_or_that_somebody_has_left_so_that_the_list_is_asked(store: SqlStore) -> None:
    """Microsoft's examples name them by an id of the Bot Connector alone."""
    await told(store, {"id": "29:x"})
    assert asked_anew(store) == ["p1"]


async def test_the_bot_itself_is_nobody_of_the_list(store: SqlStore) -> None:
    await told(store, {"id": "28:bot"})
    assert asked_anew(store) == []


def asked_anew(store: SqlStore) -> list[str]:
    """Of which programmes Teams is asked who the owners are."""
    found = store.read_now(lambda uow: uow.everywhere.effects.all(kind=look_at_owners.name))
    return [each.subject_id for each in found]


async def told(store: SqlStore, removed: dict[str, str]) -> None:
    """Teams tells that somebody was taken out of the owners' team."""
    raw = {
        "type": "conversationUpdate",
        "channelId": "msteams",
        "serviceUrl": CHANNEL.service_url,
        "from": {"id": "29:x"},
        "recipient": {"id": "28:bot"},
        "conversation": {"id": CHANNEL.conversation, "conversationType": "channel"},
        "channelData": {"team": {"id": "19:team", "aadGroupId": OWNERS_TEAM}},
        "membersRemoved": [removed],
    }
    await Router(desk_over(store), lambda _: None)(Turn(Inbound.model_validate(raw)), nothing_said)

"""Where others read along nobody is told, or asked, anything of their own: neither a participant
who mentions the bot in a group chat, nor an owner who takes part and writes in their channel.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.commands.registry import COMMANDS
from bot.router import Router
from bot.turn import Inbound, Turn
from mentoring.storage.store import SqlStore
from tests.cards.desk import desk_over
from tests.cards.furnished import CHANNEL, OWNER, SERVICE, furnished, guid

TOGETHER = {
    "a group chat": {"id": "19:group@thread.v2", "conversationType": "groupChat"},
    "a channel": {"id": CHANNEL.conversation, "conversationType": "channel"},
}
PEOPLE = {"a mentor": guid("mentor-1"), "a mentee": guid("mentee-1"), "an owner": OWNER}
FOR_ALL = {"hello", "help", "language"}
"""What anybody may read: what the bot is, and what one can say."""
REST = {"pause": " 31.12.2026", "question": " Was ist neu?"}
EVERYBODYS = sorted(name for name, each in COMMANDS.items() if each.who == "everybody")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


def turn(person: str, where: Mapping[str, str], **what: Any) -> Turn:
    raw = {
        **what,
        "channelId": "msteams",
        "serviceUrl": SERVICE,
        "from": {"id": "29:x", "aadObjectId": person},
        "recipient": {"id": "28:bot"},
        "conversation": where,
    }
    return Turn(Inbound.model_validate({"type": "message", **raw}))


async def heard(store: SqlStore, said: Turn) -> list[Mapping[str, Any]]:
    """What the bot says to it at once."""
    told: list[Mapping[str, Any]] = []

    async def reply(message: Mapping[str, Any]) -> str:
        told.append(message)
        return "1"

    await Router(desk_over(store), lambda _: None)(said, reply)
    return told


def cards_in(store: SqlStore, conversation: str) -> set[tuple[str, str]]:
    found = store.read_now(lambda uow: uow.everywhere.postings.all(conversation=conversation))
    return {(each.kind, each.person_id) for each in found}


@pytest.mark.parametrize("name", sorted({*EVERYBODYS} - FOR_ALL))
@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("where", TOGETHER)
async def test_no_command_tells_or_asks_somebody_of_their_own(
    name: str, who: str, where: str, store: SqlStore
) -> None:
    """*My next date* named the partner; *withdraw*, *deputy*, *take part* and *pause* put the card
    with one's answers there.
    """
    person, place = PEOPLE[who], TOGETHER[where]
    before = cards_in(store, place["id"])
    text = f"<at>Tandem</at> {COMMANDS[name].shown('de').rstrip(' …')}{REST.get(name, '')}"
    told = await heard(store, turn(person, place, text=text))
    assert cards_in(store, place["id"]) == before
    assert len(told) == 1
    assert "Einzelchat" in str(told[0])
    assert "Mentee-1" not in str(told[0])


@pytest.mark.parametrize("kind", ["event", "messageReaction", "messageUpdate", "typing"])
async def test_what_is_no_message_presses_nothing(kind: str, store: SqlStore) -> None:
    sent = {"verb": "privacy.erasure", "posting": "my_data:x"}
    where = {"id": "a:1", "conversationType": "personal"}
    assert await heard(store, turn(PEOPLE["a mentor"], where, type=kind, value=sent)) == []


@pytest.mark.parametrize("text", ["hallo", "status", "mitmachen", "was auch immer"])
async def test_a_bot_is_not_answered(text: str, store: SqlStore) -> None:
    """Two that answer each other would never end."""
    where = {"id": "a:1", "conversationType": "personal"}
    said = turn("", where, text=text)
    bot = said.inbound.sender.model_copy(update={"id": "28:another", "aad": ""})
    people = store.read_now(lambda uow: {each.id for each in uow.people.all()})
    assert await heard(store, Turn(said.inbound.model_copy(update={"sender": bot}))) == []
    assert store.read_now(lambda uow: {each.id for each in uow.people.all()}) == people

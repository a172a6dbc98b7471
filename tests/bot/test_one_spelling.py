"""Ids of the directory are one spelling behind the door: their letters' case does not count.

*Case insensitive on input* [RFC 9562, section 4]; Graph and Teams write small letters, which nobody
promises.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.router import Router
from bot.settings import Settings
from bot.turn import Inbound, Turn
from mentoring.storage.store import SqlStore
from tests.bot.test_settings import settings
from tests.cards.desk import desk_over
from tests.cards.furnished import furnished, guid
from tests.cards.kept_payloads import Kept, kept
from tests.cards.test_kept_payloads import CARD, invoked, nothing_said

EVA, TEAM = guid("eva"), guid("the owners' team")
BOT = {"id": "28:Bot"}
USUAL: dict[str, Any] = {
    "type": "message",
    "channelId": "msteams",
    "serviceUrl": "https://smba.trafficmanager.net/emea/",
    "from": {"id": "29:Aa", "aadObjectId": EVA.upper()},
    "recipient": BOT,
    "conversation": {"id": "19:Xy@thread.tacv2", "conversationType": "channel"},
    "channelData": {"team": {"id": "19:Zz@thread.tacv2", "aadGroupId": TEAM.upper()}},
}


def turn(**changed: Any) -> Turn:
    return Turn(Inbound.model_validate({**USUAL, **changed}))


def test_whoever_speaks_and_the_team_have_the_directorys_spelling() -> None:
    assert (turn().person_id, turn().team) == (EVA, TEAM)


def test_whoever_comes_and_goes_too() -> None:
    people = [{"id": "29:b", "aadObjectId": EVA.upper()}]
    came = turn(membersAdded=people, membersRemoved=people).inbound
    assert [each.aad for each in (*came.members_added, *came.members_removed)] == [EVA, EVA]


def test_whoever_is_mentioned_too() -> None:
    about = {"id": "29:b", "name": "Eva Costa", "aadObjectId": EVA.upper()}
    mention = {"type": "mention", "text": "<at>Eva Costa</at>", "mentioned": about}
    said = turn(text="invite <at>Eva Costa</at>", entities=[mention])
    assert f"<{EVA}>" in said.text


def test_what_the_connector_knows_them_by_stays_as_it_is() -> None:
    """In the ids of accounts, conversations and teams in Teams case counts."""
    alone = turn(**{"from": {"id": "29:AbC"}})
    assert (alone.person_id, alone.inbound.recipient.id) == ("29:AbC", "28:Bot")
    assert (alone.chat.conversation, alone.team_conversation) == (
        "19:Xy@thread.tacv2",
        "19:Zz@thread.tacv2",
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


VERBS = ("enrolment.go", "offer.answer", "privacy.file", "session.met", "status.people")


@pytest.mark.parametrize("verb", VERBS)
async def test_a_press_in_capitals_is_the_same_persons(verb: str, store: SqlStore) -> None:
    press = next(each for each in kept() if each.verb == verb)
    shown: list[str] = []
    router = Router(desk_over(store), lambda posting: shown.append(posting.id))
    known = store.read_now(lambda uow: {each.id for each in uow.people.all()})
    answer = await router(invoked(in_capitals(press)), nothing_said) or {}
    assert (answer["statusCode"], answer["type"]) == (200, CARD)
    assert shown == [press.sent["posting"]]
    assert store.read_now(lambda uow: {each.id for each in uow.people.all()}) == known


def in_capitals(press: Kept) -> Kept:
    assert press.by != press.by.upper()
    return replace(press, by=press.by.upper())


def test_what_the_operator_has_set_is_in_the_same_spelling() -> None:
    """An id that was copied from a page in capitals kept the bot deaf, and owners out."""
    key = {name: guid(name) for name in ("tenant", "bot", "app", "owners", "more", "team")}
    up = {name: each.upper() for name, each in key.items()}
    found: Settings = settings(
        tenant_id=up["tenant"],
        bot_app_id=up["bot"],
        teams_app_id=up["app"],
        owners_team_ids=f"{up['owners']}, {up['more']}",
        programme_team_ids=f"{up['team']}, {up['more']}:{up['team']}",
        programme_file=f"{up['owners']}=A.toml",
    )
    assert (found.tenant_id, found.bot_app_id, found.teams_app_id) == (
        key["tenant"], key["bot"], key["app"],
    )  # fmt: skip
    assert found.owners_team_ids == (key["owners"], key["more"])
    assert found.programme_team_ids == {"": (key["team"],), key["more"]: (key["team"],)}
    assert found.programme_file == {key["owners"]: Path("A.toml")}

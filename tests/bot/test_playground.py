"""The owners' channel when an activity names the team only as conversations know it.

Teams leaves the directory's id out of messages (learn.microsoft.com, "Get Teams specific context
for your bot"), and so does Microsoft's Agents Playground; the Connector knows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bot.owners import Owners
from bot.turn import Inbound, Turn
from mentoring.domain.errors import NotAllowed, NotThere, OutsideError, Refusal, Unavailable

OWNER, TEAM, THREAD, SERVICE = (
    "owner-id",
    "team-directory-id",
    "19:team@thread.tacv2",
    "http://127.0.0.1:5/connector",
)


class Company:
    """Who owns the programme, and what the Connector says of teams."""

    def __init__(self, says: Mapping[str, str] | OutsideError) -> None:
        self.says = says
        self.asked: list[tuple[str, str]] = []

    async def members(self, _team: str) -> frozenset[str]:
        return frozenset({OWNER})

    async def group_of(self, service_url: str, team: str) -> str:
        self.asked.append((service_url, team))
        if isinstance(self.says, OutsideError):
            raise self.says
        return self.says.get(team, "")


def said(team: dict[str, str] | None, sender: str = OWNER, kind: str = "channel") -> Turn:
    """A message as the Playground sends it: no `aadGroupId` unless given."""
    activity: dict[str, Any] = {
        "type": "message",
        "channelId": "msteams",
        "serviceUrl": SERVICE,
        "from": {"id": sender, "aadObjectId": sender},
        "recipient": {"id": "28:bot"},
        "conversation": {"id": f"{THREAD};messageid=1", "conversationType": kind},
        "text": "<at>Tandem</at> status",
        "channelData": {"team": team} if team else {},
    }
    return Turn(Inbound.model_validate(activity))


def owners(company: Company) -> Owners:
    return Owners(company, [TEAM], company.group_of)  # type: ignore[arg-type]  # only the owners are asked for


async def test_the_connector_is_asked_once_for_a_team_known_by_its_conversation() -> None:
    company = Company({THREAD: TEAM})
    known = owners(company)
    await known.require(said({"id": THREAD}))
    await known.require(said({"id": THREAD}))
    assert company.asked == [(SERVICE, THREAD)]


async def test_the_directory_id_of_the_activity_is_believed_without_asking() -> None:
    company = Company({})
    await owners(company).require(said({"id": THREAD, "aadGroupId": TEAM}))
    assert company.asked == []


@pytest.mark.parametrize(
    "says",
    [{THREAD: "another-team"}, {}, NotThere("no such team"), NotAllowed("the bot is not in it")],
)
async def test_another_or_an_unknown_team_is_not_the_owners(
    says: Mapping[str, str] | OutsideError,
) -> None:
    with pytest.raises(Refusal, match="wrong-team"):
        await owners(Company(says)).require(said({"id": THREAD}))


async def test_a_channel_without_a_team_is_not_the_owners() -> None:
    with pytest.raises(Refusal, match="wrong-team"):
        await owners(Company({})).require(said(None))


async def test_while_the_connector_is_away_nobody_is_told_that_it_is_the_wrong_team() -> None:
    company = Company(Unavailable("away"))
    known = owners(company)
    with pytest.raises(Unavailable, match="away"):
        await known.require(said({"id": THREAD}))
    company.says = {THREAD: TEAM}
    await known.require(said({"id": THREAD}))


async def test_nobody_but_an_owner_makes_the_bot_ask() -> None:
    company = Company({THREAD: TEAM})
    with pytest.raises(Refusal, match="owners-only"):
        await owners(company).require(said({"id": THREAD}, sender="somebody"))
    assert company.asked == []

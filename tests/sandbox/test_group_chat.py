"""A tandem's room as a group chat.

Pages: chat post, chat post installedApps, "Channel and group chat conversations with a bot",
"Conversation events in your Teams bot".
"""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from sandbox.connector.places import Place, place_of
from sandbox.directory import Person
from sandbox.signin import GRAPH_AUDIENCE
from tests.sandbox.conftest import bound, everyone
from tests.sandbox.stage import TEXT, Stage, on_stage


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    """A company and a recording bot."""
    async with on_stage() as found:
        yield found


async def _graph(stage: Stage, path: str, body: object) -> tuple[int, Any]:
    headers = {"Authorization": f"Bearer {stage.tenant.signin.issue(GRAPH_AUDIENCE)}"}
    async with stage.session.post(
        f"{stage.tenant.url}/v1.0{path}", json=body, headers=headers
    ) as answer:
        return (
            answer.status,
            await answer.json() if answer.content_type == "application/json" else None,
        )


def _pair(stage: Stage) -> list[Person]:
    return everyone(stage.tenant)[:2]


async def _chat(stage: Stage, kind: str = "group") -> Place:
    people = [bound(person, "owner") for person in _pair(stage)]
    status, chat = await _graph(stage, "/chats", {"chatType": kind, "members": people})
    assert status == 201
    found = place_of(stage.tenant.state, chat["id"])
    assert found is not None
    return found


async def _install(stage: Stage, place: Place) -> int:
    state = stage.tenant.state
    app = next(
        one.id for one in state.apps.values() if one.external_id == state.identity.teams_app_id
    )
    bind = {"teamsApp@odata.bind": f"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{app}"}
    status, _ = await _graph(stage, f"/chats/{place.id}/installedApps", bind)
    await stage.tenant.clients.settled()
    return status


async def test_the_bot_hears_that_it_was_added_to_a_group_chat_and_may_write_there_from_then_on(
    stage: Stage,
) -> None:
    place = await _chat(stage)
    path = f"/v3/conversations/{place.id}/activities"
    assert await stage.code("POST", path, TEXT) == (403, "BotNotInConversationRoster")
    assert await _install(stage, place) == 201
    assert [activity["type"] for activity in stage.bot.activities] == [
        "installationUpdate",
        "conversationUpdate",
    ]
    (added,) = stage.bot.of_type("conversationUpdate")
    about = added["conversation"]
    assert (about["id"], about["conversationType"], about["isGroup"]) == (
        place.id,
        "groupChat",
        True,
    )
    message = await stage.post(place, TEXT)
    for person in _pair(stage):
        assert [
            shown.message.id for shown in stage.tenant.clients.look(person, place, "phone")
        ] == [message]


async def test_the_members_of_a_group_chat_are_those_two(stage: Stage) -> None:
    place = await _chat(stage)
    await _install(stage, place)
    status, members = await stage.call("GET", f"/v3/conversations/{place.id}/pagedmembers")
    assert (status, {one["aadObjectId"] for one in members["members"]}) == (
        200,
        {one.id for one in _pair(stage)},
    )


async def test_in_a_group_chat_the_bot_hears_what_mentions_it_and_nothing_else(
    stage: Stage,
) -> None:
    place = await _chat(stage)
    await _install(stage, place)
    person = _pair(stage)[0]
    await stage.tenant.clients.say(person, "Shall we meet?", place)
    assert stage.bot.of_type("message") == []
    await stage.tenant.clients.say(person, "help", place, mention=True)
    assert len(stage.bot.of_type("message")) == 1


async def test_a_chat_of_two_people_is_not_the_bots(stage: Stage) -> None:
    place = await _chat(stage, "oneOnOne")
    for person in _pair(stage):
        await stage.tenant.clients.add_app(person)
    assert await stage.code("POST", f"/v3/conversations/{place.id}/activities", TEXT) == (
        403,
        "BotNotInConversationRoster",
    )

"""What the Bot Connector and OneDrive do not take from a bot.

Pages: "Bot Framework REST: operations" (errors), "Fetch team details", "Channel and group chat
conversations with a bot" (proactive messages), "Update and delete messages sent from your bot",
"Send and receive files using bots", driveItem: createUploadSession ("don't include the
Authorization header").
"""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from sandbox.connector.places import Place, place_of
from sandbox.conversations import ADAPTIVE
from sandbox.signin import BOT_AUDIENCE
from tests.sandbox.stage import TEXT, Stage, on_stage

CONSENT = "application/vnd.microsoft.teams.card.file.consent"
INFO = "application/vnd.microsoft.teams.card.file.info"
ASKS = {"description": "Your data", "sizeInBytes": 7}


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with on_stage() as found:
        yield found


def _programme(stage: Stage) -> Place:
    """A team in which the bot is not."""
    state = stage.tenant.state
    found = place_of(state, state.teams[state.programme_team_ids[0]].thread_id)
    assert found is not None
    for key in [key for key, one in state.installations.items() if one.scope == "team"]:
        if state.installations[key].target_id == state.programme_team_ids[0]:
            del state.installations[key]
    return found


async def test_a_team_is_told_about_by_its_general_channel_to_the_bot_that_is_in_it(
    stage: Stage,
) -> None:
    owners = stage.tenant.state.teams[stage.tenant.state.owners_team_id]
    status, about = await stage.call("GET", f"/v3/teams/{owners.thread_id}")
    assert (status, about["aadGroupId"]) == (200, owners.id)
    nowhere = (404, "ConversationNotFound")
    assert await stage.code("GET", f"/v3/teams/{stage.owners.id}") == nowhere
    assert await stage.code("GET", "/v3/teams/19:none@thread.tacv2") == nowhere
    strange = _programme(stage)
    refused = (403, "BotNotInConversationRoster")
    assert await stage.code("GET", f"/v3/teams/{strange.id}") == refused


async def test_a_thread_begins_in_a_channel_that_there_is_and_that_the_bot_is_in(
    stage: Stage,
) -> None:
    def body(channel: str) -> dict[str, Any]:
        return {"isGroup": True, "channelData": {"channel": {"id": channel}}, "activity": TEXT}

    path = "/v3/conversations"
    assert (await stage.code("POST", path, body("19:none@thread.tacv2")))[0] == 404
    refused = (403, "BotNotInConversationRoster")
    assert await stage.code("POST", path, body(_programme(stage).id)) == refused


async def test_a_bot_changes_its_own_messages_only(stage: Stage) -> None:
    place = await stage.tenant.clients.add_app(stage.person)
    said, _ = await stage.tenant.clients.say(stage.person, "hello", place)
    path = f"/v3/conversations/{place.id}/activities/{said.id}"
    for method in ("PUT", "DELETE"):
        assert await stage.code(method, path, TEXT) == (403, "Forbidden")


@pytest.mark.parametrize(
    "wrong",
    [
        {"contentType": CONSENT, "name": "", "content": ASKS},
        {"contentType": CONSENT, "name": "data.html", "content": {"description": "Your data"}},
        {"contentType": CONSENT, "name": "data.html", "content": "Your data"},
        {"contentType": INFO, "name": "data.html", "content": {"uniqueId": "1"}},
    ],
)
async def test_a_files_card_has_its_name_and_what_it_needs(
    stage: Stage, wrong: dict[str, Any]
) -> None:
    place = await stage.tenant.clients.add_app(stage.person)
    path, body = f"/v3/conversations/{place.id}/activities", TEXT | {"attachments": [wrong]}
    assert await stage.code("POST", path, body) == (400, "BadSyntax")


async def test_a_file_is_offered_to_one_person_and_not_to_a_channel(stage: Stage) -> None:
    body = TEXT | {"attachments": [{"contentType": CONSENT, "name": "d.html", "content": ASKS}]}
    place = await stage.tenant.clients.add_app(stage.person)
    for each, status in ((place, 201), (stage.owners, 400)):
        path = f"/v3/conversations/{each.id}/activities"
        assert (await stage.call("POST", path, body))[0] == status


async def test_a_body_is_an_object(stage: Stage) -> None:
    wrong: list[object] = [[], "hello", 7]
    for body in wrong:
        assert await stage.code("POST", "/v3/conversations", body) == (400, "BadSyntax")


CARD = {"type": "AdaptiveCard", "version": "1.5"}
ODD: list[object] = [7, "x", [None], ["x"], [7], {"a": 1}, True, "\ud83d"]


@pytest.mark.parametrize("odd", ODD)
async def test_whatever_the_parts_of_a_message_are_it_is_refused_as_everything_is(
    stage: Stage, odd: object
) -> None:
    """Bot Framework REST: errors are JSON with a code and a message, whatever was sent."""
    place = await stage.tenant.clients.add_app(stage.person)
    path = f"/v3/conversations/{place.id}/activities"
    said = await stage.post(place, TEXT)
    body = TEXT | {"attachments": odd}
    started = {"tenantId": stage.tenant.state.identity.tenant_id}
    card = {"contentType": ADAPTIVE, "content": CARD | {"refresh": {"userIds": odd}}}
    assert await stage.code("POST", path, body) == (400, "BadSyntax")
    assert await stage.code("PUT", f"{path}/{said}", body) == (400, "BadSyntax")
    assert (await stage.call("POST", path, TEXT | {"attachments": [card]}))[0] in {201, 400}
    for members in ([odd], odd):
        refused = await stage.code("POST", "/v3/conversations", started | {"members": members})
        assert refused == (400, "BadSyntax")


@pytest.mark.parametrize("query", ["pageSize=many", "pageSize=", "continuationToken=-1"])
async def test_a_page_of_members_is_asked_for_by_numbers(stage: Stage, query: str) -> None:
    path = f"/v3/conversations/{stage.owners.id}/pagedMembers?{query}"
    assert await stage.code("GET", path) == (400, "BadArgument")


async def test_a_body_that_is_too_deep_is_no_json_that_is_taken(stage: Stage) -> None:
    headers = {"Authorization": f"Bearer {stage.tenant.signin.issue(BOT_AUDIENCE)}"}
    url = f"{stage.tenant.url}/connector/v3/conversations"
    async with stage.session.post(url, data=b"[" * 50_000, headers=headers) as answer:
        assert (answer.status, (await answer.json())["error"]["code"]) == (400, "BadSyntax")


async def test_an_upload_carries_no_token_and_a_file_that_nobody_has_is_not_found(
    stage: Stage,
) -> None:
    state = stage.tenant.state
    session = state.drives.open(stage.person.id, "data.html", state.clock.now())
    url = f"{stage.tenant.url}/onedrive/upload/{session.id}"
    headers = {"Authorization": "Bearer secret", "Content-Range": "bytes 0-2/3"}
    async with stage.session.put(url, data=b"abc", headers=headers) as answer:
        assert answer.status == 401
    async with stage.session.get(f"{stage.tenant.url}/onedrive/file/none") as answer:
        assert answer.status == 404

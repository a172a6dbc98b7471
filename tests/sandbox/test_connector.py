"""The Bot Connector: where the bot may write, and what it is refused.

Pages: "Messages in bot conversations" (status codes), "Channel and group chat conversations with a
bot", "Authentication with the Bot Connector API".
"""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from sandbox.connector.places import people_in
from sandbox.graph.teams import new_channel
from sandbox.limits import Limits
from sandbox.signin import BOT_AUDIENCE, GRAPH_AUDIENCE
from tests.sandbox.recording_bot import card, with_card
from tests.sandbox.stage import TEXT, Stage, crowded, on_stage

ROSTER = "BotNotInConversationRoster"


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with on_stage() as found:
        yield found


async def test_a_bot_writes_to_a_person_who_has_the_app_and_edits_and_deletes_what_it_wrote(
    stage: Stage,
) -> None:
    place = await stage.tenant.clients.add_app(stage.person)
    status, answer = await stage.call(
        "POST", f"/v3/conversations/{place.id}/activities", with_card(card("question"))
    )
    assert status == 201
    message = answer["id"]
    path = f"/v3/conversations/{place.id}/activities/{message}"
    assert await stage.call("PUT", path, with_card(card("next"))) == (200, {"id": message})
    [shown] = stage.tenant.clients.look(stage.person, place, "phone")
    assert shown.card == card("next")
    assert (await stage.call("DELETE", path))[0] == 200
    assert stage.tenant.clients.look(stage.person, place, "phone") == []
    assert await stage.code("PUT", path, TEXT) == (404, "ActivityNotFoundInConversation")


async def test_a_conversation_with_a_person_is_found_by_either_of_their_ids_once_the_app_is_there(
    stage: Stage,
) -> None:
    tenant_id = stage.tenant.state.identity.tenant_id
    body = {"isGroup": False, "members": [{"id": stage.person.mri}], "tenantId": tenant_id}
    assert await stage.code("POST", "/v3/conversations", body) == (403, ROSTER)
    place = await stage.tenant.clients.add_app(stage.person)
    for key in (stage.person.mri, stage.person.id):
        status, answer = await stage.call(
            "POST", "/v3/conversations", body | {"members": [{"id": key}]}
        )
        assert (status, answer["id"]) == (201, place.id)


async def test_a_conversation_needs_one_known_member_and_this_tenant(stage: Stage) -> None:
    await stage.tenant.clients.add_app(stage.person)
    tenant_id = stage.tenant.state.identity.tenant_id
    body = {"members": [{"id": stage.person.mri}], "tenantId": tenant_id}
    changes: list[dict[str, Any]]
    changes = [{"tenantId": "another"}, {"members": []}, {"isGroup": True}]
    for wrong in [*changes, {"members": [{"id": "29:nobody"}]}]:
        assert await stage.code("POST", "/v3/conversations", body | wrong) == (400, "BadSyntax")


async def test_a_bot_writes_in_its_teams_channel_in_a_thread_of_its_own_or_another(
    stage: Stage,
) -> None:
    channel = stage.owners.id
    body = {"isGroup": True, "channelData": {"channel": {"id": channel}}, "activity": TEXT}
    status, answer = await stage.call("POST", "/v3/conversations", body)
    assert status == 201
    assert answer["id"] == f"{channel};messageid={answer['activityId']}"
    status, reply = await stage.call("POST", f"/v3/conversations/{answer['id']}/activities", TEXT)
    message = stage.tenant.state.conversations.find(channel, reply["id"])
    assert status == 201
    assert message is not None
    assert message.thread_id == answer["activityId"]


async def test_a_private_channel_and_a_team_without_the_app_are_closed_to_the_bot(
    stage: Stage,
) -> None:
    state = stage.tenant.state
    private = new_channel(state, state.teams[state.owners_team_id], "Between us")
    private.membership_type = "private"
    elsewhere = next(iter(state.teams[state.programme_team_ids[0]].channels))
    for channel in (private.id, elsewhere):
        assert await stage.code("POST", f"/v3/conversations/{channel}/activities", TEXT) == (
            403,
            ROSTER,
        )
        started = {"channelData": {"channel": {"id": channel}}, "activity": TEXT}
        assert await stage.code("POST", "/v3/conversations", started) == (403, ROSTER)
        assert await stage.code("GET", f"/v3/conversations/{channel}/members") == (403, ROSTER)


async def test_a_conversation_that_is_not_there_is_not_found(stage: Stage) -> None:
    assert await stage.code("POST", "/v3/conversations/a:1nobody/activities", TEXT) == (
        404,
        "ConversationNotFound",
    )


async def test_a_person_without_the_app_any_more_is_out_of_reach(stage: Stage) -> None:
    place = await stage.tenant.clients.add_app(stage.person)
    stage.tenant.state.installations.clear()
    assert await stage.code("POST", f"/v3/conversations/{place.id}/activities", TEXT) == (
        403,
        ROSTER,
    )


@pytest.mark.parametrize(
    "activity",
    [
        {"text": "no type"},
        {"type": "message"},
        with_card({"type": "AdaptiveCard"}),
        with_card({"type": "Container", "version": "1.5"}),
        with_card(
            card("crowd", refresh={"action": {}, "userIds": [str(number) for number in range(61)]})
        ),
    ],
)
async def test_what_is_no_message_is_refused(stage: Stage, activity: dict[str, Any]) -> None:
    place = await stage.tenant.clients.add_app(stage.person)
    assert await stage.code("POST", f"/v3/conversations/{place.id}/activities", activity) == (
        400,
        "BadSyntax",
    )


async def test_a_message_above_a_hundred_kilobytes_of_utf16_is_too_big(stage: Stage) -> None:
    place = await stage.tenant.clients.add_app(stage.person)
    path = f"/v3/conversations/{place.id}/activities"
    assert (await stage.call("POST", path, TEXT | {"text": "ü" * 50_000}))[0] == 201
    assert await stage.code("POST", path, TEXT | {"text": "ü" * 52_000}) == (
        413,
        "MessageSizeTooBig",
    )


async def test_only_a_valid_token_for_the_bot_framework_opens_the_connector(stage: Stage) -> None:
    place = await stage.tenant.clients.add_app(stage.person)
    signin = stage.tenant.signin
    for token in (
        "",
        "nonsense",
        signin.issue(GRAPH_AUDIENCE),
        signin.issue(BOT_AUDIENCE, seconds=-1),
    ):
        refused = await stage.code("POST", f"/v3/conversations/{place.id}/activities", TEXT, token)
        assert refused == (401, "Unauthorized")


async def test_members_come_in_pages_with_both_ids(stage: Stage) -> None:
    channel = stage.owners.id
    status, everybody = await stage.call("GET", f"/v3/conversations/{channel}/members")
    assert status == 200
    assert {"id", "aadObjectId", "email", "userPrincipalName", "tenantId"} <= set(everybody[0])
    _, page = await stage.call("GET", f"/v3/conversations/{channel}/pagedmembers?pageSize=50")
    assert page == {"members": everybody}
    one = f"/v3/conversations/{channel}/members/{everybody[0]['aadObjectId']}"
    assert await stage.call("GET", one) == (200, everybody[0])
    assert (await stage.code("GET", f"/v3/conversations/{channel}/members/29:x"))[0] == 404


async def test_more_members_than_a_page_holds_come_page_by_page(stage: Stage) -> None:
    """Get single member or list of members ("fetch the roster"): 50 at least, 500 at most, and the
    token of a page leads to the next one.
    """
    everybody = crowded(stage, 120)
    path, token = f"/v3/conversations/{stage.owners.id}/pagedMembers", ""
    pages: list[list[str]] = []
    while not pages or token:
        more = f"&continuationToken={token}" if token else ""
        _, page = await stage.call("GET", f"{path}?pageSize=20{more}")
        pages.append([each["aadObjectId"] for each in page["members"]])
        token = page.get("continuationToken", "")
    assert [len(each) for each in pages] == [50, 50, 20]
    assert {key for each in pages for key in each} == everybody


async def test_a_thread_takes_seven_messages_a_second_and_says_when_it_takes_more() -> None:
    async with on_stage() as stage:
        stage.tenant.state.limits = Limits("all", lambda: 0.0)
        place = await stage.tenant.clients.add_app(stage.person)
        path = f"/v3/conversations/{place.id}/activities"
        statuses = [(await stage.call("POST", path, TEXT))[0] for _ in range(8)]
        assert statuses == [201] * 7 + [429]
        token = {"Authorization": f"Bearer {stage.tenant.signin.issue(BOT_AUDIENCE)}"}
        async with stage.session.post(
            f"{stage.tenant.url}/connector{path}", json=TEXT, headers=token
        ) as refused:
            assert refused.status == 429
            assert 1 <= int(refused.headers["Retry-After"]) <= 2


async def test_with_limits_from_the_launch_on_messages_are_free_before_it() -> None:
    async with on_stage() as stage:
        stage.tenant.state.limits = Limits("launch", lambda: 0.0)
        place = await stage.tenant.clients.add_app(stage.person)
        path = f"/v3/conversations/{place.id}/activities"
        assert {(await stage.call("POST", path, TEXT))[0] for _ in range(12)} == {201}
        stage.tenant.state.limits.launched = True
        assert 429 in [(await stage.call("POST", path, TEXT))[0] for _ in range(12)]


async def test_with_faults_some_messages_are_there_although_nobody_says_so() -> None:
    """The answer is a 504, or the connection breaks before it comes."""
    async with on_stage(limits="off", faults=0.6, seed=3) as stage:
        place = await stage.tenant.clients.add_app(stage.person)
        path = f"/v3/conversations/{place.id}/activities"
        statuses = [await answered_by(stage, path) for _ in range(60)]
        written = len(stage.tenant.state.conversations.in_conversation(place.id))
        assert written > statuses.count(201) > 0
        assert BROKEN in statuses
        assert set(statuses) <= {201, 412, 429, 500, 502, 503, 504, BROKEN}


BROKEN = 0
"""Instead of a status: the connection broke."""


async def answered_by(stage: Stage, path: str) -> int:
    try:
        status, _ = await stage.call("POST", path, TEXT)
    except aiohttp.ServerDisconnectedError:
        return BROKEN
    return status


@pytest.mark.parametrize(
    ("access", "code"),
    [("blocked", "ConversationBlockedByUser"), ("forbidden", "BotDisabledByAdmin")],
)
async def test_into_a_chat_that_is_closed_to_the_bot_nothing_is_written(
    stage: Stage, access: Any, code: str
) -> None:
    """Messages in bot conversations: status codes from bot conversational APIs."""
    place = await stage.tenant.clients.add_app(stage.person)
    path = f"/v3/conversations/{place.id}/activities"
    _, answer = await stage.call("POST", path, TEXT)
    stage.person.bot = access
    assert await stage.code("POST", path, TEXT) == (403, code)
    assert await stage.code("PUT", f"{path}/{answer['id']}", TEXT) == (403, code)
    body = {
        "members": [{"id": stage.person.mri}],
        "tenantId": stage.tenant.state.identity.tenant_id,
    }
    assert await stage.code("POST", "/v3/conversations", body) == (403, code)


async def test_whoever_writes_to_a_bot_that_they_had_blocked_lets_it_in_again(stage: Stage) -> None:
    place = await stage.tenant.clients.add_app(stage.person)
    stage.person.bot = "blocked"
    await stage.tenant.clients.say(stage.person, "hello", place)
    assert (await stage.call("POST", f"/v3/conversations/{place.id}/activities", TEXT))[0] == 201
    stage.person.bot = "forbidden"
    await stage.tenant.clients.say(stage.person, "hello", place)
    assert (await stage.code("POST", f"/v3/conversations/{place.id}/activities", TEXT))[0] == 403


async def test_pages_of_members_are_asked_for_in_both_spellings(stage: Stage) -> None:
    """Newer SDKs write `pagedMembers`."""
    one = f"/v3/conversations/{stage.owners.id}"
    assert await stage.call("GET", f"{one}/pagedMembers") == await stage.call(
        "GET", f"{one}/pagedmembers"
    )


@pytest.mark.parametrize("method", ["GET", "POST", "PATCH"])
async def test_any_other_path_is_refused_as_everything_is(stage: Stage, method: str) -> None:
    """Bot Connector REST API reference: an error is an object with a code and a message."""
    assert await stage.code(method, "/v3/nothing/here") == (404, "NotFound")


async def test_half_an_emoji_is_no_json_that_is_taken(stage: Stage) -> None:
    place = await stage.tenant.clients.add_app(stage.person)
    path = f"/v3/conversations/{place.id}/activities"
    assert await stage.code("POST", path, TEXT | {"text": "\ud83d"}) == (400, "BadSyntax")


async def test_a_targeted_message_is_seen_by_its_reader_alone(stage: Stage) -> None:
    """Targeted messages: `isTargetedActivity=true`, in a channel, to one of its members."""
    place, targeted = stage.owners, "?isTargetedActivity=true"
    first, second, *_ = people_in(stage.tenant.state, place)
    path = f"/v3/conversations/{place.id}/activities"
    status, answer = await stage.call(
        "POST", path + targeted, TEXT | {"recipient": {"id": first.mri}}
    )
    assert status == 201
    look = stage.tenant.clients.look
    assert [one.message.id for one in look(first, place, "phone")] == [answer["id"]]
    assert look(second, place, "phone") == []
    own = f"{path}/{answer['id']}"
    assert await stage.code("PUT", own, TEXT) == (404, "ActivityNotFoundInConversation")
    assert (await stage.call("PUT", own + targeted, TEXT))[0] == 200
    assert (await stage.call("DELETE", own + targeted))[0] == 200
    assert look(first, place, "phone") == []


async def test_a_targeted_message_goes_after_a_day(stage: Stage) -> None:
    """Targeted messages: they "disappear from Teams clients after 24 hours"."""
    first, *_ = people_in(stage.tenant.state, stage.owners)
    path = f"/v3/conversations/{stage.owners.id}/activities"
    targeted = "?isTargetedActivity=true"
    _, answer = await stage.call("POST", path + targeted, TEXT | {"recipient": {"id": first.id}})
    stage.tenant.state.clock.advance(timedelta(hours=25).total_seconds())
    own = f"{path}/{answer['id']}{targeted}"
    assert await stage.code("PUT", own, TEXT) == (404, "ActivityNotFoundInConversation")


async def test_a_targeted_message_needs_a_reader_who_is_there(stage: Stage) -> None:
    """Targeted messages: "isn't available in one-on-one chats", and for one person of the group."""
    place, targeted = await stage.tenant.clients.add_app(stage.person), "?isTargetedActivity=true"
    for where, recipient in (
        (place.id, {"id": stage.person.mri}),
        (stage.owners.id, {"id": stage.person.mri}),
        (stage.owners.id, {}),
    ):
        path = f"/v3/conversations/{where}/activities{targeted}"
        body = TEXT | {"recipient": recipient}
        assert await stage.code("POST", path, body) == (400, "BadArgument")

"""What the bot hears: the activities that Teams sends it.

Pages: "Conversation events in your Teams bot", "Authentication with the Bot Connector API".
"""

from collections.abc import AsyncIterator
from datetime import timedelta

import jwt
import pytest

from tests.sandbox.recording_bot import recording_bot
from tests.sandbox.stage import Stage, on_stage


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with on_stage() as found:
        yield found


async def test_a_message_to_the_bot_looks_as_teams_writes_it(stage: Stage) -> None:
    place, person, state = (
        await stage.tenant.clients.add_app(stage.person),
        stage.person,
        stage.tenant.state,
    )
    message, _ = await stage.tenant.clients.say(person, "hello", place, locale="de-DE")
    [heard] = stage.bot.of_type("message")
    assert heard["id"] == message.id
    assert heard["text"] == "hello"
    assert heard["from"] == {
        "id": person.mri,
        "name": person.display_name,
        "aadObjectId": person.id,
    }
    assert heard["recipient"]["id"] == f"28:{state.identity.bot_app_id}"
    tenant_id = state.identity.tenant_id
    assert heard["conversation"] == {
        "id": place.id,
        "conversationType": "personal",
        "tenantId": tenant_id,
    }
    assert heard["channelData"]["tenant"] == {"id": tenant_id}
    assert (heard["channelId"], heard["locale"], heard["localTimezone"]) == (
        "msteams",
        "de-DE",
        person.zone,
    )
    assert heard["entities"][-1]["type"] == "clientInfo"


async def test_activities_are_signed_by_the_published_key_for_this_bot_and_service(
    stage: Stage,
) -> None:
    place = await stage.tenant.clients.add_app(stage.person)
    await stage.tenant.clients.say(stage.person, "hello", place)
    async with stage.session.get(stage.tenant.env["TANDEM_OPENID_METADATA_URL"]) as answer:
        metadata = await answer.json()
    async with stage.session.get(metadata["jwks_uri"]) as answer:
        keys = (await answer.json())["keys"]
    token = stage.bot.tokens[-1]
    [key] = [one for one in keys if one["kid"] == jwt.get_unverified_header(token)["kid"]]
    app_id = stage.tenant.state.identity.bot_app_id
    claims = jwt.decode(
        token, jwt.PyJWK(key).key, ["RS256"], audience=app_id, issuer="https://api.botframework.com"
    )
    assert (
        claims["serviceurl"]
        == stage.bot.activities[-1]["serviceUrl"]
        == f"{stage.tenant.url}/connector/"
    )
    assert key["endorsements"] == ["msteams"]


async def test_in_a_channel_the_bot_hears_only_what_mentions_it(stage: Stage) -> None:
    place = stage.owners
    person = stage.owner
    _, unheard = await stage.tenant.clients.say(person, "lunch?", place)
    assert unheard is None
    message, _ = await stage.tenant.clients.say(person, "status", place, mention=True)
    [heard] = stage.bot.activities
    assert heard["text"] == "<at>Tandem</at> status"
    assert heard["entities"][0]["mentioned"] == heard["recipient"]
    assert heard["conversation"]["id"] == f"{place.id};messageid={message.id}"
    assert heard["conversation"]["conversationType"] == "channel"
    assert heard["channelData"]["team"]["aadGroupId"] == stage.tenant.state.owners_team_id
    assert heard["channelData"]["channel"] == {"id": place.id}


async def test_an_installation_is_told_by_two_activities_and_an_uninstallation_by_one(
    stage: Stage,
) -> None:
    await stage.tenant.clients.add_app(stage.person)
    assert [activity["type"] for activity in stage.bot.activities] == [
        "installationUpdate",
        "conversationUpdate",
    ]
    assert stage.bot.activities[0]["action"] == "add"
    assert stage.bot.activities[1]["membersAdded"] == [stage.bot.activities[1]["recipient"]]
    installation = stage.tenant.state.installation_of("user", stage.person.id)
    assert installation is not None
    for listener in stage.tenant.state.uninstalled:
        await listener(installation)
    await stage.tenant.clients.settled()
    assert stage.bot.activities[-1]["action"] == "remove"


async def test_who_is_taken_out_of_a_team_is_named_by_their_connector_id_alone(
    stage: Stage,
) -> None:
    """[Conversation events in your Teams bot]: the bot hears it where it is installed."""
    state, owner = stage.tenant.state, stage.owner
    state.take_out(state.teams[state.owners_team_id], owner)
    await stage.tenant.clients.settled()
    [told] = stage.bot.activities
    assert (told["type"], told["membersRemoved"]) == ("conversationUpdate", [{"id": owner.mri}])
    assert told["channelData"]["eventType"] == "teamMemberRemoved"
    assert told["channelData"]["team"]["aadGroupId"] == state.owners_team_id


async def test_whoever_is_taken_into_a_team_is_named_likewise(stage: Stage) -> None:
    state, person = stage.tenant.state, stage.person
    state.take_in(state.teams[state.owners_team_id], person)
    await stage.tenant.clients.settled()
    [told] = stage.bot.activities
    assert (told["type"], told["membersAdded"]) == ("conversationUpdate", [{"id": person.mri}])
    assert told["channelData"]["eventType"] == "teamMemberAdded"


async def test_a_bot_that_does_not_answer_is_not_asked_again(stage: Stage) -> None:
    place = await stage.tenant.clients.add_app(stage.person)
    stage.tenant.state.product_urls[:] = ["http://127.0.0.1:9"]
    _, delivered = await stage.tenant.clients.say(stage.person, "hello", place)
    assert delivered is not None
    assert (delivered.status, delivered.arrived) == (0, False)
    assert stage.tenant.clients.delivery.delivered["message", 0] == 1


async def test_activities_go_to_the_replicas_in_turn(stage: Stage) -> None:
    place = await stage.tenant.clients.add_app(stage.person)
    async with recording_bot() as other:
        stage.tenant.state.product_urls[:] = [stage.bot.url, other.url]
        for _ in range(4):
            await stage.tenant.clients.say(stage.person, "hello", place)
        assert (len(stage.bot.of_type("message")), len(other.activities)) == (2, 2)


async def test_an_own_clock_dates_messages_and_activities(stage: Stage) -> None:
    stage.tenant.state.clock.advance(timedelta(days=30).total_seconds())
    place = await stage.tenant.clients.add_app(stage.person)
    message, _ = await stage.tenant.clients.say(stage.person, "hello", place)
    assert abs(message.created - stage.tenant.state.clock.now()) < timedelta(seconds=10)
    assert stage.bot.activities[-1]["timestamp"][:10] == message.created.date().isoformat()


async def test_people_who_are_mentioned_are_told_by_their_ids_in_teams(stage: Stage) -> None:
    """Channel and group chat conversations with a bot: work with mentions."""
    owner, person = stage.owner, stage.person
    said = f"invite mentees @{person.display_name}"
    await stage.tenant.clients.say(owner, said, stage.owners, mention=True, people=[person])
    [heard] = stage.bot.activities
    element = f"<at>{person.display_name}</at>"
    assert heard["text"] == f"<at>Tandem</at> invite mentees {element}"
    mentions = [one for one in heard["entities"] if one["type"] == "mention"]
    assert mentions[1] == {
        "type": "mention",
        "mentioned": {"id": person.mri, "name": person.display_name},
        "text": element,
    }


async def test_a_name_in_a_mention_is_markup_free(stage: Stage) -> None:
    """The text of an activity is XML-encoded [resource mention: "text", the same as in the
    message].
    """
    owner, person = stage.owner, stage.person
    person.display_name = "Anna <Berg> & Co"
    said = f"invite mentees @{person.display_name}"
    await stage.tenant.clients.say(owner, said, stage.owners, mention=True, people=[person])
    [heard] = stage.bot.activities
    assert heard["text"].endswith("<at>Anna &lt;Berg&gt; &amp; Co</at>")


async def test_with_faults_some_activities_spell_out_what_they_have_no_value_for() -> None:
    """Bot Framework, Activity: whatever its kind, a field without a value may come as null, also in
    `from`, `recipient`, `conversation` and `channelData`.
    """
    async with on_stage(faults=1.0) as stage:
        place = await stage.tenant.clients.add_app(stage.person)
        for number in range(60):
            await stage.tenant.clients.say(stage.person, f"hello {number}", place)
        said = [each for each in stage.bot.of_type("message") if "membersAdded" in each]
        assert stage.tenant.state.faults.injected["nulls"] > 0
        assert 0 < len(said) < len(stage.bot.of_type("message"))
        for each in said:
            absent = (each["value"], each["replyToId"], each["channelData"]["eventType"])
            assert (absent, each["text"][:5]) == ((None, None, None), "hello")
            assert (each["from"]["name"], each["from"]["role"]) == (stage.person.display_name, None)


async def test_what_teams_has_no_value_for_comes_as_null(stage: Stage) -> None:
    """Conversation events in your Teams bot: in the example who installs the app has no name."""
    await stage.tenant.clients.add_app(stage.person)
    installed = stage.bot.activities[0]
    assert installed["from"]["name"] is None
    assert [installed[key] for key in ("name", "value", "replyToId", "membersAdded")] == [None] * 4

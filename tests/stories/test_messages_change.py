"""What Teams tells a bot beside words and presses, sent to the running product as Microsoft
describes it: people edit, delete and bring back what they wrote, take the bot into a group chat,
send more than anybody types. It is answered or left in peace, and nothing is lost.

[learn.microsoft.com, *Messages in bot conversations*: *Receive edit message activity*, *Receive
undelete message activity*, *Receive soft delete message activity*; *Conversation events in your
Teams bot*]
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox import cards
from sandbox.connector import activities
from sandbox.connector.places import Place, place_of
from sandbox.signin import GRAPH_AUDIENCE
from tests.sandbox.conftest import bound
from tests.stories.stage import Actor, Stage, on_stage, words_of
from tests.stories.test_enrolment import MENTEE, invited
from tests.stories.test_front_door import activity, post

CHANGED = {
    "edited": ("messageUpdate", "editMessage"),
    "brought back": ("messageUpdate", "undeleteMessage"),
    "deleted": ("messageDelete", "softDeleteMessage"),
}
BY_PEOPLE = {"Chat.Create", "TeamsAppInstallation.ReadWriteSelfForChat.All"}
WORDS = ("einladen mentees {mail}", "abmelden", "lösche mich", "mitmachen")


def told(stage: Stage, actor: Actor, how: str, text: str) -> dict[str, Any]:
    """What Teams sends when a message is changed; of a deleted one it tells no text."""
    kind, event = CHANGED[how]
    sent = activities.message(
        stage.tenant.state, actor.person, actor.place, text, mention=False, locale="de-DE"
    )
    sent["channelData"] |= {"eventType": event}
    gone = {"text", "attachments"} if how == "deleted" else set()
    return {key: value for key, value in sent.items() if key not in gone} | {"type": kind}


async def test_what_is_edited_deleted_or_brought_back_does_nothing_once_more(
    tmp_path: Path,
) -> None:
    """What was written was obeyed when it was written."""
    async with on_stage(tmp_path) as stage:
        mentor, mentee = stage.pair()
        await invited(stage, mentee)
        card = await mentee.reads("Ich mache mit")
        before = stage.owners[0].screen(), mentee.screen()
        for how in CHANGED:
            for words in WORDS:
                for actor in (stage.owners[0], mentee):
                    text = words.format(mail=mentor.person.mail)
                    sent = told(stage, actor, how, text)
                    assert (await stage.tenant.clients.delivery.post(sent)).status == 200
        await mentee.presses("positive", card)
        assert stage.owners[0].screen() == before[0]
        assert len(mentee.sees()) == 1, "the invitation, and no answer"


async def group_chat(stage: Stage, *people: Actor) -> Place:
    """Some people's chat, into which one of them takes the bot; only people can, so the app's
    permission for it stands in for them.
    """
    state = stage.tenant.state
    state.permissions |= BY_PEOPLE
    members = [bound(each.person, "owner") for each in people]
    chat = await graph(stage, "/chats", {"chatType": "group", "members": members})
    ours = state.identity.teams_app_id
    app = next(one.id for one in state.apps.values() if one.external_id == ours)
    there = f"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{app}"
    await graph(stage, f"/chats/{chat['id']}/installedApps", {"teamsApp@odata.bind": there})
    await stage.tenant.clients.settled()
    state.permissions -= BY_PEOPLE
    found = place_of(state, chat["id"])
    assert found
    return found


async def graph(stage: Stage, path: str, body: object) -> Any:
    token = stage.tenant.signin.issue(GRAPH_AUDIENCE)
    async with (
        aiohttp.ClientSession(headers={"Authorization": f"Bearer {token}"}) as session,
        session.post(f"{stage.tenant.url}/v1.0{path}", json=body) as answer,
    ):
        assert answer.status == 201
        return await answer.json() if answer.content_type == "application/json" else None


async def test_in_a_group_chat_somebody_adds_the_bot_and_nobody_is_told_of_themselves(
    tmp_path: Path,
) -> None:
    async with on_stage(tmp_path) as stage:
        mentor, mentee = stage.pair()
        await invited(stage, mentee)
        await mentee.reads("Ich mache mit")
        mentor.locale = "de-DE"
        place = await group_chat(stage, mentor, mentee)
        await mentee.says("hallo", place, mention=True)
        await mentee.says("wer macht mit?", place, mention=True)
        await mentee.says("wann ist mein Termin?", place, mention=True)
        await mentor.says("hilfe", place, mention=True)
        await mentor.reads("Das geht hier", place)
        said = mentor.screen(place)
        assert "Einzelchat" in said
        assert "Ich mache mit" not in said


@pytest.mark.parametrize("size", [5_000, 200_000])
async def test_a_button_that_sends_more_than_fits_is_answered_and_nothing_is_lost(
    tmp_path: Path, size: int
) -> None:
    async with on_stage(tmp_path) as stage:
        _, mentee = stage.pair()
        await invited(stage, mentee)
        card = await mentee.reads("Ich mache mit")
        await mentee.presses("positive", card)
        data = dict(cards.find_action(mentee.card(), "positive").spec["data"])
        shown = mentee.sees()[-1]
        action = {
            "type": "Action.Execute",
            "verb": "enrolment.save",
            "data": {**data, "languages": "de", "about_me": "x" * size},
        }
        sent = activities.invoke(
            stage.tenant.state, mentee.person, mentee.place, shown.message.id, action, "manual"
        )
        delivered = await stage.tenant.clients.delivery.post(sent)
        assert delivered.status == 200
        answer: Any = delivered.body
        assert "200 Zeichen" in words_of(answer["value"])
        await mentee.fills_in(card, MENTEE["about"])
        assert "Deine Themen" in words_of(mentee.card())


async def test_a_body_over_the_limit_is_refused_and_the_next_one_is_heard(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        assert await post(stage, activity(stage, text="x" * 300_000)) == 400
        assert await post(stage, activity(stage, text="hallo")) == 200

"""How a card lives on people's screens: presses, refreshes, reloads, second devices, reactions,
edits.

Pages: "Universal Action Model", "Work with Universal Actions for Adaptive Cards", "Up-to-date
cards", "User Specific Views".
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from sandbox.cards import Card, CardRefused
from sandbox.connector.places import Place
from sandbox.conversations import PRESSED_LATE
from sandbox.rehearse.waiting import until
from tests.sandbox.recording_bot import Answer, always, answered_with, card, taken, with_card
from tests.sandbox.stage import Stage, on_stage

LOOK = {"action": {"type": "Action.Execute", "verb": "look", "data": {"at": 1}}}
NEXT: dict[str, Any] = {
    "type": "Action.Execute",
    "title": "Next",
    "verb": "next",
    "style": "positive",
    "data": {"step": 1},
    "fallback": {"type": "Action.Submit", "title": "Next", "data": {"verb": "next", "step": 1}},
}


def live(words: str) -> Card:
    return card(words, actions=[NEXT], refresh=LOOK)


def looked_at(activity: Card) -> Answer:
    """A bot that answers a press with the next card and a refresh with the state."""
    if activity["type"] != "invoke":
        return taken(activity)
    return answered_with(
        live("as it is now" if activity["value"]["trigger"] == "automatic" else "second step")
    )


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with on_stage() as found:
        yield found


async def begun(stage: Stage, first: Card) -> tuple[Place, str]:
    place = await stage.tenant.clients.add_app(stage.person)
    message = await stage.post(place, with_card(first))
    stage.bot.activities.clear()
    return place, message


def on_screen(stage: Stage, place: Place, device: str) -> Card | None:
    return stage.tenant.clients.look(stage.person, place, device)[-1].card


async def test_a_press_sends_an_invoke_and_its_card_is_shown_on_that_device_alone(
    stage: Stage,
) -> None:
    place, message = await begun(stage, live("first step"))
    stage.bot.answer = looked_at
    answered = await stage.tenant.clients.click(stage.person, place, "phone", message, "Next")
    [invoke] = stage.bot.activities
    assert (invoke["type"], invoke["name"], invoke["replyToId"]) == (
        "invoke",
        "adaptiveCard/action",
        message,
    )
    action = {"type": "Action.Execute", "verb": "next", "data": {"step": 1}}
    assert invoke["value"] == {"action": action, "trigger": "manual"}
    assert answered.acknowledged
    assert on_screen(stage, place, "phone") == live("second step")
    assert on_screen(stage, place, "desktop") == live("first step")


async def test_what_is_pressed_while_another_card_comes_is_sent_as_its_person_saw_it(
    stage: Stage,
) -> None:
    """No page says it: between a client's drawing and a finger there is no server to ask. A card
    that has not been seen for long is not pressed, nor one that nobody says they mean.
    """
    place, message = await begun(stage, live("first step"))
    clients, person = stage.tenant.clients, stage.person
    await clients.open(person, place, "phone")
    await stage.edit(place, message, with_card(card("second step")))
    seen = dict(NEXT["data"])
    await clients.click(person, place, "phone", message, "Next", data=seen)
    assert stage.bot.activities[-1]["value"]["action"]["data"] == seen
    with pytest.raises(CardRefused, match="shows no button"):
        await clients.click(person, place, "phone", message, "Next")
    for step in range(PRESSED_LATE):
        await stage.edit(place, message, with_card(card(f"step {step}")))
    with pytest.raises(CardRefused, match="shows no button"):
        await clients.click(person, place, "phone", message, "Next", data=seen)


async def test_after_a_reload_the_messages_own_card_is_refreshed_by_an_automatic_invoke(
    stage: Stage,
) -> None:
    place, message = await begun(stage, live("first step"))
    stage.bot.answer = looked_at
    await stage.tenant.clients.click(stage.person, place, "phone", message, "Next")
    await stage.tenant.clients.open(stage.person, place, "phone")
    stage.tenant.state.clock.advance(61)
    stage.bot.answer = taken
    await stage.tenant.clients.reload(stage.person, "phone")
    assert stage.bot.activities[-1]["value"]["trigger"] == "automatic"
    assert on_screen(stage, place, "phone") == live("first step")
    stage.bot.answer = looked_at
    stage.tenant.state.clock.advance(61)
    await stage.tenant.clients.reload(stage.person, "phone")
    assert on_screen(stage, place, "phone") == live("as it is now")


async def test_nobody_asks_twice_within_a_minute_except_by_the_menu(stage: Stage) -> None:
    place, message = await begun(stage, live("first step"))
    stage.bot.answer = looked_at
    for _ in range(3):
        await stage.tenant.clients.open(stage.person, place, "phone")
    assert len(stage.bot.activities) == 1
    await stage.tenant.clients.refresh(stage.person, place, "phone", message)
    assert [activity["value"]["trigger"] for activity in stage.bot.activities] == [
        "automatic",
        "manual",
    ]
    stage.tenant.state.clock.advance(61)
    await stage.tenant.clients.open(stage.person, place, "phone")
    assert len(stage.bot.activities) == 3


async def test_an_edit_is_refreshed_on_the_devices_that_have_the_chat_open(stage: Stage) -> None:
    place, message = await begun(stage, card("closed"))
    await stage.tenant.clients.open(stage.person, place, "phone")
    stage.bot.answer = looked_at
    await stage.edit(place, message, with_card(live("second step")))
    assert [activity["value"]["action"]["verb"] for activity in stage.bot.activities] == ["look"]
    assert on_screen(stage, place, "phone") == live("as it is now")
    assert on_screen(stage, place, "desktop") == live("second step")


async def test_an_edit_takes_the_answered_card_away(stage: Stage) -> None:
    place, message = await begun(stage, live("first step"))
    stage.bot.answer = always(answered_with(card("second step")))
    await stage.tenant.clients.click(stage.person, place, "phone", message, "Next")
    await stage.edit(place, message, with_card(card("second step, written")))
    assert on_screen(stage, place, "phone") == card("second step, written")


async def test_a_reaction_takes_the_answered_card_away_and_the_bot_hears_of_it(
    stage: Stage,
) -> None:
    place, message = await begun(stage, live("first step"))
    stage.bot.answer = looked_at
    await stage.tenant.clients.click(stage.person, place, "phone", message, "Next")
    await stage.tenant.clients.react(stage.person, place, message, "heart")
    assert on_screen(stage, place, "phone") == live("first step")
    assert stage.bot.of_type("messageReaction")[0]["reactionsAdded"] == [{"type": "heart"}]


async def test_in_a_channel_only_listed_people_are_refreshed(stage: Stage) -> None:
    place, owner = stage.owners, stage.owner
    await stage.post(place, with_card(live("for nobody")))
    await stage.post(place, with_card(card("for her", refresh=LOOK | {"userIds": [owner.mri]})))
    stage.bot.answer = looked_at
    await stage.tenant.clients.open(owner, place, "phone")
    assert [activity["from"]["id"] for activity in stage.bot.activities] == [owner.mri]
    shown = stage.tenant.clients.look(owner, place, "phone")
    assert [one.card for one in shown] == [live("for nobody"), live("as it is now")]


async def test_an_old_client_uses_the_fallback_and_sends_a_message_with_a_value(
    stage: Stage,
) -> None:
    place, message = await begun(stage, live("first step"))
    answered = await stage.tenant.clients.click(
        stage.person, place, "phone", message, "Next", old_client=True
    )
    [submitted] = stage.bot.activities
    assert (submitted["type"], submitted["replyToId"]) == ("message", message)
    assert submitted["value"] == {"verb": "next", "step": 1}
    assert answered.acknowledged
    assert on_screen(stage, place, "phone") == live("first step")


async def test_an_old_client_does_not_see_a_button_without_fallback(stage: Stage) -> None:
    bare = {key: value for key, value in NEXT.items() if key != "fallback"}
    place, message = await begun(stage, card("first step", actions=[bare]))
    with pytest.raises(CardRefused, match="no fallback"):
        await stage.tenant.clients.click(
            stage.person, place, "phone", message, "Next", old_client=True
        )


@pytest.mark.parametrize(
    "answer",
    [
        (500, None),
        (202, None),
        (
            200,
            {
                "statusCode": 200,
                "type": "application/vnd.microsoft.card.adaptive",
                "value": "no card",
            },
        ),
        (200, {"type": "application/vnd.microsoft.card.adaptive", "value": card("no status")}),
        (
            200,
            {
                "statusCode": 500,
                "type": "application/vnd.microsoft.error",
                "value": {"code": "x", "message": "y"},
            },
        ),
    ],
)
async def test_any_other_answer_is_something_went_wrong_and_changes_no_screen(
    stage: Stage, answer: Answer
) -> None:
    place, message = await begun(stage, live("first step"))
    stage.bot.answer = always(answer)
    answered = await stage.tenant.clients.click(stage.person, place, "phone", message, "Next")
    assert not answered.acknowledged
    assert "went wrong" in answered.toast
    assert on_screen(stage, place, "phone") == live("first step")


async def test_an_answer_may_be_a_word_instead_of_a_card(stage: Stage) -> None:
    place, message = await begun(stage, live("first step"))
    word = {
        "statusCode": 200,
        "type": "application/vnd.microsoft.activity.message",
        "value": "Already approved.",
    }
    stage.bot.answer = always((200, word))
    answered = await stage.tenant.clients.click(stage.person, place, "phone", message, "Next")
    assert (answered.acknowledged, answered.toast) == (True, "Already approved.")


async def test_people_act_over_the_control_api(stage: Stage) -> None:
    mail = stage.person.mail
    _, joined = await stage.control("POST", "/install", {"person": mail})
    place = await stage.tenant.clients.add_app(stage.person)
    assert joined == {"conversation": {"id": place.id, "kind": "personal"}}
    message = await stage.post(place, with_card(live("first step")))
    stage.bot.answer = looked_at
    _, answered = await stage.control(
        "POST", "/click", {"person": mail, "message": message, "action": "positive"}
    )
    assert (answered["http"], answered["acknowledged"], answered["card"]) == (
        200,
        True,
        live("second step"),
    )
    _, seen = await stage.control("GET", f"/see?person={mail}&look=true")
    assert [(one["from"], one["view"], one["card"]) for one in seen["messages"]] == [
        ("Tandem", True, live("second step"))
    ]
    await stage.control("POST", "/reload", {"person": mail})
    _, seen = await stage.control("GET", f"/see?person={mail}&look=true")
    assert seen["messages"][0]["card"] == live("first step")
    _, said = await stage.control("POST", "/say", {"person": mail, "text": "hello"})
    assert said["delivered"]["status"] == 202
    _, people = await stage.control("GET", "/people")
    assert next(one["chat"] for one in people["people"] if one["mail"] == mail) == place.id


async def test_the_control_api_says_what_is_wrong_with_a_call(stage: Stage) -> None:
    place, message = await begun(stage, live("first step"))
    mail = stage.person.mail
    assert await stage.control("POST", "/say", {"person": "nobody", "text": "x"}) == (
        404, {"error": "Nobody in the tenant is called 'nobody'; GET /sandbox/people lists "
            "everybody."},
    )  # fmt: skip
    status, wrong = await stage.control(
        "POST", "/click", {"person": mail, "message": message, "action": "Approve"}
    )
    assert (status, wrong["error"]) == (
        400,
        "The card shows no button 'Approve'; its buttons: 'Next'.",
    )
    assert (await stage.control("POST", "/say", {"person": mail}))[0] == 400
    elsewhere = {"person": mail, "text": "x", "conversation": stage.owners.id}
    assert (await stage.control("POST", "/say", elsewhere))[0] == 404
    assert place.kind == "personal"


async def test_whoever_waits_sees_what_comes_as_soon_as_it_comes(stage: Stage) -> None:
    place, _ = await begun(stage, card("first"))
    _, quiet = await stage.control("GET", f"/see?person={stage.person.mail}&wait=0.05")
    assert len(quiet["messages"]) == 1
    waiting = asyncio.create_task(stage.control("GET", f"/see?person={stage.person.mail}&wait=30"))
    screens = stage.tenant.state.conversations._waiting
    await until(lambda: bool(screens[place.id]._waiters), "somebody waits", 60, lambda: "")
    await stage.post(place, with_card(card("second")))
    async with asyncio.timeout(20):
        _, seen = await waiting
    assert len(seen["messages"]) == 2

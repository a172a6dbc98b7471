"""A card that answers a press belongs to one device, and does not last."""

import asyncio
from datetime import UTC, datetime, timedelta

from sandbox.cards import Card
from sandbox.conversations import ADAPTIVE, BOT, Conversations, Device, Message, refresh_action

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def card(words: str, **more: object) -> Card:
    return {
        "type": "AdaptiveCard",
        "version": "1.5",
        "body": [{"type": "TextBlock", "text": words}],
        **more,
    }


def with_card(content: Card) -> Card:
    return {"type": "message", "attachments": [{"contentType": ADAPTIVE, "content": content}]}


def asked_once() -> tuple[Conversations, Message, Device]:
    conversations = Conversations()
    message = conversations.add("a:1", BOT, with_card(card("question")), NOW)
    phone = conversations.device("ada", "phone")
    conversations.show(phone, message, card("thanks"))
    return conversations, message, phone


def test_another_device_shows_the_messages_own_card() -> None:
    conversations, message, phone = asked_once()
    assert phone.shows(message) == card("thanks")
    assert conversations.device("ada", "desktop").shows(message) == card("question")


def test_a_reload_brings_the_messages_own_card_back() -> None:
    conversations, message, phone = asked_once()
    conversations.reload(phone)
    assert phone.shows(message) == card("question")


def test_a_reaction_brings_the_messages_own_card_back_on_every_device() -> None:
    conversations, message, phone = asked_once()
    conversations.react(message, "grace", "heart")
    assert phone.shows(message) == card("question")
    assert message.reactions == {"grace": "heart"}


def test_an_edit_replaces_the_card_everywhere() -> None:
    conversations, message, phone = asked_once()
    conversations.edit(message, with_card(card("next question")), NOW)
    assert phone.shows(message) == card("next question")
    assert message.edits == 1


def test_a_deleted_message_is_gone() -> None:
    conversations, message, _ = asked_once()
    conversations.delete(message)
    assert conversations.find("a:1", message.id) is None
    assert conversations.in_conversation("a:1") == []


def test_message_ids_are_milliseconds_and_never_repeat_even_if_the_clock_goes_back() -> None:
    conversations = Conversations()
    first = conversations.new_id(NOW)
    again, earlier = conversations.new_id(NOW), conversations.new_id(NOW - timedelta(days=1))
    assert first == str(int(NOW.timestamp() * 1000))
    assert int(first) < int(again) < int(earlier)


def test_whoever_waits_for_a_change_is_woken_by_the_next_message_there_and_not_elsewhere() -> None:
    async def story() -> None:
        conversations = Conversations()
        waiting = asyncio.create_task(conversations.change("a:1"))
        await asyncio.sleep(0)
        conversations.add("a:2", BOT, with_card(card("elsewhere")), NOW)
        await asyncio.sleep(0)
        assert not waiting.done()
        conversations.add("a:1", BOT, with_card(card("here")), NOW)
        await asyncio.wait_for(waiting, 60)

    asyncio.run(story())


def test_whoever_waits_for_a_change_is_woken_by_a_card_that_their_own_device_lays_over() -> None:
    async def story() -> None:
        conversations, message, phone = asked_once()
        waiting = asyncio.create_task(conversations.change("a:1"))
        await asyncio.sleep(0)
        conversations.show(phone, message, card("asked before, answered now"))
        await asyncio.wait_for(waiting, 60)

    asyncio.run(story())


def refreshing(**refresh: object) -> Card:
    return card("live", refresh={"action": {"type": "Action.Execute", "verb": "look"}, **refresh})


def asks(live: Card, *, in_channel: bool = False, people: int = 1) -> bool:
    return refresh_action(live, "29:ada", in_channel=in_channel, people=people) is not None


def test_in_a_chat_a_card_refreshes_for_everybody_unless_it_lists_people() -> None:
    assert asks(refreshing())
    assert asks(refreshing(userIds=["29:ada"]))
    assert not asks(refreshing(userIds=["29:grace"]))
    assert not asks(refreshing(userIds=[]))
    assert not asks(card("closed"))


def test_a_chat_of_more_than_sixty_refreshes_only_for_those_listed() -> None:
    assert not asks(refreshing(), people=61)
    assert asks(refreshing(userIds=["29:ada"]), people=61)


def test_in_a_channel_a_card_refreshes_only_for_up_to_sixty_people_it_lists() -> None:
    crowd = ["29:ada", *(f"29:{number}" for number in range(60))]
    assert not asks(refreshing(), in_channel=True)
    assert asks(refreshing(userIds=crowd[:60]), in_channel=True)
    assert not asks(refreshing(userIds=crowd), in_channel=True)


def test_a_client_asks_again_after_a_minute_not_before() -> None:
    phone = Conversations().device("ada", "phone")
    assert phone.may_ask("1", NOW)
    phone.asked["1"] = NOW
    assert not phone.may_ask("1", NOW + timedelta(seconds=59))
    assert phone.may_ask("1", NOW + timedelta(seconds=60))

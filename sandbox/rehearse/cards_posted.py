"""Counting the bot's cards in the tenant's conversations."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from sandbox.cards import Card, texts
from sandbox.connector.places import Place
from sandbox.conversations import BOT, Message
from sandbox.state import TenantState


def cards_posted(state: TenantState) -> int:
    """How many messages with a card the bot has posted; an update is not a message."""
    return sum(1 for _ in _with_card(state))


def repeated_cards(state: TenantState, cycles: Sequence[datetime] = ()) -> int:
    """How many cards the bot posted of its own accord into a conversation where the same words
    stood already.

    Cards are the same if they had the same words when they were posted and have them now: reminders
    of two sessions differ at first, whatever is left of them afterwards. What answers somebody
    (`replyToId`, or a thread that a person began) may well be said twice, and does not count. Nor
    does what is said again in another of the `cycles`, of which the beginnings are given.
    """
    own = (message for message in _with_card(state) if not _answers_somebody(state, message))
    same = Counter(
        (bisect(cycles, one.created), one.conversation_id, _words(one.first_card), _words(one.card))
        for one in own
    )
    return sum(times - 1 for times in same.values())


def wrote_about(state: TenantState, place: Place, words: str, since: datetime) -> bool:
    """Whether a card that was written or edited there since then holds the words."""
    for message in state.conversations.in_conversation(place.id):
        recent = message.sender_id == BOT and (message.edited or message.created) >= since
        if recent and any(words in text for text in texts(message.card or {})):
            return True
    return False


def _words(card: Card | None) -> tuple[str, ...]:
    return tuple(texts(card or {}))


def _with_card(state: TenantState) -> Iterator[Message]:
    for messages in state.conversations.messages.values():
        yield from (one for one in messages if one.sender_id == BOT and one.card is not None)


def _answers_somebody(state: TenantState, message: Message) -> bool:
    first = state.conversations.find(message.conversation_id, message.thread_id)
    begun_by_person = first is not None and first.sender_id != BOT
    return bool(message.activity.get("replyToId")) or begun_by_person

"""How an invented person answers a card: from the card's JSON and what they know of themselves,
nothing else.

Forward is the button with the style `positive`, no is the one with the id `no`, and whoever is
asked anew may take the other role (`enrolment.other_role`). Whoever has no date at all also takes a
time that suits only so-so: the first one, because none is `positive`. All other buttons are
ignored.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from sandbox import cards
from sandbox.cards import Action, Card, Input
from sandbox.connector.clients import Shown

FORWARD = "positive"
NO = "no"
STOP = "stop"
"""The id of a button that stops what begins by itself in some minutes."""
TIME = "poll.accept"
"""What the buttons send by which somebody says that a time suits."""
OTHER_ROLE = "enrolment.other_role"
"""What the button sends by which somebody who took part before changes sides."""
ANSWER_OFFER = "offer.answer"
"""What the buttons of an offer send."""
SOME_TEXT = "As we discussed."


def fill_in(card: Card, known: Mapping[str, str]) -> dict[str, str]:
    """The answers to the inputs on the card: what the person knows about themselves, else what the
    input suggests.
    """
    answers = {one.id: _answer(one, known.get(one.id)) for one in cards.inputs(card).values()}
    return {key: value for key, value in answers.items() if value is not None}


def forward(card: Card | None) -> Action | None:
    """The button that leads on, or None where nothing is waiting for the person."""
    return None if card is None else cards.styled(card, FORWARD)


def is_turned_down(shown: Shown | None) -> bool:
    """Whether the card opens with a warning and leaves nothing to press, nor to wait for."""
    card = shown.card if shown else None
    if not card or "refresh" in card or cards.actions(card):
        return False
    return any(part.get("style") == "attention" for part in card.get("body", ())[:1])


def begins_soon(card: Card | None) -> bool:
    """Whether what the card is about begins by itself, unless somebody stops it."""
    return any(action.id == STOP for action in cards.actions(card or {}))


def time_to_take(card: Card | None) -> Action | None:
    """The button that says that the first time suits, or None where there is no time to choose."""
    return next((action for action in cards.actions(card or {}) if action.verb == TIME), None)


def is_question(card: Card) -> bool:
    """Whether one may also say no to the card: an invitation, an offer, a launch."""
    return any(action.id == NO for action in cards.actions(card))


def is_offer(card: Card) -> bool:
    """Whether the card asks for a yes or a no to a tandem; an invitation, or its reminder, that
    comes late does not.
    """
    return is_question(card) and any(action.verb == ANSWER_OFFER for action in cards.actions(card))


def fingerprint(card: Card) -> str:
    """The same text for two cards that look the same to a reader and send the same."""
    return json.dumps(
        {key: value for key, value in card.items() if key != "refresh"}, sort_keys=True
    )


def about(card: Card) -> str:
    """By what its buttons tell the bot which card they are on; empty if they tell nothing."""
    told = re.search(r'"posting": "([^"]+)"', json.dumps(card))
    return told[1] if told else ""


def _answer(one: Input, known: str | None) -> str | None:
    """The value for an input, None to leave it as it is."""
    if known is not None:
        fitting = _fitting(one, known)
        if fitting:
            return fitting
    if one.type == "Input.Toggle" and one.required:
        return one.choices[0]
    if one.value or not one.required:
        return None
    if one.choices:
        return one.choices[0]
    return str(one.spec.get("min", 1)) if one.type == "Input.Number" else SOME_TEXT


def _fitting(one: Input, known: str) -> str:
    """The part of `known` that the input takes; "" if none of it."""
    if one.type == "Input.Toggle":
        return one.choices[0] if known == "true" else one.choices[1]
    if one.people or not one.choices:
        return known[: int(one.spec.get("maxLength", len(known)))]
    wanted = known.split(",") if one.multiple else [known]
    return ",".join(choice for choice in wanted if choice in one.choices)

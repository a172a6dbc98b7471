"""Mentions of people: only the bot's own goes, all others say who is meant.

Page: "Channel and group chat conversations with a bot" (work with mentions).
"""

from __future__ import annotations

from typing import Any

import pytest

from bot.turn import Inbound, Turn
from mentoring.domain.pasted import names_in

BOT, EVA, KARL = "28:bot", "29:eva", "29:karl"
EVA_ID, KARL_ID = "0f0e0d0c-1111-2222-3333-444455556666", "1f0e0d0c-1111-2222-3333-444455556666"


def mention(key: str, name: str, *, aad: str = "", text: str | None = "") -> dict[str, Any]:
    account = {"id": key, "name": name, **({"aadObjectId": aad} if aad else {})}
    shown = {} if text is None else {"text": text or f"<at>{name}</at>"}
    return {"type": "mention", "mentioned": account, **shown}


def turn(text: str, *entities: dict[str, Any], known: dict[str, str] | None = None) -> Turn:
    raw = {
        "type": "message", "channelId": "msteams", "serviceUrl": "https://s.example/",
        "from": {"id": "29:me"}, "recipient": {"id": BOT, "name": "Tandem"},
        "conversation": {"id": "19:x", "conversationType": "channel"}, "text": text,
        "entities": [{"type": "clientInfo"}, *entities],
    }  # fmt: skip
    return Turn(Inbound.model_validate(raw), known or {})


TANDEM = mention(BOT, "Tandem")
TWO = "<at>Tandem</at> invite mentees <at>Eva Costa</at> <at>Karl Busch</at>"


def test_people_who_are_mentioned_are_meant() -> None:
    """H10: the bot's own mention alone was to go, and all three went."""
    said = turn(
        TWO, TANDEM, mention(EVA, "Eva Costa", aad=EVA_ID), mention(KARL, "Karl Busch", aad=KARL_ID)
    )
    assert said.text == f'invite mentees  "Eva Costa" <{EVA_ID}>;   "Karl Busch" <{KARL_ID}>;'
    assert names_in(said.text.removeprefix("invite mentees")) == (EVA_ID, KARL_ID)
    assert said.unknown == ()


def test_whose_id_is_not_told_is_asked_for() -> None:
    """Teams names people by an id of its own."""
    told = (TANDEM, mention(EVA, "Eva Costa"), mention(KARL, "Karl Busch"))
    assert turn(TWO, *told).unknown == (EVA, KARL)
    known = turn(TWO, *told, known={EVA: EVA_ID, KARL: KARL_ID})
    assert names_in(known.text.removeprefix("invite mentees")) == (EVA_ID, KARL_ID)
    half = turn(TWO, *told, known={EVA: EVA_ID})
    assert names_in(half.text.removeprefix("invite mentees")) == (EVA_ID, "Karl Busch")


def test_a_name_that_teams_has_split_is_one_person() -> None:
    """microsoft/botframework-sdk issue 6617."""
    said = turn(
        "<at>Tandem</at> invite <at>Eva</at>&nbsp;<at>Maria</at> <at>Costa</at>",
        TANDEM,
        *(mention(EVA, name, aad=EVA_ID) for name in ("Eva", "Maria", "Costa")),
    )
    assert said.text == f'invite  "Eva Maria Costa" <{EVA_ID}>;'


def test_a_mention_without_its_text_is_found_by_the_name() -> None:
    """microsoft/BotFramework-Services issue 204: a name with an ampersand."""
    said = turn(
        "<at>Tandem</at> invite <at>Berg &amp; Sohn</at>",
        TANDEM,
        mention(EVA, "Berg & Sohn", aad=EVA_ID, text=None),
    )
    assert said.text == f'invite  "Berg & Sohn" <{EVA_ID}>;'


def test_two_people_of_one_name_are_two() -> None:
    said = turn(
        "<at>Tandem</at> invite <at>Eva Costa</at>, <at>Eva Costa</at>",
        TANDEM,
        mention(EVA, "Eva Costa", aad=EVA_ID),
        mention(KARL, "Eva Costa", aad=KARL_ID),
    )
    assert names_in(said.text.removeprefix("invite")) == (EVA_ID, KARL_ID)


def test_in_a_chat_of_two_nobody_has_to_mention_the_bot() -> None:
    said = turn("invite mentees <at>Eva Costa</at>", mention(EVA, "Eva Costa", aad=EVA_ID))
    assert names_in(said.text.removeprefix("invite mentees")) == (EVA_ID,)


@pytest.mark.parametrize(
    "entities", [[], [{"type": "mention"}], [{"type": "mention", "mentioned": None}], [None, 7]]
)
def test_where_nothing_is_told_of_the_names_the_first_is_the_bots(entities: list[Any]) -> None:
    said = turn("<at>Tandem</at> invite <at>Eva Costa</at>", *entities)
    assert said.text == 'invite  "Eva Costa";'

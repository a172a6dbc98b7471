"""What Teams sends is read in time that grows with its length, and never kept from being heard by
what is only added to it.
"""

from __future__ import annotations

import json
import time
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from bot.commands.changes.absence import who_until
from bot.commands.enrolment.lists import ROLES, ROLES_LAST, listed_in, lists_in
from bot.commands.launch.kickoff import SEATS
from bot.commands.understanding import find, nearest
from bot.reading import Unreadable, read_json
from bot.turn import LONGEST_TEXT, Inbound, Turn
from bot.typed.hours import CLOCK, NO_CLOCK
from bot.typed.words import people_in
from mentoring.domain.errors import Refusal
from mentoring.domain.pasted import names_in

USUAL: dict[str, Any] = {
    "type": "message",
    "id": "1",
    "channelId": "msteams",
    "serviceUrl": "https://smba.trafficmanager.net/emea/",
    "from": {"id": "29:x", "aadObjectId": "a", "name": "Ada"},
    "recipient": {"id": "28:bot"},
    "conversation": {"id": "a:1", "conversationType": "personal"},
}
TODAY = date(2026, 11, 26)
HOSTILE = (
    *(
        "<",
        "<a",
        "<at",
        "<at ",
        "<at>",
        "<at>x</at",
        "<br",
        "<br ",
        "</p",
        "&",
        "&#9",
        "&#x9",
        "&amp",
    ),
    *(
        " ",
        "1",
        "1 ",
        "1.",
        "1.1.",
        "1 a",
        "2027-",
        "10:",
        "40 plätz",
        "a@",
        "@",
        "<@",
        "<a@",
        "- ",
        "•",
        ";",
        ",",
        "mentor",
        "mentor, ",
        "a as mentor, ",
        "a mentor\n",
        "group",
        "group a, ",
        "und gruppen a und ",
        ": ",
    ),
)


def turn(**changed: Any) -> Turn:
    return Turn(Inbound.model_validate({**USUAL, **changed}))


def seconds(text: str) -> float:
    """The processor's time for everything that reads what somebody has typed."""
    began = time.thread_time()
    said = turn(text=text).text
    for pattern in (*ROLES.values(), *ROLES_LAST.values(), CLOCK, NO_CLOCK, SEATS):
        pattern.search(text)
    for read in (find, names_in, listed_in, _lists_in, people_in):
        read(text)
    who_until(text, TODAY)
    nearest(said, "de", owner=True)
    return time.thread_time() - began


def _lists_in(text: str) -> None:
    with suppress(Refusal):
        lists_in(text)


@pytest.mark.parametrize("part", HOSTILE)
@pytest.mark.parametrize(
    "end", [*(pytest.param(each, marks=pytest.mark.long) for each in ("", "x")), ">", "\x01"]
)
def test_a_text_of_any_kind_is_read_in_a_moment(part: str, end: str) -> None:
    """issue 12, D1: 28,000 ``<`` took five seconds of the event loop; four times as long a text
    takes four times as long, not sixteen times. A quarter of the longest text is enough to see it:
    what grows with the square of its length costs a sixteenth there.
    """
    attempts = (grows_with_its_length(part, end) for _ in range(3))
    assert any(attempts), "not once, so it was not the machine that was busy"


def grows_with_its_length(part: str, end: str) -> bool:
    quarter = LONGEST_TEXT // 4
    short, long = (
        seconds((part * length)[: length - 1] + end) for length in (quarter // 4, quarter)
    )
    return long < 8 * short + 1 / 16


def test_a_longer_text_than_teams_takes_is_no_activity() -> None:
    """issue 12, D1."""
    with pytest.raises(ValidationError, match="string_too_long"):
        turn(text="x" * (LONGEST_TEXT + 1))


def test_a_text_is_worked_out_once() -> None:
    """issue 12, D1."""
    once = turn(text="<at>Tandem</at> hallo")
    first, again = once.text, once.text
    assert first is again


SAID = {
    "<at>Tandem</at> status": "status",
    '<at id="0">Tandem</at>&nbsp;lade ein: a@x.de<br/>b@x.de': "lade ein: a@x.de\nb@x.de",
    "<p>eins</p><p>zwei</p>": "eins\n zwei",
    "Ada &lt;ada@x.de&gt;; Max <max@x.de>": "Ada <ada@x.de>; Max <max@x.de>",
    "3 < 4 <b>ja</b>": "3 < 4  ja",
    "<at>Tandem hilfe": "Tandem hilfe",
    "&#99999999999999;x": "\ufffdx",
}


@pytest.mark.parametrize("sent", SAID)
def test_what_was_said_is_found_among_the_signs(sent: str) -> None:
    assert turn(text=sent).text == SAID[sent]


ADDED: list[dict[str, Any]] = [
    {"locale": 7},
    {"locale": {}},
    {"locale": "x" * 1000},
    {"channelData": "x"},
    {"channelData": []},
    {"channelData": {"team": "x", "channel": 7, "eventType": []}},
    {"channelData": {"team": {"id": [], "aadGroupId": 7}}},
    {"name": []},
    {"replyToId": {}},
    {"id": "x" * 1000},
    {"from": {"id": "29:x", "aadObjectId": "a", "name": {}}},
    {
        "timestamp": [],
        "localTimestamp": 7,
        "entities": "x",
        "attachments": 7,
        "suggestedActions": [],
    },
    {
        "membersAdded": None,
        "textFormat": 7,
        "attachmentLayout": {},
        "deliveryMode": [],
        "callerId": 7,
    },
]


@pytest.mark.parametrize("added", ADDED, ids=str)
def test_what_teams_only_adds_keeps_nobody_from_being_heard_in_whatever_form_it_comes(
    added: dict[str, Any],
) -> None:
    """issue 12, D3."""
    odd = turn(text="hallo", **added)
    assert (odd.text, odd.person_id, odd.scope) == ("hallo", "a", "personal")


NULLS: list[dict[str, Any]] = [
    {"from": {"id": "29:x", "aadObjectId": "a", "name": None}},
    {"channelData": {"eventType": None, "team": None, "channel": None}},
    {"channelData": None, "membersAdded": None, "membersRemoved": None, "value": None},
    {"id": None, "name": None, "locale": None, "replyToId": None},
    {"conversation": {"id": "a:1", "conversationType": None, "tenantId": None}},
]


@pytest.mark.parametrize("nulls", NULLS, ids=str)
def test_null_is_the_same_as_absent(nulls: dict[str, Any]) -> None:
    """issue 12, D10."""
    odd = turn(text="hallo", **nulls)
    assert (odd.text, odd.person_id, odd.scope) == ("hallo", "a", "personal")


def test_a_sender_without_directory_id_is_named_by_the_channels() -> None:
    """issue 12, D10: the Playground knows no other."""
    assert turn(**{"from": {"id": "29:x", "aadObjectId": None}}).person_id == "29:x"


@pytest.mark.parametrize(
    "sent", [{"isGroup": True}, {"conversationType": "channel"}, {"conversationType": "groupChat"}]
)
def test_where_others_read_along_is_never_taken_for_a_chat_of_two(sent: dict[str, Any]) -> None:
    """issue 12, D10: also where the kind of conversation is not said."""
    assert turn(conversation={"id": "19:x", **sent}).scope == "channel"
    assert (
        turn(conversation={"id": "19:x"}, channelData={"team": {"id": "19:x"}}).scope == "channel"
    )


@pytest.mark.parametrize(("kind", "own"), [("personal", True), ("channel", False)])
def test_an_answer_knows_whether_others_read_along(kind: str, own: bool) -> None:
    assert turn(conversation={"id": "19:x", "conversationType": kind}).chat.is_own is own


def test_a_buttons_value_may_come_as_a_text_with_json() -> None:
    """issue 12, D10."""
    assert turn(value='{"verb": "offer.answer", "yes": true}').pressed == (
        "offer.answer",
        {"verb": "offer.answer", "yes": True},
    )
    assert turn(value="just words", text="hallo").pressed is None


READ: dict[bytes, object] = {
    b'{"a":"\\ud83d"}': {"a": "\ufffd"},
    b'{"\\udc00":1}': {"\ufffd": 1},
    b'"\\ud83d\\ude00"': "😀",
    b'["\\u0000x"]': ["\ufffdx"],
    b"[1e999, -1e999, NaN, Infinity]": [None, None, None, None],
    b"[1" + b"0" * 400 + b"]": [None],
    b"[9007199254740993, 9007199254740992, 1.5, true]": [None, 9007199254740992, 1.5, True],
}


@pytest.mark.parametrize("sent", READ)
def test_what_could_not_be_kept_is_replaced_at_the_door(sent: bytes) -> None:
    """issue 12, D4: halves of a pair, NUL, and numbers that JavaScript itself writes as null."""
    assert read_json(sent) == READ[sent]


@pytest.mark.parametrize(
    "sent",
    [b"", b"{", b"\xff", b"[" * 5000, b'"\\ud800' + b"[" * 5000, b"1" * 5000, b'["\\ud800",' * 200],
)
def test_what_is_no_json_is_said_to_be_none(sent: bytes) -> None:
    """issue 12, D4."""
    with pytest.raises(Unreadable, match=r"no JSON|too deep|Error"):
        read_json(sent)


def test_whatever_is_read_can_be_written_again() -> None:
    """issue 12, D4."""
    read = read_json(b'{"posting":"\\ud800","a":["\\udfff\\u0000"]}')
    assert (
        json.dumps(read, ensure_ascii=False).encode()
        == '{"posting": "\ufffd", "a": ["\ufffd\ufffd"]}'.encode()
    )


@pytest.mark.parametrize(
    ("said", "zone"),
    [("America/Lima", "America/Lima"), ("Moon/Crater", ""), (None, ""), (7, ""), ("x" * 1000, "")],
)
def test_the_clock_of_somebodys_teams_is_one_that_exists(said: object, zone: str) -> None:
    assert Turn(Inbound.model_validate({**USUAL, "localTimezone": said})).zone == zone


def test_what_was_put_down_is_read_again_as_it_came() -> None:
    anna = {"type": "mention", "mentioned": {"id": "29:a", "name": "Anna"}, "text": "<at>Anna</at>"}
    raw = {
        "type": "message", "id": "m", "text": "pause <at>Anna</at>", "channelId": "msteams",
        "serviceUrl": "https://s.example/", "from": {"id": "29:x", "aadObjectId": "eva"},
        "recipient": {"id": "28:bot"}, "locale": "de-DE", "localTimezone": "Europe/Berlin",
        "conversation": {"id": "19:c;messageid=1", "conversationType": "channel"},
        "channelData": {"team": {"id": "19:t", "aadGroupId": "g"}}, "entities": [anna],
    }  # fmt: skip
    turn = Turn(Inbound.model_validate(raw))
    again = Turn.again(turn.as_sent)
    assert again.inbound == turn.inbound
    assert (again.text, again.unknown, again.team) == (turn.text, ("29:a",), "g")

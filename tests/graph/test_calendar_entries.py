"""What the invited one has answered, whoever else stands in the list of attendees."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.calendar_entries import entry_of, is_theirs
from mentoring.domain.people import Profile
from tests.people import berliner

EVA = berliner("eva", "Eva Costa", "eva.costa@firma.example")
INTERNAL = "/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=8f1e"
MAILED = "IMCEAEX-_O=EXCHANGELABS_OU=Exchange_CN=Recipients_CN=8f1e@eurprd01.prod.outlook.com"
AT = "2027-01-{day:02d}T09:00:00Z"


def row(address: str, response: str, name: str = "", **more: Any) -> dict[str, Any]:
    """An attendee as Graph tells it."""
    day = more.pop("day", 5)
    status = {"response": response, "time": AT.format(day=day) if day else "0001-01-01T00:00:00Z"}
    mail = {"name": name or address, "address": address}
    return {"type": "required", "emailAddress": mail, "status": status, **more}


HERS = "eva.costa@firma.example"
ROOM = row("room@firma.example", "accepted", "Room 1", type="resource")
ORGANIZER = row("jan@firma.example", "organizer", "Jan")
COLLEAGUE = row("karl@firma.example", "declined", "Karl")


def declined(*attendees: dict[str, Any], invitee: Profile = EVA) -> bool:
    at = {"dateTime": "2027-01-12T10:00:00.0000000", "timeZone": "UTC"}
    event = {"id": "e", "start": at, "end": at, "attendees": list(attendees)}
    return entry_of(event, invitee).declined


@pytest.mark.parametrize(
    "others",
    [(), (ROOM,), (ORGANIZER,), (row("karl@firma.example", "accepted"),), (ROOM, ORGANIZER)],
)
def test_her_no_counts_whoever_else_is_there(others: tuple[dict[str, Any], ...]) -> None:
    """H4 a and b: a room that accepted, the organizer in the list, somebody it was forwarded to."""
    assert declined(*others, row("Eva.Costa@firma.example", "declined"))
    assert not declined(*others, row(HERS, "accepted"))


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (INTERNAL, "Eva Costa"),
        (INTERNAL, "Costa, Eva"),
        (f"{INTERNAL}-eva.costa", "8f1e"),
        (MAILED, "Eva Costa"),
        (MAILED.replace("8f1e", "8f1e-eva+2Ecosta"), "8f1e"),
    ],
)
@pytest.mark.parametrize("day", [6, 0])
def test_her_no_counts_under_an_address_of_exchanges_own(address: str, name: str, day: int) -> None:
    """H4 c: the entry that was invited keeps its earlier answer."""
    assert declined(row(HERS, "accepted"), row(address, "declined", name, day=day))


def test_a_later_yes_takes_the_no_back() -> None:
    assert not declined(row(HERS, "accepted", day=7), row(INTERNAL, "declined", "Eva Costa", day=6))


@pytest.mark.parametrize("her_answer", ["accepted", "none", "tentativelyAccepted"])
def test_the_no_of_somebody_else_is_not_hers(her_answer: str) -> None:
    assert not declined(row(HERS, her_answer), COLLEAGUE)
    for address in (INTERNAL, MAILED):
        assert not declined(row(HERS, her_answer), row(address, "declined", "Karl"))


def test_under_another_address_of_her_mailbox_only_a_no_of_all_is_hers_for_certain() -> None:
    alias = row("eva.meier@firma.example", "declined")
    assert declined(alias, ROOM, ORGANIZER)
    assert not declined(alias, row("karl@firma.example", "accepted"))


def test_under_an_address_that_the_directory_knows_as_hers_her_no_is_seen() -> None:
    married = replace(EVA, aliases=("eva.meier@firma.example",))
    alias = row("Eva.Meier@firma.example", "declined")
    assert declined(alias, row("karl@firma.example", "accepted"), invitee=married)


def test_an_event_to_which_nobody_is_invited_is_declined_by_nobody() -> None:
    assert not declined()
    assert not declined(ROOM)


def test_the_time_that_she_proposes_is_read_from_her_entry() -> None:
    at = {"dateTime": "2027-01-12T10:00:00.0000000", "timeZone": "UTC"}
    proposed = {"start": at, "end": at}
    event = {
        "id": "e",
        "start": at,
        "end": at,
        "attendees": [
            row("karl@firma.example", "tentativelyAccepted", proposedNewTime=proposed),
            row(HERS, "accepted"),
        ],
    }
    assert entry_of(event, EVA).proposed is None


@pytest.mark.parametrize(
    ("changed", "theirs"),
    [
        ({}, True),
        ({"isOrganizer": False}, False),
        ({"attendees": [COLLEAGUE]}, False),
        ({"isCancelled": True}, False),
    ],
)
def test_a_meeting_of_two_is_known_by_who_calls_it_and_who_is_asked(
    changed: dict[str, Any], *, theirs: bool
) -> None:
    """C5: somebody else may call a meeting as the tandem is called, or ask somebody else to it."""
    event = {"isOrganizer": True, "attendees": [ROOM, row(HERS, "none")], **changed}
    assert is_theirs(event, EVA) is theirs

"""Our own events as Graph answers them, in the heart's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from graph.zones import in_utc
from mentoring.domain.people import Profile
from mentoring.ports.calendar import CalendarEntry

Row = Mapping[str, Any]
INTERNAL = ("/o=", "imceaex-")
"""How addresses of Exchange's own begin, in small letters."""


def planned_start(instance: Row) -> datetime:
    """Where the pattern put an occurrence (UTC): ``originalStart`` stays when it is moved."""
    original = instance.get("originalStart")
    return (
        datetime.fromisoformat(original).astimezone(UTC) if original else in_utc(instance["start"])
    )


def is_cancelled(event: Row) -> bool:
    """Whether the event only says that it does not take place."""
    return bool(event.get("isCancelled"))


def entry_of(event: Row, invitee: Profile | None = None) -> CalendarEntry:
    """An event or occurrence with what the invitee has answered, whoever else is in its list."""
    people = [row for row in event.get("attendees") or () if _is_person(row)]
    own = [row for row in people if invitee and means(row, invitee)]
    proposals = [row["proposedNewTime"] for row in own or people if row.get("proposedNewTime")]
    return CalendarEntry(
        id=str(event["id"]),
        planned=planned_start(event),
        start=in_utc(event["start"]),
        end=in_utc(event["end"]),
        declined=_has_declined(own) if own else _all_declined(people),
        proposed=in_utc(proposals[0]["start"]) if proposals else None,
        series=str(event.get("seriesMasterId") or ""),
        join_url=join_url(event),
    )


def is_theirs(event: Row, invitee: Profile) -> bool:
    """Whether the mailbox's owner calls the meeting and the invitee is asked to it."""
    asked = any(means(row, invitee) for row in event.get("attendees") or ())
    return bool(event.get("isOrganizer")) and asked and not is_cancelled(event)


def join_url(event: Row) -> str:
    """The link to the online meeting; empty as long as Teams has not made it."""
    return str((event.get("onlineMeeting") or {}).get("joinUrl") or "")


def _is_person(row: Row) -> bool:
    """Whether the row may be an invited person: neither a room nor the organizer."""
    return row.get("type") != "resource" and _response(row) != "organizer"


def is_asked(row: Row) -> bool:
    """Whether the organizer has asked for this attendee: a room is a resource, and whoever an
    attendee has forwarded the meeting to is an optional one (event: forward; [MS-OXOCAL]
    3.1.4.10.2.2).
    """
    return row.get("type") == "required" and _is_person(row)


def means(row: Row, invitee: Profile) -> bool:
    """Whether a row of attendees is the invitee's.

    They may stand in the list a second time, under an address of Exchange's own (``/o=…``), which
    ends in the name of the mailbox, or under the same as mail systems write it (``IMCEAEX-_O=…@…``;
    learn.microsoft.com, IMCEAEX non-delivery report).
    """
    address, mail = _field(row, "address"), invitee.email.casefold()
    if not address.startswith(INTERNAL):
        return invitee.is_meant_by(address)
    mailbox = address.partition("@")[0].replace("+2e", ".")
    named = _words(_field(row, "name")) == _words(invitee.name)
    return named or mailbox.endswith(f"-{mail.partition('@')[0]}")


def _field(row: Row, name: str) -> str:
    return str((row.get("emailAddress") or {}).get(name) or "").casefold()


def _words(name: str) -> list[str]:
    """The words of a name in whatever order: ``Costa, Eva`` is Eva Costa."""
    return sorted(name.casefold().replace(",", " ").split())


def _response(row: Row) -> str:
    return str((row.get("status") or {}).get("response") or "")


def _answered_at(row: Row) -> str:
    """When the row was answered, as Graph writes it (UTC, so the texts sort as the moments do);
    empty if that is not known.
    """
    at = str((row.get("status") or {}).get("time") or "")
    return "" if at.startswith("0001") else at


def _has_declined(own: Sequence[Row]) -> bool:
    """Whether somebody who may stand in the list twice has declined, and not come back to it."""
    noes = [row for row in own if _response(row) == "declined"]
    latest = max((_answered_at(row) for row in own if row not in noes), default="")
    return any(not _answered_at(no) or _answered_at(no) >= latest for no in noes)


def _all_declined(people: Sequence[Row]) -> bool:
    """Exchange may have replaced the invitee's address by another one of the same mailbox: then
    nobody can be told apart, and only a no of all is theirs for certain.
    """
    return bool(people) and all(_response(row) == "declined" for row in people)

"""A file that is offered to somebody in their chat, and lies in their OneDrive once they take it.

offered ──accept──► accepted ──► sending ──► sent
   └──decline──► declined  └──► failed  └──► unsure

The file itself is kept nowhere: it is made when it is offered, to say how large it is, and once
more when it is taken.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from mentoring.domain.errors import Refusal


class FileState(StrEnum):
    """Where the offer of a file stands."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    SENDING = "sending"
    SENT = "sent"
    DECLINED = "declined"
    FAILED = "failed"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Place:
    """Where the file is to lie: what Teams says once somebody has agreed.

    ``upload_url`` lets anybody write there who knows it; ``content_url`` is the file's own address.
    """

    name: str
    upload_url: str
    content_url: str
    unique_id: str
    file_type: str


@dataclass(frozen=True)
class FileOffer:
    """A file for a person; ``kind`` names the view whose notice is its content, about the subject.

    ``upload_url`` is there from the yes until the file has been sent, no longer.
    """

    id: str
    person_id: str
    kind: str
    subject_id: str
    offered_at: datetime
    state: FileState = FileState.OFFERED
    name: str = ""
    upload_url: str = ""
    content_url: str = ""
    unique_id: str = ""
    file_type: str = ""
    cycle_id: str = ""


def accepted(offer: FileOffer, place: Place) -> FileOffer:
    """The person takes it, and Teams says where it is to lie.

    Raises:
        Refusal: ``stale`` if it was answered before.
    """
    return replace(_open(offer), state=FileState.ACCEPTED, **vars(place))


def declined(offer: FileOffer) -> FileOffer:
    """The person does not want it.

    Raises:
        Refusal: ``stale`` if it was answered before.
    """
    return replace(_open(offer), state=FileState.DECLINED)


def ended(offer: FileOffer, state: FileState) -> FileOffer:
    """It has been sent, or cannot be; nobody can write to its address through us any more."""
    return replace(offer, state=state, upload_url="")


def _open(offer: FileOffer) -> FileOffer:
    if offer.state is not FileState.OFFERED:
        raise Refusal("stale")
    return offer

"""People's OneDrives, as far as files of bots come into them: upload sessions, and what lies there.

A session takes the file in pieces, in order, each with `Content-Range`; each piece but the last is
a multiple of 320 KiB. Whoever knows its address may write, so a token beside it is refused with 401
[learn.microsoft.com, driveItem: createUploadSession, "Upload bytes to the upload session" and
"Remarks"]. Times are aware (UTC), on the tenant's clock.
"""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta

FOLDER = "Applications"
PIECE_BYTES = 320 * 1024
LARGEST_REQUEST = 60 * 1024 * 1024
LASTS = timedelta(hours=24)
RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")


class UploadRefused(Exception):
    """OneDrive says no, with this status and code."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code = status, code


@dataclass(frozen=True)
class DriveFile:
    """A file in somebody's OneDrive."""

    id: str
    person_id: str
    name: str
    data: bytes
    created: datetime

    @property
    def type(self) -> str:
        """The ending of its name."""
        return self.name.rpartition(".")[2]


@dataclass
class UploadSession:
    """Room that was made for a file; what has arrived so far."""

    id: str
    person_id: str
    item_id: str
    name: str
    expires: datetime
    total: int | None = None
    data: bytearray = field(default_factory=bytearray)

    def take(self, span: str, body: bytes) -> bool:
        """One piece; returns whether the file is complete with it.

        Raises:
            UploadRefused: the range is malformed, not what is missing, or of another size.
        """
        found = RANGE.fullmatch(span)
        if found is None:
            raise UploadRefused(400, "invalidRequest", "Missing or invalid Content-Range header.")
        first, last, total = (int(part) for part in found.groups())
        self._check(first, last, total, len(body))
        self.total = total
        self.data += body
        return len(self.data) == total

    def _check(self, first: int, last: int, total: int, size: int) -> None:
        if self.total not in {None, total}:
            raise UploadRefused(400, "invalidRequest", "Total size differs from earlier fragments.")
        if last - first + 1 != size or last >= total or size > LARGEST_REQUEST:
            raise UploadRefused(400, "invalidRequest", "Content-Range does not fit the content.")
        if first != len(self.data):
            raise UploadRefused(
                416, "invalidRange", "The fragment was received already or is out of order."
            )
        if last + 1 < total and size % PIECE_BYTES:
            raise UploadRefused(
                400, "invalidRequest", "Fragments must be a multiple of 320 KiB, but for the last."
            )

    @property
    def missing(self) -> list[str]:
        """What OneDrive still expects, as `nextExpectedRanges`."""
        return [f"{len(self.data)}-"]


@dataclass
class Drives:
    """All OneDrives of the tenant."""

    files: dict[str, DriveFile] = field(default_factory=dict)
    sessions: dict[str, UploadSession] = field(default_factory=dict)

    def open(self, person_id: str, name: str, now: datetime) -> UploadSession:
        """Make room for a file; one of the same name stays, and this one is renamed."""
        key = uuid.uuid4().hex
        made = UploadSession(
            key, person_id, str(uuid.uuid4()).upper(), self._free(person_id, name), now + LASTS
        )
        self.sessions[key] = made
        return made

    def session(self, key: str, now: datetime) -> UploadSession:
        """The session, while it lasts. Raises UploadRefused with 404 otherwise."""
        found = self.sessions.get(key)
        if found is None or found.expires <= now:
            raise UploadRefused(404, "itemNotFound", "The upload session was not found")
        return found

    def complete(self, session: UploadSession, now: datetime) -> DriveFile:
        """The file lies there from now on; the session is over."""
        del self.sessions[session.id]
        made = DriveFile(session.item_id, session.person_id, session.name, bytes(session.data), now)
        self.files[made.id] = made
        return made

    def of(self, person_id: str) -> list[DriveFile]:
        """What the person has got, oldest first."""
        return [each for each in self.files.values() if each.person_id == person_id]

    def _free(self, person_id: str, name: str) -> str:
        taken = {each.name for each in self.of(person_id)}
        stem, dot, ending = name.rpartition(".")
        number = 1
        wanted = name
        while wanted in taken:
            wanted = f"{stem} {number}{dot}{ending}" if dot else f"{name} {number}"
            number += 1
        return wanted

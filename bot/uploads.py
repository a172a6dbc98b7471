"""Files on their way into somebody's OneDrive, by the address that Teams gives once they agree.

``PUT`` in pieces with ``Content-Range``, each but the last a multiple of 320 KiB, without any
token, because the address itself is the permission [learn.microsoft.com, driveItem:
createUploadSession, "Upload bytes to the upload session"; Send and receive files using bot]. An
address comes from outside, so it is only called if it lies with SharePoint, over https, and no
redirect is followed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp
from pydantic_core import from_json
from yarl import URL

from graph.refusals import given_at, seconds_until
from mentoring.domain.errors import (
    NotAllowed,
    NotThere,
    OutsideError,
    Rejected,
    Throttled,
    Unavailable,
)

PIECE_BYTES = 16 * 320 * 1024
"""Five MiB: a multiple of 320 KiB, far below the 60 MiB that one request may have."""
TIMEOUT = aiohttp.ClientTimeout(total=60)
HOST = re.compile(r"[a-z0-9-]+\.sharepoint\.com", re.ASCII | re.IGNORECASE)
"""Where the OneDrives of companies lie, in all clouds in which bots may send files: one name of
plain letters, so that nothing in it is read otherwise by somebody else; beyond ASCII, a dotless i
would do for an i.
"""


@dataclass(frozen=True)
class Answer:
    """What OneDrive answers; ``retry_after`` and ``date`` are the headers of these names, empty
    without them.
    """

    status: int
    body: bytes
    retry_after: str
    date: str


class Uploads:
    """Puts files where people have agreed to.

    ``trusted`` are further addresses that may be called, as ``scheme://host:port``: the simulated
    tenant's.
    """

    def __init__(self, session: aiohttp.ClientSession, trusted: frozenset[str]) -> None:
        self._session = session
        self._trusted = trusted

    def may_go_to(self, url: str) -> bool:
        """Whether a file may be put there, or an address be shown to somebody as their own file."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            return False
        if not url.isprintable() or any(sign in url for sign in "\\ ") or "@" in parts.netloc:
            return False
        if f"{parts.scheme}://{parts.netloc}" in self._trusted:
            return True
        host = parts.hostname or ""
        return parts.scheme == "https" and port in {None, 443} and bool(HOST.fullmatch(host))

    async def put(self, url: str, data: bytes) -> None:
        """Put the file there; one whose first pieces have arrived before is gone on with.

        Raises:
            NotAllowed: the address does not lie with SharePoint.
            OutsideError: OneDrive refuses it, or is away.
        """
        if not self.may_go_to(url):
            raise NotAllowed("the upload's address does not lie with SharePoint")
        start = 0
        while start < len(data):
            piece = data[start : start + PIECE_BYTES]
            start = await self._piece(url, piece, start, len(data))

    async def _piece(self, url: str, piece: bytes, start: int, whole: int) -> int:
        """Put one piece; returns where the next one begins."""
        span = f"bytes {start}-{start + len(piece) - 1}/{whole}"
        headers = {"Content-Range": span, "Content-Type": "application/octet-stream"}
        answer = await self._request("PUT", url, piece, headers)
        if answer.status in {200, 201}:
            return whole
        if answer.status == 416:
            answer = await self._request("GET", url, None, {})
        if answer.status not in {200, 202}:
            raise _refused(answer)
        onward = _next(answer.body, start + len(piece))
        if onward <= start:
            raise Unavailable("OneDrive asks for what it was just given")
        return onward

    async def _request(
        self, method: str, url: str, data: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        try:
            async with self._session.request(
                method,
                URL(url, encoded=True),
                data=None if data is None else io.BytesIO(data),
                headers=headers,
                timeout=TIMEOUT,
                allow_redirects=False,
            ) as answer:
                wait, date = (answer.headers.get(name, "") for name in ("Retry-After", "Date"))
                return Answer(answer.status, await answer.read(), wait, date)
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unavailable(f"OneDrive could not be reached ({type(error).__name__})") from error


def _next(body: bytes, expected: int) -> int:
    """Where the first piece begins that OneDrive still misses."""
    try:
        ranges = from_json(body or b"{}").get("nextExpectedRanges") or []
        return int(str(ranges[0]).partition("-")[0]) if ranges else expected
    except (AttributeError, IndexError, ValueError) as error:
        raise Unavailable("OneDrive did not say which part it misses") from error


def _refused(answer: Answer) -> OutsideError:
    """The error for a status; what OneDrive says beside it may name people, so it is left out."""
    status = answer.status
    text = f"OneDrive answered {status} to the upload"
    if status in {401, 403} or 300 <= status < 400:
        return NotAllowed(text)
    if status == 429 or status >= 500:
        wait = seconds_until(answer.retry_after, given_at(answer.date))
        return Throttled(text, wait) if answer.retry_after else Unavailable(text)
    return NotThere(text) if status in {404, 410} else Rejected(text)

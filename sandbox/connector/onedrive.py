"""OneDrive's side of a bot's file: the address to put it, and the file to be opened.

Below `/onedrive`, without any token [learn.microsoft.com, driveItem: createUploadSession].
"""

from __future__ import annotations

from typing import Any

from aiohttp import web

from sandbox.drives import DriveFile, UploadRefused, UploadSession
from sandbox.state import TenantState


def upload_url(state: TenantState, session: UploadSession) -> str:
    """Where a bot puts the file."""
    return f"{state.base_url}/onedrive/upload/{session.id}"


def content_url(state: TenantState, item_id: str) -> str:
    """The file's own address."""
    return f"{state.base_url}/onedrive/file/{item_id}"


class OneDrive:
    """The endpoints."""

    def __init__(self, state: TenantState) -> None:
        self._state = state

    def routes(self) -> list[web.RouteDef]:
        """All of them."""
        return [
            web.put("/onedrive/upload/{session}", self.put),
            web.get("/onedrive/upload/{session}", self.status),
            web.delete("/onedrive/upload/{session}", self.cancel),
            web.get("/onedrive/file/{item}", self.file),
        ]

    async def put(self, request: web.Request) -> web.Response:
        """One piece of the file."""
        try:
            session = self._session(request)
            complete = session.take(request.headers.get("Content-Range", ""), await request.read())
        except UploadRefused as refused:
            return _refusal(refused)
        if not complete:
            return web.json_response(_status(session), status=202)
        return web.json_response(
            _item(self._state.drives.complete(session, self._state.clock.now())), status=201
        )

    async def status(self, request: web.Request) -> web.Response:
        """What is still missing."""
        try:
            return web.json_response(_status(self._session(request)))
        except UploadRefused as refused:
            return _refusal(refused)

    async def cancel(self, request: web.Request) -> web.Response:
        """Let go of the session."""
        try:
            del self._state.drives.sessions[self._session(request).id]
        except UploadRefused as refused:
            return _refusal(refused)
        return web.Response(status=204)

    async def file(self, request: web.Request) -> web.Response:
        """The file, as its owner downloads it: nothing in it is ever shown or run by the browser
        that has the page open.
        """
        found = self._state.drives.files.get(request.match_info["item"])
        if found is None:
            raise web.HTTPNotFound
        headers = {
            "Content-Disposition": "attachment",
            "Content-Security-Policy": "sandbox",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(body=found.data, headers=headers)

    def _session(self, request: web.Request) -> UploadSession:
        if "Authorization" in request.headers:
            raise UploadRefused(401, "unauthenticated", "Do not send a token to an upload URL.")
        return self._state.drives.session(request.match_info["session"], self._state.clock.now())


def _status(session: UploadSession) -> dict[str, Any]:
    expires = session.expires.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {"expirationDateTime": expires, "nextExpectedRanges": session.missing}


def _item(found: DriveFile) -> dict[str, Any]:
    return {"id": found.id, "name": found.name, "size": len(found.data), "file": {}}


def _refusal(refused: UploadRefused) -> web.Response:
    error = {"error": {"code": refused.code, "message": str(refused)}}
    return web.json_response(error, status=refused.status)

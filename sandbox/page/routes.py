"""The routes of the page: its files, what it is drawn with, people's pictures, and what a device
shows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from aiohttp import web

from sandbox.connector.clients import Clients, NoSuchThing
from sandbox.directory import Person
from sandbox.graph.photos import picture_of
from sandbox.page.pulse import Pulse
from sandbox.page.screen import calendar_of, conversations_of, messages_of, teams_of
from sandbox.state import TenantState

HERE = Path(__file__).parent
STATIC = HERE / "static"
LIBRARIES = {
    "adaptivecards.js": "adaptivecards/dist/adaptivecards.min.js",
    "markdown-it.js": "markdown-it/dist/markdown-it.min.js",
    "fullcalendar.js": "fullcalendar/index.global.min.js",
    "fullcalendar-locales.js": "@fullcalendar/core/locales-all.global.min.js",
}
WAIT_SECONDS = 20.0
PHOTO_PIXELS = 96


class PageIncomplete(RuntimeError):
    """What the page is drawn with is not installed; the text says what to do."""


def check() -> None:
    """Raise PageIncomplete unless everything that the page is drawn with is there."""
    missing = [path for path in LIBRARIES.values() if not (HERE / "node_modules" / path).is_file()]
    if missing:
        raise PageIncomplete(
            "The page's libraries are not installed: run `make setup-page` (it needs Node.js with "
            "npm)."
        )


class Page:
    """Serves the page. `pulse` says when a screen has to be looked at again."""

    def __init__(self, state: TenantState, clients: Clients, pulse: Pulse) -> None:
        self._state = state
        self._clients = clients
        self._pulse = pulse

    def routes(self) -> list[web.RouteDef]:
        """All of them."""
        return [
            web.get("/", self.index),
            web.get("/page/library/{name}", self.library),
            web.get("/page/photo/{person}", self.photo),
            web.get("/page/{name}", self.file),
            web.get("/sandbox/screen", self.screen),
        ]

    async def index(self, _: web.Request) -> web.FileResponse:
        """The page itself."""
        return web.FileResponse(STATIC / "index.html", headers={"Cache-Control": "no-store"})

    async def file(self, request: web.Request) -> web.FileResponse:
        """One of the page's own files."""
        path = STATIC / request.match_info["name"]
        if path.parent != STATIC or not path.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(path, headers={"Cache-Control": "no-store"})

    async def library(self, request: web.Request) -> web.FileResponse:
        """One of the libraries that the page is drawn with."""
        path = LIBRARIES.get(request.match_info["name"])
        if path is None:
            raise web.HTTPNotFound
        return web.FileResponse(HERE / "node_modules" / path)

    async def photo(self, request: web.Request) -> web.Response:
        """A person's portrait."""
        person = self._state.people.get(request.match_info["person"])
        if person is None or not person.photo_pixels:
            raise web.HTTPNotFound
        return web.Response(body=picture_of(person, PHOTO_PIXELS), content_type="image/jpeg")

    async def screen(self, request: web.Request) -> web.Response:
        """What the device shows; with ``since`` as soon as something has changed, at the latest
        after twenty seconds.

        ``open=true`` opens the conversation, for which the client asks for fresh cards.
        """
        try:
            person = self._clients.person(request.query.get("person", ""))
        except NoSuchThing as error:
            return web.json_response({"error": str(error)}, status=404)
        if since := request.query.get("since"):
            await self._pulse.after(int(since), WAIT_SECONDS)
        beats = self._pulse.beats
        return web.json_response({"beats": beats, **await self._shown(person, request)})

    async def _shown(self, person: Person, request: web.Request) -> dict[str, Any]:
        conversations = conversations_of(self._state, person)
        known = {one["id"] for one in conversations}
        wanted = request.query.get("conversation", "")
        chosen = wanted if wanted in known else next((one["id"] for one in conversations), "")
        device, messages = request.query.get("device", "laptop"), []
        if chosen:
            place = self._clients.place(person, chosen)
            if request.query.get("open") == "true":
                await self._clients.open(person, place, device)
            messages = messages_of(self._clients, self._state, person, place, device)
        return {
            "now": self._state.clock.now().isoformat(),
            "zone": person.zone,
            "conversations": conversations,
            "conversation": chosen,
            "messages": messages,
            "calendar": calendar_of(self._state, person),
            "teams": teams_of(self._state, person),
        }

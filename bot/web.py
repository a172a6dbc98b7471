"""The front door: four addresses.

Nothing of an unwelcome or malformed request goes further than this module.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

import structlog
from aiohttp import web
from pydantic import ValidationError
from pydantic_core import to_json

from bot.auth import Doorkeeper, Unwelcome
from bot.lasting import let_end
from bot.notifications import Notifications
from bot.reading import Unreadable, read_json
from bot.teams import Teams
from bot.turn import Inbound
from cards.kit.words import Words
from mentoring.domain.language import language_of

LARGEST_BODY = 256 * 1024
ANSWER_WITHIN_SECONDS = 10
SPOKEN = {"message", "invoke"}
"""What somebody has done who waits for an answer."""
TURNED_AWAY = {401: "not allowed", 403: "not allowed", 503: "not ready"}
"""What is answered with a status; why stands in the log alone."""
T = TypeVar("T")
log = structlog.get_logger()


class Malformed(Exception):
    """The body is no activity; answered with 400."""


class FrontDoor:
    """Checks what comes in and hands it on."""

    def __init__(
        self,
        doorkeeper: Doorkeeper,
        teams: Teams,
        needed: Mapping[str, Callable[[], Awaitable[bool]]],
        notifications: Notifications,
        apologize: Callable[[Inbound], Awaitable[None]],
    ) -> None:
        self._doorkeeper = doorkeeper
        self._teams = teams
        self._needed = needed
        self._notifications = notifications
        self._apologize = apologize
        self._going_on: set[asyncio.Future[Any]] = set()

    def application(self) -> web.Application:
        """The web application with all addresses of the product."""
        app = web.Application(client_max_size=LARGEST_BODY)
        app.on_response_prepare.append(_anonymous)
        app.on_shutdown.append(self._stop)
        app.router.add_post("/api/messages", self.messages)
        app.router.add_post("/api/notifications", self._notifications.receive)
        app.router.add_get("/healthz", self.health)
        app.router.add_get("/readyz", self.readiness)
        return app

    async def health(self, _request: web.Request) -> web.Response:
        """Liveness: the process is running."""
        return web.json_response({"status": "alive"})

    async def readiness(self, _request: web.Request) -> web.Response:
        """Readiness: the database answers, and the keys to check incoming tokens with are known."""
        missing = [name for name, there in self._needed.items() if not await there()]
        if missing:
            return web.json_response({"status": "waiting", "for": missing}, status=503)
        return web.json_response({"status": "ready"})

    async def messages(self, request: web.Request) -> web.Response:
        """An activity of the Bot Framework: 401 or 403 with a log line, 503 while no token can be
        checked, 400 if malformed, 200 otherwise.
        """
        try:
            caller = await self._doorkeeper.caller(
                request.headers.get("Authorization"), request.remote
            )
            raw = await _activity(request)
            self._doorkeeper.admit(caller, raw)
            inbound = Inbound.model_validate(raw)
        except Unwelcome as unwelcome:
            log.warning("door.refused", status=unwelcome.status, reason=unwelcome.reason)
            return web.json_response(
                {"error": TURNED_AWAY[unwelcome.status]}, status=unwelcome.status
            )
        except (Malformed, ValidationError) as error:
            log.warning("door.malformed", error=type(error).__name__)
            return web.json_response({"error": "not an activity"}, status=400)
        return await self._work(self._teams.receive(inbound, caller.claims), inbound)

    async def _work(self, turn: Awaitable[tuple[int, Any]], inbound: Inbound) -> web.Response:
        """Answer within ten seconds, as channels require; a longer turn goes on after the answer.

        If it fails through our own fault, whoever pressed a button reads a sentence; a message is
        answered with 500. Whether Teams sends it again then is not documented, so its author reads
        a sentence in the chat, as does whoever was answered already.
        """
        task = self._begun(turn)
        done, _ = await asyncio.wait({task}, timeout=ANSWER_WITHIN_SECONDS)
        if not done:
            self._begun(self._told_afterwards(task, inbound))
            return web.Response(status=202)
        if task.exception():
            if inbound.type == "message":
                self._begun(self._told_afterwards(task, inbound))
            return _sorry(inbound)
        status, body = task.result()
        if body is None:
            return web.Response(status=status)
        return web.Response(
            body=to_json(body), content_type="application/json", charset="utf-8", status=status
        )

    async def _stop(self, _app: web.Application) -> None:
        """Let turns end, and end those that do not."""
        await let_end(self._going_on)

    def _begun(self, work: Awaitable[T]) -> asyncio.Future[T]:
        task = asyncio.ensure_future(work)
        self._going_on.add(task)
        task.add_done_callback(self._ended)
        return task

    async def _told_afterwards(self, task: asyncio.Future[Any], inbound: Inbound) -> None:
        await asyncio.wait({task})
        if not task.cancelled() and task.exception() and inbound.type in SPOKEN:
            await self._apologize(inbound)

    def _ended(self, task: asyncio.Future[Any]) -> None:
        self._going_on.discard(task)
        if not task.cancelled() and task.exception():
            log.error("turn.failed", exc_info=task.exception())


async def _anonymous(_request: web.Request, response: web.StreamResponse) -> None:
    """Remove the server's version from the answer: nobody outside has to know what runs here."""
    response.headers.popall("Server", None)


def _sorry(inbound: Inbound) -> web.Response:
    if inbound.type != "invoke":
        return web.json_response({"error": "our fault, logged"}, status=500)
    text = Words(language_of(inbound.locale, "en")).text("refusal-unexpected")
    return web.json_response(
        {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": text}
    )


async def _activity(request: web.Request) -> dict[str, Any]:
    try:
        raw = read_json(await request.read())
    except Unreadable as error:
        raise Malformed("no JSON") from error
    except web.HTTPRequestEntityTooLarge as error:
        raise Malformed("too large") from error
    except web.RequestPayloadError as error:
        raise Malformed("not as its headers say") from error
    except ConnectionResetError as error:
        raise Malformed("broken off") from error
    if not isinstance(raw, dict):
        raise Malformed("no object")
    return raw

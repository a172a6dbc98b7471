"""``POST /api/notifications``: what Microsoft Graph tells of changes in organizers' calendars.

Graph wants a validation token back as plain text, and any notification answered within three
seconds (learn.microsoft.com, change notifications delivery by webhooks). So a notification is only
noted down; whoever forged it changes nothing, because it lacks the secret of its subscription, and
learns nothing, because every well-formed one is answered alike.
"""

from __future__ import annotations

import structlog
from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.reading import Unreadable, holdable, read_json
from mentoring.ports.world import World
from mentoring.usecases.changes import calendar_watch
from mentoring.usecases.changes.calendar_watch import Told

MOST = 1000
UNREADABLE = (
    *(Unreadable, ValidationError, ConnectionResetError),
    *(web.HTTPRequestEntityTooLarge, web.RequestPayloadError),
)
LONGEST_TOKEN = 4096
log = structlog.get_logger()


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Resource(_Lenient):
    id: str = Field(default="", max_length=1000)


class _Notification(_Lenient):
    subscription: str = Field(alias="subscriptionId", max_length=200)
    secret: str | None = Field(default=None, alias="clientState", max_length=500)
    lifecycle: str | None = Field(default=None, alias="lifecycleEvent", max_length=100)
    resource: _Resource | None = Field(default=None, alias="resourceData")

    def told(self) -> Told:
        return Told(
            self.subscription,
            self.secret or "",
            self.resource.id if self.resource else "",
            self.lifecycle or "",
        )


class _Batch(_Lenient):
    value: list[object] = Field(max_length=MOST)

    def told(self) -> list[Told]:
        """Those that can be read: one that cannot be keeps nobody from the others."""
        return [told for each in self.value if (told := _read(each))]


def _read(notification: object) -> Told | None:
    try:
        return _Notification.model_validate(notification).told()
    except ValidationError:
        return None


class Notifications:
    """Takes notifications in."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def receive(self, request: web.Request) -> web.Response:
        """A validation token is echoed; a batch is noted down and answered 202; anything else is
        400.
        """
        token = request.query.get("validationToken")
        if token is not None:
            return _echo(token)
        try:
            batch = _Batch.model_validate(read_json(await request.read()))
        except UNREADABLE as error:
            return _malformed(type(error).__name__)
        told = batch.told()
        if batch.value and not told:
            return _malformed("ValidationError")
        ours = await self._world.run(calendar_watch.notified, told)
        if ours < len(batch.value):
            log.info("notification.dropped", dropped=len(batch.value) - ours)
        return web.Response(status=202)


def _malformed(error: str) -> web.Response:
    log.warning("notification.malformed", error=error)
    return web.json_response({"error": "not a notification"}, status=400)


def _echo(token: str) -> web.Response:
    """The token as plain text, so that no browser ever takes it for a page."""
    if len(token) > LONGEST_TOKEN:
        return web.json_response({"error": "too long"}, status=400)
    return web.Response(
        text=holdable(token),
        content_type="text/plain",
        headers={"X-Content-Type-Options": "nosniff"},
    )

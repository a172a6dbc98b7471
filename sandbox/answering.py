"""How the control API answers: JSON in, JSON out, and for a mistake of the caller 400 with
`{"error": …}`.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from sandbox.clock import NaiveTime

Json = dict[str, Any]
Handler = Callable[[Json], Json]


class BadCall(ValueError):
    """A call of the control API that cannot be carried out; the text says why."""


def aware(body: Json, name: str) -> datetime:
    """The time in the body under that name, to the second.

    Raises ValueError if it is none or has no zone.
    """
    moment = datetime.fromisoformat(str(body.get(name)))
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise NaiveTime(f"'{name}' has no zone; write it with Z or an offset.")
    return moment - timedelta(microseconds=moment.microsecond)


def answering(handler: Handler) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The handler as one of aiohttp: JSON (or the query) in, JSON out, and 400 for a mistake of the
    caller.
    """

    async def respond(request: web.Request) -> web.Response:
        try:
            body = await request.json() if request.can_read_body else dict(request.query)
            return web.json_response(handler(body))
        except (BadCall, ValueError) as error:
            return web.json_response({"error": str(error)}, status=400)

    return respond

"""A bare aiohttp handler: reads an activity and answers it with one call, as cheaply as Python can.

`python bare.py PORT`; nothing is checked, nothing is kept.
"""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator
from urllib.parse import quote

import aiohttp
from aiohttp import web

SESSION = web.AppKey("session", aiohttp.ClientSession)


async def messages(request: web.Request) -> web.Response:
    """Say the same into the same conversation."""
    activity = json.loads(await request.read())
    conversation = quote(activity["conversation"]["id"], safe="")
    url = f"{activity['serviceUrl']}v3/conversations/{conversation}/activities"
    reply = {"type": "message", "text": activity["text"], "replyToId": activity["id"]}
    async with request.app[SESSION].post(url, json=reply) as answer:
        await answer.read()
    return web.Response()


async def _with_session(app: web.Application) -> AsyncIterator[None]:
    async with aiohttp.ClientSession() as session:
        app[SESSION] = session
        yield


def main(port: int) -> None:
    """Serve until stopped."""
    app = web.Application()
    app.cleanup_ctx.append(_with_session)
    app.router.add_post("/api/messages", messages)
    web.run_app(app, host="127.0.0.1", port=port, print=None, access_log=None)


if __name__ == "__main__":
    main(int(sys.argv[1]))

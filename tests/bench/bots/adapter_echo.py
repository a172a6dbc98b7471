"""An echo bot on botbuilder's `BotFrameworkAdapter`, as its samples write it; without an app id
nothing is checked.

`python adapter_echo.py PORT`
"""

from __future__ import annotations

import sys

from aiohttp import web
from botbuilder.core import BotFrameworkAdapter, BotFrameworkAdapterSettings, TurnContext
from botbuilder.schema import Activity

ADAPTER = BotFrameworkAdapter(BotFrameworkAdapterSettings("", ""))


async def echo(context: TurnContext) -> None:
    """Say the same."""
    await context.send_activity(f"Echo: {context.activity.text}")


async def messages(request: web.Request) -> web.Response:
    """One turn through the SDK."""
    activity = Activity().deserialize(await request.json())
    await ADAPTER.process_activity(activity, request.headers.get("Authorization", ""), echo)
    return web.Response(status=201)


def main(port: int) -> None:
    """Serve until stopped."""
    app = web.Application()
    app.router.add_post("/api/messages", messages)
    web.run_app(app, host="127.0.0.1", port=port, print=None, access_log=None)


if __name__ == "__main__":
    main(int(sys.argv[1]))

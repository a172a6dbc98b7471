"""An echo bot on botbuilder's `CloudAdapter`, as its samples write it; without an app id nothing is
checked.

`python cloud_echo.py PORT`, in an environment with `botbuilder-integration-aiohttp`.
"""

from __future__ import annotations

import sys

from aiohttp import web
from botbuilder.core import ActivityHandler, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication


class Nobody:
    """No app: what the samples call a local bot."""

    APP_ID = ""
    APP_PASSWORD = ""
    APP_TYPE = "MultiTenant"
    APP_TENANTID = ""


class Echo(ActivityHandler):  # type: ignore[misc]  # the SDK ships no type information
    """Says the same."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """One message."""
        await turn_context.send_activity(f"Echo: {turn_context.activity.text}")


ADAPTER, BOT = CloudAdapter(ConfigurationBotFrameworkAuthentication(Nobody())), Echo()


async def messages(request: web.Request) -> web.Response:
    """One turn through the SDK."""
    answer: web.Response = await ADAPTER.process(request, BOT)
    return answer


def main(port: int) -> None:
    """Serve until stopped."""
    app = web.Application()
    app.router.add_post("/api/messages", messages)
    web.run_app(app, host="127.0.0.1", port=port, print=None, access_log=None)


if __name__ == "__main__":
    main(int(sys.argv[1]))

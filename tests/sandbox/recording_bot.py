"""A bot for the tests of the tenant: a web server that keeps what the connector posts and answers
as it is told.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from sandbox.cards import Card

ADAPTIVE = "application/vnd.microsoft.card.adaptive"
Answer = tuple[int, object]


def taken(_: Card) -> Answer:
    """The answer to whatever needs none."""
    return 202, None


@dataclass
class RecordingBot:
    """`answer` gets each activity and returns the HTTP status and the JSON body."""

    url: str = ""
    activities: list[Card] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    answer: Callable[[Card], Answer] = taken

    def of_type(self, kind: str) -> list[Card]:
        """The activities of one type, oldest first."""
        return [activity for activity in self.activities if activity["type"] == kind]

    async def messages(self, request: web.Request) -> web.Response:
        """`POST /api/messages`."""
        activity = await request.json()
        self.activities.append(activity)
        self.tokens.append(request.headers.get("Authorization", "").removeprefix("Bearer "))
        status, body = self.answer(activity)
        return (
            web.json_response(body, status=status)
            if body is not None
            else web.Response(status=status)
        )


def card(words: str, **more: object) -> Card:
    """A card with a line of text."""
    return {
        "type": "AdaptiveCard",
        "version": "1.5",
        "body": [{"type": "TextBlock", "text": words}],
        **more,
    }


def with_card(content: Card) -> Card:
    """A message that consists of the card."""
    attachments = [{"contentType": ADAPTIVE, "content": content}]
    return {"type": "message", "summary": "A card", "attachments": attachments}


def answered_with(content: Card) -> Answer:
    """The answer to an invoke that shows the card."""
    return 200, {"statusCode": 200, "type": ADAPTIVE, "value": content}


def always(answer: Answer) -> Callable[[Card], Answer]:
    """The same answer to everything."""

    def give(_: Card) -> Answer:
        return answer

    return give


@asynccontextmanager
async def recording_bot() -> AsyncIterator[RecordingBot]:
    """A bot that listens on a free port of the loopback interface."""
    bot = RecordingBot()
    app = web.Application()
    app.add_routes([web.post("/api/messages", bot.messages)])
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    bot.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield bot
    finally:
        await runner.cleanup()

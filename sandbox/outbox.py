"""Posting to endpoints outside the tenant, as Graph's change notifications do; nothing here raises
for what they answer.
"""

import asyncio
from collections import Counter
from dataclasses import dataclass

import aiohttp


@dataclass(frozen=True)
class Posted:
    """What an endpoint answered; status 0: nobody did, `late`: not in time."""

    status: int
    content_type: str = ""
    text: str = ""
    late: bool = False


class Outbox:
    """Posts, and counts what became of the notifications."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        """Notifications `delivered`, deliveries `failed`, notifications `missed`."""
        self._session: aiohttp.ClientSession | None = None

    async def post(self, url: str, seconds: float, json: object = None) -> Posted:
        """Post JSON, or an empty text, and wait at most so many seconds for the answer."""
        if self._session is None:
            self._session = aiohttp.ClientSession()
        headers = {"Content-Type": "text/plain; charset=utf-8"} if json is None else {}
        try:
            async with (
                asyncio.timeout(seconds),
                self._session.post(
                    url, json=json, headers=headers, allow_redirects=False
                ) as answer,
            ):
                return Posted(answer.status, answer.content_type, await answer.text())
        except TimeoutError:
            return Posted(0, late=True)
        except (aiohttp.ClientError, OSError, UnicodeDecodeError):
            return Posted(0)

    async def close(self) -> None:
        """End the connections."""
        if self._session is not None:
            await self._session.close()
            # The transport of a closed session ends in the loop's next turns.
            await asyncio.sleep(0)

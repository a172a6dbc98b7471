"""Posting activities to the product, signed as the Bot Connector signs them.

A channel waits about 15 seconds for the bot's answer and does not ask twice: what a bot misses, a
person repeats [microsoft/Agents-for-python app_options.py: "10 - 15 second timeout imposed by most
channels"]. An injected fault delivers an activity twice all the same, at the same moment, to two
replicas if there are several; what the second is answered, nobody hears. Another one spells
activities out: what there is nothing to say about comes as null.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from dataclasses import dataclass
from itertools import count

import aiohttp

from sandbox.connector.activities import Activity, service_url, spelt_out
from sandbox.signin import SignIn
from sandbox.state import TenantState

ANSWER_SECONDS = 15.0


@dataclass(frozen=True)
class Delivered:
    """What became of an activity: the HTTP status (0: nobody answered) and the JSON answer, if it
    was JSON.
    """

    status: int
    body: object = None
    error: str = ""

    @property
    def arrived(self) -> bool:
        """Whether the product took the activity."""
        return 200 <= self.status < 300


class Delivery:
    """Posts to the product's replicas in turn; a replica that does not answer is an answer like any
    other.
    """

    def __init__(self, state: TenantState, signin: SignIn) -> None:
        self.delivered: Counter[tuple[str, int]] = Counter()
        self._state = state
        self._signin = signin
        self._session: aiohttp.ClientSession | None = None
        self._turns = count()
        state.closing.append(self.close)

    async def post(self, activity: Activity) -> Delivered:
        """Post one activity to `POST /api/messages` of the replica whose turn it is."""
        urls = self._state.product_urls
        if not urls:
            return self._count(
                activity, Delivered(0, error="No product is connected to the tenant.")
            )
        times = 2 if self._state.faults.twice() else 1
        activity = spelt_out(activity) if self._state.faults.spelt_out() else activity
        sent = (self._attempt(urls[next(self._turns) % len(urls)], activity) for _ in range(times))
        delivered, *_ = await asyncio.gather(*sent)
        return self._count(activity, delivered)

    async def _attempt(self, base: str, activity: Activity) -> Delivered:
        url = base.rstrip("/") + "/api/messages"
        try:
            return await self._send(url, activity)
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            return Delivered(0, error=f"{url}: {type(error).__name__} {error}")

    async def close(self) -> None:
        """End the connections to the product."""
        if self._session is not None:
            await self._session.close()
            # The transport of a closed session ends in the loop's next turns.
            await asyncio.sleep(0)

    async def _send(self, url: str, activity: Activity) -> Delivered:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS)
            )
        token = self._signin.sign_activity(service_url(self._state))
        async with self._session.post(
            url, json=activity, headers={"Authorization": f"Bearer {token}"}
        ) as response:
            text = await response.text()
            return Delivered(
                response.status, _json(text), "" if response.status < 300 else text[:500]
            )

    def _count(self, activity: Activity, delivered: Delivered) -> Delivered:
        self.delivered[str(activity["type"]), delivered.status] += 1
        return delivered


def _json(text: str) -> object:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return None

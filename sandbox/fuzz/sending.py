"""Sending what is odd to the running product, signed and unsigned, and counting what it answers."""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import aiohttp

from sandbox.connector.activities import service_url
from sandbox.fuzz.mutations import TEXTS, Json, body, elsewhere, mutated, odd
from sandbox.server import Tenant

SIDE_BY_SIDE = 8
TIMEOUT = aiohttp.ClientTimeout(total=60)
HEADERS = (
    b"", b"Bearer", b"Bearer ", b"Bearer \xff\xfe.\xff.\xff", b"Bearer x.y.z", b"Basic eDp5",
    b"Bearer W10.W10.W10",
    b"Bearer " + b"W1tbW1tbW1tbW1tb" * 300, b"Bearer eyJhbGciOiJub25lIn0.e30.", b"bearer \x00",
)  # fmt: skip


@dataclass(frozen=True)
class Failure:
    """An answer that must not be: the number to play it again, the status (0: none), and what was
    sent.
    """

    number: int
    status: int
    sent: str


@dataclass
class Outcome:
    """How often each status was answered, and what failed."""

    statuses: Counter[int] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)


class Sender:
    """Sends mutations by their number."""

    def __init__(self, tenant: Tenant, product: str, activities: Sequence[Json], seed: int) -> None:
        self._tenant = tenant
        self._product = product
        self._activities = activities
        self._seed = seed
        self._tokens: dict[str, str] = {}
        self.outcome = Outcome()

    async def send(self, numbers: Sequence[int]) -> Outcome:
        """Send all of them, a few at a time."""
        waiting = iter(numbers)
        async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
            await asyncio.gather(*(self._work(session, waiting) for _ in range(SIDE_BY_SIDE)))
        return self.outcome

    async def _work(self, session: aiohttp.ClientSession, waiting: Iterator[int]) -> None:
        for number in waiting:
            chance = random.Random(f"{self._seed}:{number}")  # noqa: S311 - has to come again, nothing secret
            sent = await self._one(session, chance)
            status, text = sent
            self.outcome.statuses[status] += 1
            if status == 0 or status >= 500:
                self.outcome.failures.append(Failure(number, status, text))

    async def _one(self, session: aiohttp.ClientSession, chance: random.Random) -> tuple[int, str]:
        kind = chance.random()
        if kind < 0.9:
            activity = elsewhere(mutated(self._activities, chance), chance)
            return await _post(
                session,
                f"{self._product}/api/messages",
                body(activity, chance),
                self._bearer(activity),
            )
        if kind < 0.95:
            forged = chance.choice(HEADERS)
            return await _post(session, f"{self._product}/api/messages", b"{}", forged)
        return await self._notify(session, chance)

    async def _notify(
        self, session: aiohttp.ClientSession, chance: random.Random
    ) -> tuple[int, str]:
        told = {
            "subscriptionId": "x",
            "clientState": "y",
            "resourceData": {"id": "z"},
            "lifecycleEvent": "missed",
        }
        told[chance.choice(list(told))] = odd(chance)  # type: ignore[assignment]  # odd is what is wanted
        query = chance.choice(
            ("", "", "?validationToken=%ED%A0%80%00", "?validationToken=" + "x" * 5000)
        )
        sent = body({"value": chance.choice(([told], odd(chance)))}, chance)
        return await _post(session, f"{self._product}/api/notifications{query}", sent, b"")

    def _bearer(self, activity: Json) -> bytes:
        """Signed for the address that the activity names, so that what is odd comes past the
        door.
        """
        named = activity.get("serviceUrl")
        url = (
            named
            if isinstance(named, str) and named not in TEXTS
            else service_url(self._tenant.state)
        )
        if url not in self._tokens:
            self._tokens[url] = self._tenant.signin.sign_activity(url)
        return f"Bearer {self._tokens[url]}".encode()


async def _post(
    session: aiohttp.ClientSession, url: str, sent: bytes, authorization: bytes
) -> tuple[int, str]:
    headers = {"Content-Type": "application/json"}
    if authorization:
        headers["Authorization"] = authorization.decode("utf-8", "surrogateescape").replace(
            "\x00", ""
        )
    shown = json.dumps(
        {"url": url, "body": sent[:2000].decode("utf-8", "replace")}, ensure_ascii=False
    )
    try:
        async with session.post(url, data=sent, headers=headers) as answer:
            await answer.read()
            return answer.status, shown
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        return 0, f"{type(error).__name__}: {shown}"

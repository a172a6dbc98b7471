"""The Bot Connector: the single, pooled way out for everything that the bot says, with one
credential and at the pace that Teams allows.

Limits: learn.microsoft.com, rate-limit of bots in Teams: 50 requests a second per app and tenant;
per conversation 7 in a second, 8 in two, 60 in 30 and 1,800 in an hour. Only three quarters of the
short ones are used, because a channel's threads count together. Retrying is left to the caller: a
new message has no key that would make a repeat harmless.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote

import aiohttp
from pydantic_core import from_json, to_json
from yarl import URL

from graph import refusals
from graph.limits import Limit
from graph.sign_in import SignIn
from graph.throttle import Throttle
from mentoring.domain.errors import OutsideError, Throttled, Unavailable
from mentoring.domain.people import one_spelling
from mentoring.ports.messenger import Chat

SCOPE = "https://api.botframework.com/.default"
APP = Limit("connector", per_second=50, in_time=0.1)
"""A message is answered quickly, so what is not was probably held up before it was counted."""
CONVERSATION = Limit("conversation {conversation}", per_minute=90, burst=4)
EVERYTHING = (APP, "connector")
TIMEOUT = aiohttp.ClientTimeout(total=20)
JSON = {"Content-Type": "application/json"}


def in_an_hour(messages: float) -> Limit:
    """So many messages of a conversation in any hour: a third of them may go as fast as the short
    limits let them, and the rest comes in evenly meanwhile. So what is updated every two seconds
    may be for an hour, before it is updated every three.
    """
    at_once = int(messages / 3)
    rest = (messages - at_once) / 60
    return Limit("hour of conversation {conversation}", per_minute=rest, burst=at_once)


HOUR = in_an_hour(1800)


class Connector:
    """Says things in conversations.

    ``session`` pools the connections by the host of the service URL.
    """

    def __init__(self, session: aiohttp.ClientSession, sign_in: SignIn, throttle: Throttle) -> None:
        self._session = session
        self._sign_in = sign_in
        self._throttle = throttle

    async def say(self, chat: Chat, message: Mapping[str, Any]) -> str:
        """Send a new message and return its id."""
        answer = _object(await self._call("POST", chat, "", message))
        return str(answer.get("id", ""))

    async def change(
        self, chat: Chat, activity_id: str, made: Callable[[], Awaitable[Mapping[str, Any]]]
    ) -> None:
        """Replace the content of a message; ``made`` is called only when its turn has come, so that
        the content is the newest.
        """
        await self._turn(chat)
        message = {**await made(), "id": activity_id}
        await self._request(
            "PUT", f"{_conversation(chat)}/activities/{quote(activity_id, safe='')}", message, chat
        )

    async def remove(self, chat: Chat, activity_id: str) -> None:
        """Delete a message of ours [learn.microsoft.com, Update and delete messages sent from
        bot].
        """
        await self._call("DELETE", chat, f"/{quote(activity_id, safe='')}", None)

    async def group_of(self, service_url: str, team: str) -> str:
        """The directory id of a team by its conversation id, which messages of a channel often
        leave out.

        ``GET /v3/teams/{id}`` [learn.microsoft.com, get Teams specific context for your bot: fetch
        team details].
        """
        answer = _object(
            await self._request("GET", f"{service_url.rstrip('/')}/v3/teams/{quote(team, safe='')}")
        )
        return one_spelling(str(answer.get("aadGroupId") or ""))

    async def id_of(self, chat: Chat, account: str) -> str:
        """The directory id of somebody in a conversation, by the id that it knows them by; empty if
        it does not tell.

        ``GET /v3/conversations/{id}/members/{id}`` [learn.microsoft.com, get Teams specific context
        for your bot: fetch a single member].
        """
        url = f"{_conversation(chat)}/members/{quote(account, safe='')}"
        answer = _object(await self._request("GET", url))
        return one_spelling(str(answer.get("aadObjectId") or answer.get("objectId") or ""))

    async def _call(
        self, method: str, chat: Chat, rest: str, message: Mapping[str, Any] | None
    ) -> bytes:
        await self._turn(chat)
        return await self._request(method, f"{_conversation(chat)}/activities{rest}", message, chat)

    async def _turn(self, chat: Chat) -> None:
        """Wait until the conversation's limits let the next message through; asked for together,
        their places are claimed in one transaction.
        """
        lane = _lane(chat)
        await asyncio.gather(
            self._throttle.turn(HOUR, f"hour of {lane}"), self._throttle.turn(CONVERSATION, lane)
        )

    async def _request(
        self,
        method: str,
        url: str,
        message: Mapping[str, Any] | None = None,
        chat: Chat | None = None,
    ) -> bytes:
        """Send a request; who is asked to wait holds up the lane of the ``chat``, and without one
        everything that is said.
        """
        token = (await self._sign_in.get_token(SCOPE)).token
        data = None if message is None else to_json(message)
        # Last of all, so that what a busy process does before does not bunch the requests.
        [answered] = await self._throttle.turns([EVERYTHING])
        served = False
        try:
            answer = await self._sent(method, url, data, token)
            served = True
        except Throttled as throttled:
            held = (CONVERSATION, _lane(chat)) if chat else EVERYTHING
            await self._throttle.hold(*held, throttled.retry_after)
            raise
        finally:
            answered(served)
        return answer

    async def _sent(self, method: str, url: str, data: bytes | None, token: str) -> bytes:
        headers = {"Authorization": f"Bearer {token}", **JSON}
        try:
            async with self._session.request(
                method, URL(url, encoded=True), data=data, headers=headers, timeout=TIMEOUT
            ) as answer:
                if answer.status >= 400:
                    raise await self._judged(answer, token)
                return await answer.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unavailable(
                f"the Bot Connector could not be reached ({type(error).__name__})"
            ) from error

    async def _judged(self, answer: aiohttp.ClientResponse, token: str) -> OutsideError:
        """What an answer from 400 on means; a token that was not taken is asked for anew."""
        said = answer.headers
        refusal = _refused(
            answer.status, await answer.text(), said.get("Retry-After"), said.get("Date")
        )
        if answer.status != 401:
            return refusal
        return await self._sign_in.judged(token, refusal)


def _lane(chat: Chat) -> str:
    """A channel's threads share a lane."""
    return f"conversation {chat.conversation.partition(';')[0]}"


def _conversation(chat: Chat) -> str:
    """The address of a conversation."""
    return f"{chat.service_url.rstrip('/')}/v3/conversations/{quote(chat.conversation, safe='')}"


def _object(body: bytes) -> Mapping[str, Any]:
    """What was answered, if it is an object."""
    try:
        found = from_json(body or b"{}")
    except ValueError as error:
        raise Unavailable("the Bot Connector did not answer with JSON") from error
    return found if isinstance(found, dict) else {}


def _refused(
    status: int, body: str, retry_after: str | None, date: str | None = None
) -> OutsideError:
    """The error for a status from 400 on (``graph/refusals.py``), answered at ``date``."""
    code = _code(body)
    text = f"the Bot Connector answered {status} {code}"
    now = refusals.given_at(date)
    return refusals.error("connector", status, code, text, retry_after, now=now)


def _code(body: str) -> str:
    """The code of an error, whichever way it is written; empty if there is none."""
    try:
        told = from_json(body or "{}")
    except ValueError:
        return ""
    found = told.get("error") if isinstance(told, dict) else None
    found = found if isinstance(found, dict) else told if isinstance(told, dict) else {}
    return str(found.get("code") or found.get("subCode") or found.get("errorCode") or "")

"""One call to the Bot Connector: its token, injected faults, its body, its refusal, its entry in
the journal.
"""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from sandbox.faults import NO_ANSWER, Fault
from sandbox.graph.service import hung_up
from sandbox.journal import Exchange
from sandbox.signin import BOT_AUDIENCE, SignIn, TokenRefused
from sandbox.state import TenantState

Answer = tuple[int, Any]
FAULT_CODES = {
    412: "PreconditionFailed",
    429: "Throttled",
    500: "InternalServerError",
    502: "BadGateway",
    503: "ServiceUnavailable",
    504: "GatewayTimeout",
}


class Refused(Exception):
    """The connector says no; `retry_after` is in whole seconds, or a moment as HTTP writes it.

    `done`: it says so after it did what was asked.
    """

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        retry_after: int | str | None = None,
        *,
        done: bool = False,
    ) -> None:
        super().__init__(message)
        self.done = done
        self.status = status
        self.code = code
        self.retry_after = retry_after

    @property
    def body(self) -> dict[str, Any]:
        """The error as the Bot Connector writes it."""
        return {"error": {"code": self.code, "message": str(self)}}


@dataclass(frozen=True)
class Call:
    """What a handler needs of the request; `body` is {} where none was sent."""

    names: Mapping[str, str]
    query: Mapping[str, str]
    body: dict[str, Any]

    def named(self, key: str) -> str:
        """A part of the path, "" if the route has none of this name."""
        return self.names.get(key, "")


def endpoint(
    state: TenantState, signin: SignIn, operation: str, handler: Callable[[Call], Awaitable[Answer]]
) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The handler with everything that is the same for every call around it."""

    async def respond(request: web.Request) -> web.Response:
        body: dict[str, Any] = {}
        try:
            body = await _body(request)
            _check_token(signin, request)
            status, answer = await _carry_out(
                state, Call(request.match_info, request.query, body), handler
            )
            done, headers = True, {}
        except Refused as refused:
            status, answer, done = refused.status, refused.body, refused.done
            headers = (
                {} if refused.retry_after is None else {"Retry-After": str(refused.retry_after)}
            )
        effect = done and request.method != "GET"
        state.journal.record(
            Exchange("connector", operation, request.path, status, body, answer, effect)
        )
        if status == NO_ANSWER:
            return hung_up(request)
        return web.json_response(
            answer, status=status, headers=headers | {"request-id": str(uuid.uuid4())}
        )

    return respond


async def _carry_out(
    state: TenantState, call: Call, handler: Callable[[Call], Awaitable[Answer]]
) -> Answer:
    fault = state.faults.draw()
    if fault is None:
        return await handler(call)
    if not fault.done:
        raise _injected(fault)
    answer = await handler(call)
    if not fault.late:
        raise _injected(fault)
    await asyncio.sleep(fault.late)
    return answer


def _injected(fault: Fault) -> Refused:
    return Refused(
        fault.status,
        FAULT_CODES.get(fault.status, ""),
        "Injected by the sandbox.",
        fault.pause,
        done=fault.done,
    )


def _check_token(signin: SignIn, request: web.Request) -> None:
    try:
        signin.check(request.headers.get("Authorization"), BOT_AUDIENCE)
    except TokenRefused:
        raise Refused(
            401, "Unauthorized", "Authorization has been denied for this request."
        ) from None


async def _body(request: web.Request) -> dict[str, Any]:
    if not request.can_read_body:
        return {}
    try:
        body = json.loads(await request.text())
        json.dumps(body, ensure_ascii=False).encode()  # half a pair of surrogates is no text
    except (ValueError, RecursionError):
        raise Refused(400, "BadSyntax", "The body is not JSON.") from None
    if not isinstance(body, dict):
        raise Refused(400, "BadSyntax", "The body is not an object.")
    return body

"""The front of Graph: who asks, may they, are they too fast, what do they want, and the answer on
the wire.

Order of the checks: token, path, permission, query options, body, injected faults, limits, then the
operation itself. An injected "done but answered 504" runs the operation and hides its answer.
"""

import asyncio
import json
from collections.abc import Awaitable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from aiohttp import web

from sandbox.faults import NO_ANSWER, Fault, http_date
from sandbox.graph import permissions, resources  # noqa: F401 - operations register themselves
from sandbox.graph.errors import (
    GraphRefusal,
    bad_body,
    bad_request,
    forbidden,
    throttled,
    unavailable,
)
from sandbox.graph.operations import Answer, Call, Operation, find, plain_path
from sandbox.graph.passing import PASSING
from sandbox.graph.request_costs import MAILBOX_AT_ONCE
from sandbox.journal import Exchange
from sandbox.signin import GRAPH_AUDIENCE, SignIn, TokenRefused
from sandbox.state import TenantState

PREFIX = "/v1.0"
JSON_TYPE = ";".join(
    (
        "application/json",
        "odata.metadata=minimal",
        "odata.streaming=true",
        "IEEE754Compatible=false",
        "charset=utf-8",
    )
)


class GraphService:
    """Microsoft Graph of one tenant, as an aiohttp handler."""

    def __init__(self, state: TenantState, signin: SignIn) -> None:
        self._state = state
        self._signin = signin
        self._after: set[asyncio.Task[None]] = set()

    def routes(self) -> list[web.RouteDef]:
        """The one route that takes everything below `/v1.0`."""
        return [web.route("*", PREFIX + "/{tail:.*}", self.handle)]

    async def handle(self, request: web.Request) -> web.Response:
        """Answer one request and record it."""
        path = plain_path(request.path.removeprefix(PREFIX))
        found, ids, known = find(request.method, path)
        text = await request.text()
        answer, effect = await self._answered(request, found, ids, known, text)
        label = found.route if found else f"{request.method} {path}"
        self._state.journal.record(
            Exchange(
                "graph", label, request.path_qs, answer.status, _readable(text), answer.body, effect
            ),
        )
        if answer.then is not None:
            self._afterwards(answer.then())
        return self._on_the_wire(request, answer)

    async def _answered(
        self,
        request: web.Request,
        found: Operation | None,
        ids: dict[str, str],
        known: bool,
        text: str,
    ) -> tuple[Answer, bool]:
        try:
            roles = self._roles(request)
            one = _existing(found, known, request)
            if one.permissions and not permissions.cover(
                roles, one.permissions, exactly=one.exactly
            ):
                raise forbidden(one.cost.family, one.permissions, roles)
            _refuse_unknown_options(one, request)
            call = self._call(one, request, ids, text)
            return await self._run(one, call)
        except GraphRefusal as refusal:
            return Answer(refusal.status, _error_body(refusal, request), refusal.headers), False

    def _roles(self, request: web.Request) -> list[str]:
        try:
            claims = self._signin.check(request.headers.get("Authorization"), GRAPH_AUDIENCE)
        except TokenRefused as error:
            raise GraphRefusal(401, "InvalidAuthenticationToken", str(error)) from None
        return list(claims.get("roles", []))

    def _call(self, one: Operation, request: web.Request, ids: dict[str, str], text: str) -> Call:
        headers = {name.casefold(): value for name, value in request.headers.items()}
        family, body = one.cost.family, None
        if text and request.method in {"POST", "PATCH", "PUT"}:
            body = _parsed(one, request, text)
        return Call(
            self._state, one.route, family, ids, dict(request.query), headers, request.path, body
        )

    async def _run(self, one: Operation, call: Call) -> tuple[Answer, bool]:
        fault = self._state.faults.draw()
        if fault is not None and fault.status == NO_ANSWER and not fault.done:
            return Answer(NO_ANSWER), False
        if fault is not None and not fault.done:
            raise _injected(one, fault)
        if one.route in PASSING and self._state.faults.passes():
            passing = PASSING[one.route]
            self._state.faults.injected[f"{passing.status} passing"] += 1
            raise passing
        refused = self._state.limits.ask(one.cost.charges(call))
        if refused is not None:
            raise throttled(one.cost.family, refused.retry_after)
        answer = await self._perform(one, call)
        if fault is not None and fault.late:
            await asyncio.sleep(fault.late)
        elif fault is not None:
            self._afterwards(answer.then() if answer.then else _nothing())
            if fault.status == NO_ANSWER:
                return Answer(NO_ANSWER), not one.reads
            hidden = GraphRefusal(
                504, "GatewayTimeout", "The gateway did not get an answer in time."
            )
            return Answer(
                504, {"error": {"code": hidden.code, "message": hidden.message}}
            ), not one.reads
        return answer, not one.reads

    async def _perform(self, one: Operation, call: Call) -> Answer:
        if not one.cost.mailbox:
            return await _handled(one, call)
        key, limits = call.person().id, self._state.limits
        refused = limits.enter(key, MAILBOX_AT_ONCE)
        if refused is not None:
            raise throttled("outlook", refused.retry_after)
        try:
            await asyncio.sleep(self._state.delays.mailbox_seconds)
            return await _handled(one, call)
        finally:
            limits.leave(key)

    def _afterwards(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._after.add(task)
        task.add_done_callback(self._after.discard)

    def _on_the_wire(self, request: web.Request, answer: Answer) -> web.Response:
        headers = {"request-id": str(uuid4()), **answer.headers}
        if answer.status == NO_ANSWER:
            return hung_up(request)
        if self._state.wall_offset_seconds:
            headers["Date"] = http_date(round(self._state.wall_offset_seconds))
        if "client-request-id" in request.headers:
            headers["client-request-id"] = request.headers["client-request-id"]
        if isinstance(answer.body, bytes):
            return web.Response(status=answer.status, body=answer.body, headers=headers)
        if answer.body is None:
            return web.Response(status=answer.status, headers=headers)
        content = json.dumps(answer.body, ensure_ascii=False).encode()
        return web.Response(
            status=answer.status, body=content, headers=headers | {"Content-Type": JSON_TYPE}
        )


def hung_up(request: web.Request) -> web.Response:
    """Break the connection: whatever is answered then, the client hears nothing."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _handled(one: Operation, call: Call) -> Answer:
    try:
        answer = one.handler(call)
        return answer if isinstance(answer, Answer) else await answer
    except OverflowError:
        raise bad_request(one.cost.family, "A date lies beyond the calendar.") from None


async def _nothing() -> None:
    return None


def _existing(found: Operation | None, known: bool, request: web.Request) -> Operation:
    if found is not None:
        return found
    if known:
        raise GraphRefusal(
            405,
            "Request_BadRequest",
            "Specified HTTP method is not allowed for the request target.",
        )
    last = request.path.rpartition("/")[2]
    raise GraphRefusal(400, "BadRequest", f"Resource not found for the segment '{last}'.")


def _refuse_unknown_options(one: Operation, request: web.Request) -> None:
    unknown = sorted(set(request.query) - one.options)
    if unknown:
        text = (
            f"The query specified in the URI is not valid. Query option '{unknown[0]}' is not "
            "supported here."
        )
        raise bad_request(one.cost.family, text)


def _parsed(one: Operation, request: web.Request, text: str) -> object:
    if request.content_type != "application/json":
        raise GraphRefusal(
            415, "UnsupportedMediaType", "A Content-Type of application/json is expected."
        )
    try:
        body = json.loads(text)
        json.dumps(body, ensure_ascii=False).encode()  # half a pair of surrogates is no text
    except (ValueError, RecursionError):
        raise bad_body(one.cost.family, "Unable to read JSON request payload.") from None
    return body


def _injected(one: Operation, fault: Fault) -> GraphRefusal:
    if fault.status == 429:
        return throttled(one.cost.family, fault.pause or "1")
    return unavailable(fault.status, fault.retry_after)


def _error_body(refusal: GraphRefusal, request: web.Request) -> dict[str, Any]:
    inner = {
        "date": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S"),
        "request-id": str(uuid4()),
        "client-request-id": request.headers.get("client-request-id", str(uuid4())),
    }
    return {"error": {"code": refusal.code, "message": refusal.message, "innerError": inner}}


def _readable(text: str) -> object:
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        return text

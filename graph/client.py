"""One call to Graph: built by the SDK's request builders, signed in by its middleware, read as
bytes.

The SDK repeats nothing: what fails for the moment is repeated by whoever wants it, an effect's step
say, and where somebody waits for an answer once or twice by the call itself.

Adding an operation: a function with ``@operation`` in this package that builds the request; calling
it sends it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec
from urllib.parse import urlsplit

import httpx
from kiota_abstractions.request_information import RequestInformation
from kiota_abstractions.response_handler import ResponseHandler
from kiota_authentication_azure.azure_identity_authentication_provider import (
    AzureIdentityAuthenticationProvider,
)
from kiota_http.kiota_client_factory import KiotaClientFactory
from kiota_http.middleware import (
    BodyInspectionHandler,
    HeadersInspectionHandler,
    RetryHandler,
    UrlReplaceHandler,
)
from kiota_http.middleware.options import ResponseHandlerOption
from msgraph import GraphRequestAdapter, GraphServiceClient
from msgraph.graph_request_adapter import options
from msgraph_core import GraphClientFactory
from msgraph_core.middleware import GraphTelemetryHandler
from pydantic_core import from_json

from graph.errors import refused
from graph.limits import Limit
from graph.overlooked import Overlooked, Thing, thing_of
from graph.sign_in import SignIn, TokenNotTaken
from graph.throttle import Answered, Throttle
from graph.wire import GOING, Wire
from mentoring.domain.errors import NotThere, Throttled, Unavailable
from mentoring.ports.repeating import is_repeated, is_unhurried

P = ParamSpec("P")
PUBLIC = "https://graph.microsoft.com/v1.0"
UNWANTED = (RetryHandler, UrlReplaceHandler, HeadersInspectionHandler, BodyInspectionHandler)
"""Of the SDK's middleware: what repeats, what we never say (``/me``), what only keeps copies."""
AUTHORIZATION = "Authorization"
PAUSES_SECONDS = (0.5, 1.5)
"""Between the attempts of a call for whose answer somebody waits: Teams gives ten seconds."""
UNHURRIED_SECONDS = (0.5, 1.5, 4, 8, 16)
"""The same, where nobody waits at a button."""


@dataclass(frozen=True)
class Operation:
    """A call that the product makes: what it needs, and why repeating it does no harm.

    ``missing`` is the code of a 404 that says that the thing itself is gone, where the service now
    and then overlooks it; such a call is made twice before it is believed (``overlooked.py``).
    """

    name: str
    method: str
    path: str
    permission: str
    repeat: str
    limits: tuple[Limit, ...]
    missing: str = ""

    @property
    def lanes(self) -> tuple[Limit, ...]:
        """The lanes in which it goes; one of its own where no limit is worth keeping beforehand, so
        that ``Retry-After`` has something to hold up.
        """
        return self.limits or (Limit(f"operation {self.name}"),)


OPERATIONS: dict[str, Operation] = {}


@dataclass(frozen=True)
class Answer:
    """Graph's answer: the JSON body (empty if there is none), the raw bytes, and the headers."""

    json: Mapping[str, Any]
    raw: bytes
    headers: Mapping[str, str]


class Graph:
    """The way to Graph: one client, one sign-in, one throttle for the process."""

    def __init__(
        self,
        sign_in: SignIn,
        base_url: str = PUBLIC,
        throttle: Throttle | None = None,
    ) -> None:
        host = urlsplit(base_url)
        provider = AzureIdentityAuthenticationProvider(
            sign_in,
            scopes=["https://graph.microsoft.com/.default"],
            allowed_hosts=[host.hostname or ""],
        )
        # The SDK's client does not close the connections below its middleware, so they are ours.
        self._wire = Wire()
        client = httpx.AsyncClient(transport=self._wire)
        usual = KiotaClientFactory.get_default_middleware(options)
        middleware = [each for each in usual if not isinstance(each, UNWANTED)]
        middled = GraphClientFactory.create_with_custom_middleware(
            [*middleware, GraphTelemetryHandler()], client=client
        )
        self.adapter = GraphRequestAdapter(provider, middled)
        self.adapter.base_url = base_url
        self.sdk = GraphServiceClient(request_adapter=self.adapter)
        self._sign_in = sign_in
        self.throttle = throttle or Throttle()
        self.overlooked = Overlooked()

    async def close(self) -> None:
        """Close the connections."""
        await self._wire.aclose()

    async def send(
        self, operation: Operation, request: RequestInformation, facts: Mapping[str, Any]
    ) -> Answer:
        """Send in the operation's lanes.

        Raises:
            NotYet: what the call is about was not found, for the first time.
            OutsideError: as ``graph.errors.refused`` says; ``Unavailable`` if Graph could not be
                reached.
        """
        request.add_request_options([ResponseHandlerOption(_Reader(operation))])
        self.adapter.set_base_url_for_request_information(request)
        request.url = request.url  # or its template would be filled in three times
        lanes = [(limit, limit.key.format_map(facts)) for limit in operation.lanes]
        thing = thing_of(operation.name, facts)
        pauses = _pauses()
        for pause in pauses:
            try:
                return await self._looked(operation, request, lanes, thing)
            except Throttled as throttled:
                if throttled.retry_after > pauses[-1]:
                    raise
            except Unavailable:
                await asyncio.sleep(pause)
        return await self._looked(operation, request, lanes, thing)

    async def _looked(
        self,
        operation: Operation,
        request: RequestInformation,
        lanes: Sequence[tuple[Limit, str]],
        thing: Thing,
    ) -> Answer:
        """The answer; what is not found for the first time is not yet found."""
        if not operation.missing:
            return await self._in_lanes(operation, request, lanes)
        try:
            answer = await self._in_lanes(operation, request, lanes)
        except NotThere as missing:
            raise self.overlooked.judged(thing, missing, operation.missing) from missing
        self.overlooked.found(thing)
        return answer

    async def _in_lanes(
        self, operation: Operation, request: RequestInformation, lanes: Sequence[tuple[Limit, str]]
    ) -> Answer:
        answered: list[Answered] = []
        served = False

        async def going() -> None:
            answered.extend(await self.throttle.turns(lanes))

        async with AsyncExitStack() as places:
            for limit, key in lanes:
                await places.enter_async_context(self.throttle.place(limit, key))
            token = GOING.set(going)
            try:
                answer = await self._sent(operation, request)
                served = True
            except Throttled as throttled:
                # One that did not even go was held up by a lane; the others have refused nothing.
                for limit, key in _refused(lanes) if answered else ():
                    await self.throttle.hold(limit, key, throttled.retry_after)
                raise
            finally:
                GOING.reset(token)
                for note in answered:
                    note(served)
        return answer

    async def _sent(self, operation: Operation, request: RequestInformation) -> Answer:
        request.headers.remove(AUTHORIZATION)  # that of the attempt before may be too old
        try:
            answer: Answer = await self.adapter.send_primitive_async(request, "bytes", {})
        except TokenNotTaken as old:
            raise await self._sign_in.judged(old.token, old.refusal) from old
        except httpx.HTTPError as error:
            raise Unavailable(
                f"{operation.name}: Graph could not be reached ({type(error).__name__})"
            ) from error
        return answer


def _refused(lanes: Sequence[tuple[Limit, str]]) -> Sequence[tuple[Limit, str]]:
    """The lanes that wait: of the person, channel or team that the call is about, because whoever
    asks to be left alone speaks for themselves; those of the whole tenant where it is about none.
    """
    return [lane for lane in lanes if not lane[0].is_of_all] or lanes


def _pauses() -> tuple[float, ...]:
    """Between the attempts of a call: none where somebody above repeats it."""
    if is_repeated():
        return ()
    return UNHURRIED_SECONDS if is_unhurried() else PAUSES_SECONDS


class _Reader(ResponseHandler):
    """Reads an answer as bytes, or raises the heart's error; the SDK's own models cost five times
    as much.
    """

    def __init__(self, operation: Operation) -> None:
        self._operation = operation

    async def handle_response_async(self, response: httpx.Response, error_map: object) -> Answer:  # type: ignore[override]  # noqa: ARG002 - the SDK hands over httpx's response
        """The answer, or the error that it means."""
        if response.status_code >= 400:
            raise self._refused(response)
        is_json = "json" in response.headers.get("Content-Type", "")
        return Answer(
            _decoded(response.content) if is_json else {},
            response.content,
            dict(response.headers),
        )

    def _refused(self, response: httpx.Response) -> Exception:
        refusal = refused(
            self._operation.name,
            self._operation.permission,
            response.status_code,
            response.content,
            response.headers.get("Retry-After"),
            response.headers.get("request-id", ""),
            response.headers.get("Date"),
        )
        if response.status_code != 401:
            return refusal
        token = response.request.headers.get(AUTHORIZATION, "").removeprefix("Bearer ")
        return TokenNotTaken(token, refusal)


def _decoded(content: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Read by the quicker reader; half a character (an emoji cut in a name) only the other takes.

    Raises:
        ValueError: it is no JSON.
    """
    try:
        return from_json(content)
    except ValueError:
        return json.loads(content)


Build = Callable[Concatenate[GraphServiceClient, P], RequestInformation]
Call = Callable[Concatenate[Graph, P], Awaitable[Answer]]


def operation(
    method: str,
    path: str,
    *,
    permission: str,
    repeat: str,
    limits: tuple[Limit, ...] = (),
    missing: str = "",
) -> Callable[
    [Callable[Concatenate[GraphServiceClient, P], RequestInformation]],
    Callable[Concatenate[Graph, P], Awaitable[Answer]],
]:
    """Register a call.

    The decorated function builds the request from the SDK and keyword facts; calling it sends it.

    ``path`` is Graph's own template, ``permission`` the least application permission, ``repeat``
    says in words why the call may be made twice; ``limits`` are the documented ones, their keys
    filled from the call's keyword arguments; ``missing`` as in ``Operation``.
    """

    def register(
        build: Build[P],
    ) -> Call[P]:
        found = Operation(build.__name__, method, path, permission, repeat, limits, missing)
        OPERATIONS[found.name] = found

        async def call(graph: Graph, /, *args: P.args, **facts: P.kwargs) -> Answer:
            return await graph.send(found, build(graph.sdk, *args, **facts), facts)

        call.__name__, call.__doc__ = build.__name__, build.__doc__
        return call

    return register

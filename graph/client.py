"""One call to Graph: built by the SDK's request builders, signed in and repeated by its middleware,
read as bytes.

Adding an operation: a function with ``@operation`` in this package that builds the request; calling
it sends it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec
from urllib.parse import urlsplit

import httpx
from kiota_abstractions.request_information import RequestInformation
from kiota_abstractions.response_handler import ResponseHandler
from kiota_authentication_azure.azure_identity_authentication_provider import (
    AzureIdentityAuthenticationProvider,
)
from kiota_http.middleware.options import ResponseHandlerOption
from msgraph import GraphRequestAdapter, GraphServiceClient
from msgraph.graph_request_adapter import options
from msgraph_core import GraphClientFactory

from graph.errors import refused
from graph.throttle import Limit, Throttle
from mentoring.domain.errors import Throttled, Unavailable

if TYPE_CHECKING:
    from azure.core.credentials_async import AsyncTokenCredential

P = ParamSpec("P")
PUBLIC = "https://graph.microsoft.com/v1.0"
POOLED_CONNECTIONS = 64
PAUSES_SECONDS = (1.0, 2.0)
TIMEOUT = httpx.Timeout(100, connect=30)


@dataclass(frozen=True)
class Operation:
    """A call that the product makes: what it needs, and why repeating it does no harm."""

    name: str
    method: str
    path: str
    permission: str
    repeat: str
    limits: tuple[Limit, ...]


OPERATIONS: dict[str, Operation] = {}


@dataclass(frozen=True)
class Answer:
    """Graph's answer: the JSON body (empty if there is none), the raw bytes, and the headers."""

    json: Mapping[str, Any]
    raw: bytes
    headers: Mapping[str, str]


class Graph:
    """The way to Graph: one client, one credential, one throttle for the process."""

    def __init__(
        self,
        credential: AsyncTokenCredential,
        base_url: str = PUBLIC,
        throttle: Throttle | None = None,
    ) -> None:
        host = urlsplit(base_url)
        provider = AzureIdentityAuthenticationProvider(
            credential,
            scopes=["https://graph.microsoft.com/.default"],
            allowed_hosts=[host.hostname or ""],
        )
        # The SDK's client does not close the connections below its middleware, so they are ours.
        self._connections = httpx.AsyncHTTPTransport(
            http2=True, limits=httpx.Limits(max_connections=POOLED_CONNECTIONS)
        )
        client = httpx.AsyncClient(transport=self._connections, timeout=TIMEOUT)
        middled = GraphClientFactory.create_with_default_middleware(client=client, options=options)
        self.adapter = GraphRequestAdapter(provider, middled)
        self.adapter.base_url = base_url
        self.sdk = GraphServiceClient(request_adapter=self.adapter)
        self.throttle = throttle or Throttle()

    async def close(self) -> None:
        """Close the connections."""
        await self._connections.aclose()

    async def send(
        self, operation: Operation, request: RequestInformation, facts: Mapping[str, Any]
    ) -> Answer:
        """Send in the operation's lanes.

        Raises:
            OutsideError: as ``graph.errors.refused`` says; ``Unavailable`` if Graph could not be
                reached.
        """
        request.add_request_options([ResponseHandlerOption(_Reader(operation))])
        async with AsyncExitStack() as places:
            for limit in operation.limits:
                key = limit.key.format_map(facts)
                await places.enter_async_context(self.throttle.place(limit, key))
                await self.throttle.turn(limit, key)
            try:
                return await self._sent(operation, request)
            except Throttled as throttled:
                for limit in operation.limits:
                    self.throttle.hold(limit.key.format_map(facts), throttled.retry_after)
                raise

    async def _sent(self, operation: Operation, request: RequestInformation) -> Answer:
        """Send, repeating 500 and 502, which every operation allows; the SDK itself repeats 429,
        503 and 504.
        """
        for pause in (*PAUSES_SECONDS, None):
            try:
                answer: Answer = await self.adapter.send_primitive_async(request, "bytes", {})
            except httpx.HTTPError as error:
                failed = Unavailable(
                    f"{operation.name}: Graph could not be reached ({type(error).__name__})"
                )
                failed.__cause__ = error
            except Unavailable as error:
                failed = error
            else:
                return answer
            if pause is None:
                raise failed
            await asyncio.sleep(pause)
        raise AssertionError("unreachable: the last attempt returns or raises")


class _Reader(ResponseHandler):
    """Reads an answer as bytes, or raises the heart's error; the SDK's own models cost five times
    as much.
    """

    def __init__(self, operation: Operation) -> None:
        self._operation = operation

    async def handle_response_async(self, response: httpx.Response, error_map: object) -> Answer:  # type: ignore[override]  # noqa: ARG002 - the SDK hands over httpx's response
        """The answer, or the error that it means."""
        if response.status_code >= 400:
            wait = response.headers.get("Retry-After")
            raise refused(
                self._operation.name,
                self._operation.permission,
                response.status_code,
                response.content,
                wait,
                response.headers.get("request-id", ""),
            )
        is_json = "json" in response.headers.get("Content-Type", "")
        return Answer(
            json.loads(response.content) if is_json else {},
            response.content,
            dict(response.headers),
        )


Build = Callable[Concatenate[GraphServiceClient, P], RequestInformation]
Call = Callable[Concatenate[Graph, P], Awaitable[Answer]]


def operation(
    method: str, path: str, *, permission: str, repeat: str, limits: tuple[Limit, ...] = ()
) -> Callable[
    [Callable[Concatenate[GraphServiceClient, P], RequestInformation]],
    Callable[Concatenate[Graph, P], Awaitable[Answer]],
]:
    """Register a call.

    The decorated function builds the request from the SDK and keyword facts; calling it sends it.

    ``path`` is Graph's own template, ``permission`` the least application permission, ``repeat``
    says in words why the call may be made twice; ``limits`` are the documented ones, their keys
    filled from the call's keyword arguments.
    """

    def register(
        build: Build[P],
    ) -> Call[P]:
        found = Operation(build.__name__, method, path, permission, repeat, limits)
        OPERATIONS[found.name] = found

        async def call(graph: Graph, /, *args: P.args, **facts: P.kwargs) -> Answer:
            return await graph.send(found, build(graph.sdk, *args, **facts), facts)

        call.__name__, call.__doc__ = build.__name__, build.__doc__
        return call

    return register

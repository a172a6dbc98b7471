"""The server under the front door: what is no HTTP reaches no handler, and is answered here."""

from __future__ import annotations

import asyncio

import structlog
from aiohttp import web

log = structlog.get_logger()


class Runner(web.AppRunner):
    """Runs an application so that whoever sends what is no HTTP learns nothing from the answer."""

    def __init__(self, app: web.Application) -> None:
        super().__init__(app, access_log=None)

    async def _make_server(self) -> web.Server:
        made = await super()._make_server()
        return _Server(made.request_handler, request_factory=made.request_factory)


class _Server(web.Server):
    def __call__(self) -> web.RequestHandler:
        return _Connection(self, loop=asyncio.get_running_loop(), access_log=None)  # type: ignore[arg-type]  # as run_app has it


class _Connection(web.RequestHandler):
    __slots__ = ()

    def log_exception(self, *args: object, **kw: object) -> None:
        """What a body holds that is not as its headers say, met when the rest of it is read after
        the answer, is its sender's fault.
        """
        error = kw.get("exc_info")
        if isinstance(error, web.RequestPayloadError):
            log.warning("door.malformed", error=type(error).__name__)
        else:
            super().log_exception(*args, **kw)

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """A caller's fault is answered with its status alone; aiohttp would say its version and
        repeat what was sent, in the answer as in the log.
        """
        if status >= 500:
            return super().handle_error(request, status, exc, message)
        log.warning("door.malformed", error=type(exc).__name__)
        answer = _Bare(status=status)
        answer.force_close()
        return answer


class _Bare(web.Response):
    async def _prepare_headers(self) -> None:
        await super()._prepare_headers()
        self.headers.popall("Server", None)

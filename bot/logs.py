"""Logs: one JSON object per line, with ids and never with content.

An error's text may be what somebody has typed, so only its type and its places in the code are
logged; its text is added only where the product or an outside service wrote it itself. Libraries
log in the same form: their message templates, without the values that they would put into them.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any

import structlog
from structlog.stdlib import ProcessorFormatter
from structlog.typing import EventDict, ExcInfo, Processor

from bot.programmes.faults import ProgrammeInvalid
from mentoring.domain.errors import OutsideError, StepFailed

OWN_WORDS = (OutsideError, ProgrammeInvalid, StepFailed)
"""The errors whose text is never what somebody has typed in Teams."""
MOST_CAUSES = 10
log = structlog.get_logger()


def set_up(level: int = logging.INFO) -> None:
    """Send all logs to standard error; libraries are heard from warnings upwards."""
    stamped: list[Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_content,
    ]
    written = structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[*stamped, written],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_of_libraries([_named, *stamped], written))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    # The engine would write in a form of its own, unless somebody listens to it already.
    engine = logging.getLogger("dbos")
    engine.handlers, engine.propagate = [handler], False
    logging.captureWarnings(capture=True)
    sys.excepthook = _crashed
    threading.excepthook = _thread_crashed


def without_content(_logger: Any, _method: str, event: EventDict) -> EventDict:  # noqa: ANN401 - structlog's signature
    """Replace an error by its type and its places in the code, followed by those of whatever
    caused it.
    """
    found = event.pop("exc_info", None)
    error = sys.exc_info()[1] if found is True else found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        event["exception"] = [_told(each) for each in _causes(error)]
    return event


def _causes(error: BaseException) -> Iterator[BaseException]:
    now: BaseException | None = error
    for _ in range(MOST_CAUSES):
        if now is None:
            return
        yield now
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)


def _told(error: BaseException) -> Mapping[str, str | list[str]]:
    frames = traceback.extract_tb(error.__traceback__)
    text = {"text": str(error)} if isinstance(error, OWN_WORDS) else {}
    at = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return {"error": type(error).__name__, **text, "at": at}


def _of_libraries(stamped: list[Processor], written: Processor) -> ProcessorFormatter:
    return ProcessorFormatter(
        foreign_pre_chain=stamped,
        processors=[ProcessorFormatter.remove_processors_meta, written],
        use_get_message=False,
    )


def _named(_logger: Any, _method: str, event: EventDict) -> EventDict:  # noqa: ANN401 - structlog's signature
    """The library's name, and the first line of its message template."""
    event["library"] = event["_record"].name
    event["event"] = str(event["event"]).partition("\n")[0]
    return event


def _crashed(
    _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    log.critical("process.crashed", exc_info=_info(error))


def _thread_crashed(crash: threading.ExceptHookArgs) -> None:
    if crash.exc_value is not None:
        log.critical("thread.crashed", exc_info=_info(crash.exc_value))


def _info(error: BaseException) -> ExcInfo:
    return type(error), error, error.__traceback__

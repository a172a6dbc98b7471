"""What Microsoft's services refuse, sorted by status *and* code: the one table of it, with sources.

A status alone does not say whether it helps to ask again: a 403 may be a missing permission, a chat
that its person has blocked, or a member whom Teams does not see yet.

Adding a code: its line in ``TABLE``, with the page or report that tells of it, and its line in
``tests/graph/test_refusals.py``. A line without a code counts for all codes of the status that have
none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

from mentoring.domain.errors import (
    Conflict,
    NoMailbox,
    NotAllowed,
    NotThere,
    OutsideError,
    Rejected,
    Throttled,
    Unavailable,
    Undeliverable,
)

Service = Literal["graph", "connector"]
BOT_CODES = (
    "learn.microsoft.com, Messages in bot conversations: status codes from conversational APIs"
)
PROACTIVE = "learn.microsoft.com, Send proactive messages: blocked, muted or uninstalled bots"
RATE = "learn.microsoft.com, Optimize your bot with rate limiting in Teams"
NO_REST = (
    "learn.microsoft.com, REST API is not yet supported for this mailbox (KB 4462988); "
    "microsoft-graph-docs-contrib issues 405 and 717"
)
GRAPH_ERRORS = "learn.microsoft.com, Microsoft Graph error responses and resource types"
"""Of a 503 it says that the delay may be specified in a Retry-After header."""
LONGEST_WAIT_SECONDS = 3600.0


@dataclass(frozen=True)
class Line:
    """What a status and code of a service mean; ``cause`` is what owners read of somebody who
    cannot be reached (``hindrance-<cause>``).
    """

    service: Service
    status: int
    code: str
    means: type[OutsideError]
    source: str
    cause: str = ""


TABLE = (
    Line("connector", 401, "", Unavailable, "the token is old; the next attempt takes a new one"),
    Line("connector", 401, "BotNotRegistered", NotAllowed, BOT_CODES),
    Line("connector", 403, "", NotAllowed, BOT_CODES),
    Line("connector", 403, "BotDisabledByAdmin", Undeliverable, BOT_CODES, "blocked-by-admin"),
    Line("connector", 403, "BotNotInConversationRoster", Undeliverable, BOT_CODES, "app-removed"),
    Line("connector", 403, "ConversationBlockedByUser", Undeliverable, BOT_CODES, "blocked"),
    Line("connector", 403, "ForbiddenOperationException", Undeliverable, BOT_CODES, "app-removed"),
    Line("connector", 403, "MessageWritesBlocked", Undeliverable, PROACTIVE, "blocked"),
    Line("connector", 404, "", NotThere, BOT_CODES),
    Line("connector", 404, "ConversationNotFound", Undeliverable, BOT_CODES, "chat-gone"),
    Line("connector", 412, "", Unavailable, BOT_CODES),
    Line("connector", 429, "", Throttled, RATE),
    # The page says not to repeat a 500, but a bot that keeps silent for good is worse than one that
    # asks a few times.
    Line("connector", 500, "", Unavailable, BOT_CODES),
    Line("connector", 502, "", Unavailable, BOT_CODES),
    Line("connector", 503, "", Unavailable, BOT_CODES),
    Line("connector", 504, "", Unavailable, BOT_CODES),
    Line("graph", 401, "", NotAllowed, GRAPH_ERRORS),
    Line("graph", 403, "", NotAllowed, GRAPH_ERRORS),
    Line("graph", 404, "", NotThere, GRAPH_ERRORS),
    Line("graph", 404, "MailboxNotEnabledForRESTAPI", NoMailbox, NO_REST),
    Line("graph", 404, "MailboxNotSupportedForRESTAPI", NoMailbox, NO_REST),
    Line("graph", 409, "", Conflict, GRAPH_ERRORS),
    Line("graph", 409, "ErrorIrresolvableConflict", Unavailable, "msgraph-sdk-dotnet issue 1201"),
    Line("graph", 412, "", Unavailable, "msgraph-sdk-dotnet issue 1201"),
    Line("graph", 423, "", Unavailable, GRAPH_ERRORS),
    Line("graph", 429, "", Throttled, GRAPH_ERRORS),
    Line("graph", 500, "", Unavailable, GRAPH_ERRORS),
    Line("graph", 502, "", Unavailable, GRAPH_ERRORS),
    Line("graph", 503, "", Unavailable, GRAPH_ERRORS),
    Line("graph", 504, "", Unavailable, GRAPH_ERRORS),
    Line("graph", 509, "", Throttled, GRAPH_ERRORS),
)
_LINES = {(each.service, each.status, each.code): each for each in TABLE}


def meaning(service: Service, status: int, code: str) -> Line:
    """The line that counts; what is in none is a refusal, or from 500 on a service that is away."""
    unknown = Unavailable if status >= 500 else Rejected
    found = _LINES.get((service, status, code)) or _LINES.get((service, status, ""))
    return found or Line(service, status, code, unknown, "in no line of the table")


def error(
    service: Service, status: int, code: str, text: str, retry_after: str | None, *, now: datetime
) -> OutsideError:
    """The heart's error for an answer with a status from 400 on; ``now`` is aware. A service that
    is away and says for how long wants to be left alone for so long, too.
    """
    line = meaning(service, status, code)
    if line.means is Throttled or (retry_after and line.means is Unavailable):
        return Throttled(text, seconds_until(retry_after, now))
    if line.means is Undeliverable:
        return Undeliverable(text, line.cause)
    if issubclass(line.means, Rejected | NotThere):
        return line.means(text, code)
    return line.means(text)


def seconds_until(retry_after: str | None, now: datetime) -> float:
    """How many seconds ``Retry-After`` says to wait, which may be a number or a date (RFC 9110,
    10.2.3): one second where it says nothing, an hour at most.
    """
    seconds = _seconds((retry_after or "").strip(), now)
    return min(seconds, LONGEST_WAIT_SECONDS) if seconds > 1 else 1.0


def given_at(date: str | None) -> datetime:
    """When an answer was given, by the clock of whoever gave it (its header ``Date``, or where it
    has none, now by the machine's): a moment that it names is one of the same clock.
    """
    return _moment((date or "").strip()) or datetime.now(UTC)


def _seconds(said: str, now: datetime) -> float:
    try:
        return float(said)
    except ValueError:
        named = _moment(said)
    return 1.0 if named is None else (named - now).total_seconds()


def _moment(said: str) -> datetime | None:
    """The moment as HTTP writes it, aware; None if it is none."""
    try:
        named = parsedate_to_datetime(said)
    except ValueError:
        return None
    return named if named.tzinfo else named.replace(tzinfo=UTC)

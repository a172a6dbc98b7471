"""What a status and a code of Microsoft's services mean to us, and how long they ask us to wait."""

from __future__ import annotations

import asyncio
import json
import time
from datetime import UTC, datetime, timedelta

import pytest

from bot.connector import _refused
from graph.errors import refused
from graph.limits import Limit
from graph.refusals import (
    LONGEST_WAIT_SECONDS,
    TABLE,
    Service,
    error,
    given_at,
    meaning,
    seconds_until,
)
from graph.throttle import Throttle
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

NOW = datetime(2026, 8, 26, 10, 0, tzinfo=UTC)
SPOKEN = (
    ("Insufficient privileges to complete the operation.", "Insufficient privileges to complete"),
    ("The user's calendar can't be read.", "The user's calendar can't be read."),
    ("Resource 'anna.berg@firma.example' does not exist", "Resource … does not exist"),
    ("Unterminated literal at 16 in 'displayName eq 'Anna Berg''.", "Unterminated literal at 16"),
    ("anna.berg@firma.example has no mailbox", "… has no mailbox"),
    ("Invalid value for members@odata.bind", "Invalid value for members@odata.bind"),
)
"""What Graph says, and what of it may be read."""
KINDS = (
    ("connector", 400, "BadSyntax", Rejected),
    ("connector", 401, "Unauthorized", Unavailable),
    ("connector", 401, "BotNotRegistered", NotAllowed),
    ("connector", 403, "", NotAllowed),
    ("connector", 403, "NotEnoughPermissions", NotAllowed),
    ("connector", 403, "InvalidBotApiHost", NotAllowed),
    ("connector", 404, "ActivityNotFoundInConversation", NotThere),
    ("connector", 412, "PreconditionFailed", Unavailable),
    ("connector", 413, "MessageSizeTooBig", Rejected),
    ("connector", 429, "Throttled", Throttled),
    ("connector", 500, "ServiceError", Unavailable),
    ("connector", 599, "", Unavailable),
    ("graph", 400, "Request_BadRequest", Rejected),
    ("graph", 401, "InvalidAuthenticationToken", NotAllowed),
    ("graph", 403, "Authorization_RequestDenied", NotAllowed),
    ("graph", 404, "ErrorItemNotFound", NotThere),
    ("graph", 404, "MailboxNotEnabledForRESTAPI", NoMailbox),
    ("graph", 404, "MailboxNotSupportedForRESTAPI", NoMailbox),
    ("graph", 409, "Conflict", Conflict),
    ("graph", 409, "ErrorIrresolvableConflict", Unavailable),
    ("graph", 412, "ErrorIrresolvableConflict", Unavailable),
    ("graph", 423, "resourceLocked", Unavailable),
    ("graph", 429, "TooManyRequests", Throttled),
    ("graph", 503, "serviceNotAvailable", Unavailable),
    ("graph", 509, "", Throttled),
)
CAUSES = {
    "BotDisabledByAdmin": "blocked-by-admin",
    "BotNotInConversationRoster": "app-removed",
    "ConversationBlockedByUser": "blocked",
    "ForbiddenOperationException": "app-removed",
    "MessageWritesBlocked": "blocked",
}


@pytest.mark.parametrize(("service", "status", "code", "kind"), KINDS)
def test_status_and_code_together_say_what_it_is(
    service: Service, status: int, code: str, kind: type[OutsideError]
) -> None:
    assert type(error(service, status, code, "text", None, now=NOW)) is kind


@pytest.mark.parametrize("code", CAUSES)
def test_a_chat_that_is_closed_to_the_bot_is_no_missing_permission(code: str) -> None:
    """H1: Messages in bot conversations, status codes: *do not retry until the user starts it*."""
    found = error("connector", 403, code, "text", None, now=NOW)
    assert isinstance(found, Undeliverable)
    assert found.cause == CAUSES[code]


def test_a_conversation_that_is_gone_is_somebody_whom_nothing_reaches() -> None:
    found = error("connector", 404, "ConversationNotFound", "text", None, now=NOW)
    assert isinstance(found, Undeliverable)
    assert found.cause == "chat-gone"


def test_each_line_says_where_it_comes_from_and_stands_once() -> None:
    assert all(line.source for line in TABLE)
    assert len({(line.service, line.status, line.code) for line in TABLE}) == len(TABLE)
    assert all(bool(line.cause) == (line.means is Undeliverable) for line in TABLE)


def test_the_code_counts_before_the_status() -> None:
    assert meaning("graph", 409, "ErrorIrresolvableConflict").means is Unavailable
    assert meaning("graph", 409, "").means is Conflict


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("7", 7.0),
        ("7.5", 7.5),
        ("Wed, 26 Aug 2026 10:02:00 GMT", 120.0),
        ("Wednesday, 26-Aug-26 10:02:00 GMT", 120.0),
        ("Wed Aug 26 10:02:00 2026", 120.0),
        ("Wed, 26 Aug 2026 09:00:00 GMT", 1.0),
        ("Wed, 26 Aug 2037 10:02:00 GMT", LONGEST_WAIT_SECONDS),
        ("soon", 1.0),
        ("", 1.0),
        (None, 1.0),
        ("-3", 1.0),
        ("1e99", LONGEST_WAIT_SECONDS),
    ],
)
def test_retry_after_is_a_number_or_a_date(said: str | None, seconds: float) -> None:
    """H9: RFC 9110, 10.2.3; a date ended in a ValueError that nothing repeated."""
    assert seconds_until(said, NOW) == seconds


@pytest.mark.parametrize(
    ("service", "status"),
    [
        ("connector", 412),
        ("connector", 503),
        ("connector", 504),
        ("graph", 423),
        ("graph", 502),
        ("graph", 503),
        ("graph", 504),
        ("graph", 599),
    ],
)
@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120.0),
        ("Wed, 26 Aug 2026 10:02:00 GMT", 120.0),
        ("Wed, 26 Aug 2037 10:02:00 GMT", LONGEST_WAIT_SECONDS),
    ],
)
def test_a_service_that_is_away_says_as_well_how_long_it_wants_to_be_left_alone(
    service: Service, status: int, said: str, seconds: float
) -> None:
    """A 503 that named two minutes was asked again after one, two and four seconds."""
    found = error(service, status, "", "text", said, now=NOW)
    assert isinstance(found, Throttled)
    assert found.retry_after == seconds


def test_what_is_refused_for_good_stays_so_whatever_it_says_to_wait() -> None:
    assert type(error("graph", 403, "", "text", "120", now=NOW)) is NotAllowed


@pytest.mark.parametrize("said", ["nan", "inf"])
def test_no_pause_is_endless(said: str) -> None:
    assert 1.0 <= seconds_until(said, NOW) <= LONGEST_WAIT_SECONDS


def test_both_ways_out_read_a_date() -> None:
    """H9, from Graph and from the Connector."""
    body = json.dumps({"error": {"code": "TooManyRequests", "message": "slowly"}})
    said = "Wed, 26 Aug 2037 10:02:00 GMT"
    for found in (refused("op", "P", 429, body.encode(), said), _refused(429, body, said)):
        assert isinstance(found, Throttled)
        assert found.retry_after == LONGEST_WAIT_SECONDS


def test_a_date_is_one_of_the_clock_of_whoever_names_it() -> None:
    """A machine whose clock was a minute ahead asked a minute too early."""
    body = json.dumps({"error": {"code": "TooManyRequests", "message": "slowly"}})
    answered, until = "Wed, 26 Aug 2037 10:00:00 GMT", "Wed, 26 Aug 2037 10:02:00 GMT"
    for found in (
        refused("op", "P", 429, body.encode(), until, "", answered),
        _refused(429, body, until, answered),
    ):
        assert isinstance(found, Throttled)
        assert found.retry_after == 120


@pytest.mark.parametrize("date", [None, "", "noon"])
def test_an_answer_that_does_not_say_when_it_was_given_was_given_now(date: str | None) -> None:
    assert abs(given_at(date) - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize(
    "body",
    [
        '{"error": {"code": "ConversationBlockedByUser", "message": "…"}}',
        '{"code": "ConversationBlockedByUser"}',
        '{"errorCode": "ConversationBlockedByUser"}',
        '{"error": {"subCode": "MessageWritesBlocked"}}',
    ],
)
def test_a_code_is_found_however_the_connector_writes_it(body: str) -> None:
    assert isinstance(_refused(403, body, None), Undeliverable)


@pytest.mark.parametrize("body", ["", "[]", "null", "<html>", '{"error": "no"}', '{"error": null}'])
def test_an_answer_without_a_code_is_read_all_the_same(body: str) -> None:
    assert type(_refused(403, body, None)) is NotAllowed


@pytest.mark.usefixtures("own_time")
async def test_who_is_asked_to_wait_lets_nothing_through_until_then() -> None:
    """H9: the lane that was refused, and no other."""
    throttle, limit = Throttle(), Limit("mailbox {user}", per_second=100)
    await throttle.hold(limit, "mailbox a", 0.2)
    began = time.monotonic()
    await throttle.turn(limit, "mailbox b")
    assert time.monotonic() == began
    await asyncio.wait_for(throttle.turn(limit, "mailbox a"), 5)
    assert time.monotonic() - began >= 0.2


@pytest.mark.parametrize(("status", "code"), [(403, "Forbidden"), (400, "BadRequest"), (503, "")])
def test_whoever_reads_the_log_finds_the_call_at_microsoft(status: int, code: str) -> None:
    """issue 12, P8: the operation, the answer, and the id by which Microsoft's support finds it
    (learn.microsoft.com, Microsoft Graph error responses: ``request-id``).
    """
    body = json.dumps({"error": {"code": code, "message": "no"}}).encode()
    found = refused("create_channel", "Channel.Create", status, body, None, "4a1f-88")
    assert str(found).startswith(f"create_channel: Graph answered {status} {code}")
    assert "(request-id 4a1f-88)" in str(found)


def test_a_missing_permission_is_named() -> None:
    """Owners read that IT finds it in the log."""
    body = json.dumps({"error": {"code": "Authorization_RequestDenied", "message": "no"}}).encode()
    found = refused("users_where", "User.Read.All", 403, body, None)
    assert type(found) is NotAllowed
    assert str(found) == (
        "users_where: Graph answered 403 Authorization_RequestDenied: no. The operation needs the "
        "application permission User.Read.All with admin consent"
    )


@pytest.mark.parametrize("status", [400, 403])
@pytest.mark.parametrize(("message", "left"), SPOKEN)
def test_what_graph_repeats_of_a_request_is_in_no_text(
    status: int, message: str, left: str
) -> None:
    """Texts are logged, and a request holds names and addresses that somebody has typed."""
    body = json.dumps({"error": {"code": "Request_BadRequest", "message": message}}).encode()
    told = str(refused("GET /users", "User.Read.All", status, body, None))
    assert left in told
    assert "anna" not in told.casefold()

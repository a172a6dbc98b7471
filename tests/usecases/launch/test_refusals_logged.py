"""What Microsoft 365 refuses for good stands in the log as it was said: what was tried, which
permission was missing, and the id by which Microsoft's support finds the request (issue 12, P8).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from mentoring.domain.errors import NotAllowed
from mentoring.domain.kickoff import Gathering, Kickoff
from mentoring.domain.launch import Choice
from mentoring.domain.people import Role
from mentoring.usecases.changes.handover import hand_over
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.enrolment.reach import reach
from mentoring.usecases.launch import again, closing, confirming, kickoff_dates, members
from mentoring.usecases.launch.deciding import Problem, decide
from mentoring.usecases.launch.foreseeing import look_ahead
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    asked_for,
    person,
    profile,
    put,
)
from tests.usecases.launch.ready import CHAT, START, in_trouble, key, ready, under_way
from tests.usecases.ports import chat_of

TEXT = "addMember: Graph answered 403 Forbidden, TeamMember.ReadWrite.All (request-id 4a1f-88)"


async def a_launch_is_looked_at(company: Company) -> None:
    await ready(company.first, 1)
    made = await company.first.run(confirming.prepare, "otto", START, CHAT)
    await look_ahead(company.first, made.id)


async def a_team_is_filled(company: Company) -> None:
    made = await under_way(company.first, 1)
    await company.first.run(members.have_teams_filled, made)
    await members.fill_team(company.first, f"{made}:team")


async def a_team_is_filled_again(company: Company) -> None:
    made = await in_trouble(company.first, 1)
    problem = Problem(made, key(company.first, 1), 0)
    await company.first.run(decide, "otto", problem, Choice.RETRY)
    for batch in await asked_for(company.first, "launch_again"):
        await again.launch_again(company.first, batch)


async def sessions_are_handed_over(company: Company) -> None:
    await hand_over(company.first, TANDEM)


async def a_tandem_ends(company: Company) -> None:
    made = await company.first.run(closing.prepare, "otto", chat_of("owners"))
    await company.first.run(closing.confirm, made.id)
    await closing.end_tandem(company.first, f"{made.id}:{TANDEM}")


async def somebody_is_invited(company: Company) -> None:
    await put(company.first, "people", person("eva", conversation="", service_url=""))
    await company.first.run(invite, profile("eva"), Role.MENTEE)
    await reach(company.first, f"{FIRST}:mentee:eva")


async def a_kick_off_is_booked(company: Company) -> None:
    dates = (Gathering(NOW + timedelta(days=3)),)
    await put(company.first, "kickoffs", Kickoff("k", "otto", dates, prepared_at=NOW))
    await kickoff_dates.open_dates(company.first, "k")


@pytest.mark.parametrize(
    ("event", "port", "call", "done"),
    [
        ("launch.unlooked", "people", "accounts", a_launch_is_looked_at),
        ("launch.refused", "teams", "add_members", a_team_is_filled),
        ("launch.refused", "teams", "add_members", a_team_is_filled_again),
        ("invite.unreachable", "chats", "install", somebody_is_invited),
        ("kickoff.refused", "outlook", "book_gathering", a_kick_off_is_booked),
    ],
)
async def test_before_anything_runs(
    programmes: Company,
    event: str,
    port: str,
    call: str,
    done: Callable[[Company], Awaitable[None]],
) -> None:
    await says_why(programmes, event, port, call, done)


@pytest.mark.parametrize(
    ("event", "port", "call", "done"),
    [
        ("handover.refused", "outlook", "book", sessions_are_handed_over),
        ("ending.refused", "teams", "archive_channel", a_tandem_ends),
    ],
)
async def test_of_a_tandem_that_runs(
    company: Company, event: str, port: str, call: str, done: Callable[[Company], Awaitable[None]]
) -> None:
    await says_why(company, event, port, call, done)


async def says_why(
    company: Company, event: str, port: str, call: str, done: Callable[[Company], Awaitable[None]]
) -> None:
    """One line of this name has what was answered, word by word."""
    getattr(company, port).refuses[call] = NotAllowed(TEXT)
    with capture_logs() as lines:
        await done(company)
    found = [(each["log_level"], each["text"]) for each in lines if each["event"] == event]
    assert found == [("warning", TEXT)]

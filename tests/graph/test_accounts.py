"""What the directory and Exchange tell of people who cannot take part, as the tenant answers it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.calendar import GraphCalendar
from graph.channel_calls import NOBODY
from graph.client import Graph
from graph.directory import GraphDirectory
from mentoring.ports.directory import Account
from sandbox.directory import Person
from sandbox.server import Tenant


@pytest.fixture
def person(tenant: Tenant) -> Person:
    people = tenant.state.people.values()
    fit = (each for each in people if each.has_mailbox and each.mailbox_readable)
    return next(each for each in fit if each.account_enabled)


Change = Callable[[Person], None]
STATES: dict[str, tuple[Change, Account]] = {
    "as usual": (lambda _: None, Account()),
    "disabled": (lambda one: setattr(one, "account_enabled", False), Account("disabled")),
    "guest": (lambda one: setattr(one, "user_type", "Guest"), Account("guest")),
    "no licence": (lambda one: setattr(one, "licensed", False), Account("no-licence")),
    "synced": (lambda one: setattr(one, "on_premises", True), Account(is_on_premises=True)),
}


@pytest.mark.parametrize("state", STATES)
async def test_an_account(graph: Graph, person: Person, state: str) -> None:
    """Resource type user: accountEnabled, userType, assignedLicenses, onPremisesSyncEnabled."""
    change, account = STATES[state]
    change(person)
    assert await GraphDirectory(graph).accounts([person.id]) == {person.id: account}


async def test_an_account_that_the_directory_does_not_have(graph: Graph) -> None:
    assert await GraphDirectory(graph).accounts([NOBODY]) == {NOBODY: Account("gone")}


BOOKABLE: dict[str, tuple[Change, bool | None]] = {
    "as usual": (lambda _: None, True),
    "without a licence": (lambda one: setattr(one, "licensed", False), None),
    "without a mailbox": (lambda one: setattr(one, "without_mailbox", True), None),
    "on premises": (lambda one: setattr(one, "on_premises", True), None),
    "outside the scope": (lambda one: setattr(one, "mailbox_readable", False), False),
}


@pytest.mark.parametrize("state", BOOKABLE)
async def test_whether_a_calendar_can_be_written_to(
    graph: Graph, person: Person, state: str
) -> None:
    """Without a mailbox in Microsoft 365 Graph answers 404 MailboxNotEnabledForRESTAPI ("REST API
    is not yet supported for this mailbox", KB 4462988), outside the scope of RBAC for Applications
    403 ErrorAccessDenied.
    """
    change, bookable = BOOKABLE[state]
    change(person)
    assert await GraphCalendar(graph).may_book(person.id) is bookable

"""A mailbox that refuses to tell its settings, for whatever cause of its own, keeps nothing else of
its person from being known, and nothing from being said to them.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from kiota_abstractions.request_information import RequestInformation

from graph.calendar import GraphCalendar
from graph.client import Answer, Graph, Operation
from graph.directory import GraphDirectory
from graph.directory_calls import mailbox_settings
from mentoring.domain.errors import Rejected
from sandbox.server import Tenant
from tests.graph.signed_in import signed_in


class Odd(Graph):
    """Answers as the tenant does, but for everybody's settings."""

    async def send(
        self, operation: Operation, request: RequestInformation, facts: Mapping[str, Any]
    ) -> Answer:
        if operation.name == mailbox_settings.__name__:
            raise Rejected("mailbox_settings: 400 ErrorInvalidUser")
        return await super().send(operation, request, facts)


@pytest.fixture
async def odd(tenant: Tenant) -> AsyncIterator[Graph]:
    made = Odd(signed_in(tenant), tenant.env["TANDEM_GRAPH_BASE_URL"])
    yield made
    await made.close()


async def test_its_person_is_known_all_the_same(tenant: Tenant, odd: Graph) -> None:
    """Whoever wrote to the bot got no answer."""
    person = next(each for each in tenant.state.people.values() if each.licensed)
    found = await GraphDirectory(odd).profile(person.id)
    assert (found.id, found.email) == (person.id, person.mail)


async def test_its_person_is_reminded_all_the_same(tenant: Tenant, odd: Graph) -> None:
    person = next(iter(tenant.state.people))
    assert not await GraphCalendar(odd).is_away(person, [datetime(2027, 3, 1, 8, tzinfo=UTC)])


async def test_that_nobody_can_tell_is_not_taken_for_no_absence(tenant: Tenant, odd: Graph) -> None:
    """Only who asks for it knows what was found before."""
    with pytest.raises(Rejected, match="ErrorInvalidUser"):
        await GraphCalendar(odd).automatic_reply(next(iter(tenant.state.people)))

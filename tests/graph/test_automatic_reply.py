"""What a mailbox says of its own absence, of which nothing but the times is looked at."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from graph.calendar import GraphCalendar
from sandbox.directory import Person
from sandbox.mailbox import AutomaticReply
from sandbox.server import Tenant

FROM, UNTIL = datetime(2027, 3, 1, 8, tzinfo=UTC), datetime(2027, 6, 1, 8, tzinfo=UTC)


def somebody(tenant: Tenant) -> Person:
    people = tenant.state.people.values()
    return next(each for each in people if each.licensed and each.mailbox_readable)


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (None, None),
        (AutomaticReply("back in June", FROM, UNTIL), (FROM, UNTIL)),
        (AutomaticReply("I read mail once a week", None, None), None),
    ],
    ids=["off", "scheduled", "always on"],
)
async def test_only_a_scheduled_one_announces_an_absence(
    tenant: Tenant, calendar: GraphCalendar, reply: AutomaticReply | None, told: object
) -> None:
    """``automaticRepliesSetting`` (learn.microsoft.com, automaticRepliesSetting resource type)."""
    person = somebody(tenant)
    person.automatic_reply = reply
    assert await calendar.automatic_reply(person.id) == told


async def test_a_mailbox_that_may_not_be_read_announces_nothing(
    tenant: Tenant, calendar: GraphCalendar
) -> None:
    person = somebody(tenant)
    person.automatic_reply = AutomaticReply("back in June", FROM, UNTIL)
    person.mailbox_readable = False
    assert await calendar.automatic_reply(person.id) is None

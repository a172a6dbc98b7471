"""What the tenant held when a cycle began: counting it costs nothing that nobody needs."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sandbox.diaries import busy
from sandbox.rehearse.baseline import Baseline, organized
from sandbox.server import running


async def test_nobodys_calendar_is_invented_only_to_be_counted() -> None:
    """Those of 14,500 people took two gigabytes, and three seconds every half minute."""
    async with running(people=44, limits="off", seed=1) as tenant:
        for mailbox in tenant.state.mailboxes.values():
            mailbox.when_read(lambda: pytest.fail("the calendar was filled"))
        Baseline.of(tenant.state)


async def test_what_was_invented_when_a_calendar_was_first_read_was_there_before() -> None:
    async with running(people=44, limits="off", seed=1) as tenant:
        state, before = tenant.state, Baseline.of(tenant.state)
        eva = next(iter(state.people.values()))
        assert len(state.mailboxes[eva.id].entries) > 10
        assert before == Baseline.of(state)
        now = state.clock.now()
        entered = busy(state, eva, now, now + timedelta(hours=1))
        assert entered.appointment.uid in {each.uid for each in organized(state)}

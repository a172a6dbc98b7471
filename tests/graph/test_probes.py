"""Each permission that a call needs can be asked for harmlessly."""

from __future__ import annotations

import pytest

import bot.app  # noqa: F401 - every operation registers itself
from graph.client import OPERATIONS
from graph.probes import PROBES, Sample, proves


def test_every_permission_that_a_call_needs_is_proved_and_no_other() -> None:
    assert set(PROBES) == {each.permission for each in OPERATIONS.values()}


def test_what_counts_for_a_mailbox_is_asked_mailbox_by_mailbox() -> None:
    """Exchange may grant it for some only (RBAC for Applications)."""
    of_mailbox = {name for name, probe in PROBES.items() if probe.of_mailbox}
    assert of_mailbox == {"MailboxSettings.Read", "Calendars.Read", "Calendars.ReadWrite"}


def test_nothing_is_proved_twice() -> None:
    async def again(graph: object, of: Sample) -> None:
        """Never called."""

    with pytest.raises(ValueError, match="twice"):
        proves("Team.Create")(again)

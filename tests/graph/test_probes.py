"""Each permission that a call needs can be asked for harmlessly."""

from __future__ import annotations

from typing import Any, cast

import pytest

import bot.app  # noqa: F401 - every operation registers itself
from graph.client import OPERATIONS
from graph.probes import PROBES, Probe, Sample, proves
from mentoring.domain.errors import NotYet, Unavailable
from mentoring.ports.repeating import is_repeated

NOBODY = cast("Any", None)


def test_every_permission_that_a_call_needs_is_proved_and_no_other() -> None:
    needed = {each.permission for each in OPERATIONS.values()}
    missing, unneeded = sorted(needed - set(PROBES)), sorted(set(PROBES) - needed)
    assert not missing, f"write a harmless call for {missing} in graph/probes.py"
    assert not unneeded, f"no call needs {unneeded}: take them out of graph/probes.py"


def test_what_counts_for_a_mailbox_is_asked_mailbox_by_mailbox() -> None:
    """Exchange may grant it for some only (RBAC for Applications)."""
    of_mailbox = {name for name, probe in PROBES.items() if probe.of_mailbox}
    expected = {"MailboxSettings.Read", "Calendars.Read", "Calendars.ReadWrite"}
    assert of_mailbox == expected, f"of_mailbox is wrong for {sorted(of_mailbox ^ expected)}"


def test_nothing_is_proved_twice() -> None:
    async def again(graph: object, of: Sample) -> None:
        """Never called."""

    with pytest.raises(ValueError, match="twice"):
        proves("Team.Create")(again)


class Asked:
    """A call that ends so, one time after the other; it notes whether somebody above repeats it."""

    def __init__(self, *ends: Exception | None) -> None:
        self.ends, self.repeated = list(ends), list[bool]()

    async def __call__(self, _graph: object, _of: object) -> None:
        self.repeated.append(is_repeated())
        end = self.ends.pop(0)
        if end:
            raise end


async def test_what_is_not_found_is_not_looked_for_once_more() -> None:
    """Whoever reads that it is not there may look. Eight calls that each looked twice for an
    owners' team that is not there took sixteen seconds.
    """
    asked = Asked(NotYet("404"))
    assert await Probe("a permission", asked, of_mailbox=False)(NOBODY, NOBODY)
    assert asked.repeated == [True], "nothing below repeats it either"


async def test_what_is_away_is_asked_again() -> None:
    asked = Asked(Unavailable("503"), None)
    assert await Probe("a permission", asked, of_mailbox=False)(NOBODY, NOBODY)
    assert asked.repeated == [True, False]


async def test_a_mailbox_is_looked_for_twice() -> None:
    asked = Asked(None)
    assert await Probe("a permission", asked, of_mailbox=True)(NOBODY, NOBODY)
    assert asked.repeated == [False]

"""What the product may do in a tenant: no more than each call needs, and exactly what the
administrator is asked for.
"""

from __future__ import annotations

import re

import pytest

import bot.app  # noqa: F401 - every operation registers itself
from graph.client import OPERATIONS, Operation
from graph.permissions import IN_EXCHANGE, PURPOSES
from graph.probes import PROBES
from sandbox.graph.permissions import GRANTED
from tests.contracts import graph_contract
from tests.house.permission_table import PAGE, explained, written

READS_ITS_OWN_ONLY = (
    "TeamsAppInstallation.ReadWriteSelfForUser.All, which the installation needs, sees this app "
    "alone; "
    "TeamsAppInstallation.ReadForUser.All would see every app that anybody has"
)
OF_EVENTS = "the permission is that of what is subscribed to, and that is always a person's events"
MEANT = {
    "installations": ("TeamsAppInstallation.ReadWriteSelfForUser.All", READS_ITS_OWN_ONLY),
    "chat_of_installation": ("TeamsAppInstallation.ReadWriteSelfForUser.All", READS_ITS_OWN_ONLY),
    "renew_subscription": ("Calendars.Read", OF_EVENTS),
    "delete_subscription": ("Calendars.Read", OF_EVENTS),
}
"""Where we ask for another permission than Microsoft names: which one, and why."""
NEEDED = {each.permission for each in OPERATIONS.values()}


def named_by_microsoft(operation: Operation) -> set[str]:
    """The permissions of which the contract names one as the least that does; empty if it names
    none.
    """
    described = graph_contract().document["paths"][operation.path][operation.method.lower()]
    return set(re.findall(r"[A-Z]\w+(?:\.\w+)+", described["x-app-permission"]))


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=lambda operation: operation.name)
def test_an_operation_asks_for_the_permission_that_microsoft_names(operation: Operation) -> None:
    assert operation.path in graph_contract().document["paths"], f"Graph has no {operation.path}"
    meant, why = MEANT.get(operation.name, ("", ""))
    if operation.permission in named_by_microsoft(operation):
        assert not meant, f"{operation.name} no longer differs: take it out of MEANT"
    else:
        assert operation.permission == meant, (
            f"Microsoft names {named_by_microsoft(operation)}; if it is meant, say why in MEANT"
        )
        assert why, f"say why in MEANT of {operation.name}"


def test_no_difference_is_meant_of_an_operation_that_is_no_more() -> None:
    gone = sorted(set(MEANT) - set(OPERATIONS))
    assert not gone, f"there is no operation {gone} any more: take it out of MEANT"


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=lambda operation: operation.name)
def test_an_operation_says_why_a_repeat_does_no_harm(operation: Operation) -> None:
    assert operation.repeat.strip(), f"say with repeat= why {operation.name} may be made twice"


def test_the_administrator_is_asked_for_exactly_what_the_calls_need() -> None:
    assert written() == PAGE.read_text(encoding="utf-8"), "`make permissions` writes it anew"


def test_the_administrator_is_told_what_each_is_for() -> None:
    explained()
    unused = sorted(set(PURPOSES) - NEEDED)
    assert not unused, f"no call needs {unused}: take them out of PURPOSES of graph/permissions.py"


def test_the_doctor_asks_mailbox_by_mailbox_for_what_exchange_may_grant() -> None:
    asked = {name for name, probe in PROBES.items() if probe.of_mailbox}
    assert asked == IN_EXCHANGE, (
        f"of_mailbox in graph/probes.py and IN_EXCHANGE of graph/permissions.py differ in "
        f"{sorted(asked ^ IN_EXCHANGE)}: say in both what Exchange may grant"
    )


def test_the_simulated_tenant_grants_what_the_administrator_is_asked_for() -> None:
    refused = sorted(NEEDED - GRANTED)
    assert not refused, f"grant {refused} in GRANTED of sandbox/graph/permissions.py"


def test_nothing_asks_to_read_what_people_write() -> None:
    forbidden = ("ChannelMessage.Read", "ChatMessage.Read", "Chat.Read")
    assert [
        each.name for each in OPERATIONS.values() if each.permission.startswith(forbidden)
    ] == []

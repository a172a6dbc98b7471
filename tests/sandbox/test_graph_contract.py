"""The sandbox's own lists against the contract made from Microsoft's metadata."""

import re

import pytest

from sandbox.graph import permissions, resources  # noqa: F401 - operations register themselves
from sandbox.graph.operations import OPERATIONS
from sandbox.graph.types import ENUMS, TYPES, properties
from tests.contracts import graph_contract
from tests.sandbox.conftest import BEYOND_THE_CONTRACT

LEFT_OUT = {
    "GET /teams/{}/channels/{}/tabs": "a bot-only app cannot be a tab",
    "POST /teams/{}/channels/{}/tabs": "a bot-only app cannot be a tab",
}
CONTRACT_NAMES = {
    "teamsAppInstallation": "userScopeTeamsAppInstallation",
}
OWN_TYPES = {"singleValueLegacyExtendedProperty"}
"""Declared within `event` in the contract, without a name of its own."""
BOUND = {
    "teamsAppInstallation": {"teamsApp@odata.bind"},
    "userScopeTeamsAppInstallation": {"teamsApp@odata.bind"},
}
"""Declared in the contract at the request's body, not at the type."""
SHORTER = {"group"}


def _anonymous(template: str) -> str:
    return re.sub(r"\{[^/]+?\}", "{}", template)


def _contract_operations() -> dict[str, dict[str, object]]:
    items = graph_contract().document["paths"].items()
    methods = ("get", "post", "patch", "put", "delete")
    return {
        f"{m.upper()} {_anonymous(path)}": item[m]
        for path, item in items
        for m in methods
        if m in item
    }


def test_every_operation_of_the_contract_is_served_or_left_out_for_a_reason() -> None:
    served = {_anonymous(route) for route in OPERATIONS}
    assert set(_contract_operations()) - served == set(LEFT_OUT)


def test_nothing_is_served_that_the_contract_does_not_have() -> None:
    casts = {"GET /groups/{}/members/{}", "GET /groups/{}/transitiveMembers/{}"}
    beyond = {_anonymous(route) for route in BEYOND_THE_CONTRACT}
    assert {_anonymous(route) for route in OPERATIONS} - set(
        _contract_operations()
    ) == casts | beyond


@pytest.mark.parametrize("name", sorted(set(TYPES) - OWN_TYPES))
def test_the_properties_of_a_type_are_those_of_the_metadata(name: str) -> None:
    own = set(properties(name)) - BOUND.get(name, set())
    declared = set(graph_contract().properties(CONTRACT_NAMES.get(name, name))) - {"@odata.type"}
    assert own <= declared
    assert name in SHORTER or own == declared


@pytest.mark.parametrize("name", sorted(ENUMS))
def test_the_values_of_an_enumeration_are_those_of_the_metadata(name: str) -> None:
    declared = graph_contract().document["components"]["schemas"][f"microsoft.graph.{name}"]["enum"]
    assert set(ENUMS[name].split()) == set(declared) - {"unknownFutureValue"}


def test_an_operation_takes_the_permission_that_the_contract_names() -> None:
    """Subscriptions are left aside: their permission is that of the resource."""
    named = {route: str(one["x-app-permission"]) for route, one in _contract_operations().items()}
    wanted = {
        route: re.findall(r"[A-Z]\w+(?:\.\w+)+", named.get(_anonymous(route), ""))
        for route in OPERATIONS
    }
    assert sum(bool(each) for each in wanted.values()) > 40
    assert [
        r
        for r, one in OPERATIONS.items()
        if wanted[r] and not permissions.cover(wanted[r], one.permissions)
    ] == []


MEMBER = {"@odata.type": "#microsoft.graph.aadUserConversationMember", "roles": ["owner"]}


@pytest.mark.parametrize(
    ("method", "path", "body", "said"),
    [
        ("POST", "/v1.0/teams/1/members", MEMBER | {"user@odata.bind": "x"}, []),
        (
            "POST",
            "/v1.0/teams/1/members",
            MEMBER | {"user@odata_bind": "x"},
            ["body has 'user@odata_bind'"],
        ),
        ("POST", "/v1.0/users/1/events", {"isOnlineMeting": True}, ["body has 'isOnlineMeting'"]),
        ("POST", "/v1.0/users/1/events", {"showAs": "away"}, ["body.showAs is 'away'"]),
        ("POST", "/v1.0/users/1/events", {"isAllDay": "no"}, ["body.isAllDay is no boolean"]),
        (
            "POST",
            "/v1.0/users/1/calendar/getSchedule",
            {"Schedules": [], "StartTime": {}, "EndTime": {}},
            [],
        ),
        (
            "POST",
            "/v1.0/users/1/calendar/getSchedule",
            {"schedules": []},
            ["body lacks 'startTime'", "body lacks 'endTime'"],
        ),
        ("GET", "/v1.0/groups/1/members/microsoft.graph.user?$top=1", None, []),
        ("PUT", "/v1.0/users", None, ["PUT /v1.0/users is no operation"]),
    ],
)
def test_the_closed_check_says_what_is_not_declared(
    method: str, path: str, body: object, said: list[str]
) -> None:
    found = graph_contract().request(method, path, body)
    assert len(found) == len(said)
    assert all(problem.startswith(start) for problem, start in zip(found, said, strict=True))

"""Groups and their members, also through nested groups; a team is a group with the same id.

Sources: group list, get, list members, list transitiveMembers; "Teams are built on Microsoft 365
groups".
"""

import time
from typing import Any

from sandbox.directory import Group
from sandbox.graph.errors import GraphRefusal
from sandbox.graph.operations import GRAPH_ROOT, PAGED, Answer, Call, operation
from sandbox.graph.query import filtering, page, selection, shaped
from sandbox.graph.request_costs import directory
from sandbox.graph.search import UNSUPPORTED, advanced, searched
from sandbox.graph.users import DEFAULT, USER_TYPE, full_row
from sandbox.graph.zones import timestamp
from sandbox.state import TenantState
from sandbox.teams import Team

READ = ("GroupMember.Read.All", "Group.Read.All", "Directory.Read.All")


@operation("GET /groups", directory(2), *READ, options=(*PAGED, "$filter", "$search", "$select"))
def list_groups(call: Call) -> Answer:
    """Groups, filtered by name; a team's own a little later than the team."""
    parsed = filtering(call, "id", "displayName", "mail", "eq", "in", "startswith", "and", "or")
    now = time.monotonic()
    rows = [_row(group) for group in call.state.groups.values()] + [
        _team_row(one) for one in call.state.teams.values() if one.listed_monotonic <= now
    ]
    chosen = [row for row in searched(call, rows) if parsed is None or parsed.test(row)]
    names = selection(call, "group")
    return page(call, [shaped(row, names) for row in chosen], "groups")


@operation("GET /groups/{group_id}", directory(1), *READ, options=("$select",))
def get_group(call: Call) -> Answer:
    """One group."""
    team = call.state.teams.get(call.ids["group_id"])
    row = shaped(_team_row(team) if team else _row(call.group()), selection(call, "group"))
    return Answer(body={"@odata.context": f"{GRAPH_ROOT}/$metadata#groups/$entity"} | row)


@operation("GET /groups/{group_id}/members", directory(3), *READ, options=(*PAGED, "$select"))
def list_members(call: Call) -> Answer:
    """Direct members: people and groups, told apart by `@odata.type`."""
    return _members(call, _direct(call))


@operation(
    "GET /groups/{group_id}/transitiveMembers", directory(5), *READ, options=(*PAGED, "$select")
)
def list_transitive_members(call: Call) -> Answer:
    """Members through all nested groups, each once; the nested groups themselves are members
    too.
    """
    return _members(call, list(_below(call.state, _direct(call))))


@operation(
    "GET /groups/{group_id}/members/{cast}", directory(3), *READ, options=(*PAGED, "$select")
)
def list_people(call: Call) -> Answer:
    """Direct members that are people (OData cast)."""
    return _people(call, _direct(call))


@operation(
    "GET /groups/{group_id}/transitiveMembers/{cast}",
    directory(5),
    *READ,
    options=(*PAGED, "$select"),
)
def list_transitive_people(call: Call) -> Answer:
    """Members through all nested groups that are people (OData cast)."""
    return _people(call, list(_below(call.state, _direct(call))))


def _people(call: Call, member_ids: list[str]) -> Answer:
    if call.ids["cast"] not in {"graph.user", "microsoft.graph.user"}:
        raise GraphRefusal(
            400, "BadRequest", f"Resource not found for the segment '{call.ids['cast']}'."
        )
    if not advanced(call) or call.query.get("$count") != "true":
        text = "A cast needs the header 'ConsistencyLevel: eventual' and $count=true."
        raise GraphRefusal(400, UNSUPPORTED, text)
    return _members(call, [key for key in member_ids if key in call.state.people])


def _members(call: Call, member_ids: list[str]) -> Answer:
    names = selection(call, "user")
    rows = [_member_row(call.state, key, names) for key in member_ids]
    return page(call, rows, "directoryObjects")


def _member_row(state: TenantState, key: str, names: list[str] | None) -> dict[str, Any]:
    if key in state.groups:
        return {"@odata.type": "#microsoft.graph.group"} | shaped(_row(state.groups[key]), names)
    return {"@odata.type": USER_TYPE} | shaped(full_row(state.people[key]), names or DEFAULT)


def _direct(call: Call) -> list[str]:
    team = call.state.teams.get(call.ids["group_id"])
    return list(team.members) if team else call.group().member_ids


def _below(state: TenantState, member_ids: list[str]) -> dict[str, None]:
    found: dict[str, None] = {}
    waiting = list(member_ids)
    while waiting:
        key = waiting.pop(0)
        if key in found:
            continue
        found[key] = None
        if key in state.groups:
            waiting.extend(state.groups[key].member_ids)
    return found


def _row(group: Group) -> dict[str, Any]:
    nickname = group.display_name.casefold().replace(" ", "-")
    return {
        "id": group.id,
        "createdDateTime": timestamp(group.created),
        "description": group.description,
        "displayName": group.display_name,
        "groupTypes": [],
        "mail": group.mail,
        "mailEnabled": group.mail is not None,
        "mailNickname": group.mail.partition("@")[0] if group.mail else nickname,
        "securityEnabled": True,
        "visibility": None,
    }


def _team_row(team: Team) -> dict[str, Any]:
    row = _row(Group(team.id, team.display_name, team.description or "", created=team.created))
    nickname = row["mailNickname"]
    unified = {
        "groupTypes": ["Unified"],
        "mail": f"{nickname}@nordwind.example",
        "mailEnabled": True,
    }
    return row | unified | {"securityEnabled": False, "visibility": team.visibility.capitalize()}

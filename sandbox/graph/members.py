"""Conversation members: how a body names one, and how Graph shows one.

Shared by teams, channels and chats.

Sources: team post members, conversationmembers add, channel post members; resource
`aadUserConversationMember`.
"""

import re
import time
from collections.abc import Mapping, Sequence
from typing import Any

from sandbox.directory import Person
from sandbox.graph.errors import GraphRefusal, bad_request
from sandbox.graph.operations import PAGED, Answer, Call
from sandbox.graph.query import filtering, page, selection, shaped
from sandbox.graph.types import checked
from sandbox.state import TenantState
from sandbox.teams import Member

TYPE = "#microsoft.graph.aadUserConversationMember"
BOUND_USER = re.compile(r"/users(?:\('([^']+)'\)|/([^/]+))")
OPTIONS = (*PAGED, "$filter", "$select")
"""The query options of lists of members."""
ROLES: tuple[list[str], ...] = ([], ["owner"], ["guest"])


def parsed(call: Call, body: object) -> tuple[Person, list[str]]:
    """The person and the roles a member's body names. Raises GraphRefusal (400, 404, 502)."""
    if not isinstance(body, dict) or "@odata.type" not in body:
        raise bad_request(
            "teams", "'odata.type' must be specified in the request body for each member."
        )
    member = checked("teams", "aadUserConversationMember", body)
    roles = member.get("roles") or []
    if roles not in ROLES:
        raise bad_request(
            "teams", f"Invalid role specified for member: {', '.join(map(str, roles))}."
        )
    person = bound_person(call, member.get("user@odata.bind"))
    if person.user_type == "Guest":
        # Reported for guests named as owner or member, where a client error (4xx) would be apt
        # (graph-docs issue 7315).
        raise GraphRefusal(502, "BadGateway", "Failed to execute backend request.")
    return person, list(roles)


def bound_person(call: Call, bind: object) -> Person:
    """The person of a `user@odata.bind` URL; 404 for unknown and for disabled people.

    Raises GraphRefusal.
    """
    matched = BOUND_USER.fullmatch(_within_graph(call, bind))
    if matched is None:
        raise bad_request(
            "teams", f"Invalid bind '{bind}': user@odata.bind must be the URL of a user."
        )
    person = call.state.person_named(matched[1] or matched[2])
    if person is None or not person.account_enabled:
        raise GraphRefusal(
            404, "NotFound", f"User '{matched[1] or matched[2]}' not found or blocked."
        )
    return person


def _within_graph(call: Call, bind: object) -> str:
    roots = (
        "https://graph.microsoft.com/v1.0",
        "https://graph.microsoft.com/beta",
        f"{call.state.base_url}/v1.0",
    )
    found = [str(bind).removeprefix(root) for root in roots if str(bind).startswith(root)]
    return found[0] if found else ""


def visible(everybody: Mapping[str, Member]) -> list[Member]:
    """Those who are listed by now: a new member "might take some time to be reflected" [team post
    members].
    """
    now = time.monotonic()
    return [member for member in everybody.values() if member.visible_monotonic <= now]


def shown(state: TenantState, member: Member) -> dict[str, Any]:
    """A member in Graph's shape."""
    person = state.people[member.person_id]
    return {
        "@odata.type": TYPE,
        "id": member.id,
        "roles": list(member.roles),
        "displayName": person.display_name,
        "visibleHistoryStartDateTime": "0001-01-01T00:00:00Z",
        "userId": person.id,
        "email": person.mail,
        "tenantId": state.identity.tenant_id,
    }


def listed(call: Call, found: Sequence[Member], what: str) -> Answer:
    """A page of members, filtered by role or person. Raises GraphRefusal (400)."""
    supported = ("roles/any", "r", "roles", "userId", "email", "displayName", "eq", "and", "or")
    wanted = filtering(
        call,
        *supported,
        *(f"microsoft.graph.aadUserConversationMember/{name}" for name in supported),
    )
    rows = [shown(call.state, member) for member in found]
    names = selection(call, "aadUserConversationMember")
    chosen = [shaped(row, names) for row in rows if wanted is None or wanted.test(_filterable(row))]
    return page(call, chosen, what)


def _filterable(row: dict[str, Any]) -> dict[str, Any]:
    # A derived type's property is addressed through the type's name:
    # microsoft.graph.aadUserConversationMember/userId.
    return row | {"microsoft.graph.aadUserConversationMember": row}

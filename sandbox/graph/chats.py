"""Group chats: create, members, the app in them.

Sources: chat post, chat post/list/delete members, chat post apps.
"""

from typing import Any

from sandbox.apps import Chat, Installation
from sandbox.graph import members
from sandbox.graph.apps import bound_app, chat_row, told
from sandbox.graph.errors import GraphRefusal, bad_request, not_found
from sandbox.graph.operations import GRAPH_ROOT, Answer, Call, operation
from sandbox.graph.request_costs import teams
from sandbox.graph.types import checked
from sandbox.state import TenantState
from sandbox.teams import Member

SELF_FOR_CHAT = "TeamsAppInstallation.ReadWriteSelfForChat.All"
MOST_MEMBERS = 250


@operation("POST /chats", teams(20), "Chat.Create")
def create_chat(call: Call) -> Answer:
    """Create a chat: 201 with it.

    Two people have at most one chat with each other; creating it again returns the one there is.
    """
    body = checked("teams", "chat", call.body)
    if body.get("chatType") not in {"group", "oneOnOne"}:
        raise bad_request("teams", "chatType must be 'group' or 'oneOnOne'.")
    found = [members.parsed(call, member) for member in body.get("members") or []]
    _refuse_unfit(body, [(person.id, roles) for person, roles in found])
    state, people = (
        call.state,
        {person.id: Member(call.state.new_id(), person.id, roles) for person, roles in found},
    )
    chat = _between(state, set(people)) if body["chatType"] == "oneOnOne" else None
    if chat is None:
        pair = "_".join(sorted(people)) + "@unq.gbl.spaces"
        group = state.new_id().replace("-", "") + "@thread.v2"
        chat_id = f"19:{pair if body['chatType'] == 'oneOnOne' else group}"
        chat = Chat(
            chat_id, chat_id, body["chatType"], state.clock.now(), people, body.get("topic")
        )
        state.chats[chat.id] = chat
    context = {"@odata.context": f"{GRAPH_ROOT}/$metadata#chats/$entity"}
    return Answer(201, context | chat_row(state, chat))


def _refuse_unfit(body: dict[str, Any], people: list[tuple[str, list[str]]]) -> None:
    if len({key for key, _ in people}) < 2 or any(roles != ["owner"] for _, roles in people):
        raise bad_request("teams", "A chat needs at least two members, each with the role 'owner'.")
    if len(people) > MOST_MEMBERS:
        raise bad_request("teams", f"A chat has {MOST_MEMBERS} members at most.")
    if body["chatType"] == "oneOnOne" and (len(people) != 2 or body.get("topic")):
        raise bad_request("teams", "A one-on-one chat has exactly two members and no topic.")


def _between(state: TenantState, people: set[str]) -> Chat | None:
    known = (
        chat
        for chat in state.chats.values()
        if chat.chat_type == "oneOnOne" and set(chat.members) == people
    )
    return next(known, None)


@operation(
    "GET /chats/{chat_id}/members",
    teams(30, "chat_id", 1),
    "ChatMember.Read.All",
    options=members.OPTIONS,
)
def list_chat_members(call: Call) -> Answer:
    """The members of a chat."""
    return members.listed(call, list(_chat(call).members.values()), "chats/members")


@operation(
    "POST /chats/{chat_id}/members", teams(30, "chat_id", minute_rate=4), "ChatMember.ReadWrite.All"
)
def add_chat_member(call: Call) -> Answer:
    """Add a member to a group chat."""
    chat = _chat(call)
    person, roles = members.parsed(call, call.body)
    if chat.chat_type != "group" or len(chat.members) >= MOST_MEMBERS:
        raise bad_request("teams", "Members can be added to group chats only, up to 250.")
    member = Member(call.state.new_id(), person.id, roles)
    chat.members[person.id] = member
    return Answer(201, members.shown(call.state, member))


@operation(
    "DELETE /chats/{chat_id}/members/{member_id}",
    teams(15, "chat_id", 1),
    "ChatMember.ReadWrite.All",
)
def remove_chat_member(call: Call) -> Answer:
    """Take a member out of a chat."""
    chat, key = _chat(call), call.ids["member_id"]
    member = next((one for one in chat.members.values() if one.id == key), None)
    if member is None:
        raise not_found("teams", key)
    del chat.members[member.person_id]
    return Answer(204)


@operation("POST /chats/{chat_id}/installedApps", teams(30, "chat_id", 1), SELF_FOR_CHAT)
def install_for_chat(call: Call) -> Answer:
    """Install the app in a chat; 409 if it is there already."""
    state, chat, app = call.state, _chat(call), bound_app(call)
    if state.installation_of("chat", chat.id, app.id) is not None:
        raise GraphRefusal(409, "Conflict", f"App '{app.id}' is already installed in '{chat.id}'.")
    installation = Installation(state.new_id(), app.id, "chat", chat.id, chat.id)
    state.installations[installation.id] = installation
    return Answer(201, then=lambda: told(state.installed, installation))


def _chat(call: Call) -> Chat:
    chat = call.state.chats.get(call.ids["chat_id"])
    if chat is None:
        raise not_found("teams", call.ids["chat_id"])
    return chat

"""What each permission is for, in an administrator's words, the table of all of them, and the same
names for PowerShell.
"""

from __future__ import annotations

from collections import defaultdict

from graph.client import OPERATIONS

PURPOSES = {
    "AppCatalog.Read.All": "find its own app in the organisation's catalogue",
    "Calendars.Read": "read free and busy times, and the tandems' own events; be told of changes",
    "Calendars.ReadWrite": "book, move and cancel the tandems' sessions",
    "Channel.Create": "open a private channel for each tandem",
    "Channel.ReadBasic.All": "find a channel that an interrupted launch has opened",
    "ChannelMember.Read.All": "see that such a channel is this tandem's",
    "ChannelMember.ReadWrite.All": "let people into a circle and out of it, if owners want circles",
    "ChannelSettings.ReadWrite.All": "archive a channel at its end",
    "GroupMember.Read.All": "invite a group; find a team that it has opened",
    "MailboxSettings.Read": "know people's zone, language, working hours and automatic replies",
    "Team.Create": "open a team for the participants, and another one when it is full",
    "Team.ReadBasic.All": "wait until such a team stands",
    "TeamMember.Read.All": "know who the programme owners are, and who is in a team already",
    "TeamMember.ReadWriteNonOwnerRole.All": "put participants into their team",
    "TeamsAppInstallation.ReadWriteSelfForUser.All": "install itself, and no other app, for people",
    "User.Read.All": "know people's name, department and managers; see who leaves",
}
ONLY_FOR_CIRCLES = frozenset({"ChannelMember.ReadWrite.All"})
"""What a programme does without unless its owners switch circles on."""
IN_EXCHANGE = frozenset({"Calendars.Read", "Calendars.ReadWrite", "MailboxSettings.Read"})
"""What Exchange may grant for some mailboxes instead (RBAC for Applications)."""
HEAD = "| Permission | So that the bot can | Granted in | Calls |\n|---|---|---|---|"


def table() -> str:
    """The permissions that the registered operations need, in Markdown, sorted by name."""
    calls: dict[str, set[str]] = defaultdict(set)
    for each in OPERATIONS.values():
        calls[each.permission].add(f"`{each.method} {each.path}`")
    return "\n".join([HEAD, *(_row(name, calls[name]) for name in sorted(calls))])


def grants() -> str:
    """The lines of PowerShell that name the same permissions, for a managed identity."""
    names = sorted({each.permission for each in OPERATIONS.values()})
    listed = ",\n".join(f'  "{name}"' for name in names)
    return f"```\n$permissions = @(\n{listed}\n)\n```"


def _row(permission: str, calls: set[str]) -> str:
    where = "Exchange or Entra" if permission in IN_EXCHANGE else "Entra"
    return f"| `{permission}` | {PURPOSES[permission]} | {where} | {', '.join(sorted(calls))} |"

"""Application permissions: which one includes which, and what the administrator of the default
tenant has granted.

Source: the permission tables of each operation's page ("from least to most privileged") and the
Microsoft Graph permissions reference.
"""

from collections.abc import Iterable

INCLUDED = {
    "Calendars.ReadWrite": ("Calendars.Read", "Calendars.ReadBasic.All"),
    "Calendars.Read": ("Calendars.ReadBasic.All",),
    "MailboxSettings.ReadWrite": ("MailboxSettings.Read",),
    "Team.Create": (),
    "TeamMember.ReadWrite.All": ("TeamMember.Read.All", "TeamMember.ReadWriteNonOwnerRole.All"),
    "ChannelMember.ReadWrite.All": ("ChannelMember.Read.All",),
    "ChannelSettings.ReadWrite.All": ("Channel.ReadBasic.All",),
    "ChatMember.ReadWrite.All": ("ChatMember.Read.All",),
    "TeamsAppInstallation.ReadWriteSelfForUser.All": ("TeamsAppInstallation.ReadForUser.All",),
    "TeamsAppInstallation.ReadWriteForUser.All": (
        "TeamsAppInstallation.ReadForUser.All",
        "TeamsAppInstallation.ReadWriteSelfForUser.All",
    ),
    "User.Read.All": ("ProfilePhoto.Read.All", "LicenseAssignment.Read.All"),
}
GRANTED = frozenset(
    {
        "User.Read.All",
        "GroupMember.Read.All",
        "MailboxSettings.Read",
        "Calendars.Read",
        "Calendars.ReadWrite",
        "AppCatalog.Read.All",
        "TeamsAppInstallation.ReadWriteSelfForUser.All",
        "TeamsAppInstallation.ReadWriteSelfForTeam.All",
        "TeamsAppInstallation.ReadWriteSelfForChat.All",
        "Team.Create",
        "Team.ReadBasic.All",
        "TeamMember.Read.All",
        "TeamMember.ReadWriteNonOwnerRole.All",
        "Channel.ReadBasic.All",
        "Channel.Create",
        "Channel.Delete.All",
        "ChannelSettings.ReadWrite.All",
        "ChannelMember.Read.All",
        "ChannelMember.ReadWrite.All",
        "Chat.Create",
        "ChatMember.ReadWrite.All",
    },
)
"""What the default tenant has consented to: enough for the whole journey, and nothing that reads
messages.
"""


def cover(roles: Iterable[str], needed: Iterable[str], *, exactly: bool = False) -> bool:
    """Whether one of the `needed` permissions is among the roles or, unless it must be `exactly`
    that, included in one.
    """
    held = set(roles)
    if not exactly:
        held.update(*(INCLUDED.get(role, ()) for role in held))
    return not held.isdisjoint(needed)

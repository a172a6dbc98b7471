"""Who is in the simulated tenant: people with their zone and hours, and groups of people.

Plain dataclasses without behaviour of Graph. Times are aware (UTC) and come from the tenant's
clock.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Literal

from sandbox.mailbox import AutomaticReply

BotAccess = Literal["allowed", "blocked", "forbidden"]


@dataclass(frozen=True)
class WorkingHours:
    """A working week in the person's own zone; days as Graph names them (`monday`)."""

    days: tuple[str, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday")
    start: time = time(8, 0)
    end: time = time(18, 0)
    bias: int | None = None
    """Minutes to add to the local time to get UTC, if the person works by a custom zone."""


CUSTOM_ZONE = 3
"""Of so many people one has a zone that is told by its rules, as in Microsoft's own example of
getSchedule one of two has.
"""


@dataclass
class Person:
    """A user of the tenant.

    `zone` is an IANA name; `country` a country's English name, `usage_location` its code.
    """

    id: str
    display_name: str
    given_name: str
    surname: str
    mail: str
    zone: str
    department: str | None = None
    job_title: str | None = None
    city: str | None = None
    country: str | None = None
    state: str | None = None
    usage_location: str | None = None
    office_location: str | None = None
    preferred_language: str | None = None
    mailbox_language: str = "en-GB"
    manager_id: str | None = None
    hired: datetime | None = None
    account_enabled: bool = True
    licensed: bool = True
    user_type: str = "Member"
    working_hours: WorkingHours = WorkingHours()
    photo_pixels: int = 0
    """How many pixels a side the photo had that the person put in; 0: there is none."""
    grey: bool = False
    """The colour of the hair in that photo."""
    mailbox_readable: bool = True
    mailbox_purpose: str = "user"
    """Graph's `userPurpose`: `user`, `linked`, `shared`, `room`, `equipment`, `others`."""
    without_mailbox: bool = False
    """Licensed for Teams, but not for Exchange, say."""
    on_premises: bool = False
    """The mailbox lies on a server of the company's own, which Graph does not reach."""
    online_meetings: bool = True
    """Whether the meeting policy lets the person schedule Teams meetings."""
    bot: BotAccess = "allowed"
    """`blocked` by the person, or `forbidden` by the administrator: nothing reaches their chat."""
    aliases: tuple[str, ...] = ()
    """Earlier addresses, which still reach the mailbox."""
    custom_zone: bool | None = None
    """Whether the working hours tell the zone by its rules instead of by its name; None: as it
    comes when the person is taken in.
    """
    sign_in_name: str = ""
    """What the person signs in with, where that is not the address."""
    automatic_reply: AutomaticReply | None = None
    gone: bool = False
    """The account has been deleted."""
    created: datetime = datetime(2020, 1, 1, tzinfo=UTC)

    @property
    def has_mailbox(self) -> bool:
        """Whether Graph can work with the mailbox: it is in Microsoft 365 and licensed."""
        return self.licensed and not self.without_mailbox and not self.on_premises

    @property
    def user_principal_name(self) -> str:
        """The sign-in name; most people's equals the address."""
        return self.sign_in_name or self.mail

    @property
    def mri(self) -> str:
        """The id by which the Bot Connector knows the person (`29:…`)."""
        return f"29:1{self.id.replace('-', '')}"


@dataclass
class Group:
    """A Microsoft Entra group; `member_ids` are people or other groups."""

    id: str
    display_name: str
    description: str
    member_ids: list[str] = field(default_factory=list)
    created: datetime = datetime(2020, 1, 1, tzinfo=UTC)
    mail: str | None = None

"""What the simulated tenant holds, and the settings of the simulation.

Plain data without behaviour of Graph or of the Bot Connector; those read and write it. People are
in `sandbox.directory`, teams in `sandbox.teams`, apps and chats in `sandbox.apps`, mailboxes in
`sandbox.mailbox`. Ids come from the tenant's seed, so the same seed gives the same company.
"""

import random
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from sandbox.apps import (
    CatalogueApp,
    Chat,
    Installation,
    Scope,
    no_chats,
    no_installations,
)
from sandbox.clock import Clock
from sandbox.conversations import Conversations
from sandbox.directory import CUSTOM_ZONE, Group, Person
from sandbox.drives import Drives
from sandbox.faults import Faults
from sandbox.indexed import Indexed
from sandbox.journal import Journal
from sandbox.limits import Limits
from sandbox.mailbox import Mail, Mailbox
from sandbox.outbox import Outbox
from sandbox.teams import Channel, Member, ProgrammeTeams, Team
from sandbox.watching import CalendarChange, DeltaRound, LifecycleEvent, Subscription


@dataclass(frozen=True)
class Identity:
    """Who this tenant and the product's app in it are."""

    tenant_id: str
    domain: str
    bot_app_id: str
    bot_app_secret: str
    teams_app_id: str
    """The manifest's id, which the catalogue calls `externalId`."""


@dataclass
class Delays:
    """How long asynchronous things take, in wall-clock seconds."""

    team_seconds: float = 2.0
    team_listed_seconds: float = 2.0
    """Until a list of groups shows a team's (msgraph-sdk-java issue 2575: some seconds)."""
    team_settling_seconds: float = 0.5
    """After its creation a team refuses channels for a moment (msgraph-sdk-dotnet issue 503)."""
    membership_seconds: float = 1.0
    """Until a team's new member is listed and known to channel creation, a channel's is listed."""
    archive_seconds: float = 0.5
    link_seconds: float = 1.0
    """Until an event has the link of its Teams meeting, where `Faults` makes that late."""
    mailbox_seconds: float = 0.05
    """How long a request on a mailbox takes, so that several at once are possible at all."""
    notification_seconds: float = 0.3
    """From a change of a calendar to its notification; what changes meanwhile goes with it."""
    answer_seconds: float = 3.0
    """A notification must be answered with 2xx within this time."""
    validation_seconds: float = 10.0
    retry_seconds: float = 10.0
    """From the first failed delivery to the second; the pauses double from then on."""
    slow_seconds: float = 10.0
    """How much later a slow endpoint gets its notifications."""
    watch_seconds: float = 0.2
    """How often the tenant looks whether a subscription is about to expire."""
    installation_seconds: float = 0.5
    """Until an app that was taken is listed and its chat is found; issues 744 and 1353 of the
    company-communicator tell of seconds to minutes.
    """
    app_chat_seconds: float = 0.0
    """How much later than the list shows the app its chat is found."""


@dataclass
class Policies:
    """What the administrator allows in the whole tenant."""

    private_channels: bool = True
    team_creation: bool = True
    private_channels_a_team: int = 1000
    """30 in a tenant that has not been migrated [message center MC1134737]."""


Listener = Callable[[Installation], Awaitable[None]]


@dataclass(repr=False)
class TenantState:
    """Everything the tenant knows (far too much to be printed).

    One event loop owns it; nothing here is thread-safe.
    """

    identity: Identity
    seed: int
    clock: Clock
    limits: Limits
    faults: Faults
    journal: Journal = field(default_factory=Journal)
    delays: Delays = field(default_factory=Delays)
    permissions: set[str] = field(default_factory=set)
    """Application permissions the administrator has consented to."""
    policies: Policies = field(default_factory=Policies)
    wall_offset_seconds: float = 0.0
    """How far the clock by which the tenant judges is ahead of this machine's (`Date` headers)."""
    people: dict[str, Person] = field(default_factory=dict)
    mailboxes: dict[str, Mailbox] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    chats: Indexed[Chat] = field(default_factory=no_chats)
    apps: dict[str, CatalogueApp] = field(default_factory=dict)
    installations: Indexed[Installation] = field(default_factory=no_installations)
    subscriptions: dict[str, Subscription] = field(default_factory=dict)
    delta_rounds: dict[str, DeltaRound] = field(default_factory=dict)
    """By token, oldest first."""
    conversations: Conversations = field(default_factory=Conversations)
    drives: Drives = field(default_factory=Drives)
    programmes: list[ProgrammeTeams] = field(default_factory=list)
    """One for each owners' team, in the order in which the product is told of them."""
    base_url: str = ""
    """`http://127.0.0.1:PORT`, set when the server listens."""
    login_url: str = ""
    """`https://127.0.0.1:PORT` of the sign-in server."""
    product_urls: list[str] = field(default_factory=list)
    """Base URLs of the running product, one a replica; activities are spread over them."""
    installed: list[Listener] = field(default_factory=list)
    """Called after an app was installed through Graph, so that the connector can tell the bot."""
    uninstalled: list[Listener] = field(default_factory=list)
    joined_team: list[Callable[[Team, Person], None]] = field(default_factory=list)
    left_team: list[Callable[[Team, Person], None]] = field(default_factory=list)
    mail: list[Mail] = field(default_factory=list)
    """What Exchange has sent to people about meetings, oldest first."""
    meetings_called: int = 0
    """By applications, for which rooms are booked and which are forwarded."""
    calendar_listeners: list[Callable[[CalendarChange], None]] = field(default_factory=list)
    """Called after every change in a mailbox, whoever made it."""
    lifecycle_listeners: list[Callable[[Subscription, LifecycleEvent], None]] = field(
        default_factory=list
    )
    """Called when something about a subscription itself must be told to its owner."""
    outbox: Outbox = field(default_factory=Outbox)
    closing: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    """Awaited in turn when the server stops: whoever keeps sessions or tasks open ends them
    here.
    """

    def __post_init__(self) -> None:
        self._ids = random.Random(self.seed)  # noqa: S311 - ids of an invented company, not secrets
        self._ids_by_name: dict[str, str] = {}
        self._ids_by_address: dict[str, str] = {}

    @property
    def owners_team_id(self) -> str:
        """The owners' team of the first programme."""
        return self.programmes[0].owners_team_id

    @property
    def owners_channel_id(self) -> str:
        """The channel in which the first programme's owners give commands."""
        return self.programmes[0].owners_channel_id

    @property
    def programme_team_ids(self) -> list[str]:
        """The participants' teams of the first programme that the operator has opened."""
        return self.programmes[0].team_ids

    def new_id(self) -> str:
        """A new GUID, reproducible from the seed."""
        return str(uuid.UUID(int=self._ids.getrandbits(128), version=4))

    def add_person(self, person: Person) -> None:
        """Take a person in, with an empty mailbox."""
        self.people[person.id] = person
        if person.custom_zone is None:
            person.custom_zone = len(self.people) % CUSTOM_ZONE == 0
        self._ids_by_name[person.user_principal_name.casefold()] = person.id
        for address in (person.mail, *person.aliases):
            self._ids_by_address[address.casefold()] = person.id
        self.mailboxes[person.id] = Mailbox(person.id)

    def remove_person(self, person: Person) -> None:
        """Delete the account: nobody finds it any more, and it is in no group or team; who reported
        to it has no manager. What it had booked stays with those who were invited.
        """
        person.gone, person.licensed, person.account_enabled = True, False, False
        for other in self.people.values():
            if other.manager_id == person.id:
                other.manager_id = None
        for group in self.groups.values():
            group.member_ids = [each for each in group.member_ids if each != person.id]
        for team in self.teams.values():
            if person.id in team.members:
                self.take_out(team, person)

    def take_in(self, team: Team, person: Person) -> None:
        """Somebody takes a person into a team in Teams; an app that is installed there hears of it
        once the member is listed.
        """
        team.members[person.id] = Member(self.new_id(), person.id, [])
        for told in self.joined_team:
            told(team, person)

    def take_out(self, team: Team, person: Person) -> None:
        """Take a member out of a team, and thereby out of all its private channels; an app that is
        installed there hears of it.
        """
        team.members.pop(person.id)
        for channel in team.channels.values():
            channel.members.pop(person.id, None)
        for told in self.left_team:
            told(team, person)

    def person_named(self, key: str) -> Person | None:
        """The person with this id or sign-in name (case folded), or None."""
        folded = key.casefold()
        found = self.people.get(self._ids_by_name.get(folded, folded))
        return None if found is None or found.gone else found

    def person_at(self, address: str) -> Person | None:
        """Whoever mail to this address reaches (an id or sign-in name does as well), or None."""
        return self.person_named(self._ids_by_address.get(address.casefold(), address))

    def installation_of(
        self, scope: Scope, target_id: str, app_id: str | None = None
    ) -> Installation | None:
        """The installation there of the app (by default: of any), or None."""
        found = self.installations.at((scope, target_id))
        return next((i for i in found if app_id in {None, i.app_id}), None)

    def chat_of(self, conversation_id: str) -> Chat | None:
        """The chat with this id, Graph's or the Bot Connector's, or None."""
        return next(iter(self.chats.at(conversation_id)), None)

    def channel_of(self, channel_id: str) -> Channel | None:
        """The living channel with this id in whatever team, or None."""
        found = (t.channels[channel_id] for t in self.teams.values() if channel_id in t.channels)
        return next((c for c in found if c.deleted is None), None)

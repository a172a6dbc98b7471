"""The outside in small: a directory, teams, chats and words that keep what they are asked for.

Each fulfils one protocol of ``mentoring/ports`` with lists and dictionaries. What a test puts into
``refuses``, by the name of a call, is what the service answers instead. Calendars are in
``outlook.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mentoring.domain.circle import Circle
from mentoring.domain.errors import NotThere, OutsideError, Rejected, Unavailable
from mentoring.domain.finding import Standing
from mentoring.domain.language import Language
from mentoring.domain.people import Profile
from mentoring.domain.posting import Posting
from mentoring.domain.tandem import Tandem
from mentoring.ports.directory import Account, Group
from mentoring.ports.messenger import Chat, Sent
from mentoring.ports.teams import Channel, TeamLook

SERVICE = "https://service.example/"


@dataclass
class Service:
    """Something of Microsoft 365 that may refuse a call."""

    refuses: dict[str, OutsideError] = field(default_factory=dict)
    loses: set[str] = field(default_factory=set)
    """Calls that are carried out, and whose answers nobody hears."""

    def answered(self, call: str) -> None:
        """The call was carried out."""
        if call in self.loses:
            raise Unavailable(f"nobody has heard the answer to {call}")

    def asked(self, call: str) -> None:
        """The call has come in."""
        if call in self.refuses:
            raise self.refuses[call]


@dataclass
class People(Service):
    """A directory of people and groups."""

    profiles: dict[str, Profile] = field(default_factory=dict)
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    on_premises: set[str] = field(default_factory=set)
    odd: set[str] = field(default_factory=set)
    """Ids for which a question is refused, whoever else it is about."""

    async def find(self, text: str) -> tuple[Profile, ...]:
        self.asked("find")
        wanted, every = text.casefold(), self.profiles.values()
        names = {p.id: {p.email.casefold(), p.name.casefold(), *p.aliases} for p in every}
        return tuple(p for p in every if wanted in names[p.id])

    async def find_each(self, words: Sequence[str]) -> dict[str, tuple[Profile, ...]]:
        return {each: await self.find(each) for each in words}

    async def profile(self, person_id: str) -> Profile:
        self.asked("profile")
        if person_id not in self.profiles:
            raise NotThere(person_id)
        return self.profiles[person_id]

    async def names(self, ids: Sequence[str]) -> Mapping[str, str]:
        return {key: self.profiles[key].name for key in ids if key in self.profiles}

    async def standings(self, ids: Sequence[str], depth: int | None) -> Mapping[str, Standing]:
        self.asked("standings")
        if self.odd.intersection(ids):
            raise Rejected("no such question")
        read = {key: self.profiles[key] for key in ids if key in self.profiles}
        return {
            key: Standing(each.hindrance != "disabled", each.department, above(each, depth))
            for key, each in read.items()
        }

    async def accounts(self, ids: Sequence[str]) -> Mapping[str, Account]:
        self.asked("accounts")
        return {key: self._account(key) for key in ids}

    def _account(self, key: str) -> Account:
        known = self.profiles.get(key)
        return Account(known.hindrance if known else "gone", is_on_premises=key in self.on_premises)

    async def photo(self, person: str) -> str:
        return f"data:,{person}" if person in self.profiles else ""

    async def like(self, text: str) -> tuple[Profile, ...]:
        every = self.profiles.values()
        return tuple(p for p in every if text.casefold() in p.name.casefold().split())

    async def groups(self, text: str) -> tuple[Group, ...]:
        every = (Group(key, key.partition("#")[0]) for key in self.members)
        return tuple(group for group in every if text in {group.id, group.name})

    async def people_of(self, group_id: str) -> tuple[Profile, ...]:
        return tuple(self.profiles[key] for key in self.members[group_id])


def above(person: Profile, depth: int | None) -> tuple[str, ...]:
    """The managers up to this level; 0 for all of them."""
    return person.managers[: depth or None] if depth is not None else ()


@dataclass
class Teams(Service):
    """Teams with their members, and private channels in them, found again by what they were opened
    with.
    """

    people: dict[str, set[str]] = field(default_factory=dict)
    owners: set[str] = field(default_factory=set)
    """Who owns every team: nobody takes them out."""
    opened: dict[str, tuple[str, str]] = field(default_factory=dict)
    unlisted: set[str] = field(default_factory=set)
    """Teams that stand, and that no list shows yet."""
    outsiders: dict[str, str] = field(default_factory=dict)
    channels: dict[str, tuple[str, str, tuple[str, ...]]] = field(default_factory=dict)
    inside: dict[str, set[str]] = field(default_factory=dict)
    """Who is in each channel now."""
    descriptions: dict[str, str] = field(default_factory=dict)
    archived: set[tuple[str, str]] = field(default_factory=set)
    looks: dict[str, TeamLook] = field(default_factory=dict)
    opens_teams: bool = True

    async def may_open_team(self) -> bool:
        self.asked("may_open_team")
        return self.opens_teams

    async def adopt_team(self, name: str, description: str, owners: Sequence[str]) -> str:
        self.asked("adopt_team")
        named = (key for key, has in self.opened.items() if has == (name, description))
        found = next((key for key in named if key not in self.unlisted), "")
        if found:
            self.people.setdefault(found, set()).update(owners)
        return found

    async def open_team(self, name: str, description: str, owners: Sequence[str]) -> str:
        self.asked("open_team")
        standing = await self.adopt_team(name, description, owners)
        key = standing or f"team-{len(self.opened) + 1}"
        self.opened[key] = (name, description)
        self.people.setdefault(key, set(owners))
        self.answered("open_team")
        return key

    async def members(self, team_id: str, *, owners: bool = True) -> frozenset[str]:
        self.asked("members")
        found = frozenset(self.people.get(team_id, ()))
        return found if owners else found - self.owners

    async def look(self, team_id: str) -> TeamLook:
        return self.looks.get(team_id, TeamLook())

    async def add_members(self, team_id: str, people: Sequence[str]) -> Mapping[str, str]:
        self.asked("add_members")
        refused = {person: self.outsiders[person] for person in people if person in self.outsiders}
        self.people.setdefault(team_id, set()).update(set(people) - refused.keys())
        return refused

    async def remove_members(self, team_id: str, people: Sequence[str]) -> None:
        self.asked("remove_members")
        gone = set(people) - self.owners
        self.people.get(team_id, set()).difference_update(gone)
        for key, (team, *_) in self.channels.items():
            if team == team_id:
                self.inside.get(key, set()).difference_update(gone)
        self.answered("remove_members")

    async def let_into_channel(self, team_id: str, channel_id: str, person_id: str) -> None:
        self.asked("let_into_channel")
        if person_id not in self.people.get(team_id, ()):
            raise Rejected(f"{person_id} is not a member of the team")
        self.inside[channel_id].add(person_id)

    async def let_out_of_channel(self, team_id: str, channel_id: str, person_id: str) -> bool:
        self.asked("let_out_of_channel")
        inside = self.inside[channel_id] if self.channels[channel_id][0] == team_id else set()
        if inside == {person_id}:
            return False
        inside.discard(person_id)
        return True

    async def archive_channel(self, team_id: str, channel_id: str) -> None:
        self.asked("archive_channel")
        self.archived.add((team_id, channel_id))

    async def open_channel(
        self, team_id: str, name: str, description: str, members: Sequence[str]
    ) -> Channel:
        self.asked("open_channel")
        wanted = (team_id, name, tuple(members))
        standing = next((key for key, has in self.channels.items() if has == wanted), "")
        key = standing or f"19:channel-{len(self.channels) + 1}"
        self.channels[key], self.descriptions[key] = wanted, description
        self.inside.setdefault(key, set(members))
        self.answered("open_channel")
        return Channel(key, f"https://teams.example/{key}")

    async def find_channel(self, team_id: str, name: str, members: Sequence[str]) -> Channel | None:
        self.asked("find_channel")
        named = [key for key, has in self.channels.items() if has[:2] == (team_id, name)]
        found = next((key for key in named if self.inside[key] <= set(members)), "")
        return Channel(found, f"https://teams.example/{found}") if found else None


@dataclass
class Chats(Service):
    """People's chats with the bot, the messages sent there, and what was written into them."""

    absent: set[str] = field(default_factory=set)
    installed: list[str] = field(default_factory=list)
    messages: list[Posting] = field(default_factory=list)
    updates: list[Posting] = field(default_factory=list)
    removed: list[Posting] = field(default_factory=list)
    uploads: dict[str, Posting] = field(default_factory=dict)
    hands_over_files: bool = True

    def is_drive(self, url: str) -> bool:
        return url.startswith("https://firma-my.sharepoint.com/")

    async def upload(self, content: Posting, url: str) -> None:
        self.asked("upload")
        self.uploads[url] = content

    async def remove(self, posting: Posting) -> None:
        self.asked("remove")
        self.removed.append(posting)

    async def install(self, person_id: str) -> Chat:
        self.asked("install")
        if person_id in self.absent:
            raise NotThere(f"the app cannot be put into the Teams of {person_id}")
        self.installed.append(person_id)
        return chat_of(person_id)

    async def post(self, posting: Posting) -> Sent:
        self.asked("post")
        self.messages.append(posting)
        return Sent(f"message-{len(self.messages)}", posting.wanted)

    async def update(self, posting: Posting) -> int:
        self.asked("update")
        self.updates.append(posting)
        return posting.wanted


def chat_of(person_id: str) -> Chat:
    """Where a person's chat with the bot is."""
    return Chat(f"19:{person_id}", SERVICE)


class Words:
    """Words that say what they are about and no more."""

    def tandem_name(self, tandem: Tandem) -> str:
        return f"Tandem {tandem.number}"

    def channel_name(self, tandem: Tandem) -> str:
        return f"Tandem {tandem.number} ({tandem.id})"

    def channel_description(self, languages: Sequence[Language]) -> str:
        return f"rules in {', '.join(languages)}"

    def circle_name(self, circle: Circle) -> str:
        return f"Circle {circle.id} {circle.earlier + 1}"

    def circle_description(self, circle: Circle) -> str:
        return f"rules of the {circle.kind}"

    def series_body(self, languages: Sequence[Language], channel_url: str) -> str:
        return f"agenda in {', '.join(languages)}: {channel_url}"

    def kickoff_subject(self) -> str:
        return "Kick-off"

    def kickoff_body(self) -> str:
        return "agenda of the kick-off"

    def cancel_comment(self, languages: Sequence[Language], cause: str = "no-slot") -> str:
        return f"{cause} in {', '.join(languages)}"

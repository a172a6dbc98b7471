"""The ports of a try, a cycle played to one owner alone: nothing outside is written but cards to
that owner.

Who takes part is invented (``cast.py``), so no directory and no calendar is asked about anybody;
whatever would be booked, opened or sent to anybody else is only imagined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from mentoring.domain.errors import NotThere
from mentoring.domain.finding import Standing
from mentoring.domain.people import Profile
from mentoring.domain.posting import Posting
from mentoring.ports.calendar import (
    Availability,
    Booked,
    CalendarEntry,
    GatheringWish,
    Kept,
    Marks,
    SeriesWish,
    SessionWish,
    Subscribed,
)
from mentoring.ports.directory import Account, Group
from mentoring.ports.messenger import Chat, Messenger, Sent
from mentoring.ports.rows import Store, UnitOfWork
from mentoring.ports.teams import Channel, Channels, TeamLook
from mentoring.ports.world import World

IMAGINED = "imagined"


@dataclass(frozen=True)
class ImaginedCalendar:
    """See ``mentoring.ports.calendar.Calendar``: everybody is free, nothing is booked."""

    async def availability(
        self, people: Mapping[str, str], start: date, end: date
    ) -> Mapping[str, Availability]:
        """The invented have nothing in their calendars."""
        return {key: Availability(key, readable=True) for key in people}

    async def is_away(self, person_id: str, moments: Sequence[datetime]) -> bool:
        """Nobody is."""
        return False

    async def automatic_reply(self, person_id: str) -> tuple[datetime, datetime] | None:
        """Nobody has one."""
        return None

    async def may_book(self, person_id: str) -> bool | None:
        """As if it were allowed."""
        return True

    async def book(self, wish: SeriesWish) -> Booked:
        """As if it were booked."""
        return Booked(f"{IMAGINED}:{wish.key}", "")

    async def booked_as(self, organizer: str, key: str) -> Booked | None:
        """Nothing was booked."""
        return None

    async def adjust(self, wish: SeriesWish, booked: Booked) -> None:
        """There is nothing to adjust."""

    async def book_session(self, wish: SessionWish) -> Booked:
        """As if it were booked."""
        return Booked(f"{IMAGINED}:{wish.key}", "")

    async def book_gathering(self, wish: GatheringWish) -> Booked:
        """As if it were booked."""
        return Booked(f"{IMAGINED}:{wish.key}", "")

    async def change_gathering(
        self, organizer: str, event_id: str, start: datetime, minutes: int, site: str
    ) -> None:
        """There is nothing to change."""

    async def invite(self, organizer: str, event_id: str, people: Sequence[Profile]) -> None:
        """Nobody gets mail."""

    async def series(
        self,
        organizer: str,
        series_id: str,
        start: datetime,
        end: datetime,
        invitee: Profile | None = None,
    ) -> Sequence[CalendarEntry] | None:
        """What was imagined stands in no calendar: nothing can be read of it."""
        raise NotThere(f"{series_id} was only imagined")

    async def split_off(
        self, organizer: str, series_id: str, marks: Marks, start: datetime, end: datetime
    ) -> Sequence[CalendarEntry]:
        """Nobody splits what was imagined."""
        return ()

    async def session(
        self, organizer: str, event_id: str, invitee: Profile | None = None
    ) -> CalendarEntry | None:
        """The same for a single session."""
        raise NotThere(f"{event_id} was only imagined")

    async def move(self, organizer: str, event_id: str, start: datetime, minutes: int) -> None:
        """There is nothing to move."""

    async def cancel(self, organizer: str, event_id: str, comment: str) -> None:
        """There is nothing to cancel."""

    async def end_series(
        self, organizer: str, series_id: str, now: datetime, comment: str, kept: Kept
    ) -> None:
        """There is nothing to end."""

    async def subscribe(self, organizer: str, secret: str, until: datetime) -> Subscribed | None:
        """No calendar is watched."""
        return None

    async def renew(self, subscription_id: str, until: datetime) -> Subscribed:
        """No calendar is watched."""
        raise NotThere(f"{subscription_id} was only imagined")

    async def unsubscribe(self, subscription_id: str) -> None:
        """No calendar is watched."""


@dataclass(frozen=True)
class ImaginedDirectory:
    """See ``mentoring.ports.directory.Directory``: it knows the invented people of the try, and
    nobody else.
    """

    store: Store
    cycle_id: str

    async def find(self, text: str) -> tuple[Profile, ...]:
        """Who is called exactly so."""
        every = await self._all()
        return tuple(each for each in every if text == each.name or each.is_meant_by(text))

    async def find_each(self, words: Sequence[str]) -> Mapping[str, tuple[Profile, ...]]:
        """Who is called exactly so."""
        return {each: await self.find(each) for each in words}

    async def profile(self, person_id: str) -> Profile:
        """The profile as it was invented."""
        for each in await self._all():
            if each.id == person_id:
                return each
        raise NotThere(f"{person_id} is none of the invented people of {self.cycle_id}")

    async def names(self, ids: Sequence[str]) -> Mapping[str, str]:
        """Their names."""
        return {each.id: each.name for each in await self._all() if each.id in ids}

    async def standings(self, ids: Sequence[str], depth: int | None) -> Mapping[str, Standing]:
        """Nobody watches over a try."""
        return {}

    async def accounts(self, ids: Sequence[str]) -> Mapping[str, Account]:
        """All of them can take part."""
        return {key: Account() for key in ids}

    async def photo(self, person: str) -> str:
        """The invented have no picture."""
        return ""

    async def like(self, text: str) -> tuple[Profile, ...]:
        """Nobody who is only called alike."""
        return ()

    async def groups(self, text: str) -> tuple[Group, ...]:
        """There are none."""
        return ()

    async def people_of(self, group_id: str) -> tuple[Profile, ...]:
        """Nobody."""
        return ()

    async def _all(self) -> Sequence[Profile]:
        return await self.store.read(lambda uow: _profiles(uow, self.cycle_id))


def _profiles(uow: UnitOfWork, cycle_id: str) -> Sequence[Profile]:
    asked = uow.everywhere.enrolments.columns("person_id", cycle_id=cycle_id)
    return [uow.people.need(key).profile for key in dict.fromkeys(key for (key,) in asked)]


@dataclass(frozen=True)
class ImaginedChannels:
    """See ``mentoring.ports.teams.Channels``: teams are read, nothing is opened."""

    real: Channels

    async def open_team(self, name: str, description: str, owners: Sequence[str]) -> str:
        """As if it were opened."""
        return IMAGINED

    async def adopt_team(self, name: str, description: str, owners: Sequence[str]) -> str:
        """None was opened."""
        return ""

    async def may_open_team(self) -> bool:
        """Imagined teams can always be opened."""
        return True

    async def members(self, team_id: str, *, owners: bool = True) -> frozenset[str]:
        """Who is really in a team; an imagined one is empty."""
        real = team_id != IMAGINED
        return await self.real.members(team_id, owners=owners) if real else frozenset()

    async def look(self, team_id: str) -> TeamLook:
        """What could really be done with a team; an imagined one takes everything."""
        return TeamLook() if team_id == IMAGINED else await self.real.look(team_id)

    async def add_members(self, team_id: str, people: Sequence[str]) -> Mapping[str, str]:
        """As if everybody were added."""
        return {}

    async def remove_members(self, team_id: str, people: Sequence[str]) -> None:
        """Nobody was added."""

    async def archive_channel(self, team_id: str, channel_id: str) -> None:
        """There is nothing to archive."""

    async def let_into_channel(self, team_id: str, channel_id: str, person_id: str) -> None:
        """There is nothing to let anybody into."""

    async def let_out_of_channel(self, team_id: str, channel_id: str, person_id: str) -> bool:
        """Nobody was let in."""
        return True

    async def open_channel(
        self, team_id: str, name: str, description: str, members: Sequence[str]
    ) -> Channel:
        """As if it were opened."""
        return Channel(f"{IMAGINED}:{name}", "")

    async def find_channel(self, team_id: str, name: str, members: Sequence[str]) -> Channel | None:
        """None was opened."""
        return None


@dataclass(frozen=True)
class OwnersMessenger:
    """See ``mentoring.ports.messenger.Messenger``: whoever a card is for, the owner who tries gets
    it.
    """

    real: Messenger
    store: Store
    cycle_id: str

    async def install(self, person_id: str) -> Chat:
        """The owner's chat; nobody else gets the app."""
        return await self._chat()

    async def post(self, posting: Posting) -> Sent:
        """Send it to the owner."""
        return await self.real.post(await self._to_owner(posting))

    @property
    def hands_over_files(self) -> bool:
        """Whether the owner can be asked."""
        return self.real.hands_over_files

    def is_drive(self, url: str) -> bool:
        """Whether an address lies in a OneDrive."""
        return self.real.is_drive(url)

    async def upload(self, content: Posting, url: str) -> None:
        """Nothing of a try is put anywhere but into the owner's chat."""

    async def remove(self, posting: Posting) -> None:
        """Take it back where it stands, also when the try is gone and nobody knows its owner."""
        await self.real.remove(posting)

    async def update(self, posting: Posting) -> int:
        """Update it where the owner has it."""
        return await self.real.update(await self._to_owner(posting))

    async def _to_owner(self, posting: Posting) -> Posting:
        chat = await self._chat()
        return replace(posting, conversation=chat.conversation, service_url=chat.service_url)

    async def _chat(self) -> Chat:
        return await self.store.read(lambda uow: _chat_of_owner(uow, self.cycle_id))


def _chat_of_owner(uow: UnitOfWork, cycle_id: str) -> Chat:
    owner = uow.people.need(uow.cycles.need(cycle_id).tried_by)
    if not owner.conversation:
        raise NotThere(f"no chat is known with {owner.id}: they have to write to the bot first")
    return Chat(owner.conversation, owner.service_url)


def imagined(world: World) -> World:
    """The world of a try."""
    return replace(
        world,
        directory=ImaginedDirectory(world.store, world.cycle_id),
        calendar=ImaginedCalendar(),
        channels=ImaginedChannels(world.channels),
        messenger=OwnersMessenger(world.messenger, world.store, world.cycle_id),
    )

"""Where the bot and people come and go: teams that it joins, members that change, chats from which
the app is taken out.
"""

from __future__ import annotations

from bot.desk import Desk
from bot.seen import words_of
from bot.speakers import Reply, Speakers, answer
from bot.turn import Turn
from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.errors import OutsideError, Refusal
from mentoring.notices import Said
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.reaching import shut_out
from mentoring.usecases.programme import roster, settings
from mentoring.usecases.programme.owners_channel import heard_in


class Joining:
    """Notes who and what has come or gone, and greets where the bot is new."""

    def __init__(self, desk: Desk, speakers: Speakers) -> None:
        self._desk = desk
        self._speakers = speakers

    async def joined(self, turn: Turn, reply: Reply) -> None:
        await self._membership_changed(turn)
        added = {account.id for account in turn.inbound.members_added}
        if turn.scope != "channel" or turn.inbound.recipient.id not in added:
            return
        team = await self._team(turn)
        owner = await self._owner(turn)
        moment, words = await self._desk.world.run(self._set_up, turn, team, owner)
        hello = Said.of("hello-team", programme=moment.programme.name)
        await answer(reply, render(hello, words))

    async def left(self, turn: Turn) -> None:
        """Somebody has taken the app out of a chat."""
        await self._desk.world.run(_app_removed, turn)

    async def _membership_changed(self, turn: Turn) -> None:
        """Somebody has joined or left a team: who the owners are is asked again, and whoever has
        joined the owners' team, or left it, counts so at once. Teams' documentation names people
        by the ids of the Bot Connector alone here, so where there is no other, the list is asked.
        """
        self._desk.owners.changed()
        people = *turn.inbound.members_added, *turn.inbound.members_removed
        nameless = [
            each for each in people if not each.aad and each.id != turn.inbound.recipient.id
        ]
        added = [each.aad for each in turn.inbound.members_added if each.aad]
        removed = [each.aad for each in turn.inbound.members_removed if each.aad]
        team = await self._team(turn) if turn.scope == "channel" else ""
        run = self._desk.world.store.run
        if team and added:
            await run(lambda uow: roster.joined(uow, team, added))
        if team and removed:
            await run(lambda uow: roster.left(uow, team, removed))
        if team and nameless:
            await run(lambda uow: roster.changed(uow, team))

    async def _owner(self, turn: Turn) -> str:
        """Whoever added the bot, if they own a programme: it greets in their language. Empty for
        anybody else, and while nobody can tell.
        """
        try:
            await self._speakers.know(await self._desk.of_owner(turn), turn)
        except (OutsideError, Refusal):
            return ""
        return turn.person_id

    async def _team(self, turn: Turn) -> str:
        try:
            return await self._desk.owners.team_in(turn)
        except OutsideError:
            return ""

    def _set_up(
        self, uow: UnitOfWork, moment: Moment, turn: Turn, team: str, owner: str
    ) -> tuple[Moment, Words]:
        """The bot has come into a team: in an owners' team it learns their channel, and
        shows there what is to be set up. Returns in which words it greets.
        """
        home = uow.programmes.first(team_id=team) if team else None
        if home is None:
            return moment, words_of(moment, moment.programme.language)
        here = self._desk.world.moments(uow, home.cycle_id)
        heard_in(uow, here, turn.chat)
        stamp = turn.inbound.id or f"{here.now:{STAMP}}"
        settings.greet(uow, here, owner, turn.chat, stamp)
        person = uow.people.get(owner) if owner else None
        return here, words_of(here, person.language if person else here.programme.language)


def _app_removed(uow: UnitOfWork, _moment: Moment, turn: Turn) -> None:
    """Somebody has taken the app out of their chat: nothing more is sent there."""
    if turn.scope == "personal":
        shut_out(uow, turn.person_id, "app-removed")

"""One programme of a rehearsal: its cast, its owner in the owners' channel, and its teams."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from sandbox import cards
from sandbox.connector.clients import Clients
from sandbox.connector.places import Place, place_of
from sandbox.personas import Cast
from sandbox.rehearse.actor import Actor
from sandbox.rehearse.answering import FORWARD
from sandbox.rehearse.baseline import Pair, teams_of
from sandbox.rehearse.crowd import Crowd
from sandbox.rehearse.own_chat import OwnChat
from sandbox.rehearse.owner import Owner
from sandbox.rehearse.roll_call import RollCall
from sandbox.rehearse.script import addresses_in, invitations
from sandbox.rehearse.tally import Tally
from sandbox.rehearse.timeline import Timeline
from sandbox.rehearse.waiting import Patience
from sandbox.state import TenantState
from sandbox.teams import Channel, ProgrammeTeams

NAMES = (
    "Blickwechsel", "Weitblick", "Rückenwind", "Augenhöhe", "Perspektive",
    "Seitenwechsel", "Querdenken", "Zukunftslotsen", "Lernduo", "Brückenbau",
)  # fmt: skip
"""How programmes are called that run side by side."""
FIGURES = "key figures"
"""By what an owner names key figures, and reads them."""
KEY_FIGURE = {
    "name": "Staff turnover",
    "unit": "%",
    "source": "Staff report",
    "start_value": "7.4",
}
"""What they fill in, by input id, beside the day of the value."""
ENDING = "destructive"
"""The style of the button by which something ends that is not over yet."""


def key_figure(today: date) -> dict[str, str]:
    """What they fill in on a day (UTC): the value is some days old, wherever they are."""
    return {**KEY_FIGURE, "start_on": (today - timedelta(days=7)).isoformat()}


class Programme:
    """A programme as its owner plays it; `others` are the casts of the programmes beside it."""

    def __init__(
        self, state: TenantState, clients: Clients, number: int, cast: Cast, others: list[Cast]
    ) -> None:
        self.name = NAMES[number]
        self.cast = cast
        self.teams: ProgrammeTeams = state.programmes[number]
        self._state = state
        self._clients = clients
        self._owner = _owner(state, clients, self.teams)
        elsewhere = {persona.person.id for other in others for persona in other.personas()}
        self._here_only = [
            persona for persona in cast.personas() if persona.person.id not in elsewhere
        ]

    @property
    def pressed_monotonic(self) -> float:
        """When the owner last pressed a button that the product took."""
        return self._owner.pressed_monotonic

    async def set_up(self, patience: Patience) -> None:
        """The owner adds the bot to their channel, and reads what it says there. Raises Stuck."""
        await self._owner.add_the_bot(patience)

    async def ask(self, crowd: Crowd, cycle: int, patience: Patience) -> None:
        """Ask everybody who took part in the last cycle, by the command that begins the next, and
        invite who is new.
        """
        anew = [persona for persona in self.cast.personas() if persona.takes_part(cycle - 1)]
        if cycle > 1:
            asked = self._met(crowd.of(anew))
            await self._owner.command(
                "new cycle", asked.all_pass, "everybody who took part is asked", patience
            )
        invited: list[Actor] = []
        for role in ("mentee", "mentor"):
            joining = [
                one for one in self.cast.personas() if one.role == role and one.joins == cycle
            ]
            for text in invitations(self.cast, role, cycle):
                named = addresses_in(text)
                there = crowd.of([one for one in joining if one.person.mail in named])
                await self._owner.command(
                    text, partial(self._any_met, there), "somebody has a card", patience
                )
                invited += there
        await patience.until(
            self._met(invited).all_pass,
            "everybody who is invited has a card",
            lambda: crowd.missing(lambda actor: actor.met_by(self.name), invited),
        )

    def _any_met(self, actors: list[Actor]) -> bool:
        """Whether the invitation has begun to arrive: it does so in everybody's own hours."""
        return any(actor.met_by(self.name) for actor in actors)

    def _met(self, actors: list[Actor]) -> RollCall[Actor]:
        return RollCall(actors, lambda actor: actor.met_by(self.name))

    async def match(self, crowd: Crowd, patience: Patience) -> None:
        """Have everybody matched, and approve."""
        unasked = RollCall(crowd.of(self._here_only), lambda actor: not actor.asked)
        await self._owner.command(
            "match",
            lambda: not unasked.all_pass(),
            "offers go out after the approval",
            patience,
        )

    async def launch(self, day: date, timeline: Timeline, patience: Patience) -> None:
        """Launch all tandems for a day."""

        def begun() -> bool:
            return not timeline.launched_in.isdisjoint(teams_of(self._state, self.teams))

        await self._owner.command(f"launch {day:%Y-%m-%d}", begun, "the launch begins", patience)

    async def ask_for(self, day: date, patience: Patience) -> None:
        """Ask for a launch on a day for which there is none any more: the bot has to say so.

        Raises:
            Stuck: it says nothing.
        """
        await self._owner.read(f"launch {day:%Y-%m-%d}", patience)

    async def name_a_figure(self, patience: Patience) -> None:
        """Name a key figure of the house, its end not known yet."""

        def stands_there() -> bool:
            said = (text for one in self._owner.replies() for text in cards.texts(one.card or {}))
            return any(KEY_FIGURE["name"] in text for text in said)

        known = key_figure(self._state.clock.now().date())
        await self._owner.command(
            FIGURES, stands_there, "the key figure is named", patience, known=known
        )

    async def read_figures(self, patience: Patience) -> None:
        """Read the key figures, and beside them what pairs have released."""
        await self._owner.read(FIGURES, patience)

    async def look_around(self, patience: Patience) -> None:
        """The owner reads what there is for owners, and takes their files, in their own chat."""
        await self._clients.add_app(self._owner.person)
        own_chat = OwnChat(self._state, self._clients, self._owner.person, patience)
        await own_chat.look_around(self.cast.in_tandems()[0].person.display_name)

    async def close(self, channels: list[Channel], patience: Patience) -> None:
        """Close the cycle; wait until this programme's share of the channels is archived."""
        await self._until_archived("close", channels, patience)

    async def _until_archived(
        self, text: str, channels: list[Channel], patience: Patience, style: str = FORWARD
    ) -> None:
        own, before = teams_of(self._state, self.teams), self._owner.pressed_monotonic
        mine = [channel for channel in channels if channel.team_id in own]

        def closed() -> bool:
            return self._owner.pressed_monotonic > before and all(
                channel.archived for channel in mine
            )

        await self._owner.command(
            text, closed, "the channels of all tandems are archived", patience, style
        )

    async def undo(self, channels: list[Channel], patience: Patience) -> None:
        """Take the launch back; wait until this programme's share of its channels is archived."""
        await self._until_archived("undo launch", channels, patience, ENDING)

    def in_tandems(self, crowd: Crowd, cycle: int) -> list[Actor]:
        """Those of whom the cycle's tandems are made."""
        people = self.cast.in_tandems()
        return crowd.of([persona for persona in people if persona.takes_part(cycle)])

    def pairs(self, tally: Tally) -> frozenset[Pair]:
        """Who is together in the programme: in a channel of its teams, or in a series of two of its
        people.
        """
        own, people = (
            teams_of(self._state, self.teams),
            {persona.person.id for persona in self.cast.personas()},
        )
        in_channels = {pair for team, pair in tally.rooms if team in own}
        return frozenset(
            in_channels
            | {
                pair
                for pair, _ in tally.of_pairs
                if pair <= people and pair not in tally.with_channel
            }
        )

    def members(self, tally: Tally) -> set[str]:
        """The members of the programme's participants' teams."""
        own = teams_of(self._state, self.teams)
        return {person for team, person in tally.members if team in own}


def _owner(state: TenantState, clients: Clients, teams: ProgrammeTeams) -> Owner:
    """The first programme owner, in the owners' channel."""
    person = state.people[next(iter(state.teams[teams.owners_team_id].members.values())).person_id]
    place = place_of(state, teams.owners_channel_id)
    if place is None:
        raise LookupError("The tenant has no owners' channel.")
    return Owner(
        state, clients, person, Place(place.kind, place.id, "", None, place.team, place.channel)
    )


def programmes_of(state: TenantState, clients: Clients, casts: list[Cast]) -> Iterator[Programme]:
    """The programmes of these casts, in the tenant's order."""
    for number, cast in enumerate(casts):
        yield Programme(
            state, clients, number, cast, [other for other in casts if other is not cast]
        )

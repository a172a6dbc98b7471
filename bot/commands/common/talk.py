"""What everybody may say: ``help``, ``language``, ``hello``."""

from __future__ import annotations

from babel import Locale

from bot.commands.registry import command, in_order, possible_now
from bot.desk import Desk
from bot.turn import Turn
from cards.common.said import HelpNotice
from mentoring.domain.cycle import Cycle
from mentoring.domain.errors import Refusal
from mentoring.domain.language import LANGUAGES, Language
from mentoring.domain.people import Person
from mentoring.domain.programme import Contact
from mentoring.notices import Notice, Said
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.people import choose_language, contact_for, meet
from mentoring.usecases.enrolment.entrance import greet, show_again
from mentoring.usecases.programme import status
from mentoring.usecases.programme.cycles import cycle_of_team
from mentoring.usecases.sessions.my_tandem import show_if_any


@command("help", who="everybody", learns=False)
async def show_help(desk: Desk, turn: Turn, rest: str) -> Notice:
    """The commands that this person may give here; for owners of one programme, what is possible
    now stands first.
    """
    team = await _team_of(desk, turn)
    owner = team is not None
    allowed = [each for each in in_order() if owner or each.who == "everybody"]
    cycle, contact = await desk.world.store.glance(lambda uow: _known(uow, desk, turn, team or ""))
    now = possible_now(cycle) if team else []
    first, then = (tuple(each.name for each in several) for several in (now, allowed))
    return HelpNotice(then, owner, contact, first)


def _known(uow: UnitOfWork, desk: Desk, turn: Turn, team: str) -> tuple[Cycle, Contact]:
    """What can be done now depends on the cycle; whom to ask, on who asks."""
    moment = _moment_of(uow, desk, team)
    return moment.cycle, contact_for(uow, moment, turn.person_id)


async def _team_of(desk: Desk, turn: Turn) -> str | None:
    """The owners' team for which somebody speaks here: empty if it may be one of several, None for
    whoever may command nothing.
    """
    try:
        return await desk.owners.require(turn)
    except Refusal as refusal:
        return "" if refusal.code == "which-programme" else None


def _moment_of(uow: UnitOfWork, desk: Desk, team: str) -> Moment:
    """What is known of this team's programme; without one, of the first."""
    moment = desk.world.moments(uow, desk.world.cycle_id)
    if team in {"", moment.home.team_id}:
        return moment
    home = uow.everywhere.programmes.first(team_id=team)
    return desk.world.moments(uow, home.cycle_id) if home else moment


@command("language", who="everybody")
async def language(desk: Desk, turn: Turn, rest: str) -> Notice:
    """Change the language somebody is addressed in; if none is named, switch to the next one. Of
    whoever is nothing here but a stranger nothing is kept.
    """
    if await _is_strange(desk, turn):
        return Said.of("language-stranger")
    profile = await desk.world.directory.profile(turn.person_id)
    said = turn.text.casefold()

    def unit(uow: UnitOfWork, moment: Moment) -> Person:
        person = meet(uow, profile, moment.programme)
        return choose_language(uow, person.id, _wanted(said, person.language))

    await desk.world.run(unit)
    return Said.of("language")


async def _is_strange(desk: Desk, turn: Turn) -> bool:
    known = await desk.world.read(lambda uow, _: uow.people.get(turn.person_id))
    return known is None and not await desk.owners.teams_of(turn.person_id)


def _wanted(said: str, now: Language) -> Language:
    """A language by the command alone (``deutsch``), or by what follows (``sprache de``); otherwise
    the next one.
    """
    command, asked, *_ = *said.split(), ""
    for code in LANGUAGES:
        names = _names_of(code)
        if command in names or (
            asked and any(n.startswith(asked) or asked.startswith(n) for n in names)
        ):
            return code
    codes = list(LANGUAGES)
    return codes[(codes.index(now) + 1) % len(codes)]


def _names_of(code: Language) -> set[str]:
    """A language's code, and its name in all languages: ``de``, ``deutsch``, ``german``."""
    return {
        code,
        *(Locale.parse(each.locale).languages[code].casefold() for each in LANGUAGES.values()),
    }


@command("hello", who="everybody")
async def hello(desk: Desk, turn: Turn, rest: str) -> Notice | None:
    """Show an owner how the programme stands, everybody else their tandem, or their own enrolment
    again; to whoever has neither, and in a channel, say what the bot is.
    """
    if await desk.owners.teams_of(turn.person_id):
        return await _to_owner(desk, turn)
    if turn.scope == "channel":
        return await _in_channel(desk)
    if await _in_tandem(desk, turn):
        return None
    return await greet(desk.world, turn.person_id, turn.chat, turn.inbound.id)


async def _in_tandem(desk: Desk, turn: Turn) -> bool:
    """Whether somebody has a running tandem, whose card they get."""
    return await desk.world.run(show_if_any, turn.person_id, turn.chat)


async def _to_owner(desk: Desk, turn: Turn) -> Notice | None:
    """How the programme stands, in the 1:1 chat each of theirs.

    An owner who takes part, too, gets their own card beside it, but nobody becomes a participant by
    a greeting.
    """
    if turn.scope == "personal" and not await _in_tandem(desk, turn):
        await show_again(desk.world, turn.person_id, turn.chat, turn.inbound.id)
    try:
        own = await desk.of_owner(turn)
    except Refusal as refusal:
        if refusal.code != "which-programme":
            return await _in_channel(desk)
        for team in await desk.owners.teams_of(turn.person_id):
            each = desk.of(await desk.world.read(cycle_of_team, team))
            await each.world.run(status.show, turn.person_id, turn.chat)
        return None
    await own.world.run(status.show, turn.person_id, turn.chat)
    return None


async def _in_channel(desk: Desk) -> Notice:
    return Said.of("hello-team", programme=(await desk.world.moment()).programme.name)

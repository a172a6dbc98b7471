"""The course of the enrolment: ``remind``, and its end."""

from __future__ import annotations

from bot.commands.enrolment.lists import is_both, role_in
from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from bot.typed.dates import day_in
from bot.typed.words import says_more
from cards.kit.dates import day
from mentoring.domain.cycle import CycleState
from mentoring.domain.errors import Refusal
from mentoring.notices import Notice, Said
from mentoring.ports.moment import unit
from mentoring.usecases.enrolment import reminders
from mentoring.usecases.enrolment.end import set_enrolment_end
from mentoring.usecases.enrolment.entrance import (
    apply,
    ask_whether_to_leave,
    show_deputy,
    welcome,
)
from mentoring.usecases.enrolment.open_call import cycle_called
from mentoring.usecases.programme.acts import by_command


@command("remind", who="owners", during=[CycleState.ENROLLING], at_once=True)
async def remind(desk: Desk, turn: Turn, rest: str) -> None:
    """Show that whoever has not finished is reminded.

    Raises:
        Refusal: ``remind-all`` for the names of some.
    """
    if says_more(rest):
        raise Refusal("remind-all")
    await desk.world.run(reminders.prepare, turn.person_id, turn.chat)


@command("take-part", who="everybody", alone="only-alone")
async def take_part(desk: Desk, turn: Turn, rest: str) -> None:
    """Show one's own card again, or the invitation to whoever may take part; whoever follows the
    open call says for which role and programme.

    Raises:
        Refusal: ``one-role-first`` for both roles at once.
    """
    role, named = role_in(rest)
    if is_both(named):
        raise Refusal("one-role-first")
    if role is not None:
        there = await desk.world.read(cycle_called, desk.world.moments, named)
        world = desk.of(there).world if there else desk.world
        await apply(world, turn.person_id, role, turn.chat, turn.inbound.id, turn.spoken)
        return
    await welcome(desk.world, turn.person_id, turn.chat, turn.inbound.id, turn.spoken)


@command("withdraw", who="everybody", alone="only-alone")
async def withdraw(desk: Desk, turn: Turn, rest: str) -> None:
    """Ask back whether somebody really wants to leave."""
    await desk.world.run(ask_whether_to_leave, turn.person_id, turn.chat, turn.inbound.id)


@command("deputy", who="everybody", alone="only-alone")
async def deputy(desk: Desk, turn: Turn, rest: str) -> None:
    """Ask who keeps one's calendar; it can be changed at any time."""
    await desk.world.run(show_deputy, turn.person_id, turn.chat, turn.inbound.id)


@command("enrolment", who="owners", during=[CycleState.ENROLLING])
async def enrolment(desk: Desk, turn: Turn, rest: str) -> Notice:
    """Set the last day of the enrolment."""
    today = await desk.today(turn)
    end = day_in(rest, today)
    words = await desk.words(turn)
    if end is None:
        example = words.text("example-enrolment")
        raise Refusal("date-missing", example=example)
    ends = unit(set_enrolment_end, end, today)
    await desk.world.run(by_command(turn.person_id, "enrolment", ends))
    return Said.of("enrolment-until", day=day(end, words))

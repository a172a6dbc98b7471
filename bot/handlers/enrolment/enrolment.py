"""The buttons of the invitation, the questionnaire and the summary."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.enrolment.buttons import Agree, GoTo, NotNow, SaveStep, Send, SwitchLanguage, TakePart, Withdraw
from cards.kit.actions import Refresh
from cards.kit.words import language_of
from mentoring.domain.questionnaire import Position
from mentoring.usecases.common.people import choose_language
from mentoring.usecases.enrolment import enrolment


@handles(Refresh)
async def refresh(desk: Desk, turn: Turn, action: Refresh) -> None:
    """The client asks for the card as it stands; nothing changes."""


@handles(TakePart)
async def take_part(desk: Desk, turn: Turn, action: TakePart) -> None:
    """*Take part*."""
    await enrolment.take_part(desk.world, action.enrolment, turn.person_id)


@handles(NotNow)
async def not_now(desk: Desk, turn: Turn, action: NotNow) -> None:
    """*Not now*."""
    await enrolment.not_now(desk.world, action.enrolment, turn.person_id)


@handles(SaveStep)
async def save_step(desk: Desk, turn: Turn, action: SaveStep) -> None:
    """*Next* in the questionnaire."""
    await enrolment.save_step(desk.world, action.enrolment, turn.person_id, Position.read(action.position), action.inputs)


@handles(Agree)
async def agree(desk: Desk, turn: Turn, action: Agree) -> None:
    """Agree to the rules of the protected space."""
    await enrolment.agree(desk.world, action.enrolment, turn.person_id, Position.read(action.position))


@handles(GoTo)
async def go_to(desk: Desk, turn: Turn, action: GoTo) -> None:
    """*Back*, *edit*, or a step left for later."""
    onward, since = Position.read(action.position), Position.read(action.since)
    await enrolment.go_to(desk.world, action.enrolment, turn.person_id, onward, since)


@handles(Send)
async def send(desk: Desk, turn: Turn, action: Send) -> None:
    """Hand the questionnaire in."""
    await enrolment.send(desk.world, action.enrolment, turn.person_id)


@handles(Withdraw)
async def withdraw(desk: Desk, turn: Turn, action: Withdraw) -> None:
    """Leave the programme."""
    await enrolment.withdraw(desk.world, action.enrolment, turn.person_id)


@handles(SwitchLanguage)
async def switch_language(desk: Desk, turn: Turn, action: SwitchLanguage) -> None:
    """The other language from now on."""
    language = language_of(action.language, desk.programme.language)
    await desk.world.store.run(lambda uow: choose_language(uow, turn.person_id, language))

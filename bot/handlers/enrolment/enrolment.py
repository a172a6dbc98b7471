"""The buttons of the invitation, the questionnaire and the summary."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.enrolment.buttons import (
    Agree,
    AlsoAs,
    GoTo,
    Leave,
    NotNow,
    SaveStep,
    SayAge,
    Send,
    SpeakOtherwise,
    TakePart,
    TakePartAgain,
    Withdraw,
)
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.language import language_of
from mentoring.domain.questionnaire import Position
from mentoring.notices import Said
from mentoring.ports.moment import Moment, Unit, unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.people import choose_language
from mentoring.usecases.enrolment import asking_age, both_roles, enrolment
from mentoring.usecases.enrolment.applying import Yes


def said_by(action: TakePart | TakePartAgain) -> Yes:
    """What the button says beside that they take part."""
    return Yes(action.meets, action.read, action.of_age)


@handles(TakePart)
async def take_part(desk: Desk, turn: Turn, action: TakePart) -> Unit[object]:
    """*Take part*."""
    return unit(enrolment.take_part, action.enrolment, turn.person_id, said_by(action))


@handles(AlsoAs)
async def also(desk: Desk, turn: Turn, action: AlsoAs) -> Unit[object]:
    """The other role as well."""
    return unit(both_roles.also, action.enrolment, turn.person_id)


@handles(NotNow)
async def not_now(desk: Desk, turn: Turn, action: NotNow) -> Unit[object]:
    """*Not now*."""
    return unit(enrolment.not_now, action.enrolment, turn.person_id)


@handles(SayAge)
async def say_age(desk: Desk, turn: Turn, action: SayAge) -> Unit[object]:
    """Of age or not."""
    return unit(asking_age.say_age, action.enrolment, turn.person_id, of_age=action.of_age)


@handles(SaveStep)
async def save_step(desk: Desk, turn: Turn, action: SaveStep) -> Unit[object]:
    """*Next* in the questionnaire."""
    at = Position.read(action.position)
    said = await enrolment.filled_in(desk.world, at, action.inputs)
    return unit(enrolment.save_step, action.enrolment, turn.person_id, said)


@handles(Agree)
async def agree(desk: Desk, turn: Turn, action: Agree) -> Unit[object]:
    """Agree to the rules of the protected space."""
    return unit(enrolment.agree, action.enrolment, turn.person_id)


@handles(GoTo)
async def go_to(desk: Desk, turn: Turn, action: GoTo) -> Unit[object]:
    """*Edit*, or a step left for later."""
    onward, since = Position.read(action.position), Position.read(action.since)
    return unit(enrolment.go_to, action.enrolment, turn.person_id, onward, since)


@handles(Leave)
async def leave(desk: Desk, turn: Turn, action: Leave) -> Unit[object]:
    """*Back* or *later*; what stands in the step is kept."""
    onward, since = Position.read(action.position), Position.read(action.since)
    left = await enrolment.left_in(desk.world, since, action.inputs)
    return unit(enrolment.go_to, action.enrolment, turn.person_id, onward, since, left)


@handles(SpeakOtherwise)
async def speak_otherwise(desk: Desk, turn: Turn, action: SpeakOtherwise) -> Unit[None]:
    """Another language from now on; what stands in the step is kept."""
    at = Position.read(action.position)
    left = await enrolment.left_in(desk.world, at, action.inputs)

    def choose(uow: UnitOfWork, moment: Moment) -> None:
        enrolment.keep_left(uow, moment, action.enrolment, turn.person_id, at, left)
        choose_language(
            uow, turn.person_id, language_of(action.language, moment.programme.language)
        )

    return choose


@handles(Send)
async def send(desk: Desk, turn: Turn, action: Send) -> Unit[object]:
    """Hand the questionnaire in."""
    return unit(enrolment.send, action.enrolment, turn.person_id)


@handles(Withdraw)
async def withdraw(desk: Desk, turn: Turn, action: Withdraw) -> Unit[Said | None]:
    """Leave the programme; whose tandem has to end first is told so, and nowhere is it kept."""

    def leave_it(uow: UnitOfWork, moment: Moment) -> Said | None:
        after = enrolment.withdraw(uow, moment, action.enrolment, turn.person_id)
        return None if after.state is EnrolmentState.WITHDRAWN else Said.of("ends-soon")

    return leave_it

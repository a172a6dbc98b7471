"""What owners press on the card of the settings that is about the enrolment."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from bot.typed.dates import day_chosen
from cards.enrolment.read_first import ReadInvitationAs
from cards.programme.buttons import ReadInvitation, SaveEnrolmentEnd, UndoEnrolmentEnd
from mentoring.domain.errors import Refusal
from mentoring.ports.moment import Moment, Unit, unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import show_part
from mentoring.usecases.enrolment import read_first
from mentoring.usecases.enrolment.end import set_enrolment_end
from mentoring.usecases.programme.end_set import day_of
from mentoring.usecases.programme.settings import settings_card


@handles(SaveEnrolmentEnd, owners_only=True, decides="form")
async def save_end(desk: Desk, turn: Turn, action: SaveEnrolmentEnd) -> Unit[None]:
    """The enrolment ends with this day; with none that was left empty."""
    today = await desk.today(turn)
    end = day_chosen(action.inputs.get("date"), "date", today)

    def saved(uow: UnitOfWork, moment: Moment) -> None:
        set_enrolment_end(uow, moment, end, today, shown=action.shown)
        show_part(uow, settings_card, moment.home.id, action.posting, action.then, 0)

    return saved


@handles(UndoEnrolmentEnd, owners_only=True, decides="everywhere")
async def undo_end(desk: Desk, turn: Turn, action: UndoEnrolmentEnd) -> Unit[None]:
    """The enrolment ends with the day that it had before.

    Raises:
        Refusal: ``stale`` for what is no day.
    """
    today = await desk.today(turn)
    try:
        before = day_of(action.before)
    except ValueError:
        raise Refusal("stale") from None

    def undone(uow: UnitOfWork, moment: Moment) -> None:
        set_enrolment_end(uow, moment, before, today, shown=action.shown)
        show_part(uow, settings_card, moment.home.id, action.posting, "dates", 0)

    return undone


@handles(ReadInvitation, owners_only=True)
async def read_invitation(desk: Desk, turn: Turn, action: ReadInvitation) -> Unit[None]:
    """Put the invitation beside the settings."""
    return unit(read_first.show, turn.person_id, turn.chat)


@handles(ReadInvitationAs, owners_only=True)
async def read_as(desk: Desk, turn: Turn, action: ReadInvitationAs) -> Unit[None]:
    """As another role, or in another language."""
    return unit(read_first.read_as, action.posting, action.role, action.language)

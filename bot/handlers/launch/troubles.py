"""The owners' buttons beside tandems that a launch could not set up."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.common.own_chat import told_where
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.kit.actions import CardAction
from cards.launch.troubles import DecideTrouble, RetryAll, ShowLaunchInOwnChat, TurnTroubles
from mentoring.notices import Said
from mentoring.ports.moment import Moment, Unit, unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.own_tandem import Readers, readers_of
from mentoring.usecases.launch import deciding
from mentoring.usecases.launch.card import turn_to


@handles(DecideTrouble, owners_only=True, decides="everywhere")
async def decide(desk: Desk, turn: Turn, action: DecideTrouble) -> Unit[None]:
    """Try a tandem again, leave it out, or take what failed as arranged by hand."""
    problem = deciding.Problem(action.launch, action.tandem, action.decided)

    def decided(uow: UnitOfWork, moment: Moment) -> None:
        chosen, readers = (problem, action.choice), _readers(uow, moment, action)
        deciding.decide(uow, moment, turn.person_id, *chosen, readers=readers)

    return decided


@handles(RetryAll, owners_only=True, decides="everywhere")
async def retry_all(desk: Desk, turn: Turn, action: RetryAll) -> Unit[None]:
    """Try all tandems in trouble again that the card may show."""

    def decide(uow: UnitOfWork, moment: Moment) -> None:
        readers = _readers(uow, moment, action)
        deciding.retry_all(uow, moment, turn.person_id, action.launch, readers=readers)

    return decide


def _readers(uow: UnitOfWork, moment: Moment, action: CardAction) -> Readers:
    """Who reads the card that was pressed."""
    return readers_of(uow, moment, uow.postings.need(action.posting))


@handles(TurnTroubles, owners_only=True)
async def turn_page(desk: Desk, turn: Turn, action: TurnTroubles) -> Unit[None]:
    """Another page of them."""
    return unit(turn_to, action.launch, action.posting, action.page)


@handles(ShowLaunchInOwnChat, owners_only=True)
async def show_in_own_chat(
    desk: Desk, turn: Turn, action: ShowLaunchInOwnChat
) -> Unit[Said | None]:
    """The same launch where no other owner reads along."""
    return told_where(turn, unit(deciding.show_in_own_chat, turn.person_id, action.launch))

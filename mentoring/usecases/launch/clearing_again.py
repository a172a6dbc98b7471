"""Owners try again to clear away what the end of a tandem, or of a whole cycle, has left in
Microsoft 365.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mentoring.domain.closing import ClosingState
from mentoring.domain.intervention import Receipt
from mentoring.domain.tandem import NOT_CLEAR, Tandem, may_be_cleared
from mentoring.domain.upkeep import Effect
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.effects import effect_of
from mentoring.usecases.common.own_tandem import leave_to_others
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.launch.closing import end_tandem
from mentoring.usecases.launch.ending import end_one, ended_by


def again(uow: UnitOfWork, moment: Moment, owner: str, intervention_id: str) -> None:
    """Another attempt; pressed twice, it is one.

    Also after the cycle's end: what is left stands in calendars and teams all the same.

    Raises:
        Refusal: ``decide-own``.
    """
    uow.alone("interventions")
    wanted = uow.interventions.need(intervention_id)
    tandem = uow.tandems.need(wanted.tandem_id)
    people = {tandem.mentor_id, tandem.mentee_id, wanted.mentor_id, wanted.mentee_id}
    leave_to_others(owner, people - {""})
    if wanted.done_at is not None:
        _try_again(uow, moment, [tandem])


def after_end(uow: UnitOfWork, moment: Moment, owner: str, tandem_id: str) -> None:
    """The same, of a tandem whose end no owner has decided.

    Raises:
        Refusal: ``decide-own``.
    """
    uow.alone("interventions")
    tandem = uow.tandems.need(tandem_id)
    leave_to_others(owner, (tandem.mentor_id, tandem.mentee_id))
    _try_again(uow, moment, [tandem])


def all_again(uow: UnitOfWork, moment: Moment, closing_id: str) -> None:
    """Another attempt at all that the end of the cycle has left; pressed twice, it is one. What is
    being tried already is not begun anew.
    """
    uow.alone("interventions")
    closing = uow.closings.need(closing_id)
    if closing.state is ClosingState.DONE:
        _try_again(uow, moment, uow.tandems.all(closing_id=closing.id, trouble=NOT_CLEAR))


def _try_again(uow: UnitOfWork, moment: Moment, tandems: Sequence[Tandem]) -> None:
    """Every card that names what is left says that it is being tried."""
    left = [each for each in tandems if each.trouble == NOT_CLEAR and may_be_cleared(each)]
    if not left:
        return
    uow.tandems.put_all(replace(t, remains=replace(t.remains, again=True)) for t in left)
    decided = ended_by(uow, [each.id for each in left])
    uow.interventions.put_all(replace(each, receipt=_tried(each.receipt)) for each in decided)
    stamp = f"{moment.now:{STAMP}}"
    uow.effects.add_all(_attempt(each, stamp) for each in left)


def _tried(receipt: Receipt) -> Receipt:
    return replace(receipt, again=True)


def _attempt(tandem: Tandem, stamp: str) -> Effect:
    """What has ended the tandem clears away; only an end before its time takes out of the team."""
    if tandem.closing_id or tandem.as_planned:
        return effect_of(end_tandem, f"{tandem.closing_id}:{tandem.id}", once=stamp)
    return effect_of(end_one, tandem.id, once=stamp)

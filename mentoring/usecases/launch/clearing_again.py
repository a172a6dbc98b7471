"""Owners try again to clear away what the end of a tandem has left in Microsoft 365."""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.intervention import Intervention
from mentoring.domain.tandem import NOT_CLEAR, Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.effects import ask
from mentoring.usecases.common.own_tandem import leave_to_others
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.launch.closing import end_tandem
from mentoring.usecases.launch.ending import end_one


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
    if not _is_left(wanted, tandem) or wanted.receipt.again:
        return
    uow.interventions.put(replace(wanted, receipt=replace(wanted.receipt, again=True)))
    _ask_again(uow, moment, tandem)


def _is_left(wanted: Intervention, tandem: Tandem) -> bool:
    return wanted.done_at is not None and tandem.trouble == NOT_CLEAR


def _ask_again(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """What has ended the tandem clears away; only an end before its time takes out of the team."""
    stamp = f"{moment.now:{STAMP}}"
    if tandem.closing_id or tandem.as_planned:
        ask(uow, end_tandem, f"{tandem.closing_id}:{tandem.id}", once=stamp)
    else:
        ask(uow, end_one, tandem.id, once=stamp)

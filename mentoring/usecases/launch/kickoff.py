"""The kick-off: owners name dates, see them once more, ask everybody, and may call it off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mentoring.domain.enrolment import ENROLLED
from mentoring.domain.errors import Refusal
from mentoring.domain.kickoff import (
    MOST_DATES,
    MOST_SEATS,
    Gathering,
    Kickoff,
    KickoffState,
)
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.effects import ask
from mentoring.usecases.common.numbers import next_id
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.previews import (
    STAMP,
    grows_old,
    require_fresh,
    require_same,
)
from mentoring.usecases.launch.kickoff_cards import SHOWN_FIRST, asked, kickoff_card
from mentoring.usecases.launch.kickoff_dates import cancel_dates, open_dates
from mentoring.usecases.programme.acts import told_at
from mentoring.usecases.programme.cycles import require_running
from mentoring.usecases.programme.with_the_cycle import ends_with_cycle


def require_somebody(uow: UnitOfWork, moment: Moment) -> None:
    """There is somebody who could be asked.

    Raises:
        Refusal: ``cycle-over``, ``kickoff-nobody`` while nobody is enrolled.
    """
    require_running(moment)
    if not uow.enrolments.any(**ENROLLED):
        raise Refusal("kickoff-nobody")


def prepare(
    uow: UnitOfWork, moment: Moment, owner: str, dates: Sequence[Gathering], chat: Chat
) -> Kickoff:
    """Show the dates to the owner; nobody is asked yet.

    Raises:
        Refusal: as ``require_somebody``; ``kickoff-in-past``, ``kickoff-too-many``,
            ``kickoff-seats``.
    """
    require_running(moment)
    _require_to_come(uow, moment, owner, dates)
    if len(dates) > MOST_DATES:
        raise Refusal("kickoff-too-many", most=MOST_DATES)
    if any(not 1 <= each.seats <= MOST_SEATS for each in dates):
        raise Refusal("kickoff-seats", most=MOST_SEATS)
    require_somebody(uow, moment)
    key = next_id(uow, "kickoff")
    kickoff = uow.kickoffs.put(
        Kickoff(
            key,
            owner,
            tuple(sorted(dates, key=lambda each: each.start)),
            prepared_at=moment.now,
        )
    )
    post(uow, kickoff_card, kickoff.id, owner, chat=chat)
    grows_old(uow, moment, kickoff_card, kickoff.id)
    return kickoff


def discard(uow: UnitOfWork, _moment: Moment, kickoff_id: str) -> None:
    """Let go of what was shown; nobody is asked. What an attempt has booked before Microsoft 365
    refused the rest is taken out of the calendar.
    """
    kickoff = uow.kickoffs.need(kickoff_id)
    if kickoff.state in SHOWN_FIRST:
        uow.kickoffs.put(replace(kickoff, state=KickoffState.DISCARDED))
        if any(each.event_id for each in kickoff.dates):
            ask(uow, cancel_dates, kickoff.id)


def confirm(uow: UnitOfWork, moment: Moment, kickoff_id: str, *, seen: str = "") -> None:
    """Put the dates into the owner's calendar and ask everybody; confirming twice asks once.

    ``seen`` is what the owner has seen (``KickoffNotice.seen``).

    Raises:
        Refusal: ``kickoff-in-past``, ``preview-old``, ``preview-changed``, ``cycle-over``.
    """
    kickoff = uow.kickoffs.need(kickoff_id)
    if kickoff.state in SHOWN_FIRST and not _is_opening(uow, kickoff):
        require_running(moment)
        _require_to_come(uow, moment, kickoff.by, kickoff.dates)
        require_fresh(kickoff.prepared_at, moment.now)
        require_same(seen, str(asked(uow, kickoff)))
        ask(uow, open_dates, kickoff.id, once=f"{moment.now:{STAMP}}")


def _require_to_come(
    uow: UnitOfWork, moment: Moment, owner: str, dates: Sequence[Gathering]
) -> None:
    for each in dates:
        if each.start <= moment.now:
            raise Refusal("kickoff-in-past", at=told_at(uow, moment, owner, each.start))


def _is_opening(uow: UnitOfWork, kickoff: Kickoff) -> bool:
    """Whether somebody has confirmed it, and the dates are being booked."""
    return uow.effects.any(kind=open_dates.name, subject_id=kickoff.id, done=False)


def cancel(uow: UnitOfWork, _moment: Moment, kickoff_id: str) -> None:
    """Call the kick-off off: the events are cancelled, and everybody's card says so.

    Raises:
        Refusal: ``stale`` unless it is open.
    """
    kickoff = uow.kickoffs.need(kickoff_id)
    if kickoff.state is not KickoffState.OPEN:
        raise Refusal("stale")
    uow.kickoffs.put(replace(kickoff, state=KickoffState.CANCELLED))
    ask(uow, cancel_dates, kickoff.id)


@ends_with_cycle
def _called_off(uow: UnitOfWork, moment: Moment) -> None:
    """With its cycle a kick-off ends, too: what is open is called off, and of what is only shown
    nobody is asked any more.
    """
    for each in uow.kickoffs.all(state=(KickoffState.OPEN, *SHOWN_FIRST)):
        if each.state is KickoffState.OPEN:
            uow.kickoffs.put(replace(each, state=KickoffState.ENDED))
            ask(uow, cancel_dates, each.id)
        else:
            discard(uow, moment, each.id)

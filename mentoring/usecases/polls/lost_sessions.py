"""A session is lost: its rescue begins, and after two in a row a shorter one is offered and the
owners get a quiet hint.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.domain.poll import Cause, WantedPoll
from mentoring.domain.session import Session, without_slot, without_time
from mentoring.domain.tandem import Tandem
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.own_tandem import leave_to_others, readers_of
from mentoring.usecases.common.people import name_of
from mentoring.usecases.polls.opening import agree
from mentoring.usecases.programme.owners_channel import tell_owners
from mentoring.usecases.sessions.deputies import keeper_of

IN_A_ROW = 2
"""After this many lost sessions in a row programmes like this one die (reference/field.md), so a
shorter session is offered then.
"""


@dataclass(frozen=True)
class NeedsHelpNotice(Notice):
    """A tandem could use a helping hand; what happened stays between the two."""

    tandem: Tandem
    mentor: str
    mentee: str


@shows(to="owners", stored_as="needs_help")
def needs_help_card(uow: UnitOfWork, scene: Scene) -> NeedsHelpNotice:
    """What owners see: which tandem, nothing else; nobody reads it of their own."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    both = tandem.mentor_id, tandem.mentee_id
    leave_to_others("", both, readers=readers_of(uow, scene.moment, scene.posting))
    return NeedsHelpNotice(tandem, *(name_of(uow, person) for person in both))


def lose(
    uow: UnitOfWork,
    moment: Moment,
    tandem: Tandem,
    sessions: Sequence[Session],
    cause: Cause,
    by: str,
    now: datetime,
) -> None:
    """These sessions do not take place; both get new times.

    ``by`` is the id of whoever caused it, empty if nobody did.

    If all sessions to come are lost at once, a new series is looked for, otherwise a new slot for
    each. What a deputy declines is no lost session: it is rearranged.
    """
    rearranged, before = bool(by) and keeper_of(uow, by) != by, tandem.lost_in_a_row
    if not rearranged:
        tandem = uow.tandems.put(
            replace(tandem, lost_in_a_row=tandem.lost_in_a_row + len(sessions))
        )
    shorter = tandem.lost_in_a_row >= IN_A_ROW
    for session in sessions:
        uow.sessions.put(_given_up(session, cause))
    ahead = [
        s for s in uow.sessions.all(tandem_id=tandem.id) if s.is_ahead(now) and not s.is_declined
    ]
    if len(sessions) >= IN_A_ROW and not ahead:
        agree(
            uow,
            WantedPoll(
                tandem.id,
                "",
                cause,
                length_of(moment, tandem),
                now,
                rhythm=tandem.rhythm,
                shorter=shorter,
            ),
        )
    else:
        for session in sessions:
            agree(
                uow, WantedPoll(tandem.id, session.id, cause, session.minutes, now, shorter=shorter)
            )
    if before < IN_A_ROW <= tandem.lost_in_a_row:
        _ask_for_help(uow, moment, tandem, sessions[-1])


def _given_up(session: Session, cause: Cause) -> Session:
    """The session once it is lost: a declined one still stands in its organizer's calendar, a
    missed one in the past; any other has no slot any more.
    """
    if cause is Cause.DECLINED:
        return replace(without_time(session), declined=session.start)
    return session if cause is Cause.MISSED else without_slot(session)


def length_of(moment: Moment, tandem: Tandem) -> int:
    """How many minutes the tandem's sessions last: their own choice, or the programme's."""
    return tandem.minutes or moment.programme.sessions.length_minutes


def met(uow: UnitOfWork, tandem: Tandem) -> None:
    """The two have met: nothing is lost in a row any more."""
    if tandem.lost_in_a_row:
        uow.tandems.put(replace(tandem, lost_in_a_row=0))


def _ask_for_help(uow: UnitOfWork, moment: Moment, tandem: Tandem, last: Session) -> None:
    """Tell the owners, once per streak of lost sessions."""
    both = {tandem.mentor_id, tandem.mentee_id}
    stamp = f"{last.id}:{last.planned:%Y%m%d}"
    tell_owners(uow, moment, needs_help_card, tandem.id, both, stamp=stamp)

"""What the search of the launch left open is put to both: series to choose from, or the least bad
time for a session.
"""

from __future__ import annotations

from mentoring.domain.poll import Cause, Option, WantedPoll
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.polls.lost_sessions import length_of
from mentoring.usecases.polls.opening import agree
from mentoring.usecases.polls.search import costs_of, series_options


def agree_on_the_rest(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """Put proposals to both where a calendar cannot be read, else the first session without a slot;
    the next one follows.
    """
    now, minutes = moment.now, length_of(moment, tandem)
    options = series_options(tandem.plan.proposals, sure=False)
    if options:
        agree(
            uow, WantedPoll(tandem.id, "", Cause.UNREADABLE, minutes, now, options=tuple(options))
        )
        return
    without = (
        s
        for s in sorted(uow.sessions.all(tandem_id=tandem.id), key=lambda s: s.number)
        if s.offer and s.offer > now
    )
    session = next((s for s in without if s.start is None), None)
    if session and session.offer:
        option = Option(session.offer, costs=costs_of(_told(tandem, session)))
        agree(
            uow,
            WantedPoll(
                tandem.id, session.id, Cause.NO_SLOT, session.minutes, now, options=(option,)
            ),
        )


def _told(tandem: Tandem, session: Session) -> list[Explanation]:
    """What the search has said about this session's least bad time."""
    return [
        e for e in tandem.plan.explanations if e.code.startswith("offer-") and e.at == session.offer
    ]

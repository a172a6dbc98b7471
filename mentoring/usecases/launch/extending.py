"""Further sessions: both are asked, and what they agree on is booked behind the sessions that
stand.
"""

from __future__ import annotations

from mentoring.domain.errors import Refusal
from mentoring.domain.intervention import Intervention
from mentoring.domain.poll import Cause, Poll, WantedPoll
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.polls.lost_sessions import length_of
from mentoring.usecases.polls.opening import agree


def require_rhythm(moment: Moment, tandem: Tandem) -> None:
    """Further sessions are a series; who agrees from session to session needs none.

    Raises:
        Refusal: ``extend-rhythm``.
    """
    if (tandem.rhythm or moment.programme.sessions.rhythm) == "tandem":
        raise Refusal("extend-rhythm")


def require_dates(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """Owners propose further sessions where there are some in a calendar behind which they stand.

    Raises:
        Refusal: ``extend-rhythm``; ``extend-by-hand`` where the two keep their own dates, and go on
            as they like; ``extend-no-dates`` as long as they have not agreed on their first.
    """
    require_rhythm(moment, tandem)
    if tandem.by_hand.has_dates:
        raise Refusal("extend-by-hand")
    if not any(each.start for each in uow.sessions.all(tandem_id=tandem.id)):
        raise Refusal("extend-no-dates")


def ask_both(uow: UnitOfWork, moment: Moment, wanted: Intervention) -> Poll:
    """As ``ask_for_further``, because owners have proposed it.

    Raises:
        Refusal: as ``require_dates``.
    """
    tandem = uow.tandems.need(wanted.tandem_id)
    require_dates(uow, moment, tandem)
    return ask_for_further(uow, moment, tandem, wanted.sessions)


def ask_for_further(uow: UnitOfWork, moment: Moment, tandem: Tandem, sessions: int) -> Poll:
    """Put series for so many further sessions to both; nothing is booked until both accept one.

    Raises:
        Refusal: ``extend-rhythm``.
    """
    require_rhythm(moment, tandem)
    return agree(
        uow,
        WantedPoll(
            tandem.id,
            "",
            Cause.EXTEND,
            length_of(moment, tandem),
            moment.now,
            rhythm=tandem.rhythm,
            further=sessions,
        ),
    )


def is_being_asked(uow: UnitOfWork, wanted: Intervention) -> bool:
    """Whether nothing has come of the question to the two yet, neither dates nor a no."""
    poll = uow.polls.get(wanted.made_id)
    return poll is not None and poll.living

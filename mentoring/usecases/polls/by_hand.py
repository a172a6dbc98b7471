"""Two who keep their own dates say on which day they have met: from then on that is a session like
any other. Either of the two says it, and the same day counts once.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring.domain.errors import Refusal
from mentoring.domain.session import Session, met_on, not_met, session_id
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.noting import forget, note
from mentoring.usecases.polls.after_session import SAID_KEPT, WHEN_MET, WHEN_OVER
from mentoring.usecases.polls.living_polls import running
from mentoring.usecases.polls.lost_sessions import length_of
from mentoring.usecases.sessions.reminders import met_key
from mentoring.usecases.sessions.tandem_card import has_said


def say_met(
    uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, day: date | None
) -> None:
    """*We have met*, on this day by the person's clock; None is today.

    Raises:
        Refusal: ``stale`` once the tandem is over; ``not-yours``; ``dates-in-calendar`` where the
            product keeps the dates; ``met-in-future`` and ``met-before-launch`` at the input
            ``met_on``.
    """
    tandem = own_by_hand(uow, tandem_id, person_id)
    wanted = _checked(uow, moment, tandem, person_id, day)
    known = next((each for each in _told(uow, tandem) if each.planned.date() == wanted), None)
    coming = known or next_by_hand(uow, moment, tandem)
    session = known or uow.sessions.put(met_on(coming, wanted, moment.now))
    if has_said(uow, session, person_id):
        return
    note(uow, met_key(session, person_id), "met", moment.now + SAID_KEPT)
    if known:
        _follow(uow, moment, session, [person_id])
    else:
        _follow(uow, moment, session, [person_id, tandem.partner_of(person_id)])
        for rule in WHEN_OVER:
            rule(uow, moment, tandem)


def take_back(uow: UnitOfWork, _moment: Moment, session_key: str, person_id: str) -> None:
    """They have not met on that day after all, as far as this person has said so; pressed twice, it
    is taken back once.

    Raises:
        Refusal: ``gone``; ``stale`` once the tandem is over; ``not-yours``.
    """
    session = uow.sessions.need(session_key)
    tandem = own_by_hand(uow, session.tandem_id, person_id)
    if has_said(uow, session, person_id):
        forget(uow, met_key(session, person_id))
        if not has_said(uow, session, tandem.partner_of(person_id)):
            uow.sessions.put(not_met(session))


def next_by_hand(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> Session:
    """The session that comes next where the two keep their own dates; nobody knows when."""
    sessions = uow.sessions.all(tandem_id=tandem.id)
    waits = [each for each in sessions if each.awaits_its_day]
    if waits:
        return min(waits, key=lambda each: each.number)
    number = 1 + max((each.number for each in sessions), default=0)
    key, minutes = session_id(tandem.id, number), length_of(moment, tandem)
    return uow.sessions.put(Session(key, tandem.id, number, moment.now, minutes, "by_hand"))


def own_by_hand(uow: UnitOfWork, tandem_id: str, person_id: str) -> Tandem:
    """The running tandem of one of two who keep their own dates.

    Raises:
        Refusal: ``stale`` once it is over; ``not-yours``; ``dates-in-calendar`` where the product
            keeps the dates.
    """
    tandem = running(uow, tandem_id)
    tandem.role_of(person_id)
    if not tandem.by_hand.has_dates:
        raise Refusal("dates-in-calendar")
    return tandem


def _told(uow: UnitOfWork, tandem: Tandem) -> list[Session]:
    found = uow.sessions.all(tandem_id=tandem.id)
    return [each for each in found if each.is_by_hand and each.start]


def _checked(
    uow: UnitOfWork, moment: Moment, tandem: Tandem, person_id: str, day: date | None
) -> date:
    zone = ZoneInfo(uow.people.need(person_id).profile.zone)
    today, begun = moment.now.astimezone(zone).date(), _begun_at(uow, tandem)
    if day and day > today:
        raise Refusal("met-in-future", field="met_on")
    if day and begun and day < (first := begun.astimezone(zone).date()):
        raise Refusal("met-before-launch", field="met_on", since=first.isoformat())
    return day or today


def _begun_at(uow: UnitOfWork, tandem: Tandem) -> datetime | None:
    launch = uow.launches.first(id=tandem.launch_id)
    return launch.started_at if launch else None


def _follow(uow: UnitOfWork, moment: Moment, session: Session, people: list[str]) -> None:
    for person_id in people:
        for rule in WHEN_MET:
            rule(uow, moment, session, person_id)

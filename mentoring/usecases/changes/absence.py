"""Pausing until a date: by the person, their deputy or an owner.

Nobody asks why, and it ends by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mentoring.domain.errors import NotYet, Refusal
from mentoring.domain.people import Person
from mentoring.domain.poll import LIVING, Cause, Poll, WantedPoll
from mentoring.domain.programme import NO_CONTACT, Contact
from mentoring.domain.session import Session, without_slot
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Timer
from mentoring.domain.watching import Absence
from mentoring.domain.working_time import next_working_moment
from mentoring.notices import Notice, Scene, shows, still_matters
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Containing, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.cycles import for_cycle, settings_of
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.noting import note
from mentoring.usecases.common.own_tandem import leave_to_others
from mentoring.usecases.common.pauses import paused_at
from mentoring.usecases.common.postings import held_back, let_go, post
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.showing import depends
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.polls.after_session import agree_on_the_next
from mentoring.usecases.polls.living_polls import running, show_past_deputy
from mentoring.usecases.polls.opening import agree
from mentoring.usecases.sessions.booking import event_id_of, farewell
from mentoring.usecases.sessions.deputies import may_speak_for
from mentoring.usecases.sessions.partner_away import (
    answer_key,
    answers_of,
    ask_partner,
    is_open,
    partner_away_card,
)

LONGEST = timedelta(days=366)
ANSWER_SHOWN = timedelta(days=14)
"""How long after the session its card still says what was answered about it."""


@dataclass(frozen=True)
class AbsenceNotice(Notice):
    """Somebody's own pause; ``until`` is its last day, None once it is over."""

    person: Person
    until: date | None
    contact: Contact = NO_CONTACT


@shows(to="person", stored_as="absence")
def absence_card(uow: UnitOfWork, scene: Scene) -> AbsenceNotice:
    """What the one who pauses sees."""
    absence = uow.absences.get(scene.posting.subject_id)
    return AbsenceNotice(
        uow.people.need(scene.posting.subject_id),
        absence.until if absence else None,
        scene.programme.contact,
    )


@depends(absence_card, Absence)
def _people(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The pause itself."""
    return [change.row.id]


def pause(
    uow: UnitOfWork,
    moment: Moment,
    person_id: str,
    until: date,
    by: str,
    *,
    owner: bool = False,
    chat: Chat | None = None,
) -> None:
    """Pause until the end of that day (the person's own zone).

    The other one is asked what to do about sessions until then. The person is not written to; only
    whoever has asked for it in a ``chat`` is answered there.

    Raises:
        Refusal: ``pause-in-past``, ``pause-too-long``; ``not-yours`` for anybody but the person,
            their deputy and owners; ``pause-nobody`` for somebody without a running tandem, and for
            owners without one in their programme; ``decide-own`` for an owner who names their own
            partner.
    """
    now = moment.now
    if not owner and not may_speak_for(uow, by, person_id):
        raise Refusal("not-yours")
    person, tandems = uow.people.get(person_id), _tandems(uow, person_id)
    if (
        person is None
        or not tandems
        or (owner and not any(_is_of_programme(uow, tandem) for tandem in tandems))
    ):
        raise Refusal("pause-nobody")
    if owner:
        leave_to_others(by, (tandem.partner_of(person_id) for tandem in tandems))
    zone = ZoneInfo(person.profile.zone)
    today = now.astimezone(zone).date()
    if until < today or until - today > LONGEST:
        raise Refusal("pause-in-past" if until < today else "pause-too-long", field="until")
    uow.absences.put(Absence(person_id, now, until))
    set_timer(uow, pause_over, person_id, datetime.combine(until + timedelta(days=1), time(), zone))
    if chat:
        key = f"{absence_card.name}:{person_id}:{now:{STAMP}}"
        post(uow, absence_card, person_id, person_id, key=key, chat=chat)
    for tandem in tandems:
        _ask_about(for_cycle(uow, tandem.cycle_id), tandem, person_id, now)


def _tandems(uow: UnitOfWork, person_id: str) -> list[Tandem]:
    """The person's running tandems in all programmes: whoever is away is away for all of them."""
    tandems = uow.everywhere.tandems
    own = [*tandems.all(mentor_id=person_id), *tandems.all(mentee_id=person_id)]
    return [tandem for tandem in own if tandem.state is TandemState.LAUNCHED]


def _is_of_programme(uow: UnitOfWork, tandem: Tandem) -> bool:
    """Whether the tandem belongs to the unit's own programme, whose owners must not learn of
    others.
    """
    return for_cycle(uow, tandem.cycle_id).programme_id == uow.programme_id


def _ask_about(uow: UnitOfWork, tandem: Tandem, person_id: str, now: datetime) -> None:
    partner = tandem.partner_of(person_id)
    for session in sorted(uow.sessions.all(tandem_id=tandem.id), key=lambda s: s.number):
        if session.is_ahead(now) and paused_at(uow, person_id, session.start):
            ask_partner(uow, session, partner)


def resume(uow: UnitOfWork, moment: Moment, person_id: str, by: str) -> None:
    """End the pause now: what was waited for is offered again, and the other one is told.

    Raises:
        Refusal: ``not-yours``.
    """
    if not may_speak_for(uow, by, person_id):
        raise Refusal("not-yours")
    absence = uow.absences.get(person_id)
    if absence is None:
        return
    _over(uow, moment, person_id, moment.now)
    for tandem in _tandems(uow, person_id):
        _offer_again(for_cycle(uow, tandem.cycle_id), moment, tandem, absence)


def back(uow: UnitOfWork, moment: Moment, person_id: str) -> None:
    """End one's own pause.

    Raises:
        Refusal: ``back-none`` for somebody who takes none.
    """
    if uow.absences.get(person_id) is None:
        raise Refusal("back-none")
    resume(uow, moment, person_id, person_id)


def _offer_again(uow: UnitOfWork, moment: Moment, tandem: Tandem, absence: Absence) -> None:
    """Look for times for the sessions that were given up because of the pause, and tell whoever was
    asked about it.
    """
    sessions, partner = uow.sessions.all(tandem_id=tandem.id), tandem.partner_of(absence.id)
    waits = (tandem.rhythm or settings_of(uow, tandem.cycle_id).sessions.rhythm) != "tandem"
    for session in sessions:
        if waits and _was_waited_for(uow, session, partner, moment.now):
            minutes = session.minutes
            agree(uow, WantedPoll(tandem.id, session.id, Cause.BACK, minutes, moment.now))
    asked = uow.postings.all(kind=partner_away_card.name, person_id=partner)
    if {each.subject_id for each in asked} & {session.id for session in sessions}:
        key = f"{partner_back_card.name}:{tandem.id}:{partner}:{moment.now:{STAMP}}"
        post(uow, partner_back_card, tandem.id, partner, key=key)


def _was_waited_for(uow: UnitOfWork, session: Session, partner: str, now: datetime) -> bool:
    """Whether the partner chose to wait, and the session would still be to come."""
    if session.state != "cancelled" or session.start or session.planned <= now:
        return False
    answers = uow.facts.all(id=Containing(answers_of(session, partner)))
    return any(fact.value == "wait" for fact in answers)


@when_due(stored_as="pause-over")
def pause_over(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """The last day of somebody's pause is over where they live."""
    absence, person = uow.absences.get(timer.subject_id), uow.people.get(timer.subject_id)
    if (
        absence
        and person
        and moment.now.astimezone(ZoneInfo(person.profile.zone)).date() > absence.until
    ):
        at = next_working_moment(moment.now, person.profile, moment.programme.sessions)
        _over(uow, moment, person.id, at)


def _over(uow: UnitOfWork, moment: Moment, person_id: str, at: datetime) -> None:
    """What was to be said meanwhile is said at that moment, as far as it still matters."""
    uow.absences.delete(person_id)
    waiting = held_back(uow, person_id)
    matters = [each for each in waiting if still_matters(uow.everywhere, each, moment.now)]
    for posting in waiting:
        if posting not in matters:
            uow.everywhere.postings.delete(posting.id)
    let_go(uow, matters, once=f"{moment.now:{STAMP}}", not_before=at)


@dataclass(frozen=True)
class PartnerBackNotice(Notice):
    """The other one is back earlier than said; ``times``: for what was given up, times are looked
    for.
    """

    partner: Person
    times: bool
    contact: Contact = NO_CONTACT


@shows(to="person", in_hours=True)
def partner_back_card(uow: UnitOfWork, scene: Scene) -> PartnerBackNotice:
    """What the one who was asked to wait or to move reads then."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    partner = uow.people.need(tandem.partner_of(scene.posting.person_id))
    polls = uow.polls.all(tandem_id=tandem.id, state=LIVING)
    times = any(poll.cause is Cause.BACK for poll in polls)
    return PartnerBackNotice(partner, times, scene.programme.contact)


@depends(partner_back_card, Tandem, Poll)
def _tandems_of(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """Whether anything is agreed on."""
    match change.row:
        case Poll(tandem_id=tandem_id):
            return [tandem_id] if change.alters("state") else ()
    return [change.row.id] if change.alters("state") else ()


def wait(uow: UnitOfWork, moment: Moment, session_id: str, person_id: str) -> None:
    """The one who is there waits: this session does not take place, but does not count as lost.

    Raises:
        Refusal: ``not-yours``, ``stale``.
    """
    _answer(uow, moment, session_id, person_id, "wait")


def move(uow: UnitOfWork, moment: Moment, session_id: str, person_id: str) -> None:
    """The one who is there would rather have another time, after the absence.

    Raises:
        Refusal: ``not-yours``, ``stale``.
    """
    _answer(uow, moment, session_id, person_id, "move")


def _answer(uow: UnitOfWork, moment: Moment, session_id: str, person_id: str, answer: str) -> None:
    session = uow.sessions.need(session_id)
    tandem = running(uow, session.tandem_id)
    tandem.role_of(person_id)
    if not session.is_ahead(moment.now) or not is_open(uow, tandem, session, person_id):
        raise Refusal("stale")
    ends = session.end or moment.now
    if not note(uow, answer_key(session, person_id), answer, ends + ANSWER_SHOWN):
        return
    if answer == "wait":
        ask(uow, skip_session, f"{session.id}@{session.start:%Y%m%d%H%M}")
    else:
        _look_after(uow, tandem, session, person_id, moment.now)


def _look_after(
    uow: UnitOfWork, tandem: Tandem, session: Session, person_id: str, now: datetime
) -> None:
    absence, partner = (
        uow.absences.get(tandem.partner_of(person_id)),
        uow.people.need(tandem.partner_of(person_id)),
    )
    back = (
        datetime.combine(absence.until + timedelta(days=1), time(), ZoneInfo(partner.profile.zone))
        if absence
        else None
    )
    later = back or (session.start + timedelta(days=1) if session.start else None)
    wanted = WantedPoll(tandem.id, session.id, Cause.AWAY, session.minutes, now, not_before=later)
    show_past_deputy(uow, agree(uow, wanted), person_id)


@one_step(queue="sessions")
async def skip_session(world: World, subject: str) -> None:
    """Remove a skipped session from both calendars; it remains one of the cycle's sessions, without
    a time.

    ``subject`` is the session's id, an @, and the time that is skipped; a session that has another
    time by now is left alone.
    """
    session_id, _, at = subject.partition("@")
    found = await world.run(_skipped, session_id, at)
    if found is None:
        return
    session, tandem = found
    event_id = session.event_id or await event_id_of(world, tandem, session)
    if event_id:
        comment = await world.read(farewell, tandem, "away")
        await world.calendar.cancel(tandem.organizer_id, event_id, comment)


def _skipped(
    uow: UnitOfWork, moment: Moment, session_id: str, at: str
) -> tuple[Session, Tandem] | None:
    """Give up the slot first, so that the cancellation in the calendar is not taken for a loss;
    only once the sessions have moved, where they are moving to the other calendar.
    """
    session = uow.sessions.need(session_id)
    tandem = uow.tandems.need(session.tandem_id)
    if tandem.is_being_handed_over:
        raise NotYet("the tandem's sessions are being handed over: it is skipped afterwards")
    if session.start is None:
        return (session, tandem) if session.state == "cancelled" else None
    if f"{session.start:%Y%m%d%H%M}" != at:
        return None
    skipped = uow.sessions.put(
        replace(without_slot(session), state="cancelled", event_id=session.event_id)
    )
    agree_on_the_next(uow, moment, tandem, skipped, moment.now)
    return session, tandem

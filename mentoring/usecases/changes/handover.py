"""Handing a tandem's sessions over: booked anew in one calendar, at the same times, and only then
ended in the other one's.

This must be done before an organizer's account is deleted: afterwards nobody can end what stands in
its calendar.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import structlog

from mentoring.domain.errors import NotAllowed, NotThere, OutsideError, Refusal, Rejected
from mentoring.domain.people import Role
from mentoring.domain.poll import PollState
from mentoring.domain.scheduling.recurrence import (
    INDEXES,
    Pattern,
    PatternDay,
    expand,
    expand_dates,
)
from mentoring.domain.scheduling.settings import WEEKDAYS
from mentoring.domain.series import Ending, Taken
from mentoring.domain.session import Session, moved_to, without_slot
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Other, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.changes.handover_card import (
    DISCARDED,
    DONE,
    giver_of,
    handover_card,
    is_done,
    prepared_at,
    tandem_of,
)
from mentoring.usecases.changes.unfinished import (
    TROUBLE,
    end_both,
    end_old_for_good,
    series_key,
    session_key,
    take_new_out,
)
from mentoring.usecases.common import effects
from mentoring.usecases.common.changes import changed
from mentoring.usecases.common.effects import Step, effect
from mentoring.usecases.common.own_tandem import Readers, leave_to_others
from mentoring.usecases.common.postings import post, show_part
from mentoring.usecases.common.previews import STAMP, grows_old, require_fresh
from mentoring.usecases.polls.booking import book_slot
from mentoring.usecases.sessions.booking import CALENDARS, series_wish, session_wish
from mentoring.usecases.sessions.calendars import organizer_of

log = structlog.get_logger()


def prepare(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    tandem_id: str,
    chat: Chat,
    *,
    readers: Readers = frozenset(),
) -> None:
    """Show whose sessions would move into whose calendar; nothing happens yet.

    Raises:
        Refusal: ``gone``, ``decide-own``, ``decide-elsewhere``; ``intervention-running`` while its
            sessions are being handed over.
    """
    tandem = uow.tandems.need(tandem_id)
    leave_to_others(owner, (tandem.mentor_id, tandem.mentee_id), readers=readers)
    _require_idle(uow, tandem.id)
    subject = f"{tandem.id}@{moment.now:{STAMP}}"
    post(uow, handover_card, subject, owner, chat=chat)
    grows_old(uow, moment, handover_card, subject)


def discard(uow: UnitOfWork, _moment: Moment, subject: str, posting_id: str) -> None:
    """Let go of what was shown; nothing has happened."""
    show_part(uow, handover_card, subject, posting_id, DISCARDED, 0)


def confirm(uow: UnitOfWork, moment: Moment, owner: str, subject: str, posting_id: str) -> None:
    """Have the sessions handed over to the other one's calendar; asked twice, done once. Other
    previews of it close: with what they have shown, they would lead back.

    Raises:
        Refusal: ``stale`` if the tandem runs no more, ``preview-old``, ``decide-own``;
            ``intervention-running`` while its sessions are being handed over, ``dates-booking``
            while the two's next date is being booked.
    """
    uow.alone(f"hand over {tandem_of(subject)}")
    tandem = uow.tandems.need(tandem_of(subject))
    leave_to_others(owner, (tandem.mentor_id, tandem.mentee_id))
    if _is_decided(uow, posting_id):
        return
    if tandem.state is not TandemState.LAUNCHED:
        raise Refusal("stale")
    require_fresh(prepared_at(subject), moment.now)
    _require_idle(uow, tandem.id)
    _require_none_booking(uow, tandem.id)
    role = tandem.role_of(giver_of(moment, tandem))
    show_part(uow, handover_card, subject, posting_id, str(role), 0)
    _settle_others(uow, moment, tandem, posting_id)
    uow.tandems.put(replace(tandem, trouble=""))
    let_go(uow, moment, tandem.id)
    effects.ask(uow, hand_over, tandem.id, once=secrets.token_hex(8))


def _is_decided(uow: UnitOfWork, posting_id: str) -> bool:
    """Whether what the card shows was confirmed or discarded already."""
    posting = uow.postings.get(posting_id)
    return posting is not None and posting.view.removesuffix(DONE) in {DISCARDED, *Role}


def _require_idle(uow: UnitOfWork, tandem_id: str) -> None:
    if uow.effects.any(kind=hand_over.name, subject_id=tandem_id, done=False):
        raise Refusal("intervention-running")


def _require_none_booking(uow: UnitOfWork, tandem_id: str) -> None:
    """What is booked in one calendar while all moves to the other would stand twice."""
    found = uow.polls.columns("id", tandem_id=tandem_id, state=PollState.BOOKING)
    polls = [poll for (poll,) in found]
    if polls and uow.effects.any(kind=book_slot.name, subject_id=polls, done=False):
        raise Refusal("dates-booking")


def _settle_others(uow: UnitOfWork, moment: Moment, tandem: Tandem, posting_id: str) -> None:
    """What was only shown closes; what is done stays so, also where the sessions now go back."""
    for each in uow.postings.all(kind=handover_card.name, id=Other(posting_id)):
        if tandem_of(each.subject_id) == tandem.id:
            shown = partial(show_part, uow, handover_card, each.subject_id, each.id)
            if not each.view:
                shown(DISCARDED, 0)
            elif each.view in tuple(Role) and is_done(moment, tandem, each.view):
                shown(f"{each.view}{DONE}", 0)


@effect(queue="sessions")
async def hand_over(world: World, tandem_id: str, step: Step) -> None:
    """Book a tandem's sessions in one calendar, and only then end them in the other one."""
    await step("let go", lambda: world.run(let_go, tandem_id))
    doing = "taking"
    try:
        await step("book", lambda: book_new(world, tandem_id))
        doing = "giving"
        await step("end", lambda: end_old_for_good(world, tandem_id))
    except (NotThere, NotAllowed, Rejected) as refused:
        _log(tandem_id, doing, refused)
        await step("take out", lambda: _taken_out(world, tandem_id))
        code = f"{TROUBLE}-{doing}"
        await step("trouble", lambda: world.run(lambda uow, _: _refused(uow, tandem_id, code)))
    else:
        await step("keep", lambda: keep_new(world, tandem_id))


async def _taken_out(world: World, tandem_id: str) -> None:
    """Where that is refused as well, whatever ends the tandem does it, or the next attempt."""
    try:
        await take_new_out(world, tandem_id)
    except (NotThere, NotAllowed, Rejected) as refused:
        _log(tandem_id, "taking out", refused)


def _log(tandem_id: str, doing: str, refused: OutsideError) -> None:
    error = type(refused).__name__
    log.warning("handover.refused", tandem=tandem_id, doing=doing, error=error, text=str(refused))


def _refused(uow: UnitOfWork, tandem_id: str, code: str) -> None:
    uow.tandems.put(replace(uow.tandems.need(tandem_id), trouble=code))


def let_go(uow: UnitOfWork, moment: Moment, tandem_id: str) -> None:
    """Note what is to be ended and who organizes from now on, so that no cancellation is taken for
    a loss.
    """
    tandem = uow.tandems.need(tandem_id)
    if tandem.plan.ending or tandem.state is not TandemState.LAUNCHED:
        return
    old = organizer_of(moment, tandem)
    ahead = _ahead(uow, tandem_id, moment.now)
    singles = tuple(session.event_id for session in ahead if session.event_id)
    for session in ahead:
        uow.sessions.put(replace(session, event_id=""))
    own = tuple(s.id for s in ahead if s.event_id)
    plan = replace(
        tandem.plan, ending=Ending(secrets.token_hex(8), old, tandem.series_id, singles, own)
    )
    uow.tandems.put(replace(tandem, plan=plan, organizer_id=tandem.partner_of(old), series_id=""))


async def book_new(world: World, tandem_id: str) -> None:
    """Book what is to come in the new organizer's calendar, at the same times, unless the tandem
    has ended meanwhile; a repeat finds what stands, and once all of it does, asks for nothing.
    """
    tandem = await world.read(lambda uow, _: uow.tandems.need(tandem_id))
    ending = tandem.plan.ending
    if ending and not ending.taken and tandem.state is TandemState.LAUNCHED:
        taken = await _book_all(world, tandem, ending)
        await world.run(_taken, tandem_id, ending, taken)


def _taken(uow: UnitOfWork, _moment: Moment, tandem_id: str, ending: Ending, taken: Taken) -> None:
    tandem = uow.tandems.need(tandem_id)
    if tandem.plan.ending == ending:
        plan = replace(tandem.plan, ending=replace(ending, taken=taken))
        uow.tandems.put(replace(tandem, plan=plan))


async def keep_new(world: World, tandem_id: str) -> None:
    """Keep what was booked; of a tandem that has ended meanwhile nothing stays there."""
    await book_new(world, tandem_id)  # An earlier version noted nothing.
    if not await world.run(_kept, tandem_id):
        await end_both(world, tandem_id, "ended")


async def _book_all(world: World, tandem: Tandem, ending: Ending) -> Taken:
    """What was booked since an earlier attempt was refused stands in the new calendar already."""
    pattern = tandem.plan.pattern
    every = await world.read(lambda uow, moment: _ahead(uow, tandem.id, moment.now))
    ahead = [session for session in every if not session.event_id]
    repeated = _repeated(ending, ahead) if pattern else []
    series = (
        await _book_series(world, tandem, pattern, ending, repeated)
        if pattern and repeated
        else Taken()
    )
    singles = [await _book_single(world, tandem, ending, s) for s in ahead if s not in repeated]
    return replace(series, sessions=(*series.sessions, *singles))


def _repeated(ending: Ending, ahead: Sequence[Session]) -> list[Session]:
    """The sessions that a series can hold: none that had an event of its own, and all of one
    length.
    """
    alike = [s for s in ahead if s.id not in ending.own]
    lengths = Counter(s.minutes for s in alike)
    return [s for s in alike if s.minutes == lengths.most_common(1)[0][0]]


async def _book_series(
    world: World, tandem: Tandem, old: Pattern, ending: Ending, repeated: Sequence[Session]
) -> Taken:
    """The series, with its sessions where its pattern puts them."""
    pattern = rest_of(old, repeated)
    every = await world.read(lambda uow, _: uow.sessions.all(tandem_id=tandem.id))
    sessions = _by_pattern(pattern, repeated, every)
    key = series_key(tandem.id, ending)
    wish = await world.read(series_wish, tandem, pattern, sessions, key)
    booked = await world.calendar.book(wish)
    await world.calendar.adjust(wish, booked)
    there = tuple(session for session in sessions if session.start)
    return Taken(there, booked.id, booked.join_url, pattern)


def _by_pattern(
    pattern: Pattern, repeated: Sequence[Session], every: Sequence[Session]
) -> list[Session]:
    """One session for each occurrence; what stands elsewhere, or has no time, is to be cancelled
    individually.
    """
    here, numbers = {s.id for s in repeated}, {s.number: s for s in every}
    found = []
    for number, planned in enumerate(expand(pattern), min(s.number for s in repeated)):
        session = replace(numbers[number], planned=planned)
        there = session.id in here and session.start
        found.append(moved_to(session, there, session.minutes) if there else without_slot(session))
    return found


def rest_of(pattern: Pattern, sessions: Sequence[Session]) -> Pattern:
    """The pattern from the first of these sessions to the last.

    That is the old pattern, unless the whole series has been moved in Outlook since: then it is the
    pattern on whose dates most of the sessions lie, at the first session's time of day (on the wall
    clock of the pattern's ``zone``).
    """
    ordered, zone = sorted(sessions, key=lambda s: s.number), ZoneInfo(pattern.zone)
    first, begins = ordered[0].number, ordered[0].planned.astimezone(zone)
    count = ordered[-1].number - first + 1
    dates = {s.number - first: s.planned.astimezone(zone).date() for s in ordered}

    def missed(day: PatternDay) -> int:
        found = expand_dates(day, begins.date(), count)
        return sum(found[at] != wanted for at, wanted in dates.items())

    weekday = WEEKDAYS[begins.weekday()]
    others = (replace(pattern.day, weekday=weekday, index=index) for index in INDEXES)
    day = min((pattern.day, *others), key=missed)
    return replace(
        pattern,
        day=day,
        start_date=expand_dates(day, begins.date(), 1)[0],
        start_time=begins.time(),
        length_minutes=ordered[0].minutes,
        occurrences=count,
    )


async def _book_single(world: World, tandem: Tandem, ending: Ending, session: Session) -> Session:
    start, key = session.start or session.planned, session_key(session.id, ending)
    wish = await world.read(session_wish, tandem, start, session.minutes, key)
    booked = await world.calendar.book_session(wish)
    return replace(session, event_id=booked.id, join_url=booked.join_url)


def _kept(uow: UnitOfWork, _moment: Moment, tandem_id: str) -> bool:
    """Keep what was booked, unless the tandem has ended meanwhile."""
    tandem = uow.tandems.need(tandem_id)
    ending = tandem.plan.ending
    if ending and tandem.state is not TandemState.LAUNCHED:
        return False
    if ending is None or ending.taken is None:
        return True
    taken, plan = ending.taken, replace(tandem.plan, ending=None)
    if taken.pattern:
        plan = replace(plan, pattern=taken.pattern)
        tandem = replace(tandem, series_id=taken.series, join_url=taken.join_url)
    uow.sessions.put_all(_as_taken(uow.sessions.need(each.id), each) for each in taken.sessions)
    uow.tandems.put(replace(tandem, plan=plan))
    for organizer in (tandem.organizer_id, ending.organizer):
        changed(uow, CALENDARS, organizer)
    return True


def _as_taken(session: Session, taken: Session) -> Session:
    """The session as the new calendar holds it: by an event of its own, or in the series."""
    if taken.event_id:
        return replace(session, event_id=taken.event_id, join_url=taken.join_url)
    return replace(session, planned=taken.planned, state=taken.state)


def _ahead(uow: UnitOfWork, tandem_id: str, now: datetime) -> list[Session]:
    return sorted(
        (s for s in uow.sessions.all(tandem_id=tandem_id) if s.is_ahead(now)),
        key=lambda s: s.number,
    )

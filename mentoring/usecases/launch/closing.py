"""The end of a cycle: what will happen is shown, confirmed once, and carried out tandem by tandem.

Here the end of a tandem is one that was planned from the start: what is to come is cancelled with a
friendly text, what was stays, the channel can still be read, the calendar is no longer watched, and
both get a word of thanks. One that ends before its time: ``ending.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from mentoring.domain.circle import WITH_CHANNEL, Circle, CircleKind
from mentoring.domain.closing import Closing, ClosingState
from mentoring.domain.cycle import CycleKind, CycleState
from mentoring.domain.enrolment import HANDED_IN, Enrolment
from mentoring.domain.errors import Refusal
from mentoring.domain.kickoff import Kickoff, KickoffState
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.sponsor_thanks import SponsorThanks, ThanksState
from mentoring.domain.tandem import LEFT_OUT, NOT_CLEAR, Tandem, TandemState
from mentoring.domain.upkeep import Timer
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, Altered, Among, Other, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.changes.handover import TROUBLE as HANDOVER
from mentoring.usecases.common.changes import follows
from mentoring.usecases.common.effects import HeardToo, Step, ask, effect, effect_of
from mentoring.usecases.common.numbers import next_id
from mentoring.usecases.common.one_a_day import come_by_themselves, have_been_told
from mentoring.usecases.common.own_tandem import Readers, readers_of
from mentoring.usecases.common.postings import post, post_to
from mentoring.usecases.common.previews import grows_old, is_old, require_fresh, require_same
from mentoring.usecases.common.showing import EVERY, depends, seen_otherwise
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.common.undone import require_no_undoing
from mentoring.usecases.enrolment.next_cycle import ask_both_anew
from mentoring.usecases.enrolment.undecided import kept_waiting, release_undecided
from mentoring.usecases.launch.clearing_away import (
    LeftOver,
    ahead,
    archive,
    end_series,
    named_as_left,
    tried,
)
from mentoring.usecases.launch.ending import cleared_since, close, over
from mentoring.usecases.launch.further_sessions import further_ahead
from mentoring.usecases.launch.kickoff import end_with_cycle
from mentoring.usecases.launch.left_behind import find_left_behind
from mentoring.usecases.launch.one_at_a_time import one_at_a_time
from mentoring.usecases.launch.thanks import thanks_card
from mentoring.usecases.launch.when_over import let_follow_as_planned, let_follow_the_end
from mentoring.usecases.launch.with_the_cycle import end_all
from mentoring.usecases.matching.left_over import (
    come_first,
    left_over_card,
    seats,
    would_be_told,
)
from mentoring.usecases.matching.offers import close_round, seemingly_open
from mentoring.usecases.polls.living_polls import living
from mentoring.usecases.privacy.retention import cycle_closed
from mentoring.usecases.programme.cycles import advance

AFTER_THE_LAST = timedelta(days=7)
"""How long after its last session a tandem of a rolling cycle can still make up for a lost one."""
MONTH = timedelta(days=30.44)
A_DAY = timedelta(days=1)
ENDED_WITH_IT: tuple[Mapping[str, object], ...] = (
    {"state": TandemState.LAUNCHED},
    {"state": TandemState.ACCEPTED},
)
"""The tandems that a closing ends: those that run, and those to which both have said yes and which
were never launched, or whose launch was refused for good: of these a channel or a series may stand
all the same.
"""


@dataclass(frozen=True)
class ClosingNotice(Notice):
    """A closing before, while and after it is carried out.

    Before, ``running`` tandems will end, ``not_begun`` of which never began, ``ahead`` sessions be
    cancelled (``further`` of them agreed on behind those that were planned), ``channels`` archived,
    and ``offers`` to others than the card's readers, ``undecided`` applications
    and enrolments that are ``uncleared`` end; ``told`` people will read that there is no tandem for
    them, and ``kickoffs`` be called off; ``circles`` are the channels of circles that end with it,
    by their names; ``is_old``: it was shown too long ago. Afterwards ``left`` are the tandems, with
    both names, of which something could not be cleared away, ``left_out`` counts those of readers;
    ``sponsor`` is the name of who is asked to thank all, ``is_reached``: the bot has a chat with
    them.
    """

    closing: Closing
    running: int = 0
    not_begun: int = 0
    ahead: int = 0
    channels: int = 0
    offers: int = 0
    undecided: int = 0
    uncleared: int = 0
    told: int = 0
    kickoffs: int = 0
    is_old: bool = False
    left: tuple[LeftOver, ...] = ()
    left_out: int = 0
    sponsor: str = ""
    is_reached: bool = True
    further: int = 0
    circles: tuple[str, ...] = ()

    @property
    def seen(self) -> str:
        """What a press says of what its owner has seen; of offers, those that the card tells."""
        waiting = self.undecided + self.uncleared
        ended = (self.running, self.not_begun, self.offers, waiting, self.kickoffs)
        return ".".join(str(many) for many in (*ended, self.told))


@shows(to="owners", stored_as="closing")
def closing_card(uow: UnitOfWork, scene: Scene) -> ClosingNotice:
    """What owners see of a closing."""
    closing = uow.closings.need(scene.posting.subject_id)
    if closing.state is not ClosingState.PREVIEW:
        ended = _ended(uow, closing, readers_of(uow, scene.moment, scene.posting))
        return _with_sponsor(uow, ended, scene.programme)
    would = _would(uow, closing, scene.now, readers_of(uow, scene.moment, scene.posting))
    return replace(would, is_old=is_old(closing.prepared_at, scene.now))


def _would(uow: UnitOfWork, closing: Closing, now: datetime, readers: Readers) -> ClosingNotice:
    """What it would do now."""
    return ClosingNotice(
        closing,
        running=sum(uow.tandems.count(**each) for each in ENDED_WITH_IT),
        not_begun=uow.tandems.count(state=TandemState.ACCEPTED),
        ahead=uow.sessions.count(
            start=Above(now),
            tandem_id=Among(tuple(uow.tandems.those(**each) for each in ENDED_WITH_IT)),
        ),
        channels=sum(uow.tandems.count(channel_id=Other(""), **each) for each in ENDED_WITH_IT),
        offers=seemingly_open(uow, readers),
        undecided=uow.enrolments.count(**HANDED_IN),
        uncleared=len(kept_waiting(uow)),
        told=would_be_told(uow, everything=True),
        kickoffs=uow.kickoffs.count(state=KickoffState.OPEN),
        further=further_ahead(uow, [each.id for each in _ended_with_it(uow)], now),
        circles=_circles(uow),
    )


def _circles(uow: UnitOfWork) -> tuple[str, ...]:
    """The channels of circles that end with the cycle; who wants one that has none is not said."""
    standing = uow.circles.all(kind=CircleKind.MENTORS, state=WITH_CHANNEL)
    return tuple(sorted(each.name for each in standing if each.name))


def _ended(uow: UnitOfWork, closing: Closing, readers: Readers) -> ClosingNotice:
    numbers = list(closing.troubled)
    tandems = uow.tandems.all(number=numbers) if numbers else []
    left, left_out = named_as_left(uow, tandems, readers)
    return ClosingNotice(closing, left=left, left_out=left_out)


def _with_sponsor(uow: UnitOfWork, notice: ClosingNotice, programme: Programme) -> ClosingNotice:
    """Owners read that the sponsor is asked to thank all, or cannot be; never what they say."""
    asked = uow.sponsor_thanks.all()
    if notice.closing.state is not ClosingState.DONE or not asked:
        return notice
    reached = any(each.state is not ThanksState.UNREACHABLE for each in asked)
    return replace(notice, sponsor=programme.sponsor.name, is_reached=reached)


SHOWN = ("ended_at", "trouble")


@depends(closing_card, Closing, Tandem, Enrolment, Posting, Kickoff, SponsorThanks, Circle)
def _closings(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The closing, how far it is, and, before it, what it would end."""
    match change.row:
        case Closing(id=closing_id):
            return [closing_id]
        case Tandem(closing_id=closing_id):
            return [closing_id or EVERY] if seen_otherwise(change, *SHOWN) else ()
        case Enrolment():
            return [EVERY] if seen_otherwise(change, "application", "rests") else ()
        case Posting(kind=left_over_card.name):
            return [EVERY] if change.before is None else ()
        case SponsorThanks() | Kickoff():
            return [EVERY] if change.alters("state") else ()
        case Circle():
            return [EVERY] if change.alters("state", "name") else ()
    return ()


def prepare(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> Closing:
    """Show what closing would do; nothing happens yet.

    Raises:
        Refusal: ``close-nobody`` while no tandem runs, ``close-running``, ``launch-undo-running``,
            ``close-launching``; ``close-rolling`` where each tandem has its own end.
    """
    if moment.cycle.kind is CycleKind.ROLLING:
        raise Refusal("close-rolling")
    one_at_a_time(uow)
    _require_quiet(uow)
    if not uow.tandems.any(state=TandemState.LAUNCHED):
        raise Refusal("close-nobody")
    running = len(_ended_with_it(uow))
    closing = uow.closings.put(
        Closing(next_id(uow, "closing"), owner, tandems=running, prepared_at=moment.now)
    )
    post(uow, closing_card, closing.id, owner, chat=chat)
    grows_old(uow, moment, closing_card, closing.id)
    return closing


def _ended_with_it(uow: UnitOfWork) -> list[Tandem]:
    return [tandem for each in ENDED_WITH_IT for tandem in uow.tandems.all(**each)]


def discard(uow: UnitOfWork, _moment: Moment, closing_id: str) -> None:
    """Let go of what was shown; nothing has happened."""
    closing = uow.closings.need(closing_id)
    if closing.state is ClosingState.PREVIEW:
        uow.closings.put(replace(closing, state=ClosingState.DISCARDED))


def _require_quiet(uow: UnitOfWork) -> None:
    """What is just being launched would outlive the cycle: it is waited for, or taken back."""
    if uow.closings.any(state=ClosingState.RUNNING):
        raise Refusal("close-running")
    require_no_undoing(uow)
    if uow.tandems.any(state=TandemState.LAUNCHING):
        raise Refusal("close-launching")


def confirm(
    uow: UnitOfWork,
    moment: Moment,
    closing_id: str,
    *,
    readers: Readers = frozenset(),
    seen: str = "",
) -> None:
    """End all tandems and open offers, let go of applications that nobody has decided about, and
    call kick-offs off; confirming twice ends them once. Other previews of it close.

    ``seen`` is what the owner has seen (``ClosingNotice.seen``), together with the ``readers`` of
    the card.

    Raises:
        Refusal: ``close-nobody`` if no tandem runs any more, ``close-running`` if another closing
            is at work, ``launch-undo-running``, ``close-launching``, ``preview-old``,
            ``preview-changed``.
    """
    one_at_a_time(uow)
    now = moment.now
    closing = uow.closings.need(closing_id)
    if closing.state in {ClosingState.RUNNING, ClosingState.DONE}:
        return
    _require_quiet(uow)
    if closing.state is ClosingState.DISCARDED:
        return
    if not uow.tandems.any(state=TandemState.LAUNCHED):
        raise Refusal("close-nobody")
    require_fresh(closing.prepared_at, now)
    would = _would(uow, closing, now, readers).seen
    require_same(seen if "." in seen else "", would)  # Earlier versions told the tandems alone.
    advance(uow, moment, CycleState.CLOSING)
    release_undecided(uow, moment)
    end_with_cycle(uow, moment)
    end_all(uow, moment)
    close_round(uow, moment, everything=True)
    tandems = _ended_with_it(uow)  # Only now can no offer become one of them.
    uow.tandems.put_all(_ends_with(closing.id, tandem) for tandem in tandems)
    uow.effects.add_all(effect_of(end_tandem, f"{closing.id}:{tandem.id}") for tandem in tandems)
    uow.closings.put(
        replace(closing, state=ClosingState.RUNNING, tandems=len(tandems), started_at=now)
    )
    others = uow.closings.all(state=ClosingState.PREVIEW)
    uow.closings.put_all(replace(each, state=ClosingState.DISCARDED) for each in others)


def _ends_with(closing_id: str, tandem: Tandem) -> Tandem:
    """The tandem as the closing finds it; one that was never launched is left out for good."""
    agreed = tandem.state is TandemState.ACCEPTED
    trouble = tandem.trouble or (LEFT_OUT if agreed else "")
    return replace(tandem, closing_id=closing_id, ended_at=None, trouble=trouble)


def _ended_all_the_same(uow: UnitOfWork, moment: Moment, subject: str) -> None:
    """Microsoft 365 was away for too long: the tandem is over, the closing goes on to its end, and
    its receipt names what is left.
    """
    closing_id, _, tandem_id = subject.partition(":")
    close(uow, tandem_id)
    ended(uow, moment, closing_id, tandem_id, clear=False)


@effect(queue="launch", given_up=HeardToo(_ended_all_the_same))
async def end_tandem(world: World, subject: str, step: Step) -> None:
    """End the series, archive the channel and tell both; ``subject`` is the closing's id, a colon,
    and the tandem's.
    """
    closing_id, _, tandem_id = subject.partition(":")
    found: int | None = 0
    if await step("closed", lambda: world.run(_closed, tandem_id)):
        looked = partial(find_left_behind, world, tandem_id)
        found = await tried(step, "left behind", tandem_id, looked)
    series = await tried(step, "series", tandem_id, lambda: end_series(world, tandem_id, "closing"))
    channel = await tried(step, "archive", tandem_id, lambda: archive(world, tandem_id))
    clear = None not in (found, series, channel)
    await step("ended", lambda: world.run(ended, closing_id, tandem_id, clear=clear))


def _closed(uow: UnitOfWork, _moment: Moment, tandem_id: str) -> bool:
    """It is over; returns whether it has never begun, so that nobody may know of what stands."""
    return _never_began(close(uow, tandem_id))


def _never_began(tandem: Tandem) -> bool:
    """Whether it was left out, or its launch refused for good; a handover that was is another
    trouble.
    """
    return bool(tandem.trouble) and not tandem.trouble.startswith((HANDOVER, NOT_CLEAR))


def ended(uow: UnitOfWork, moment: Moment, closing_id: str, tandem_id: str, *, clear: bool) -> None:
    """Both read thanks, once, or that it could not begin: they come first next time. What could not
    be cleared away is named in the receipt.
    """
    tandem = uow.tandems.need(tandem_id)
    if tandem.ended_at:
        cleared_since(uow, tandem, clear=clear)
        return
    has_begun, both = not _never_began(tandem), (tandem.mentor_id, tandem.mentee_id)
    tandem = replace(
        tandem, closing_id=closing_id, told_left_over=not has_begun, as_planned=has_begun
    )
    tandem = over(uow, moment, uow.tandems.put(tandem), clear=clear, has_begun=has_begun)
    if not has_begun:
        come_first(uow, seats(uow, tandem))
    post_to(uow, thanks_card, tandem.id, both)
    come_by_themselves(uow, moment, both, tandem.id)
    if has_begun:
        let_follow_as_planned(uow, moment, tandem)
    if moment.cycle.kind is CycleKind.ROLLING:
        ask_both_anew(uow, moment, tandem)


@follows(closing_card)
def _settle(uow: UnitOfWork, moment: Moment, closing_id: str) -> None:
    """Keep its count, and afterwards its receipt, true."""
    closing = uow.closings.get(closing_id)
    if closing and closing.state is ClosingState.RUNNING:
        _count(uow, moment, closing)
    elif closing and closing.troubled:
        found = uow.tandems.columns("number", closing_id=closing_id, trouble="")
        cleared = {number for (number,) in found}
        left = tuple(number for number in closing.troubled if number not in cleared)
        uow.closings.put(replace(closing, troubled=left))


def _count(uow: UnitOfWork, moment: Moment, closing: Closing) -> None:
    """Count how far a closing is; once every tandem has ended, that is the receipt."""
    ended = uow.tandems.count(closing_id=closing.id, ended_at=Other(None))
    left = uow.tandems.columns("number", closing_id=closing.id, trouble=NOT_CLEAR)
    closing = replace(closing, ended=ended, troubled=tuple(sorted(number for (number,) in left)))
    if ended >= closing.tandems:
        closing = replace(closing, state=ClosingState.DONE, done_at=moment.now)
        over = uow.cycles.need(moment.cycle.id)
        over = uow.cycles.put(replace(over, state=CycleState.CLOSED, closed_at=moment.now))
        cycle_closed(uow, moment, over)
        let_follow_the_end(uow, moment)
    uow.closings.put(closing)


def end_when_over(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """In a rolling cycle a tandem ends by itself, some days after its last session; one whose dates
    the two keep themselves, after as many months as the others have sessions.
    """
    sessions = uow.sessions.all(tandem_id=tandem.id)
    last = max((s.start or s.planned for s in sessions), default=moment.now)
    if tandem.by_hand.has_dates:
        last = moment.now + moment.programme.sessions.session_count * MONTH
    set_timer(uow, tandem_over, tandem.id, last + AFTER_THE_LAST)


@when_due(stored_as="tandem-over")
def tandem_over(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """End the tandem, unless there is still something to come; on a day on which neither was told
    anything else, for both read thanks then.
    """
    tandem = uow.tandems.get(timer.subject_id)
    if tandem is None or tandem.state is not TandemState.LAUNCHED:
        return
    if _may_go_on(uow, tandem, moment.now):
        set_timer(uow, tandem_over, tandem.id, moment.now + AFTER_THE_LAST)
        return
    both = (tandem.mentor_id, tandem.mentee_id)
    if have_been_told(uow, moment, both):
        set_timer(uow, tandem_over, tandem.id, moment.now + A_DAY)
        return
    ask(uow, end_tandem, f":{tandem.id}")


def _may_go_on(uow: UnitOfWork, tandem: Tandem, now: datetime) -> bool:
    """Whether a session is to come or has just been, times are agreed on, or the two have not met
    at all yet.
    """
    if tandem.by_hand.has_dates:
        return False
    begun = uow.sessions.any(tandem_id=tandem.id, start=Other(None))
    return not begun or bool(ahead(uow, tandem.id, now - AFTER_THE_LAST) or living(uow, tandem.id))

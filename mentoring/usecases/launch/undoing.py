"""A launch is taken back: what will happen is shown, confirmed once, and carried out tandem by
tandem.

From the moment of the confirmation the two of each tandem stand ready again, as a tandem with a
number of its own, and what was decided about them before goes on: an end that was asked for comes
when it was going to. The first tandem ends; what is left of it to be cleared away is
``taking_back.py``.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.domain.circle import Circle, CircleState
from mentoring.domain.errors import Refusal
from mentoring.domain.intervention import SESSIONS_LEFT, may_be_tried
from mentoring.domain.launch import BEGUN, Launch, LaunchState
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import SEEMINGLY_OPEN, TOGETHER, Tandem, TandemState, what_remains
from mentoring.domain.undoing import TakenBack, Undoing, UndoingState
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Among, NoneOf, Other, UnitOfWork, UpTo
from mentoring.usecases.changes.unfinished import in_calendars
from mentoring.usecases.common.changes import changed, follows
from mentoring.usecases.common.effects import effect_of
from mentoring.usecases.common.numbers import next_id, next_numbers, of_cycle
from mentoring.usecases.common.own_tandem import Readers, none_of, of_others, readers_of
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.previews import STAMP, grows_old, is_old, require_fresh, require_same
from mentoring.usecases.common.showing import EVERY, depends, seen_otherwise, still_open
from mentoring.usecases.common.undone import let_go_on, require_no_undoing
from mentoring.usecases.launch.clearing_away import LeftOver, ahead, named_as_left
from mentoring.usecases.launch.ending import end_instead
from mentoring.usecases.launch.foreseeing import look_again
from mentoring.usecases.launch.one_at_a_time import one_at_a_time, while_the_cycle_runs
from mentoring.usecases.launch.taking_back import is_begun, take_back
from mentoring.usecases.launch.team_needs import who_need
from mentoring.usecases.matching.offers import ROUND
from mentoring.usecases.programme.cycles import require_still_running


@dataclass(frozen=True)
class Undone:
    """What taking a launch back would do now, or has done.

    ``met``: the time of sessions in calendars has passed (what two who keep their own dates have
    said is theirs), of how many and in which tandems is not told; ``cancelled`` were to come, None
    in groups too small to be counted. ``leaving`` people leave the participants' teams, ``staying``
    are needed there for something else; None where that would count who is in a circle. ``by_hand``
    tandems have something that owners have arranged themselves. ``waiting`` offers go on, and wait
    for the next launch.
    """

    tandems: int = 0
    met: bool = False
    cancelled: int | None = 0
    channels: int = 0
    leaving: int | None = 0
    staying: int | None = 0
    by_hand: int = 0
    waiting: int = 0

    @property
    def seen(self) -> str:
        """What a press says of what its owner has seen."""
        return f"{self.tandems}.{self.met:d}"


@dataclass(frozen=True)
class UndoingNotice(Notice):
    """The taking back of a launch before, while and after it is carried out.

    ``left`` are the tandems, with both names, of which something could not be cleared away;
    ``left_out`` counts those of readers. ``sessions_left``: of some even sessions that were to
    come. ``may_try``: another attempt might help.
    """

    undoing: Undoing
    launch: Launch
    undone: Undone
    is_old: bool = False
    left: tuple[LeftOver, ...] = ()
    left_out: int = 0
    sessions_left: bool = False
    may_try: bool = False


@shows(to="owners")
def undoing_card(uow: UnitOfWork, scene: Scene) -> UndoingNotice:
    """What owners see of it."""
    undoing = uow.undoings.need(scene.posting.subject_id)
    launch = uow.launches.need(undoing.launch_id)
    readers = readers_of(uow, scene.moment, scene.posting)
    if undoing.state in {UndoingState.PREVIEW, UndoingState.DISCARDED}:
        old = is_old(undoing.prepared_at, scene.now)
        would = prospect(uow, scene.now, launch.id, readers)
        told = _as_told(uow, would, launched_by(uow, launch.id), scene.programme)
        return UndoingNotice(undoing, launch, told, old)
    rows = uow.taken_back.all(undoing_id=undoing.id)
    tandems = uow.tandems.all(id=[row.id for row in rows]) if rows else []
    told = _as_told(uow, _done(rows), tandems, scene.programme)
    return _with_what_is_left(uow, UndoingNotice(undoing, launch, told), readers)


def _as_told(
    uow: UnitOfWork, undone: Undone, tandems: Sequence[Tandem], programme: Programme
) -> Undone:
    """Of a few tandems not how many sessions are to come: with the rhythm known, that would tell
    which of them did not take place. Nor, where a circle keeps people in a team, how many stay.
    """
    if undone.tandems < programme.smallest_group:
        undone = replace(undone, cancelled=None)
    teams = {each.team_id for each in tandems} - {""}
    there: dict[str, object] = {"team_id": tuple(teams), "state": NoneOf({CircleState.GATHERING})}
    if teams and uow.everywhere.circles.any(**there):
        undone = replace(undone, leaving=None, staying=None)
    return undone


def _done(rows: Sequence[TakenBack]) -> Undone:
    return Undone(
        tandems=len(rows),
        met=any(row.met for row in rows),
        cancelled=sum(row.cancelled for row in rows),
        channels=sum(row.archived for row in rows),
        leaving=sum(row.left_team for row in rows),
    )


def _with_what_is_left(uow: UnitOfWork, notice: UndoingNotice, readers: Readers) -> UndoingNotice:
    rows = uow.taken_back.columns("id", undoing_id=notice.undoing.id, clear=False)
    tandems = uow.tandems.all(id=[key for (key,) in rows]) if rows else []
    left, left_out = named_as_left(uow, tandems, readers)
    parts = [what_remains(each) for each in tandems]
    stand = any(not SESSIONS_LEFT.isdisjoint(each) for each in parts)
    may_try = any(map(may_be_tried, parts))
    told = replace(notice, left=left, left_out=left_out)
    return replace(told, sessions_left=stand, may_try=may_try)


@depends(undoing_card, Undoing, TakenBack, Tandem, Circle)
def _undoings(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """How far it is, and, before it, what it would take back."""
    match change.row:
        case Undoing(id=key):
            return [key]
        case TakenBack(undoing_id=key):
            return [key]
        case Circle():
            return [EVERY] if change.alters("team_id", "state") else ()
    told = bool(change.row.launch_id) and seen_otherwise(change, "trouble")
    return [EVERY] if told else ()


@still_open(undoing_card)
def _not_discarded(uow: UnitOfWork) -> Mapping[str, object]:
    return {"subject_id": Among(others=(uow.undoings.those(state=UndoingState.DISCARDED),))}


def prospect(
    uow: UnitOfWork, now: datetime, launch_id: str, readers: Readers = frozenset()
) -> Undone:
    """What taking the launch back would do now, for these readers."""
    tandems = launched_by(uow, launch_id)
    ids = [each.id for each in tandems]
    booked: dict[str, object] = {"start": UpTo(now), "state": Other("by_hand")}
    leaving, staying = _members(uow, tandems)
    return Undone(
        tandems=len(tandems),
        met=bool(ids) and uow.sessions.any(tandem_id=ids, **booked),
        cancelled=sum(len(in_calendars(t, ahead(uow, t.id, now))) for t in tandems),
        channels=sum(bool(each.channel_id) for each in tandems),
        leaving=leaving,
        staying=staying,
        by_hand=sum(bool(each.by_hand) for each in tandems),
        waiting=uow.tandems.count(launch_id=launch_id, **SEEMINGLY_OPEN, **none_of(readers)),
    )


def launched_by(uow: UnitOfWork, launch_id: str) -> list[Tandem]:
    """The tandems that the launch has set up, or tried to; who has accepted since and waits for the
    round's end is none of them.
    """
    found = uow.tandems.all(launch_id=launch_id, state=tuple(TOGETHER))
    return [each for each in found if each.state is not TandemState.ACCEPTED or each.trouble]


def _members(uow: UnitOfWork, tandems: Sequence[Tandem]) -> tuple[int, int]:
    """How many people would leave a participants' team, and how many something else keeps there:
    in the mentors' circle they stay, because they stand ready again.
    """
    ids, seated = {each.id for each in tandems}, [each for each in tandems if each.team_id]
    there: dict[str, set[str]] = {each.team_id: set() for each in seated}
    for each in seated:
        there[each.team_id] |= {each.mentor_id, each.mentee_id}
    staying = sum(len(who_need(uow, team, there[team], beside=ids)) for team in there)
    return sum(map(len, there.values())) - staying, staying


def prepare(uow: UnitOfWork, moment: Moment, owner: str, launch_id: str, chat: Chat) -> None:
    """Show what taking this launch back would do, or the last one if none is named; nothing happens
    yet.

    Raises:
        Refusal: ``cycle-over``, ``launch-undo-never`` before the first launch,
            ``launch-undo-nothing``, ``launch-undo-running``, ``decide-own``.
    """
    while_the_cycle_runs(uow, moment)
    require_no_undoing(uow)
    if not uow.launches.any(state=BEGUN):
        raise Refusal("launch-undo-never")
    launch = uow.launches.get(launch_id) if launch_id else _last(uow)
    tandems = _to_take_back(uow, owner, launch)
    key = next_id(uow, "undoing")
    found = tandems[0].launch_id
    wanted = Undoing(key, owner, found, tandems=len(tandems), prepared_at=moment.now)
    uow.undoings.put(wanted)
    post(uow, undoing_card, key, owner, chat=chat)
    grows_old(uow, moment, undoing_card, key)


def _to_take_back(uow: UnitOfWork, owner: str, launch: Launch | None) -> list[Tandem]:
    """The tandems of the launch, at least one; it is not theirs alone who takes it back.

    Raises:
        Refusal: ``launch-undo-nothing``, ``decide-own``.
    """
    tandems = launched_by(uow, launch.id) if launch and launch.state in BEGUN else []
    if not tandems:
        raise Refusal("launch-undo-nothing")
    if not of_others(tandems, {owner}):
        raise Refusal("decide-own")
    return tandems


def _last(uow: UnitOfWork) -> Launch | None:
    """The launch that began last of those that set something up."""
    begun = [each for each in uow.launches.all(state=BEGUN) if launched_by(uow, each.id)]
    return max(begun, key=lambda each: (str(each.started_at), each.id), default=None)


def discard(uow: UnitOfWork, _moment: Moment, undoing_id: str) -> None:
    """Let go of what was shown; nothing has happened."""
    undoing = uow.undoings.need(undoing_id)
    if undoing.state is UndoingState.PREVIEW:
        uow.undoings.put(replace(undoing, state=UndoingState.DISCARDED))


def confirm(
    uow: UnitOfWork, moment: Moment, owner: str, undoing_id: str, *, seen: str = ""
) -> None:
    """Take the launch back; confirmed twice, it is taken back once.

    ``seen`` is what the owner has seen (``Undone.seen``).

    Raises:
        Refusal: ``cycle-over``, ``launch-undo-nothing``, ``launch-undo-running``, ``preview-old``,
            ``preview-changed``, ``decide-own``.
    """
    one_at_a_time(uow)
    wanted = uow.undoings.need(undoing_id)
    if wanted.state not in {UndoingState.PREVIEW, UndoingState.DISCARDED}:
        return
    require_still_running(uow, moment)
    require_no_undoing(uow)
    if wanted.state is UndoingState.DISCARDED:
        return
    launch = uow.launches.need(wanted.launch_id)
    tandems = _to_take_back(uow, owner, launch)
    require_fresh(wanted.prepared_at, moment.now)
    require_same(seen, prospect(uow, moment.now, launch.id).seen)
    _let_wait(uow, launch.id)
    _stand_ready(uow, moment, wanted.id, tandems)
    uow.launches.put(replace(launch, state=LaunchState.UNDONE))
    begun = replace(wanted, by=owner, tandems=len(tandems), started_at=moment.now)
    uow.undoings.put(replace(begun, state=UndoingState.RUNNING))
    look_again(uow, moment, wanted.id)
    others = uow.undoings.all(launch_id=launch.id, state=UndoingState.PREVIEW)
    uow.undoings.put_all(replace(each, state=UndoingState.DISCARDED) for each in others)


def _let_wait(uow: UnitOfWork, launch_id: str) -> None:
    """Whom the launch would have taken along waits for the next one."""
    chosen = uow.tandems.all(launch_id=launch_id, **SEEMINGLY_OPEN)
    agreed = uow.tandems.all(launch_id=launch_id, state=TandemState.ACCEPTED, trouble="")
    uow.tandems.put_all(replace(each, launch_id="") for each in (*chosen, *agreed))


def _stand_ready(
    uow: UnitOfWork, moment: Moment, undoing_id: str, tandems: Sequence[Tandem]
) -> None:
    """Each ends, and the same two stand ready again."""
    numbers = next_numbers(uow, "tandem", len(tandems))
    for tandem, number in zip(tandems, numbers, strict=True):
        made = _same_two(uow, tandem, number)
        met = uow.sessions.count(tandem_id=tandem.id, start=UpTo(moment.now))
        uow.tandems.add(made)
        uow.taken_back.put(TakenBack(tandem.id, undoing_id, made.id, met))
        end_instead(uow, tandem.id, made.id)
        let_go_on(uow, moment, tandem, made)
    uow.tandems.put_all(
        replace(each, state=TandemState.CLOSED) for each in tandems if not is_begun(uow, each)
    )
    uow.effects.add_all(effect_of(take_back, each.id) for each in tandems)


def _same_two(uow: UnitOfWork, tandem: Tandem, number: int) -> Tandem:
    """What owners have arranged by hand still stands, and so does what the two have chosen."""
    return Tandem(
        id=of_cycle(uow, f"tandem-{number}-{secrets.token_hex(4)}"),
        number=number,
        proposal_id=tandem.proposal_id,
        mentor_id=tandem.mentor_id,
        mentee_id=tandem.mentee_id,
        state=TandemState.ACCEPTED,
        due_at=tandem.due_at,
        round_ends_at=tandem.round_ends_at,
        reasons=tandem.reasons,
        mentor_agreed=tandem.mentor_agreed,
        told_left_over=tandem.told_left_over,
        minutes=tandem.minutes,
        rhythm=tandem.rhythm,
        by_hand=tandem.by_hand,
        added_by=tandem.added_by,
    )


def again(uow: UnitOfWork, moment: Moment, undoing_id: str) -> None:
    """Another attempt at what could not be cleared away; pressed twice, it is one.

    Also after the cycle's end: what is left stands in calendars and teams all the same.
    """
    one_at_a_time(uow)
    undoing = uow.undoings.need(undoing_id)
    left = uow.taken_back.all(undoing_id=undoing_id, clear=False)
    if undoing.state is not UndoingState.DONE or not left:
        return
    uow.taken_back.put_all(replace(each, clear=True, done_at=None) for each in left)
    uow.undoings.put(replace(undoing, state=UndoingState.RUNNING))
    stamp = f"{moment.now:{STAMP}}"
    uow.effects.add_all(effect_of(take_back, each.id, once=stamp) for each in left)


@follows(undoing_card)
def _settle(uow: UnitOfWork, moment: Moment, undoing_id: str) -> None:
    """Count how far it is; once everything has been looked after, that is the receipt, and whoever
    has accepted meanwhile is launched.
    """
    undoing = uow.undoings.get(undoing_id)
    if undoing is None or undoing.state is not UndoingState.RUNNING:
        return
    waiting = uow.taken_back.count(undoing_id=undoing_id, done_at=None)
    undoing = replace(undoing, done=undoing.tandems - waiting)
    if not waiting:
        undoing = replace(undoing, state=UndoingState.DONE, done_at=moment.now)
        changed(uow, ROUND, uow.cycle_id)
    uow.undoings.put(undoing)

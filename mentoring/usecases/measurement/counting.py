"""What comes into the figures that owners see, and when: each answer a week after what it is about,
in groups, and once. What has changed by half-time counts once all tandems of the cycle are there,
what has changed by the end a week after its closing; in a rolling cycle as people come.

Nobody who runs the programme is in them, nor whoever is in a tandem with them: who knows one answer
of a group knows more than the group tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta

from mentoring.domain.cycle import CycleKind
from mentoring.domain.fit import Feeling
from mentoring.domain.measurement.figures import (
    Answer,
    Asked,
    Figures,
    Later,
    Running,
    Step,
    counted,
    lasted,
    lasted_for_good,
    progressed,
    reckoned,
    set_beside,
    settled,
    told_apart,
)
from mentoring.domain.measurement.follow_up import AFTER, OPEN_FOR
from mentoring.domain.measurement.items import Item, Stage, Waiting, line
from mentoring.domain.retrospective import Taken
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.own_tandem import of_others
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.common.undone import not_undone
from mentoring.usecases.matching.together import when_together
from mentoring.usecases.measurement.course import progress_of_running
from mentoring.usecases.measurement.following_up import plan_follow_ups
from mentoring.usecases.measurement.measure import said_at_start
from mentoring.usecases.measurement.waiting import ask_who_waits
from mentoring.usecases.polls.after_session import when_session_over

WEEK = timedelta(days=7)
"""How long one may think about an answer; what is said by then counts."""
NIGHT = time(1)
"""When it is counted (UTC), once a day."""
NOTHING = Taken()
LATER = (Stage.MIDDLE, Stage.END)
WHO_WAIT = (Waiting.AGREED,)

Firsts = Mapping[str, datetime]
"""When the first session of each tandem (by id) was over."""


@when_together
@when_session_over
def _begin(uow: UnitOfWork, moment: Moment, _tandem: Tandem) -> None:
    """From now on it is counted; in a try nobody is a group."""
    if not moment.cycle.tried_by and uow.timers.get(figures_due.key(uow.cycle_id)) is None:
        set_timer(uow, figures_due, uow.cycle_id, _night(moment.now))


def _night(now: datetime) -> datetime:
    return datetime.combine(now.date() + timedelta(days=1), NIGHT, now.tzinfo)


@when_due()
def figures_due(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """It is counted; in a closed cycle it ends with the night after its last moment."""
    if following := _following(moment):
        set_timer(uow, figures_due, timer.subject_id, following)
    for each in (ask_who_waits, plan_follow_ups, count_up):
        ask(uow, each, timer.subject_id, once=f"{moment.now:%Y%m%d}")


def _following(moment: Moment) -> datetime | None:
    """When it is counted next: each night until the last moment of the cycle, and then once those
    could answer who were asked some months later.
    """
    if not _is_past_the_end(moment):
        return _night(moment.now)
    return min((each for each in _later(moment).values() if each > moment.now), default=None)


def _later(moment: Moment) -> Mapping[int, datetime]:
    """When the answers of so many months after the end are counted, in a closed cycle."""
    end = moment.cycle.closed_at
    return {months: end + after + OPEN_FOR for months, after in AFTER.items()} if end else {}


def _is_past_the_end(moment: Moment) -> bool:
    """Whether the last moment of the cycle has come: whoever thought about it has had a week."""
    closed = moment.cycle.closed_at
    return closed is not None and closed <= moment.now - WEEK


@one_step(queue="work")
async def count_up(world: World, _cycle_id: str) -> None:
    """Bring the figures of the cycle up to date; the changes are reckoned elsewhere, for SciPy is
    large.
    """
    found = await world.run(count)
    if behind := found.sums_behind:
        changes = dict(zip(behind, await world.matcher.changes(behind), strict=True))
        await world.run(_keep, lambda kept: reckoned(kept, changes))
    if groups := found.groups_behind:
        told = dict(zip(groups, await world.matcher.differences(groups), strict=True))
        await world.run(_keep, lambda kept: told_apart(kept, told))


def count(uow: UnitOfWork, moment: Moment) -> Figures:
    """Take in what counts by now, and tell what is known then; nothing as long as it is not known
    who would read it.
    """
    if not moment.home.owners:
        return Figures(uow.cycle_id)
    uow.alone(_name(uow))
    before = uow.figures.get(uow.cycle_id) or Figures(uow.cycle_id)
    found = _with_what_lasts(uow, moment, _with_all(uow, moment, before))
    if found != before:
        uow.figures.put(found)
    return found


def _with_all(uow: UnitOfWork, moment: Moment, figures: Figures) -> Figures:
    """What is counted until the end, as long as what people have said is there."""
    if _is_past_the_end(moment) and figures.progress_of(Item.COMPETENCE, Stage.END):
        return figures
    found = _with_changes(uow, moment, _with_shares(uow, moment, figures))
    return _with_those_who_wait(uow, moment, found)


def _keep(uow: UnitOfWork, _moment: Moment, known: Callable[[Figures], Figures]) -> None:
    uow.alone(_name(uow))
    uow.figures.put(known(uow.figures.need(uow.cycle_id)))


def _name(uow: UnitOfWork) -> str:
    return f"figures:{uow.cycle_id}"


def _with_shares(uow: UnitOfWork, moment: Moment, figures: Figures) -> Figures:
    tandems = of_others(uow.tandems.all(**not_undone(uow)), moment.home.owners)
    ids = {each.id for each in tandems}
    met = [s for s in uow.sessions.all() if s.tandem_id in ids and s.took_place(moment.now)]
    firsts = _firsts(met)
    answers = {
        Running.AGREEMENT: _agreements(uow, firsts),
        Running.RETROSPECTIVE: _retrospectives(uow, met),
        Running.FIT: _fits(uow, firsts),
    }
    until, smallest = moment.now - WEEK, moment.programme.smallest_group
    for about, found in answers.items():
        figures = counted(figures, about, list(found), until, smallest)
    return figures


def _firsts(met: Iterable[Session]) -> Firsts:
    found: dict[str, datetime] = {}
    for session in met:
        if session.end:
            found[session.tandem_id] = min(found.get(session.tandem_id, session.end), session.end)
    return found


def _agreements(uow: UnitOfWork, firsts: Firsts) -> Iterable[Answer]:
    """Of each tandem that has met, whether it has made its agreement."""
    made = {each.tandem_id for each in uow.agreements.all() if each.valid is not None}
    return (Answer(tandem, at, tandem in made) for tandem, at in firsts.items())


def _retrospectives(uow: UnitOfWork, met: Sequence[Session]) -> Iterable[Answer]:
    """Of each session, whether at least one of the two has said what they take from it."""
    looked_back = {each.session_id for each in uow.retrospectives.all() if each.said != NOTHING}
    return (Answer(s.tandem_id, s.end, s.id in looked_back) for s in met if s.end)


def _fits(uow: UnitOfWork, firsts: Firsts) -> Iterable[Answer]:
    """Of each who has answered, whether their tandem fits well."""
    return (
        Answer(each.author_id, firsts[each.tandem_id], each.feeling is Feeling.GOOD)
        for each in uow.fits.all()
        if each.tandem_id in firsts
    )


def _with_changes(uow: UnitOfWork, moment: Moment, figures: Figures) -> Figures:
    """Those of each stage whose moment has come; in a rolling cycle there is no common one."""
    steps = _steps(uow, moment, (Waiting.NO,))
    smallest = moment.programme.smallest_group
    rolls = moment.cycle.kind is CycleKind.ROLLING
    for stage in LATER:
        until = _until(uow, moment, stage)
        if until is None:
            continue
        for about in ((item, stage) for item in Item):
            add = progressed if rolls else settled
            figures = add(figures, about, steps.get(about, []), until, smallest)
    return figures


def _until(uow: UnitOfWork, moment: Moment, stage: Stage) -> datetime | None:
    """When whoever counts at this stage was asked at the latest; None before its moment."""
    until = moment.now - WEEK
    if moment.cycle.kind is CycleKind.ROLLING:
        return until
    if stage is Stage.END:
        return moment.now if _is_past_the_end(moment) else None
    return until if moment.cycle.is_over or _are_at_half(uow, moment, until) else None


def _are_at_half(uow: UnitOfWork, moment: Moment, at: datetime) -> bool:
    """Whether all tandems that run have come as far, and there are any; nobody waits for those who
    count themselves, unless all do.
    """
    found = progress_of_running(uow, moment)
    booked = [each for each in found if not each.of]
    return bool(found) and all(each.is_at_half(at) for each in booked or found)


def _with_those_who_wait(uow: UnitOfWork, moment: Moment, figures: Figures) -> Figures:
    """Beside each change that is told: once they have had a week to answer as well."""
    if moment.cycle.kind is CycleKind.ROLLING:
        return figures
    steps = _steps(uow, moment, WHO_WAIT)
    for stage in LATER:
        if _have_had_a_week(uow, moment, stage):
            for about in ((item, stage) for item in Item):
                found = steps.get(about, [])
                figures = set_beside(figures, about, found, moment.programme.smallest_group)
    return figures


def _with_what_lasts(uow: UnitOfWork, moment: Moment, figures: Figures) -> Figures:
    """How many still use it: at a fixed moment after the closing, in a rolling cycle by groups."""
    smallest = moment.programme.smallest_group
    if moment.cycle.kind is CycleKind.ROLLING:
        until = moment.now - OPEN_FOR
        for months in AFTER:
            figures = lasted(figures, months, _said_later(uow, moment, months), until, smallest)
        return figures
    for months, at in _later(moment).items():
        if moment.now >= at:
            said = _said_later(uow, moment, months)
            figures = lasted_for_good(figures, months, said, moment.now, smallest)
    return figures


def _said_later(uow: UnitOfWork, moment: Moment, months: int) -> list[Later]:
    left_out = _near_owners(uow, moment.home.owners)
    return [
        Later(each.due_at, each.said.still)
        for each in uow.follow_ups.all(months=months)
        if each.asked_at and each.due_at and each.person_id not in left_out
    ]


def _have_had_a_week(uow: UnitOfWork, moment: Moment, stage: Stage) -> bool:
    just = Above(moment.now - WEEK)
    asked = uow.measures.any(stage=stage, waiting=WHO_WAIT, asked_at=just)
    return not asked or _is_past_the_end(moment)


def _steps(uow: UnitOfWork, moment: Moment, who: Sequence[Waiting]) -> Mapping[Asked, list[Step]]:
    """By how much each has changed, of those who have said both where they began and where they
    are.
    """
    left_out = _near_owners(uow, moment.home.owners)
    found: dict[Asked, list[Step]] = defaultdict(list)
    for each in uow.measures.all(stage=LATER, waiting=who):
        if each.person_id not in left_out and each.said.says_something:
            for item, then, now in line(said_at_start(uow, each), each.said):
                found[item, each.stage].append(Step(each.asked_at, now - then))
    return found


def _near_owners(uow: UnitOfWork, owners: Iterable[str]) -> set[str]:
    """The owners, and everybody who is or was in a tandem with one of them."""
    own = tuple(owners)
    theirs = [*uow.tandems.all(mentor_id=own), *uow.tandems.all(mentee_id=own)]
    return {*own, *(person for each in theirs for person in (each.mentor_id, each.mentee_id))}

"""The daily watch: everybody whose two have agreed is looked up once a working day, and owners are
told who leaves, who is away for long, and where a rule does not hold any more. So are the owners
themselves.

People are read by their ids, some tandems at a time, spread over the working hours; so are their
managers, as far up as the programme's reporting line counts. Nothing is kept of those but what the
comparison says, and nothing of what anybody's automatic reply says.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, tzinfo

import structlog

from mentoring.domain.cycle import is_try
from mentoring.domain.errors import NotAllowed, Rejected
from mentoring.domain.finding import Finding, FindingState, found
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.tandem import TOGETHER, Tandem
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.timers import set_timer, timer_of, when_due
from mentoring.usecases.common.undone import stood_as
from mentoring.usecases.launch import unwatched
from mentoring.usecases.launch.ending import is_ended_by_owners
from mentoring.usecases.launch.findings import finding_card
from mentoring.usecases.launch.people_reading import Looked, look
from mentoring.usecases.matching.inputs import settings_now
from mentoring.usecases.matching.together import when_together
from mentoring.usecases.programme import roster
from mentoring.usecases.programme.owners_channel import tell_owners
from mentoring.usecases.programme.period import clock_of_owners

log = structlog.get_logger()
BEGINS, ENDS = time(8), time(17)
"""Within these hours of a working day people are read, by the owners' clock: they are told."""
TANDEMS_A_PORTION = 7
"""So that their people fit into one question to the directory, which takes 15 ids."""
RULES = ("reporting_line", "same_department")
SATURDAY = 5


@dataclass(frozen=True)
class Portion:
    """The tandems that are looked at together, how far up reporting lines count (None: not at
    all), and how many tandems come after them.
    """

    tandems: tuple[Tandem, ...]
    depth: int | None
    left: int

    @property
    def people(self) -> list[str]:
        """The ids of everybody in them."""
        return sorted({each for t in self.tandems for each in (t.mentor_id, t.mentee_id)})


@when_together
def _watched_from_now_on(uow: UnitOfWork, moment: Moment, _tandem: Tandem) -> None:
    """Between the second yes and the launch somebody may leave, too."""
    begin(uow, moment)


def begin(uow: UnitOfWork, moment: Moment) -> None:
    """From the next working day on the people of this cycle's tandems are watched; a watch that has
    begun goes on as it is.
    """
    if not is_try(uow.cycle_id):
        morning = next_morning(moment.now, clock_of_owners(uow, moment))
        uow.timers.add(timer_of(people_watch, uow.cycle_id, morning))


def next_morning(now: datetime, clock: tzinfo) -> datetime:
    """When the next working day begins after today, by this clock."""
    day = now.astimezone(clock).date() + timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return datetime.combine(day, BEGINS, clock)


@when_due(stored_as="people-watch")
def people_watch(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """A working day begins: the first tandems are looked at, and the owners; the same is due
    tomorrow.
    """
    if moment.cycle.is_over:
        return
    clock = clock_of_owners(uow, moment)
    set_timer(uow, people_watch, timer.subject_id, next_morning(moment.now, clock))
    ask(uow, look_at_people, f"{uow.cycle_id}:", once=f"{moment.now.astimezone(clock):%Y%m%d}")
    roster.watch(uow, moment)


@one_step(queue="sessions")
async def look_at_people(world: World, subject: str) -> None:
    """Look at some tandems' people, and have the next tandems looked at a little later.

    ``subject`` is the cycle's id, a colon, and the id of the last tandem that was looked at.
    """
    after = subject.partition(":")[2]
    portion = await world.read(_portion, after)
    if not portion.tandems:
        return
    try:
        looked = await look(world, portion.people, portion.depth)
    except (NotAllowed, Rejected) as refused:
        log.warning("people.unread", error=type(refused).__name__, text=str(refused))
        await world.run(_unread, portion)
    else:
        await world.run(_compared, portion, looked)


def _portion(uow: UnitOfWork, moment: Moment, after: str) -> Portion:
    tandems = tuple(uow.tandems.page("id", TANDEMS_A_PORTION, 0, **_agreed_after(after)))
    left = uow.tandems.count(**_agreed_after(tandems[-1].id)) if tandems else 0
    matching = settings_now(uow, moment.programme)
    depth = matching.parameters.reporting_line_depth if matching.is_on("reporting_line") else None
    return Portion(tandems, depth, left)


def _agreed_after(tandem_id: str) -> dict[str, object]:
    """The columns of the tandems to which both have said yes, after this id."""
    return {"id": Above(tandem_id), "state": TOGETHER}


def _unread(uow: UnitOfWork, moment: Moment, portion: Portion) -> None:
    unwatched.refused(uow, moment)
    _go_on(uow, moment, portion)


def _compared(
    uow: UnitOfWork,
    moment: Moment,
    portion: Portion,
    looked: Looked,
) -> None:
    matching = settings_now(uow, moment.programme)
    for known in portion.tandems:
        tandem = uow.tandems.get(known.id)
        if tandem and tandem.state in TOGETHER and not is_ended_by_owners(uow, tandem.id):
            mentor, mentee = looked.seen(tandem.mentor_id), looked.seen(tandem.mentee_id)
            rules, standing = _rules_of(uow, matching, tandem), _standing(uow, tandem)
            first = stood_as(uow, tandem.id)[-1]
            now_so = found(first, mentor, mentee, rules, moment.now, standing, uow.keyed)
            here = [replace(each, tandem_id=tandem.id) for each in now_so]
            _noted(uow, moment, tandem, here, looked)
    _go_on(uow, moment, portion)


def _rules_of(uow: UnitOfWork, matching: MatchingSettings, tandem: Tandem) -> frozenset[str]:
    """The rules that count for the tandem: those in force, but for what owners have waived when
    they paired the two by hand.
    """
    proposal = uow.proposals.get(tandem.proposal_id)
    waived = {each.rule for each in proposal.checks if each.state == "waived"} if proposal else ()
    return frozenset(rule for rule in RULES if matching.is_on(rule) and rule not in waived)


def _standing(uow: UnitOfWork, tandem: Tandem) -> frozenset[str]:
    before = uow.findings.all(tandem_id=tandem.id)
    return frozenset(each.id for each in before if each.state is not FindingState.OVER)


def _noted(
    uow: UnitOfWork, moment: Moment, tandem: Tandem, now_so: Sequence[Finding], looked: Looked
) -> None:
    """What is new is told; what is not so any more is over; what an owner has left stays so, as
    does that of which nobody can tell.
    """
    known = {each.id: each for each in uow.findings.all(tandem_id=tandem.id)}
    for finding in now_so:
        before = known.pop(finding.id, None)
        if before is None or before.state is FindingState.OVER:
            uow.findings.put(finding)
            _told(uow, moment, tandem, finding)
    both = tandem.mentor_id, tandem.mentee_id
    for before in known.values():
        if before.state is not FindingState.OVER and not looked.leaves_open(before, both):
            uow.findings.put(replace(before, state=FindingState.OVER))


def _told(uow: UnitOfWork, moment: Moment, tandem: Tandem, finding: Finding) -> None:
    both = {tandem.mentor_id, tandem.mentee_id}
    stamp = f"{moment.now:%Y%m%d}"
    tell_owners(uow, moment, finding_card, finding.id, both, stamp=stamp)


def _go_on(uow: UnitOfWork, moment: Moment, portion: Portion) -> None:
    """The next tandems have their turn so that all of them are through when the day ends."""
    if not portion.left:
        unwatched.all_looked_at(uow, moment)
        return
    clock = clock_of_owners(uow, moment)
    today = moment.now.astimezone(clock)
    evening = datetime.combine(today.date(), ENDS, clock)
    turns = math.ceil(portion.left / TANDEMS_A_PORTION)
    pause = max(evening - today, timedelta()) / (turns + 1)
    subject = f"{uow.cycle_id}:{portion.tandems[-1].id}"
    ask(uow, look_at_people, subject, once=f"{today:%Y%m%d}", not_before=moment.now + pause)

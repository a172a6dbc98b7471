"""The end of what is recorded of a rolling cycle, which is never closed: each record goes by its
own age, after as many months as the programme sets.

Whoever waits, has an offer or a tandem stays in all of it; who was with whom counts from the end of
their tandem.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta

from mentoring.domain.act import Act
from mentoring.domain.agreement import Agreement
from mentoring.domain.closing import Closing
from mentoring.domain.cycle import CycleKind, SettingsVersion
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.farewell import Farewell
from mentoring.domain.file import FileOffer
from mentoring.domain.finding import Finding
from mentoring.domain.fit import Fit
from mentoring.domain.further import FurtherWish
from mentoring.domain.intervention import Intervention
from mentoring.domain.invitation import Invite
from mentoring.domain.kickoff import Kickoff, Seat
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.launch import Launch, LaunchDecision
from mentoring.domain.match_run import MatchRun, OwnerDecision
from mentoring.domain.measurement.follow_up import FollowUp
from mentoring.domain.measurement.items import Measure
from mentoring.domain.measurement.key_figures import KeyFigures
from mentoring.domain.measurement.results import ReportedResult, Result
from mentoring.domain.pair import Pair
from mentoring.domain.poll import Poll
from mentoring.domain.posting import Posting
from mentoring.domain.proposal import Proposal
from mentoring.domain.question import Question
from mentoring.domain.retrospective import Retrospective
from mentoring.domain.road_map import RoadMap
from mentoring.domain.session import Session
from mentoring.domain.sponsor_thanks import SponsorThanks
from mentoring.domain.succession import Succession
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.undoing import Undoing
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, UnitOfWork, UpTo, rows_of
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.privacy.erasing import Expiring, expiring
from mentoring.usecases.privacy.records import (
    OF_A_CYCLE,
    forget_rows,
    forget_strangers,
    months_later,
    portions,
)
from mentoring.usecases.privacy.retention import takes_part

LOOKED_AT = timedelta(days=7)
"""How often it is looked for what has become old."""


@dataclass(frozen=True)
class Old:
    """What has become old: whatever is from before ``cutoff`` (aware), these people and tandems;
    ``kept`` are the ids of proposals and decisions that still count.
    """

    cutoff: datetime
    people: Collection[str]
    tandems: Collection[str]
    kept: Collection[str]


def watch_age(uow: UnitOfWork, moment: Moment) -> None:
    """From now on it is looked after what has become old in this cycle, if it is a rolling one."""
    key = records_age.key(moment.cycle.id)
    if moment.cycle.kind is CycleKind.ROLLING and uow.timers.get(key) is None:
        set_timer(uow, records_age, moment.cycle.id, moment.now + LOOKED_AT)


@when_due()
def records_age(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Something may have become old; a cycle that was closed all the same ends as all others."""
    if moment.cycle.kind is not CycleKind.ROLLING or moment.cycle.is_over:
        return
    set_timer(uow, records_age, timer.subject_id, moment.now + LOOKED_AT)
    ask(uow, forget_old_records, timer.subject_id, once=f"{moment.now:%Y%m%d}")


@one_step(queue="work")
async def forget_old_records(world: World, _cycle_id: str) -> None:
    """Let the people go out of whatever has become old, some rows at a time."""
    old, found = await world.read(_found)
    for each, keys in found:
        for portion in portions(keys):
            await world.run(forget_rows, each, portion)
    for portion in portions(sorted(old.people)):
        await world.run(forget_strangers, portion)


def _found(uow: UnitOfWork, moment: Moment) -> tuple[Old, list[tuple[Expiring, Sequence[str]]]]:
    old = old_by_now(uow, moment)
    entities = list(expiring(*OF_A_CYCLE))
    return old, [(each, aged(uow, each.holding.entity, old)) for each in entities]


def old_by_now(uow: UnitOfWork, moment: Moment) -> Old:
    """What has become old by now."""
    cutoff = months_later(moment.now, -moment.programme.retention.months)
    lapsed = uow.tandems.columns("id", state=TandemState.RELEASED, round_ends_at=UpTo(cutoff))
    ended = uow.tandems.columns("id", ended_at=UpTo(cutoff))
    tandems = {key for (key,) in (*lapsed, *ended)}
    standing = uow.tandems.columns("id", "mentor_id", "mentee_id", "proposal_id")
    running = [row for row in standing if row[0] not in tandems]
    later = uow.enrolments.columns("person_id", invited_at=Above(cutoff))
    here = {person for (person,) in later} | {each for row in running for each in row[1:3]}
    asked = uow.enrolments.columns("person_id", invited_at=UpTo(cutoff))
    gone = {each for (each,) in asked if each not in here and not takes_part(uow, moment, each)}
    return Old(cutoff, gone, tandems, {row[3] for row in running} | _in_force(uow, gone))


def _in_force(uow: UnitOfWork, gone: Collection[str]) -> set[str]:
    """The ids of owners' decisions that still count for somebody."""
    standing = uow.decisions.all(undone_by="")
    return {each.id for each in standing if not {each.mentee_id, each.mentor_id} & set(gone)}


Aged = Callable[[UnitOfWork, Old], Mapping[str, object]]


def _since(column: str) -> Aged:
    return lambda _uow, old: {column: UpTo(old.cutoff)}


AGED: Mapping[type, Aged] = {
    Tandem: lambda _, old: {"id": old.tandems},
    Session: lambda _, old: {"tandem_id": old.tandems},
    Poll: lambda _, old: {"tandem_id": old.tandems},
    Finding: lambda _, old: {"tandem_id": old.tandems},
    Question: lambda _, old: {"tandem_id": old.tandems},
    KitChoice: lambda _, old: {"tandem_id": old.tandems},
    Agreement: lambda _, old: {"tandem_id": old.tandems},
    Farewell: lambda _, old: {"tandem_id": old.tandems},
    RoadMap: lambda _, old: {"tandem_id": old.tandems},
    Result: lambda _, old: {"tandem_id": old.tandems},
    ReportedResult: lambda _, old: {"tandem_id": old.tandems},
    Fit: lambda _, old: {"tandem_id": old.tandems},
    FurtherWish: lambda _, old: {"tandem_id": old.tandems},
    Retrospective: lambda _, old: {"tandem_id": old.tandems},
    Enrolment: lambda _, old: {"person_id": old.people},
    FollowUp: lambda _, old: {"person_id": old.people},
    Measure: lambda _, old: {"person_id": old.people},
    Posting: lambda _, old: {"person_id": old.people},
    Seat: lambda _, old: {"person_id": old.people},
    MatchRun: _since("started_at"),
    Proposal: lambda uow, old: {"run_id": uow.runs.those(started_at=UpTo(old.cutoff))},
    Act: _since("at"),
    KeyFigures: _since("at"),
    OwnerDecision: _since("at"),
    LaunchDecision: _since("at"),
    Launch: _since("prepared_at"),
    Intervention: _since("prepared_at"),
    Undoing: _since("prepared_at"),
    Invite: _since("created_at"),
    Kickoff: _since("prepared_at"),
    FileOffer: _since("offered_at"),
    Closing: _since("prepared_at"),
    SponsorThanks: _since("asked_at"),
    Pair: lambda uow, old: {"programme_id": uow.programme_id, "noted_at": UpTo(old.cutoff)},
    Succession: lambda uow, old: {
        "programme_id": uow.programme_id,
        "noted_at": UpTo(old.cutoff),
    },
    SettingsVersion: lambda uow, old: {
        "programme_id": uow.programme_id,
        "at": UpTo(old.cutoff),
    },
}
"""By which condition the rows of an entity are old."""


def aged(uow: UnitOfWork, entity: type, old: Old) -> list[str]:
    """The ids of the entity's rows that have become old.

    Raises:
        KeyError: nothing tells; write into ``AGED`` what does.
    """
    wanted = {
        name: list(value) if isinstance(value, Set) else value
        for name, value in AGED[entity](uow, old).items()
    }
    if [] in wanted.values():
        return []
    found = rows_of(uow, entity).columns("id", **wanted)
    return [key for (key,) in found if key not in old.kept]

"""A card follows each change of what it shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

import bot.app  # noqa: F401 - every view registers itself
from mentoring.domain.act import Act
from mentoring.domain.agreement import Agreement
from mentoring.domain.circle import Circle, CircleMember, CircleState, Place
from mentoring.domain.closing import Closing
from mentoring.domain.cycle import (
    Cycle,
    CycleKind,
    CycleState,
    RegisteredProgramme,
)
from mentoring.domain.enrolment import Enrolment, EnrolmentState, NextTime
from mentoring.domain.farewell import Farewell
from mentoring.domain.file import FileOffer, FileState
from mentoring.domain.finding import Finding, FindingState
from mentoring.domain.fit import Feeling, Fit
from mentoring.domain.further import FurtherWish, GoingOn
from mentoring.domain.intervention import Intervention, InterventionState
from mentoring.domain.invitation import Invite, InviteState
from mentoring.domain.kickoff import Kickoff, KickoffState, Seat
from mentoring.domain.kit_choice import KitChoice, KitState
from mentoring.domain.launch import Launch, LaunchDecision, LaunchState
from mentoring.domain.match_run import MatchRun, OwnerDecision
from mentoring.domain.measurement.figures import Figures
from mentoring.domain.measurement.follow_up import FollowUp
from mentoring.domain.measurement.items import Measure, MeasureState
from mentoring.domain.measurement.key_figures import KeyFigures
from mentoring.domain.measurement.results import ReportedResult, Result
from mentoring.domain.pair import Pair, PairKind
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Poll, PollState
from mentoring.domain.posting import Posting
from mentoring.domain.proposal import Proposal, ProposalState
from mentoring.domain.question import Question
from mentoring.domain.questionnaire import About, When
from mentoring.domain.retrospective import Retrospective, Taken
from mentoring.domain.road_map import RoadMap
from mentoring.domain.session import Session
from mentoring.domain.sponsor_thanks import SponsorThanks, ThanksState
from mentoring.domain.succession import Succession, SuccessionState
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.undoing import TakenBack, Undoing, UndoingState
from mentoring.domain.upkeep import Effect, Fact
from mentoring.domain.watching import Absence
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.unit import ENTITIES
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.showing import DEPENDENCIES
from mentoring.usecases.enrolment.next_cycle import soon_key
from mentoring.usecases.launch.unwatched import REFUSED
from mentoring.usecases.sessions.late import late_card
from mentoring.usecases.sessions.partner_away import answer_key
from mentoring.usecases.sessions.reminders import met_key
from mentoring.usecases.tandem.wanted import SWITCHED_OFF
from mentoring.usecases.tandem.what_waited import TOGETHER
from tests.cards.following import FOLLOWED, cards, store, world
from tests.cards.furnished import NOW

__all__ = ["store", "world"]

Change = Callable[[Any], Any]
CHANGES: dict[type, tuple[Change, ...]] = {
    Act: (lambda row: replace(row, by=""),),
    Tandem: (
        lambda row: replace(row, state=TandemState.RELEASED),
        lambda row: replace(row, state=TandemState.CLOSED),
        lambda row: replace(row, trouble="NotAllowed"),
        lambda row: replace(row, foreseen=("team-notthere",)),
    ),
    Session: (
        lambda row: replace(row, outcome="missed"),
        lambda row: replace(row, start=(row.start or NOW) + timedelta(hours=1)),
    ),
    Enrolment: (
        lambda row: replace(
            row,
            answers=replace(
                row.answers,
                about=About(languages=("de",), about_me="Neu hier"),
                when=When(deputy=("z",), names={"z": "Zoe"}),
            ),
        ),
        lambda row: replace(row, state=EnrolmentState.DECLINED),
        lambda row: replace(row, state=EnrolmentState.DONE),
        lambda row: replace(row, erased_at=NOW),
        lambda row: replace(row, next_time=NextTime.NOT),
    ),
    Cycle: (
        lambda row: replace(row, enrolment_end=date(2026, 12, 24)),
        lambda row: replace(row, kind=CycleKind.ROLLING),
        lambda row: replace(row, state=CycleState.CLOSING),
    ),
    Intervention: (
        lambda row: replace(row, state=InterventionState.RUNNING),
        lambda row: replace(row, state=InterventionState.DISCARDED),
    ),
    RegisteredProgramme: (
        lambda row: replace(row, version=1),
        lambda row: replace(row, shut_off=row.owners),
    ),
    Invite: (lambda row: replace(row, state=InviteState.STOPPED),),
    MatchRun: (lambda row: replace(row, total_score=row.total_score + 1),),
    Proposal: (
        lambda row: replace(row, score=row.score + 1),
        lambda row: replace(row, state=ProposalState.DISCARDED),
    ),
    OwnerDecision: (lambda row: replace(row, undone_by="somebody"),),
    Launch: (
        lambda row: replace(row, tandems=row.tandems + 1),
        lambda row: replace(row, state=LaunchState.RUNNING),
    ),
    LaunchDecision: (lambda row: replace(row, by="somebody"),),
    Undoing: (lambda row: replace(row, state=UndoingState.DISCARDED),),
    TakenBack: (
        lambda row: replace(row, cancelled=row.cancelled + 1),
        lambda row: replace(row, made_id="another"),
    ),
    Closing: (lambda row: replace(row, ended=row.ended + 1),),
    Succession: (lambda row: replace(row, state=SuccessionState.JOINED),),
    Kickoff: (lambda row: replace(row, state=KickoffState.OVER),),
    FileOffer: (lambda row: replace(row, state=FileState.SENT),),
    KitChoice: (
        lambda row: replace(row, state=KitState.SKIPPED),
        lambda row: replace(row, kit_id="another", topic="data"),
    ),
    Farewell: (lambda row: replace(row, text="Und danke!"),),
    RoadMap: (lambda row: replace(row, steps=("topic:data",)),),
    Fit: (lambda row: replace(row, feeling=Feeling.NOT_SURE),),
    Circle: (lambda row: replace(row, state=CircleState.CLOSED),),
    CircleMember: (lambda row: replace(row, state=Place.LEAVING),),
    FurtherWish: (lambda row: replace(row, going_on=GoingOn.YES),),
    SponsorThanks: (
        lambda row: replace(row, state=ThanksState.LEFT),
        lambda row: replace(row, line=f"{row.line}!"),
    ),
    Retrospective: (lambda row: replace(row, said=Taken(line="Neu")),),
    Figures: (lambda row: replace(row, shares=()),),
    KeyFigures: (lambda row: replace(row, figures=()),),
    Result: (lambda row: replace(row, line="Anders"),),
    ReportedResult: (lambda row: replace(row, line="Anders"),),
    FollowUp: (lambda row: replace(row, said=replace(row.said, still=False)),),
    Measure: (lambda row: replace(row, state=MeasureState.STOPPED),),
    Agreement: (lambda row: replace(row, agreed=tuple(Role)),),
    Question: (lambda row: replace(row, text="Und jetzt?"),),
    Finding: (lambda row: replace(row, state=FindingState.LEFT),),
    Effect: (lambda row: replace(row, failed="" if row.failed else "Fault"),),
}


@pytest.mark.parametrize("row", DEPENDENCIES, ids=lambda row: row.__name__)
async def test_a_change_of_each_is_followed(row: type, world: World) -> None:
    """By some card of each kind that depends on it."""
    kinds = [kind for kind, followed in FOLLOWED if followed is row]
    before = {kind: await versions(world, kind) for kind in kinds}
    await change_all(world, row)
    await catch_up(world)
    after = {kind: await versions(world, kind) for kind in kinds}
    newer = {kind for kind in kinds for key in before[kind] if after[kind][key] > before[kind][key]}
    assert sorted({*kinds} - newer) == [], f"cards that do not follow {row.__name__}"


async def versions(world: World, kind: str) -> dict[str, int]:
    """Which version each card of the kind is to show."""
    return {posting.id: posting.wanted for posting in await cards(world, kind)}


async def change_all(world: World, row: type) -> None:
    """Change each row of the kind in every way that a card may show, one way after another."""
    if row in NEW:
        await world.of("p1c1").run(lambda uow, _: NEW[row](uow))
        return
    name = next(name for name, entity in ENTITIES.items() if entity is row)
    found = await world.read(lambda uow, _: getattr(uow.everywhere, name).all())
    cycles = {cycle_of(each) for each in found}
    for change, cycle in product(CHANGES[row], sorted(cycles)):
        keys = [each.id for each in found if cycle_of(each) == cycle]
        await world.of(cycle).run(changed, name, keys, change)


def cycle_of(row: Any) -> str:
    """Its cycle, with which the id of a session begins."""
    if isinstance(row, Session):
        return row.id.partition(".")[0]
    return getattr(row, "cycle_id", "") or "p1c1"


def changed(
    uow: UnitOfWork, _moment: Moment, name: str, keys: Sequence[str], change: Change
) -> None:
    rows = getattr(uow.everywhere, name)
    for key in keys:
        rows.put(change(rows.need(key)))


def answered(uow: UnitOfWork) -> None:
    """In every session, one side has answered whether they wait for the other, and said that they
    have met; nothing is wanted by itself; everybody is to be forgotten, and has opened what has
    come together; the next cycle begins no more, and the directory refuses the daily look.
    """
    for session in uow.sessions.all():
        uow.facts.put(Fact(answer_key(session, "somebody"), "wait"))
        uow.facts.put(Fact(met_key(session, "somebody"), "met"))
    for tandem in uow.tandems.all():
        for what in SWITCHED_OFF:
            for each in (tandem.mentor_id, tandem.mentee_id):
                uow.facts.put(Fact(f"{what}{tandem.id}:{each}", "off"))
    for person in uow.people.all():
        uow.facts.put(Fact(f"erasing:{person.id}", f"{person.id} {NOW.isoformat()}"))
        uow.facts.put(Fact(f"{TOGETHER}{uow.cycle_id}:{person.id}", ""))
    uow.facts.delete(soon_key(uow.cycle_id))
    uow.facts.put(Fact(f"{REFUSED}{uow.cycle_id}", "20270201"))


def put(uow: UnitOfWork) -> None:
    """Somebody comes later to every session, somebody more is asked to every kick-off, and somebody
    reads that there is no tandem for them.
    """
    uow.postings.add(Posting("left", "left_over", "somebody", "somebody"))
    for session in uow.sessions.all():
        uow.postings.add(Posting(f"late:{session.id}", late_card.name, session.id, "somebody"))
    for kickoff in uow.kickoffs.all():
        uow.postings.add(Posting(f"seat:{kickoff.id}", "kickoff_seat", kickoff.id, "somebody"))


def paused(uow: UnitOfWork) -> None:
    """Everybody is away."""
    for person in uow.people.all():
        uow.absences.put(Absence(person.id, NOW, NOW.date() + timedelta(days=9)))


def polled(uow: UnitOfWork) -> None:
    """Another time is looked for, for every session; and what is asked already is asked no more."""
    for poll in uow.polls.all():
        uow.polls.put(replace(poll, state=PollState.CLOSED))
    for session in uow.sessions.all():
        uow.polls.put(
            Poll(f"new:{session.id}", session.tandem_id, session.id, Cause.ASKED, 60, NOW)
        )


def seated(uow: UnitOfWork) -> None:
    """Somebody takes a seat at every kick-off."""
    for kickoff in uow.kickoffs.all():
        uow.seats.put(Seat(f"{kickoff.id}:somebody", kickoff.id, "somebody", 0))


NEW: dict[type, Callable[[UnitOfWork], None]] = {
    Absence: paused,
    Fact: answered,
    Poll: polled,
    Posting: put,
    Seat: seated,
}


async def test_a_write_that_changes_nothing_makes_no_card_old(world: World) -> None:
    def again(uow: UnitOfWork, _moment: Moment) -> None:
        uow.tandems.put_all(uow.tandems.all())
        uow.pairs.put(Pair("p1:a:b", "a", "b", PairKind.PAST))

    before = await world.read(lambda uow, _: [each.wanted for each in uow.postings.all()])
    await world.of("p1c1").run(again)
    await catch_up(world)
    assert await world.read(lambda uow, _: [each.wanted for each in uow.postings.all()]) == before

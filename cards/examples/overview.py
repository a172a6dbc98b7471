"""Where the programme stands, and who is where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cards.examples.people import CYCLE, NOW, PROGRAMME
from mentoring.domain.cycle import CycleState
from mentoring.domain.invitation import Choice
from mentoring.domain.people import Role
from mentoring.domain.succession import Succession, SuccessionState
from mentoring.notices import Notice
from mentoring.usecases.programme.finding_people import (
    EachNotice,
    PersonNotice,
    SeveralNotice,
    UnaskedNotice,
)
from mentoring.usecases.programme.history import Done, HistoryNotice
from mentoring.usecases.programme.needs import Need
from mentoring.usecases.programme.next_step import Counted, NextStep, Step
from mentoring.usecases.programme.people_list import Listed, PeopleNotice
from mentoring.usecases.programme.status import StatusNotice
from mentoring.usecases.programme.successor import SuccessorNotice
from mentoring.usecases.programme.whereabouts import Whereabouts


def _done() -> tuple[Done, ...]:
    """Acts with each way back, and without one."""
    acts = ("intervention.confirm", "call.switch", "settings.save", "launch.confirm", "match")
    by = ("Otto Kurz", "Mia Sommer", "", "Mia Sommer", "Otto Kurz")
    numbers = (7, 0, 0, 0, 0)
    return tuple(
        Done(what, who, NOW, number) for what, who, number in zip(acts, by, numbers, strict=True)
    )


def overview() -> dict[str, Notice]:
    """Where the programme stands and who is where."""
    people = {
        Role.MENTEE: {Whereabouts.INVITED: 3, Whereabouts.IN_TANDEM: 2},
        Role.MENTOR: {Whereabouts.DONE: 4, Whereabouts.OFFERED: 1, Whereabouts.WAITING: 1},
    }
    nobody = Counted({Role.MENTEE: {}, Role.MENTOR: {}})
    enrolling = StatusNotice(
        PROGRAMME.name,
        replace(CYCLE, state=CycleState.ENROLLING),
        Counted(people),
        NextStep(Step.ENROL, 3, date(2026, 12, 1)),
        date(2026, 12, 1),
        enrolment_open=True,
        needs=(
            Need("alone", 1, is_shown=False),
            Need("sponsor", 1, is_shown=False),
            Need("successor", 1),
            Need("found", 2),
            Need("troubled", 1),
            Need("unwatched", 1),
            Need("unreachable", 4),
        ),
        left_out=1,
        sites={"": 1, "Werk Süd, DE": 3},
    )
    offered = Counted(people, 2, NOW, 3, closed=1)
    preparing: StatusNotice = replace(
        enrolling,
        cycle=replace(CYCLE, state=CycleState.PREPARING),
        figures=nobody,
        next=NextStep(Step.INVITE),
        enrolment_end=None,
        needs=(),
        sites={},
        left_out=0,
    )
    found: dict[str, Notice] = {
        "status": enrolling,
        "status-offers": replace(enrolling, figures=offered, needs=(), sites={}, left_out=0),
        "status-nobody": preparing,
        "status-over": replace(
            enrolling,
            cycle=CYCLE,
            figures=replace(nobody, closed=5),
            needs=(),
            sites={},
            next=NextStep(Step.NEW_CYCLE),
        ),
    }
    for step in Step:
        day = NOW if step in {Step.OFFERS, Step.SESSIONS} else None
        found[f"status-next-{step}"] = replace(preparing, next=NextStep(step, 5, day))
    return {**found, **_people(), **_successors()}


def _successors() -> dict[str, Notice]:
    """Who is to become an owner, from the choice to the membership."""
    choices = (
        Choice("p1", "Eva Costa", "Finance · Berlin · eva.costa@firma.example"),
        Choice("p2", "Eva Berg", "eva.berg@firma.example"),
    )
    state = SuccessionState
    named = Succession("s1", "o1", NOW, state.PREVIEW, "p1", "Eva Costa")
    unclear = replace(named, state=state.CHOOSING, person_id="", name="", choices=choices)
    found = {
        f"successor-{each}": SuccessorNotice(replace(named, state=each), "Ole Berg")
        for each in state
        if each is not state.CHOOSING
    }
    old = SuccessorNotice(named, "Ole Berg", is_old=True)
    return {**found, "successor-old": old, "successor-choosing": SuccessorNotice(unclear, "Ole")}


def _people() -> dict[str, Notice]:
    eva = Listed("Eva Costa", {Role.MENTEE: Whereabouts.INVITED})
    jan = Listed("Jan Kurz", dict.fromkeys((Role.MENTOR,), Whereabouts.UNREACHABLE), "blocked")
    both = {Role.MENTEE: Whereabouts.DONE, Role.MENTOR: Whereabouts.IN_TANDEM}
    tom = Listed("Frei, Dr. Tom", both)
    ute = Listed("Ute Still", {Role.MENTOR: Whereabouts.APPLIED})
    kai = Listed("Kai Wolf", {Role.MENTOR: Whereabouts.DONE}, uninvited=frozenset({Role.MENTOR}))
    totals = {Whereabouts.INVITED: 40, Whereabouts.DONE: 1, Whereabouts.UNREACHABLE: 1}
    found: dict[str, Notice] = {
        "people": PeopleNotice(people=(eva, tom, jan), many=42, totals=totals, page=1),
        "people-one-state": PeopleNotice(
            people=(jan,), many=1, totals=totals, chosen=Whereabouts.UNREACHABLE, private=False
        ),
        "people-uninvited": PeopleNotice(people=(kai, ute), many=2, totals=totals),
        "people-none": PeopleNotice(people=(), many=0),
        "history": HistoryNotice(_done(), 42, page=1),
        "history-channel": HistoryNotice(_done()[:1], 1, private=False),
        "history-none": HistoryNotice((), 0),
        "find-uninvited": PersonNotice(kai),
        "find-both": PersonNotice(tom, ((7, "Eva Costa"), (12, ""))),
        "find-several": SeveralNotice("Eva", (("Eva Costa", "Finance · eva@x.example"),), True),
        "find-unasked": UnaskedNotice("Mia", "Mia Berg"),
        "find-nobody": UnaskedNotice("Mia"),
    }
    eva = replace(eva, roles={Role.MENTEE: Whereabouts.DONE})
    found["find-resting"] = PersonNotice(eva, rests=(Role.MENTEE,))
    found["find-over"] = PersonNotice(eva, is_over=True)
    for state in (Whereabouts.INVITED, Whereabouts.BEGUN):
        late = Listed("Eva Costa", {Role.MENTEE: state})
        found[f"find-{state}-late"] = PersonNotice(late, may_enrol=False)
    for state in Whereabouts:
        away = "blocked" if state is Whereabouts.UNREACHABLE else ""
        one = Listed("Eva Costa", {Role.MENTEE: state}, away)
        until = date(2026, 12, 1) if state is Whereabouts.OFFERED else None
        found[f"find-{state}"] = PersonNotice(one, (), until)
    unsaid = Listed("Eva Costa", {Role.MENTEE: Whereabouts.UNREACHABLE})
    found["find-each"] = EachNotice(
        (PersonNotice(tom), found["find-several"], UnaskedNotice("Mia", "Mia Berg")), True
    )
    return {**found, "find-unreachable-unsaid": PersonNotice(unsaid)}

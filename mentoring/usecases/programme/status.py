"""How the programme stands, as owners may see it: counts and states, never an answer, never who
declined.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from mentoring.domain.cycle import Cycle
from mentoring.domain.enrolment import OPEN, EnrolmentState, seen
from mentoring.domain.people import Person, Role
from mentoring.domain.site import Site, site_of
from mentoring.domain.tandem import SEEMINGLY_OPEN, TOGETHER, TandemState
from mentoring.notices import Notice
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.own_tandem import Readers
from mentoring.usecases.programme.period import clock_of, enrolment_open

ORDER = ("invited", "begun", "done", "offered", "waiting", "in_tandem", "unreachable")


@dataclass(frozen=True)
class StatusNotice(Notice):
    """People by role and state (``counts``), their names by state, the enrolment's end, tandems and
    open offers.

    ``cycle`` is the cycle of the programme that this is about, ``left_out`` counts the owners who
    take part themselves and read along; ``causes`` says of people whom nothing reaches, by name,
    why (a code). ``sites`` are the places of which nobody knows the public holidays, as the
    directory spells them (empty where it tells none), with how many take part there.
    """

    programme: str
    cycle: Cycle
    counts: Mapping[Role, Mapping[str, int]]
    people: Mapping[str, tuple[str, ...]]
    enrolment_end: date | None
    enrolment_open: bool
    offers_open: int
    offers_until: datetime | None
    accepted: int
    launched: int
    closed: int
    left_out: int = 0
    causes: Mapping[str, str] = field(default_factory=dict)
    sites: Mapping[str, int] = field(default_factory=dict)


def status(uow: UnitOfWork, moment: Moment, readers: Readers = frozenset()) -> StatusNotice:
    """The programme's state for its owners.

    Those who read it are neither named nor counted: how far they are would tell of their tandem.
    """
    counts: dict[Role, Counter[str]] = {Role.MENTEE: Counter(), Role.MENTOR: Counter()}
    people: dict[str, list[str]] = {}
    known = _known(uow)
    state_of = _states(uow, moment)
    causes: dict[str, str] = {}
    sites: dict[str, set[str]] = {}
    everybody = _enrolled(uow)
    for person_id, role, enrolled in everybody:
        if person_id in readers:
            continue
        state = state_of(person_id, str(seen(EnrolmentState(enrolled))))
        person = known.get(person_id)
        name = person.profile.name if person else ""
        if person and (person.is_shut_out or state == EnrolmentState.UNREACHABLE):
            state = str(EnrolmentState.UNREACHABLE)
            causes[name] = person.profile.hindrance
        if person and enrolled == EnrolmentState.DONE and not _site_of(person, moment).is_known:
            sites.setdefault(_spelt(person), set()).add(person_id)
        counts[Role(role)][state] += 1
        people.setdefault(state, []).append(name)
    ends = [end for (end,) in uow.tandems.columns("round_ends_at", **SEEMINGLY_OPEN)]
    return StatusNotice(
        programme=moment.programme.name,
        cycle=moment.cycle,
        counts=counts,
        people={state: tuple(sorted(people[state])) for state in ORDER if state in people},
        enrolment_end=moment.cycle.enrolment_end,
        enrolment_open=enrolment_open(moment, clock_of(uow, min(readers, default=""))),
        offers_open=len(ends),
        offers_until=max(ends, default=None),
        accepted=uow.tandems.count(state=TandemState.ACCEPTED),
        launched=uow.tandems.count(state=TandemState.LAUNCHED),
        closed=uow.tandems.count(state=TandemState.CLOSED),
        left_out=len({person_id for person_id, *_ in everybody} & readers),
        causes=causes,
        sites={site: len(sites[site]) for site in sorted(sites)},
    )


def _site_of(person: Person, moment: Moment) -> Site:
    return site_of(person.profile, moment.programme.sessions)


def _spelt(person: Person) -> str:
    """How the directory spells where somebody works."""
    profile = person.profile
    return ", ".join(filter(None, (profile.state or profile.location, profile.country)))


def _enrolled(uow: UnitOfWork) -> list[tuple[str, str, str]]:
    """Person, role and state of each enrolment; somebody who has changed roles in this cycle is
    listed in the new one only.
    """
    rows = uow.enrolments.columns("person_id", "role", "state", "earlier")
    open_ones = {
        (person, earlier) for person, _, state, earlier in rows if earlier and state in OPEN
    }
    return [
        (person, role, state)
        for person, role, state, earlier in rows
        if state in OPEN or (person, earlier) not in open_ones
    ]


def _states(uow: UnitOfWork, moment: Moment) -> Callable[[str, str], str]:
    """What owners see of somebody, by their id and how far their enrolment is; after the cycle
    nobody waits.
    """
    together, offered, ever = (
        _people(uow, state=TOGETHER),
        _people(uow, **SEEMINGLY_OPEN),
        _people(uow),
    )
    resting = {person for (person,) in uow.enrolments.columns("person_id", rests=True)}

    def state_of(person_id: str, enrolled: str) -> str:
        if person_id in together:
            return "in_tandem"
        if person_id in offered:
            return "offered"
        rests = person_id in resting or moment.cycle.is_over
        waits = person_id in ever and enrolled == "done" and not rests
        return "waiting" if waits else enrolled

    return state_of


def _people(uow: UnitOfWork, **equals: object) -> set[str]:
    return {
        person
        for pair in uow.tandems.columns("mentor_id", "mentee_id", **equals)
        for person in pair
    }


def _known(uow: UnitOfWork) -> dict[str, Person]:
    asked = {person_id for (person_id,) in uow.enrolments.columns("person_id")}
    return {person.id: person for person in uow.people.all(id=asked)}

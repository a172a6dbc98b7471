"""How the programme stands, as owners may see it: counts and states, never an answer, never who declined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mentoring.domain.enrolment import seen
from mentoring.domain.people import Role
from mentoring.domain.tandem import TOGETHER, Tandem, TandemState, seems_open
from mentoring.notices import Notice
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.programme.period import enrolment_end, enrolment_open

ORDER = ("invited", "begun", "done", "offered", "waiting", "in_tandem", "unreachable")


@dataclass(frozen=True)
class StatusNotice(Notice):
    """People by role and state (``counts``), their names by state, the enrolment's end, tandems and open offers."""

    counts: Mapping[Role, Mapping[str, int]]
    people: Mapping[str, tuple[str, ...]]
    enrolment_end: date | None
    enrolment_open: bool
    offers_open: int
    offers_until: datetime | None
    accepted: int
    launched: int


def status(uow: UnitOfWork, moment: Moment) -> StatusNotice:
    """The programme's state for its owners."""
    now = moment.now
    return _status(uow, now)


def _status(uow: UnitOfWork, now: datetime) -> StatusNotice:
    tandems = uow.tandems.all()
    counts: dict[Role, Counter[str]] = {Role.MENTEE: Counter(), Role.MENTOR: Counter()}
    people: dict[str, list[str]] = {}
    names = {person.id: person.profile.name for person in uow.people.all()}
    own = _by_person(tandems)
    for enrolment in uow.enrolments.all():
        state = _state(own.get(enrolment.person_id, ()), str(seen(enrolment.state)), now)
        counts[enrolment.role][state] += 1
        people.setdefault(state, []).append(names.get(enrolment.person_id, ""))
    pending = [t for t in tandems if seems_open(t, now)]
    return StatusNotice(
        counts=counts,
        people={state: tuple(sorted(people[state])) for state in ORDER if state in people},
        enrolment_end=enrolment_end(uow),
        enrolment_open=enrolment_open(uow, now),
        offers_open=len(pending),
        offers_until=max((t.round_ends_at for t in pending), default=None),
        accepted=sum(t.state is TandemState.ACCEPTED for t in tandems),
        launched=sum(t.state is TandemState.LAUNCHED for t in tandems),
    )


def _by_person(tandems: Sequence[Tandem]) -> dict[str, list[Tandem]]:
    found: dict[str, list[Tandem]] = {}
    for tandem in tandems:
        for person_id in (tandem.mentor_id, tandem.mentee_id):
            found.setdefault(person_id, []).append(tandem)
    return found


def _state(own: Sequence[Tandem], enrolled: str, now: datetime) -> str:
    if any(t.state in TOGETHER for t in own):
        return "in_tandem"
    if any(seems_open(t, now) for t in own):
        return "offered"
    return "waiting" if own and enrolled == "done" else enrolled

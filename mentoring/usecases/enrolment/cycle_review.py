"""What a cycle has brought, in numbers: what owners look at before they begin the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.domain.enrolment import ADMITTED, ENROLLED, HANDED_IN, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.tandem import BEGAN, TOGETHER, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import NoneOf, Other, UnitOfWork, UpTo
from mentoring.usecases.common.own_tandem import Readers, none_of
from mentoring.usecases.common.undone import not_undone
from mentoring.usecases.enrolment.undecided import kept_waiting
from mentoring.usecases.programme.whereabouts import SEEMINGLY_BEGUN

TOOK_PART: Mapping[str, object] = {
    "state": (EnrolmentState.BEGUN, EnrolmentState.DONE),
    "application": ADMITTED,
}
"""The columns of whoever has begun, and was invited or accepted."""


@dataclass(frozen=True)
class Review:
    """How many were ``asked``, how many of them took part as ``mentees`` and ``mentors``, how many
    are ``waiting`` without a tandem; about how many applications nobody has decided
    (``undecided``), and how many wait for the company's clearance (``uncleared``);
    how many ``tandems`` began (one whose launch was taken back did not) and how many of these are
    ``running``.

    ``sessions`` have had their time so far, as ``_passed`` counts them (whether two met is theirs);
    None in groups too small to be counted.
    """

    asked: int = 0
    mentees: int = 0
    mentors: int = 0
    waiting: int = 0
    tandems: int = 0
    running: int = 0
    sessions: int | None = None
    undecided: int = 0
    uncleared: int = 0


def review(uow: UnitOfWork, moment: Moment, readers: Readers) -> Review:
    """The cycle for which the unit works, as it stands now; whoever reads it is not counted, nor
    are their tandems, as in the overview: otherwise what it leaves out could be subtracted.
    """
    others: dict[str, object] = {"person_id": NoneOf(readers)}
    chosen: dict[str, object] = {**BEGAN, **not_undone(uow), **none_of(readers)}
    began = uow.tandems.count(**chosen)
    passed: int | None = None
    if began >= moment.programme.smallest_group:
        passed = _passed(uow, moment, chosen)
    return Review(
        asked=uow.enrolments.count(application=ADMITTED, **others),
        mentees=_begun(uow, Role.MENTEE, others),
        mentors=_begun(uow, Role.MENTOR, others),
        waiting=_waiting(uow, others),
        tandems=began,
        running=uow.tandems.count(**{**chosen, "state": TandemState.LAUNCHED}),
        sessions=passed,
        undecided=uow.enrolments.count(**HANDED_IN, **others),
        uncleared=sum(each.person_id not in readers for each in kept_waiting(uow)),
    )


def _begun(uow: UnitOfWork, role: Role, others: Mapping[str, object]) -> int:
    """How many have taken part in this role, as owners have seen them."""
    seemingly = ({"state": EnrolmentState.DONE}, *SEEMINGLY_BEGUN)
    own = {"application": ADMITTED, "role": role, **others}
    return sum(uow.enrolments.count(**each, **own) for each in seemingly)


def _passed(uow: UnitOfWork, moment: Moment, chosen: Mapping[str, object]) -> int:
    """The sessions in calendars whose time has passed, and those of which two who keep their own
    dates have said that they met; these only of so many tandems that none can be told apart.
    """
    past: dict[str, object] = {
        "tandem_id": uow.tandems.those(**chosen),
        "start": UpTo(moment.now),
    }
    told = uow.sessions.count_by("tandem_id", **past, state="by_hand")
    enough = len(told) >= moment.programme.smallest_group
    booked = uow.sessions.count(**past, state=Other("by_hand"))
    return booked + (sum(told.values()) if enough else 0)


def _waiting(uow: UnitOfWork, others: Mapping[str, object]) -> int:
    """Those who are done and have had no tandem in this cycle, in that role."""
    had = [
        *uow.tandems.columns("mentor_id", "mentee_id", state=TOGETHER, **not_undone(uow)),
        *uow.tandems.columns("mentor_id", "mentee_id", **BEGAN, **not_undone(uow)),
    ]
    mentors, mentees = {mentor for mentor, _ in had}, {mentee for _, mentee in had}
    done = uow.enrolments.columns("person_id", "role", **ENROLLED, **others)
    return sum(person not in (mentors if role == Role.MENTOR else mentees) for person, role in done)

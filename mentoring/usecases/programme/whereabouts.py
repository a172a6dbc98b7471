"""Where people stand, as their programme's owners may see it: nobody's answer, and never who said
no.

Each state is chosen by the database: what is counted is counted there, what is listed is one page.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import cached_property

from mentoring.domain.enrolment import COMES_BACK, KEEPS, OPEN, Application, EnrolmentState
from mentoring.domain.people import BY_DIRECTORY, Role
from mentoring.domain.tandem import SEEMINGLY_OPEN, TOGETHER, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import (
    Above,
    Among,
    Cases,
    Meeting,
    NoneOf,
    Other,
    Those,
    UnitOfWork,
    UpTo,
)
from mentoring.usecases.common.own_tandem import Readers, none_of


class Whereabouts(StrEnum):
    """Where somebody stands; the one that counts first, in this order, is theirs.

    A *not now* looks like an open invitation, a withdrawal like a questionnaire that is begun, an
    offer that was not taken up like one that is open, until its round is over. Whoever came by
    themselves stands nowhere before they have begun: nobody has asked them.
    """

    UNREACHABLE = "unreachable"
    PAUSED = "paused"
    IN_TANDEM = "in_tandem"
    OFFERED = "offered"
    APPLIED = "applied"
    WAITING = "waiting"
    DONE = "done"
    BEGUN = "begun"
    INVITED = "invited"


Chosen = Mapping[str, object]
SEEMINGLY_BEGUN: tuple[Chosen, ...] = (
    {"state": (EnrolmentState.BEGUN, EnrolmentState.WITHDRAWN)},
    {"state": EnrolmentState.INVITED, "position": COMES_BACK},
)
"""The columns of an enrolment that is begun, as owners may see it."""
UNBEGUN: Chosen = {
    "state": NoneOf({*KEEPS, EnrolmentState.WITHDRAWN}),
    "position": Other(COMES_BACK),
}
"""The columns of an enrolment that was never begun."""
SIDES = {Role.MENTOR: ("mentor_id", "mentee_id"), Role.MENTEE: ("mentee_id", "mentor_id")}
"""The column of a role in a tandem, and that of the other one."""
Counts = Mapping[Role, Mapping[Whereabouts, int]]
JOURNEY = (
    Whereabouts.INVITED,
    Whereabouts.BEGUN,
    Whereabouts.APPLIED,
    Whereabouts.DONE,
    Whereabouts.OFFERED,
    Whereabouts.WAITING,
    Whereabouts.IN_TANDEM,
    Whereabouts.PAUSED,
    Whereabouts.UNREACHABLE,
)
"""The order in which somebody comes through them."""


@dataclass(frozen=True)
class Standing:
    """Where each enrolment stands; ``only``: of these people alone.

    ``readers`` stand nowhere: how far they are would tell of their tandem. The other one of an
    offer with a reader stands where they would without it, before and after its end: so a reader
    learns nothing of it before it comes to them, nor that it has come to nothing. Whose tandem with
    a reader has ended never waits: the reader would learn whether they want another partner.
    """

    uow: UnitOfWork
    moment: Moment
    readers: Readers = frozenset()
    only: tuple[str, ...] | None = None

    def counts(self) -> Counts:
        """How many of each role stand where; a state without anybody is left out."""
        found: dict[Role, dict[Whereabouts, int]] = {Role.MENTEE: {}, Role.MENTOR: {}}
        for role, number, many in self.uow.enrolments.tally("role", self._cases, **self._theirs):
            if state := self._states[number]:
                of_role = found[Role(role)]
                of_role[state] = of_role.get(state, 0) + many
        return found

    def count(self, state: Whereabouts) -> int:
        """How many enrolments stand there."""
        return self.uow.enrolments.count(id=self._meeting([state]), **self._theirs)

    def in_both(self, states: Collection[Whereabouts] = JOURNEY) -> int:
        """How many people stand there in both roles, so that two enrolments are one person."""
        where = {"id": self._meeting(states), **self._theirs}
        mentors = self.uow.enrolments.those("person_id", **where, role=Role.MENTOR)
        return self.uow.enrolments.count(**{**where, "role": Role.MENTEE, "person_id": mentors})

    def everybody(self, states: Collection[Whereabouts] = JOURNEY) -> Those:
        """The ids of the people who stand there, as a value for a column."""
        where = {"id": self._meeting(states), **self._theirs}
        return self.uow.enrolments.those("person_id", **where)

    def by_person(self) -> Mapping[str, Mapping[Role, Whereabouts]]:
        """Where each stands, in each role that they have."""
        found: dict[str, dict[Role, Whereabouts]] = {}
        rows = self.uow.enrolments.columns("person_id", "role", self._cases, **self._theirs)
        for person, role, number in rows:
            if state := self._states[number]:
                found.setdefault(person, {})[Role(role)] = state
        return found

    def _meeting(self, states: Collection[Whereabouts]) -> Meeting:
        numbers = [number for number, each in enumerate(self._states) if each in states]
        return Meeting(self._cases, numbers)

    @property
    def _theirs(self) -> dict[str, object]:
        return {} if self.only is None else {"person_id": self.only}

    @property
    def _states(self) -> tuple[Whereabouts | None, ...]:
        """What each case means; None: it is not counted."""
        return (*(state for state, _ in self._rules), Whereabouts.INVITED)

    @property
    def _cases(self) -> Cases:
        return Cases(tuple(condition for _, condition in self._rules))

    @cached_property
    def _rules(self) -> tuple[tuple[Whereabouts | None, Chosen], ...]:
        """The conditions of an enrolment, the first of which counts."""
        uow, done = self.uow, EnrolmentState.DONE
        waits = () if self.moment.cycle.is_over else (done,)
        others, lost = none_of(self.readers), EnrolmentState.UNREACHABLE
        together: dict[str, object] = {"state": tuple(TOGETHER)}
        waiting: dict[str, object] = {"state": waits, "rests": False}
        return (
            (None, {"person_id": tuple(self.readers)}),
            (None, {"id": self._replaced()}),
            (None, {"application": Application.OPEN, **UNBEGUN}),
            (Whereabouts.UNREACHABLE, {"person_id": self._shut_out()}),
            (Whereabouts.PAUSED, {"person_id": self._paused()}),
            *_of_role(uow, Whereabouts.IN_TANDEM, {}, together),
            *_of_role(uow, Whereabouts.OFFERED, {}, {**SEEMINGLY_OPEN, **others}),
            (Whereabouts.APPLIED, {"application": Application.OPEN, "state": done}),
            *self._waiting(waiting),
            (Whereabouts.DONE, {"state": done}),
            *((Whereabouts.BEGUN, each) for each in SEEMINGLY_BEGUN),
            (Whereabouts.UNREACHABLE, {"state": lost}),
        )

    def _waiting(self, chosen: Chosen) -> list[tuple[Whereabouts, Chosen]]:
        """The conditions of whoever waits after a tandem, or an offer, without a reader."""
        rows, mine = self.uow.tandems, none_of(self.readers)
        found = list[tuple[Whereabouts, Chosen]]()
        for role, (side, other) in SIDES.items():
            ended = {other: tuple(self.readers), "state": TandemState.CLOSED}
            there = Among((rows.those(side, **mine),), (rows.those(side, **ended),))
            found.append((Whereabouts.WAITING, {**chosen, "role": role, "person_id": there}))
        return found

    def _replaced(self) -> Those:
        """The enrolments of whoever takes part in another role than last time: what they were asked
        first no longer counts.
        """
        rows = self.uow.enrolments
        taken_up = rows.those("earlier", state=tuple(OPEN), earlier=Other(""))
        return rows.those(state=NoneOf(OPEN), earlier=taken_up)

    def _shut_out(self) -> Those:
        """Whom nothing reaches in Teams."""
        met_there = {"profile.hindrance": NoneOf({"", *BY_DIRECTORY})}
        theirs = self.uow.enrolments.those("person_id", **self._theirs)
        return self.uow.people.those(id=theirs, **met_there)

    def _paused(self) -> Those:
        now = self.moment.now
        return self.uow.absences.those(since=UpTo(now), until=Above(now.date() - timedelta(days=1)))


def _of_role(
    uow: UnitOfWork, state: Whereabouts, chosen: Chosen, tandems: Chosen
) -> list[tuple[Whereabouts, Chosen]]:
    """The conditions of whoever is in one of these tandems, in the role of the enrolment."""
    return [
        (state, {**chosen, "role": role, "person_id": uow.tandems.those(side, **tandems)})
        for role, (side, _) in SIDES.items()
    ]

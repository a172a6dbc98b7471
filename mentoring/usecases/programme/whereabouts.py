"""Where people stand, as their programme's owners may see it: nobody's answer, and never who said
no.

Each state is chosen by the database: what is counted is counted there, what is listed is one page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import cached_property

from mentoring.domain.enrolment import OPEN, EnrolmentState
from mentoring.domain.people import BY_DIRECTORY, Role
from mentoring.domain.tandem import SEEMINGLY_OPEN, TOGETHER
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, Among, NoneOf, Other, Those, UnitOfWork, UpTo
from mentoring.usecases.common.own_tandem import Readers

SAID_NO = (EnrolmentState.DECLINED, EnrolmentState.WITHDRAWN)


class Whereabouts(StrEnum):
    """Where somebody stands; the one that counts first, in this order, is theirs.

    A *not now* and a withdrawal look like an open invitation, an offer that was not taken up like
    one that is open, until its round is over.
    """

    UNREACHABLE = "unreachable"
    PAUSED = "paused"
    IN_TANDEM = "in_tandem"
    OFFERED = "offered"
    WAITING = "waiting"
    DONE = "done"
    BEGUN = "begun"
    INVITED = "invited"


Chosen = Mapping[str, object]
Counts = Mapping[Role, Mapping[Whereabouts, int]]
JOURNEY = (
    Whereabouts.INVITED,
    Whereabouts.BEGUN,
    Whereabouts.DONE,
    Whereabouts.OFFERED,
    Whereabouts.WAITING,
    Whereabouts.IN_TANDEM,
    Whereabouts.PAUSED,
    Whereabouts.UNREACHABLE,
)
"""The order in which somebody comes through them."""


@dataclass(frozen=True)
class _Groups:
    """The people of whom something else counts before their enrolment, by what it is."""

    shut_out: tuple[Those, ...]
    paused: tuple[Those, ...]
    together: tuple[Those, ...]
    offered: tuple[Those, ...]
    ever: tuple[Those, ...]


@dataclass(frozen=True)
class Standing:
    """The enrolments of each state, as conditions of which no two choose the same row.

    ``readers`` are in none of them: how far they are would tell of their tandem. ``only``: of these
    people alone.
    """

    uow: UnitOfWork
    moment: Moment
    readers: Readers = frozenset()
    only: tuple[str, ...] | None = None

    def of(self, state: Whereabouts) -> tuple[Chosen, ...]:
        """The conditions for those who stand there."""
        return self._each[state]

    @cached_property
    def _each(self) -> Mapping[Whereabouts, tuple[Chosen, ...]]:
        groups, lost = self._groups, self._enrolled(EnrolmentState.UNREACHABLE)
        first, second = groups.shut_out, groups.shut_out + groups.paused
        return {
            Whereabouts.UNREACHABLE: (self._where(groups.shut_out, ()), lost),
            Whereabouts.PAUSED: (self._where(groups.paused, first),),
            Whereabouts.IN_TANDEM: (self._where(groups.together, second),),
            Whereabouts.OFFERED: (self._where(groups.offered, second + groups.together),),
            Whereabouts.WAITING: self._waiting(rests=False),
            Whereabouts.DONE: self._done(),
            Whereabouts.BEGUN: (self._enrolled(EnrolmentState.BEGUN),),
            Whereabouts.INVITED: (self._enrolled(EnrolmentState.INVITED, *SAID_NO),),
        }

    def counts(self) -> Counts:
        """How many of each role stand where; a state without anybody is left out."""
        found: dict[Role, dict[Whereabouts, int]] = {Role.MENTEE: {}, Role.MENTOR: {}}
        for state in JOURNEY:
            for chosen in self.of(state):
                for role, many in self.uow.enrolments.count_by("role", **chosen).items():
                    of_role = found[Role(role)]
                    of_role[state] = of_role.get(state, 0) + many
        return found

    def everybody(self, states: Iterable[Whereabouts] = JOURNEY) -> Among:
        """The ids of the people who stand there, as a value for a column."""
        every = (chosen for state in states for chosen in self.of(state))
        return Among(tuple(self.uow.enrolments.those("person_id", **each) for each in every))

    def by_person(self) -> Mapping[str, Mapping[Role, Whereabouts]]:
        """Where each stands, in each role that they have."""
        found: dict[str, dict[Role, Whereabouts]] = {}
        for state in JOURNEY:
            for chosen in self.of(state):
                for person, role in self.uow.enrolments.columns("person_id", "role", **chosen):
                    found.setdefault(person, {})[Role(role)] = state
        return found

    def _where(self, those: tuple[Those, ...], others: tuple[Those, ...], **more: object) -> Chosen:
        return {"id": self._rows, "person_id": Among(those, others, self.readers), **more}

    def _enrolled(self, *states: EnrolmentState) -> Chosen:
        """Those of whom nothing else counts but their enrolment."""
        return self._where((), self._settled, state=states)

    def _waiting(self, *, rests: bool) -> tuple[Chosen, ...]:
        """Those who have had an offer or a tandem; after the cycle nobody waits."""
        done = () if self.moment.cycle.is_over else (EnrolmentState.DONE,)
        return (self._where(self._groups.ever, self._settled, state=done, rests=rests),)

    def _done(self) -> tuple[Chosen, ...]:
        if self.moment.cycle.is_over:
            return (self._enrolled(EnrolmentState.DONE),)
        new = self._where((), self._settled + self._groups.ever, state=EnrolmentState.DONE)
        return new, *self._waiting(rests=True)

    @property
    def _settled(self) -> tuple[Those, ...]:
        groups = self._groups
        return groups.shut_out + groups.paused + groups.together + groups.offered

    @cached_property
    def _rows(self) -> Among:
        """All enrolments but those of whoever takes part in another role than last time: what they
        were asked first no longer counts.
        """
        rows = self.uow.enrolments
        taken_up = rows.those("earlier", state=tuple(OPEN), earlier=Other(""))
        replaced = rows.those(state=NoneOf(OPEN), earlier=taken_up)
        only = () if self.only is None else (rows.those(person_id=self.only),)
        return Among(only, (replaced,))

    @cached_property
    def _groups(self) -> _Groups:
        uow, now = self.uow, self.moment.now
        met_in_teams = {"profile.hindrance": NoneOf({"", *BY_DIRECTORY})}
        still = {"since": UpTo(now), "until": Above(now.date() - timedelta(days=1))}
        return _Groups(
            shut_out=(uow.people.those(id=self._theirs, **met_in_teams),),
            paused=(uow.absences.those(id=self._theirs, **still),),
            together=_both(uow, state=tuple(TOGETHER)),
            offered=_both(uow, **SEEMINGLY_OPEN),
            ever=_both(uow),
        )

    @property
    def _theirs(self) -> Those:
        only = {} if self.only is None else {"person_id": self.only}
        return self.uow.enrolments.those("person_id", **only)


def _both(uow: UnitOfWork, **equals: object) -> tuple[Those, ...]:
    return tuple(uow.tandems.those(side, **equals) for side in ("mentor_id", "mentee_id"))

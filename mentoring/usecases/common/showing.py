"""Which cards a changed row makes old: each view says it once, so that code that writes need not
remember them.

Beside a view stands one function with ``@depends(the_view, Row, …)`` from a changed row to the
subjects in whose cards it shows. Once a unit has decided, ``settle`` finds all cards that it has
made old. What only time changes sets a timer, whose rule says ``time_has_come``.
"""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.people import Person
from mentoring.domain.posting import Change
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, seems_open
from mentoring.notices import View, kinds_for_owners
from mentoring.ports.rows import Altered, Those, UnitOfWork
from mentoring.usecases.common.people import tandems_with


@dataclass(frozen=True)
class Asked:
    """Subjects that ``find`` reads for ``key``: once, however many views are about them."""

    find: Callable[[UnitOfWork, str], Sequence[str]]
    key: str


@dataclass(frozen=True)
class OwnCards:
    """The cards of one person about these subjects: the other one sees nothing of the change, and
    an edit of theirs would tell when it was made.
    """

    person_id: str
    subjects: tuple[str, ...] | Asked


Subjects: TypeAlias = Iterable[str] | Those | Asked | OwnCards
Find = Callable[[UnitOfWork, Altered], Subjects]
EVERY = ""
"""Instead of a subject: all cards of a shared view in the cycle."""


@dataclass(frozen=True)
class Dependency:
    """A view, and the subjects whose cards a row of some kinds shows in."""

    view: View[Any]
    find: Find


DEPENDENCIES: dict[type, list[Dependency]] = defaultdict(list)


def depends(view: View[Any], *rows: type) -> Callable[[Find], Find]:
    """Register in which subjects' cards of the view a changed row of these kinds shows.

    For a shared view the function must tell the subjects from the row alone, so that nobody's unit
    reads what belongs to all.
    """

    def register(find: Find) -> Find:
        for row in rows:
            if any(each.view.name == view.name for each in DEPENDENCIES[row]):
                raise ValueError(f"{view.name} depends on {row.__name__} twice: keep one function")
            DEPENDENCIES[row].append(Dependency(view, find))
        return find

    return register


StillOpen = Callable[[UnitOfWork], Mapping[str, object]]
STILL_OPEN: dict[str, StillOpen] = {}


def still_open(view: View[Any]) -> Callable[[StillOpen], StillOpen]:
    """Register which postings of a shared view still change when something changes for all
    (``EVERY``): a preview that was discarded, or a receipt, says what it says. The function gives
    conditions of a posting, such as ``{"subject_id": uow.invites.those(state=…)}``.
    """

    def register(find: StillOpen) -> StillOpen:
        if view.name in STILL_OPEN:
            raise ValueError(f"{view.name} says twice which of its cards are open: keep one")
        STILL_OPEN[view.name] = find
        return find

    return register


def settle(uow: UnitOfWork) -> None:
    """Mark as old the cards that show anything the unit has changed until now; shared cards become
    old only when ``catch_up`` runs.
    """
    shared = [Change(secrets.token_hex(16), *each) for each in settle_shared(uow)]
    if shared:
        uow.changes.add_all(shared)


def settle_shared(uow: UnitOfWork) -> Sequence[tuple[str, str]]:
    """The same for ``catch_up``, which is told the shared cards that are old, each as kind and
    subject id.
    """
    old = _Old(uow)
    for view, subjects in _made_old(uow):
        old.take(view, subjects)
    old.mark()
    return [(name, each) for name in sorted(old.shared) for each in sorted(old.shared[name])]


class _Old:
    """The cards that a unit has made old. Many views show the same, and one question to the
    database serves them all.
    """

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._named: dict[str, set[str]] = defaultdict(set)
        self._those: dict[Those, set[str]] = defaultdict(set)
        self._own: dict[OwnCards, set[str]] = defaultdict(set)
        self._answers: dict[Asked, Collection[str]] = {}
        self.shared: dict[str, set[str]] = defaultdict(set)

    def take(self, view: View[Any], subjects: Subjects) -> None:
        """The view's cards about these subjects are old."""
        if isinstance(subjects, OwnCards):
            self._own[subjects].add(_own_kind(view))
        elif isinstance(subjects, Those):
            self._those[subjects].add(_own_kind(view))
        else:
            old = self.shared if view.shared else self._named
            old[view.name].update(self._found(subjects))

    def mark(self) -> None:
        """Mark those that are no shared ones."""
        self._uow.outdate_those(self._those)
        for own, kinds in self._own.items():
            if about := sorted(self._found(own.subjects)):
                self._uow.outdate(kind=sorted(kinds), person_id=own.person_id, subject_id=about)
        self._uow.outdate_all(self._named)

    def _found(self, subjects: Iterable[str] | Asked) -> Iterable[str]:
        if not isinstance(subjects, Asked):
            return subjects
        if subjects not in self._answers:
            self._answers[subjects] = subjects.find(self._uow, subjects.key)
        return self._answers[subjects]


def all_tandems_of(person_id: str) -> Asked:
    """The cards about each tandem that the person is in, in all programmes."""
    return Asked(tandems_with, person_id)


def cards_of(person_id: str) -> OwnCards:
    """The person's own cards about each tandem that they are in."""
    return OwnCards(person_id, all_tandems_of(person_id))


def _own_kind(view: View[Any]) -> str:
    if view.shared:
        raise TypeError(f"{view.name} is shared: tell its subjects by the changed row alone")
    return view.name


def _made_old(uow: UnitOfWork) -> Iterator[tuple[View[Any], Subjects]]:
    for change in uow.altered():
        if isinstance(change.row, Person) and change.alters("language"):
            uow.outdate(person_id=change.row.id)
        for each in DEPENDENCIES.get(type(change.row), ()):
            yield each.view, each.find(uow, change)


def time_has_come(uow: UnitOfWork, view: View[Any], subjects: str | Those) -> None:
    """Only time has changed what these cards show; called by the rule of the timer that was set for
    that.
    """
    uow.outdate(kind=view.name, subject_id=subjects)


def reader_is_back(uow: UnitOfWork, person_id: str) -> None:
    """Nothing could be written into the person's chat for a while: what stands there may have
    missed changes.
    """
    uow.everywhere.outdate(person_id=person_id)


def reads_otherwise(uow: UnitOfWork, person_id: str) -> None:
    """Something is not the person's to read any more, or again: all their cards are shown anew."""
    uow.everywhere.outdate(person_id=person_id)


def is_recorded_no_more(uow: UnitOfWork) -> None:
    """The people have gone out of all records of the cycle: each of its cards shows what is
    left.
    """
    uow.outdate(cycle_id=uow.cycle_id)


def owners_read_otherwise(uow: UnitOfWork, cycles: Collection[str]) -> None:
    """Somebody is not named any more in these cycles: owners' cards are shown anew, those too that
    are over.
    """
    uow.everywhere.outdate(kind=kinds_for_owners(), cycle_id=sorted(cycles))


WHEN_DONE = frozenset({"clearance", "rests"})
"""What owners read of an enrolment only while it is handed in."""


def seen_otherwise(change: Altered, *fields: str) -> bool:
    """Whether owners may see an enrolment or a tandem where it was not before, or one of these
    other fields has changed.

    An edit that changes nothing bears its time all the same: it would tell when somebody has
    declined, or left what they had begun: whatever is handed in alone is no news of it either.
    """
    if change.alters(*(each for each in fields if _is_told(change, each))):
        return True
    return _as_seen(change.before) != _as_seen(change.after) or _replaces(change.row)


def _is_told(change: Altered, field: str) -> bool:
    """Whether owners read this field of the row; some only once a questionnaire is handed in."""
    states = [each.state for each in (change.before, change.after) if isinstance(each, Enrolment)]
    begun_at_most = bool(states) and EnrolmentState.DONE not in states
    return not (begun_at_most and field in WHEN_DONE)


def _as_seen(row: Enrolment | Tandem) -> object:
    if isinstance(row, Enrolment):
        return row.as_seen
    return "open" if seems_open(row) else (row.state, row.told_left_over)


def _replaces(row: Enrolment | Tandem) -> bool:
    """Whether it is seen in place of another one, while it is open."""
    return isinstance(row, Enrolment) and bool(row.earlier)


def stands_otherwise(change: Altered, *fields: str) -> bool:
    """Whether one of these fields of a session has changed, or it counts as missed where it did
    not.

    That two have met shows nowhere: once a session is over, it counts as held until one of them
    says that it was not.
    """
    return change.alters(*fields) or _is_missed(change.before) != _is_missed(change.after)


def _is_missed(session: Session) -> bool:
    return session.outcome == "missed"


FOR_OTHERS = ("about", "wishes", "topics", "skills", "purpose", "when")
"""The steps of which others read something; not the confidential one, what somebody thinks of
themselves, or what they have begun to type.
"""


def edited(change: Altered, *steps: str) -> bool:
    """Whether somebody has changed what they had handed in, in one of these steps (none: of those
    of which others read something).
    """
    before, after = change.before, change.after
    if before is None or after is None or after.state is not EnrolmentState.DONE:
        return False
    asked = steps or FOR_OTHERS
    return any(getattr(before.answers, it) != getattr(after.answers, it) for it in asked)

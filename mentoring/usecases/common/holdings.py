"""What is held about people: what for, until when, and who sees it.

A room says so in its ``held.py``. A function ``(uow, person_id)`` with ``@holds(Entity, Part(…),
…)`` finds the rows that are about a person, and its parts name each field: a column of the row, or
a field nested in one (``answers.about.about_me``). ``@names_people(Entity, "field", …)`` stands
over a function that finds rows of others in which these fields name the person. Whoever shows
people what they gave, erases it or writes it down for a works council walks ``HOLDINGS`` and
``NAMINGS`` and needs no list of its own. ``tests/house/test_holdings.py`` fails for a column or
field that is in no part. What is not registered here cannot be shown, erased or reported.

What is kept outside these tables holds ids only. The engine's log (the tables of DBOS,
``mentoring/workflows/journal.py``) has the ids of effects, which may contain a person's, and what
steps returned: ids at Microsoft 365, numbers, codes. The application's logs (``bot/logs.py``) have
ids and kinds of errors, never anything typed; what Microsoft 365 says of an error may name
somebody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, TypeVar

from mentoring.ports.rows import Containing, Row, Rows, UnitOfWork


class Reader(StrEnum):
    """Who sees something on a card, in an answer to a command or in a file; nobody else does.

    ``AUTHOR``: whoever gave it. It lies encrypted, so that nobody reads it in the database either.
    ``PERSON``: whom it is about, although others or the product made it. ``OWNERS``: the programme
    owners, with the name. ``OWNERS_AS_STATE``: they see where somebody stands, no more.
    ``OWNERS_IN_GROUPS``: they see figures of at least the smallest reported group.
    """

    AUTHOR = "author"
    PERSON = "person"
    PARTNER = "partner"
    DEPUTY = "deputy"
    OWNERS = "owners"
    OWNERS_AS_STATE = "owners_as_state"
    OWNERS_IN_GROUPS = "owners_in_groups"


NOBODY: frozenset[Reader] = frozenset()
"""Nobody sees it: it serves the product alone."""


class Until(StrEnum):
    """What ends the purpose that something is held for.

    ``SERVED``: by itself (the pause is over, the effect has been carried out). ``LAST_TANDEM``: the
    person's last tandem of the cycle has ended, or the cycle was closed. ``CLOSING``: the cycle was
    closed. ``ERASURE``: the person is erased, or is in nothing any more. ``CHANGED``: owners set
    something else, and the last cycle under the old settings has been forgotten.
    """

    SERVED = "served"
    LAST_TANDEM = "last_tandem"
    CLOSING = "closing"
    ERASURE = "erasure"
    CHANGED = "changed"


@dataclass(frozen=True)
class Kept:
    """How long something is kept: ``days`` or ``months`` beyond ``until``.

    ``withdrawn``: a withdrawal ends it at once. ``months`` are those that the programme sets, and
    this their default. What this says is carried out by ``mentoring/usecases/privacy``.
    """

    until: Until
    days: int = 0
    months: int = 0
    withdrawn: bool = False


ANSWERS = Kept(Until.LAST_TANDEM, days=14, withdrawn=True)
DATES = Kept(Until.LAST_TANDEM, days=14)
TOGETHER = Kept(Until.CLOSING, months=24)
"""Who was with whom, and who decided it."""
CARDS = Kept(Until.LAST_TANDEM, days=28)
"""Long enough for a card to show that what it was about has been erased."""
SERVING = Kept(Until.SERVED)
KNOWN = Kept(Until.ERASURE)
STANDING = Kept(Until.CHANGED)
"""Who stands for the programme."""


@dataclass(frozen=True)
class Part:
    """Fields of an entity with one purpose: ``held-<purpose>`` says it to people in one
    sentence.

    ``emptied`` says what the row looks like once the part is erased, where the rest of the row
    stays and tells nothing of a person; otherwise the fields get their defaults, and a row with a
    field that has none goes as a whole.
    """

    purpose: str
    fields: tuple[str, ...]
    kept: Kept
    seen_by: Set[Reader]
    emptied: Mapping[str, object] | None = None


def within(column: str, *names: str) -> tuple[str, ...]:
    """Fields nested in a column, or in a field of it."""
    return tuple(f"{column}.{name}" for name in names)


R = TypeVar("R", bound=Row)
Find = Callable[[UnitOfWork, str], Iterable[R]]
Told = Callable[[UnitOfWork, Any, str], Any]


@dataclass(frozen=True)
class Holding:
    """Parts of an entity's rows, and how the rows that are about a person are found.

    ``quick``: by an index, so that whoever erases what is due of many people may use it.
    ``told`` gives a row as the person may know it, None if they may not know of it at all.
    ``unseen`` says of a row that nobody but the person has been shown anything of it, although
    others read rows of its kind.
    """

    entity: type
    parts: tuple[Part, ...]
    find: Find[Any]
    quick: bool
    told: Told
    unseen: Callable[[Any], bool]


@dataclass(frozen=True)
class Naming:
    """Fields in which rows of others name people, and how those that name a person are found."""

    entity: type
    fields: tuple[str, ...]
    find: Find[Any]


HOLDINGS: list[Holding] = []
NAMINGS: list[Naming] = []


def as_it_is(_uow: UnitOfWork, row: Any, _person_id: str) -> Any:  # noqa: ANN401 - its type
    """Nothing in the row is a secret of somebody else's."""
    return row


def by_its_parts(_row: object) -> bool:
    """Who has seen anything of the row is said by its parts."""
    return False


def holds(
    entity: type[R],
    *parts: Part,
    quick: bool = True,
    told: Told = as_it_is,
    unseen: Callable[[R], bool] = by_its_parts,
) -> Callable[[Find[R]], Find[R]]:
    """Register what the entity's rows hold about whom the function finds them for; it is not
    ``quick`` if it looks through a whole table. ``told`` gives a row as the person may know it, and
    ``unseen`` says of which rows nobody else has been shown anything.
    """
    _require_columns(entity, (field for part in parts for field in part.fields))

    def register(find: Find[R]) -> Find[R]:
        HOLDINGS.append(Holding(entity, parts, find, quick, told, unseen))
        return find

    return register


def names_people(entity: type[R], *named: str) -> Callable[[Find[R]], Find[R]]:
    """Register in which fields rows of the entity name people to whom they do not belong.

    What stands there is never shown to whom it names; it goes when they are erased.
    """
    _require_columns(entity, named)

    def register(find: Find[R]) -> Find[R]:
        NAMINGS.append(Naming(entity, named, find))
        return find

    return register


def _require_columns(entity: type[Any], named: Iterable[str]) -> None:
    known = {each.name for each in fields(entity)}
    if unknown := {name for name in named if name.partition(".")[0] not in known}:
        said = ", ".join(sorted(unknown))
        raise ValueError(f"{entity.__name__} has no field {said}: write it as the dataclass does")


def naming(rows: Rows[R], text: str, *columns: str) -> list[R]:
    """The rows in one of whose columns the text stands, nested or not, each once."""
    found = (row for column in columns for row in rows.all(**{column: Containing(text)}))
    return list({row.id: row for row in found}.values())


def naming_inside(rows: Rows[R], person_id: str, *fields: str) -> list[R]:
    """The same for fields that lie encrypted: all rows are read."""
    return [
        row for row in rows.all() if any(person_id in repr(getattr(row, name)) for name in fields)
    ]


def about(uow: UnitOfWork, person_id: str) -> list[tuple[Holding, Row]]:
    """Every row that is about the person, in all cycles and programmes, with what it holds.

    The whole database is searched.
    """
    everywhere = uow.everywhere
    return [(holding, row) for holding in HOLDINGS for row in holding.find(everywhere, person_id)]


def naming_them(uow: UnitOfWork, person_id: str) -> list[tuple[Naming, Row]]:
    """Every row of others that names the person, likewise in all cycles and programmes."""
    everywhere = uow.everywhere
    return [(each, row) for each in NAMINGS for row in each.find(everywhere, person_id)]

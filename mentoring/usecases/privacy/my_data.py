"""*My data*: what is held about somebody, what for, for how long, and who sees it.

The registry is walked, and nothing else decides what is shown: what the person gave and what is
about them, but never what others said in confidence. So that nothing can be inferred from what is
missing, whatever is kept without being shown is named for everybody alike, whether or not there is
any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass, replace
from typing import Any

from mentoring.domain.cycle import Cycle, CycleKind, RegisteredProgramme
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Person
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Row, UnitOfWork
from mentoring.usecases.common.cycles import settings_of
from mentoring.usecases.common.files import offer_file
from mentoring.usecases.common.holdings import HOLDINGS, Holding, Part, Reader
from mentoring.usecases.common.noting import noted_under_pseudonym
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.showing import depends

OWN = frozenset({Reader.AUTHOR, Reader.PERSON})
"""Who reads a part that *my data* shows."""


@dataclass(frozen=True)
class Said:
    """A field that holds something; ``value`` is as it is stored."""

    field: str
    value: object


@dataclass(frozen=True)
class Kept:
    """One row's fields of a purpose; ``cycle`` is the number of its cycle, 0 for none, and
    ``home`` the id of its programme, empty for what belongs to none.
    """

    part: Part
    cycle: int
    said: tuple[Said, ...]
    home: str = ""


@dataclass(frozen=True)
class Home:
    """A programme that holds something: its settings, and whether it has no end, from which
    anything is counted.
    """

    programme: Programme
    rolls: bool = False


@dataclass(frozen=True)
class MyDataNotice(Notice):
    """All that is held about a person and may be told to them.

    ``others`` are the purposes of what is kept without being shown; ``names`` those of the people
    whose ids stand in it, by id. ``rolls``: the cycle has no end, from which anything is counted.
    ``homes`` are the programmes that hold something of it, by id: what belongs to one is told in
    its words, and kept as long as it says.
    """

    is_of_all = True

    person: Person
    programme: Programme
    kept: tuple[Kept, ...]
    others: tuple[Part, ...]
    names: Mapping[str, str]
    rolls: bool = False
    homes: Mapping[str, Home] = field(default_factory=dict)

    @property
    def is_of_several(self) -> bool:
        """Whether it has to be told which programme holds what."""
        return len(self.homes) > 1

    def of_home(self, home: str) -> MyDataNotice:
        """The same as that programme tells it."""
        found = self.homes.get(home)
        return replace(self, programme=found.programme, rolls=found.rolls) if found else self


@shows(to="person")
def my_data(uow: UnitOfWork, scene: Scene) -> MyDataNotice:
    """What the person may see."""
    everywhere, person_id = uow.everywhere, scene.posting.subject_id
    if person_id != scene.posting.person_id:
        raise Refusal("not-yours")
    cycles = {cycle.id: cycle for cycle in everywhere.cycles.all()}
    kept = tuple(_kept(everywhere, person_id, cycles))
    person, names = uow.people.need(person_id), _names(everywhere, kept)
    rolls = scene.moment.cycle.kind is CycleKind.ROLLING
    homes = _homes(everywhere, kept)
    return MyDataNotice(person, scene.programme, kept, not_shown(), names, rolls, homes)


def _homes(everywhere: UnitOfWork, kept: Iterable[Kept]) -> Mapping[str, Home]:
    found = everywhere.programmes.all(id=sorted({each.home for each in kept}))
    return {each.id: _home(everywhere, each) for each in found}


def _home(everywhere: UnitOfWork, home: RegisteredProgramme) -> Home:
    cycle = everywhere.cycles.need(home.cycle_id)
    return Home(settings_of(everywhere, cycle.id), cycle.kind is CycleKind.ROLLING)


@depends(my_data, Enrolment, Tandem)
def _people(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """A card that stands in a chat must not go on showing what has been erased, or what has ended
    with a tandem.
    """
    row = change.row
    if isinstance(row, Enrolment):
        return [row.person_id] if change.alters("erased_at") else ()
    ends = row.state is TandemState.CLOSED and change.alters("state")
    return [row.mentor_id, row.mentee_id] if ends else ()


def is_shown(part: Part) -> bool:
    """Whether the person themselves may read the part."""
    return bool(OWN & part.seen_by)


def not_shown() -> tuple[Part, ...]:
    """The parts that are only named, each purpose once."""
    parts = (part for each in HOLDINGS for part in each.parts if not is_shown(part))
    return tuple({part.purpose: part for part in parts}.values())


def _kept(everywhere: UnitOfWork, person_id: str, cycles: Mapping[str, Cycle]) -> Iterator[Kept]:
    for holding in HOLDINGS:
        parts = [part for part in holding.parts if is_shown(part)]
        for row in _told(everywhere, holding, person_id) if parts else ():
            cycle = cycles.get(getattr(row, "cycle_id", ""))
            number, home = (cycle.number, cycle.programme_id) if cycle else (0, _owned_by(row))
            for part in parts:
                said = tuple(_said(row, part, person_id))
                if said:
                    yield Kept(part, number, said, home)


def _owned_by(row: Row) -> str:
    """The programme that the row names, as a past pair does; empty for none."""
    return str(getattr(row, "programme_id", ""))


def _told(everywhere: UnitOfWork, holding: Holding, person_id: str) -> Iterator[Any]:
    told = (holding.told(everywhere, row, person_id) for row in holding.find(everywhere, person_id))
    return (row for row in told if row is not None)


def _said(row: Row, part: Part, person_id: str) -> Iterator[Said]:
    """The fields of the part that hold something."""
    for path in part.fields:
        for value in _at(row, path.split("."), person_id):
            if value not in (None, "", (), {}, []):
                yield Said(path.rpartition(".")[2], value)


def _at(value: object, path: list[str], person_id: str) -> Iterator[object]:
    """What stands there; of several parts (a mentor's topics) in each; of a list of people only
    what is about this one.
    """
    if isinstance(value, list | tuple) and (path or any(is_dataclass(each) for each in value)):
        for each in value:
            if getattr(each, "person_id", person_id) == person_id:
                yield from _at(each, path, person_id)
    elif not path:
        yield value
    elif value is not None:
        yield from _at(getattr(value, path[0]), path[1:], person_id)


def _names(everywhere: UnitOfWork, kept: Iterable[Kept]) -> Mapping[str, str]:
    found = {text for each in kept for said in each.said for text in _texts(said.value)}
    return {person.id: person.profile.name for person in everywhere.people.all(id=found)}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def show(uow: UnitOfWork, moment: Moment, person_id: str, chat: Chat) -> None:
    """Show it in the person's chat.

    Raises:
        Refusal: for somebody whom the bot does not know ``nothing-held``, or ``only-noted`` if
            something is noted under their pseudonym.
    """
    if uow.people.get(person_id) is None:
        noted = noted_under_pseudonym(uow, person_id)
        raise Refusal("only-noted" if noted else "nothing-held")
    post_anew(uow, moment, my_data, person_id, person_id, chat)


def as_file(uow: UnitOfWork, moment: Moment, person_id: str, chat: Chat, *, consents: bool) -> None:
    """Offer it as a file; where the cloud knows no consent cards, it comes as a card."""
    if consents:
        offer_file(uow, moment, my_data, person_id, person_id, chat)
    else:
        show(uow, moment, person_id, chat)

"""Who stands where, by name: a page of the people of one state, or of all.

What the card shows is the posting's ``view`` (a ``Whereabouts``, empty for all) and ``page``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from mentoring.domain.enrolment import Application, Enrolment
from mentoring.domain.people import Person, Role
from mentoring.domain.tandem import Tandem
from mentoring.domain.watching import Absence
from mentoring.notices import Correctable, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.own_tandem import Readers, is_private, readers_of
from mentoring.usecases.common.postings import post_anew, show_part
from mentoring.usecases.common.showing import EVERY, depends, seen_otherwise
from mentoring.usecases.programme.needs import Asking, needs_owners
from mentoring.usecases.programme.whereabouts import JOURNEY, Standing, Whereabouts

PAGE = 25


@dataclass(frozen=True)
class Listed:
    """Somebody by name, where they stand in each of their roles, and, if nothing reaches them, why
    (a code); ``uninvited``: the roles in which they came by themselves, but for those in which
    they look invited.
    """

    name: str
    roles: Mapping[Role, Whereabouts]
    cause: str = ""
    uninvited: frozenset[Role] = frozenset()


@dataclass(frozen=True, kw_only=True)
class PeopleNotice(Correctable):
    """A page of the people who stand somewhere (``chosen``, None: anywhere), by name.

    ``many`` are all who do; ``totals`` counts them by state, somebody with two roles twice.
    ``page`` begins with 0. ``private``: nobody but the owner who asked reads it.
    """

    people: tuple[Listed, ...]
    many: int
    totals: Mapping[Whereabouts, int] = field(default_factory=dict)
    chosen: Whereabouts | None = None
    page: int = 0
    private: bool = True

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return _pages(self.many)


@shows(to="owners")
def people_card(uow: UnitOfWork, scene: Scene) -> PeopleNotice:
    """What owners see; those who read it are not listed."""
    posting = scene.posting
    readers = readers_of(uow, scene.moment, posting)
    chosen = Whereabouts(posting.view) if posting.view else None
    standing = Standing(uow, scene.moment, readers)
    those = standing.everybody([chosen] if chosen else JOURNEY)
    many = uow.people.count(id=those)
    page = min(posting.page, _pages(many) - 1)
    found = uow.people.page("profile.name", PAGE, page * PAGE, id=those)
    return PeopleNotice(
        people=_listed(uow, scene.moment, readers, found),
        many=many,
        totals=_totals(standing),
        chosen=chosen,
        page=page,
        private=is_private(uow, posting),
    )


@depends(people_card, Enrolment, Tandem, Absence)
def _stand(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """How far people are."""
    match change.row:
        case Enrolment(cycle_id=cycle_id):
            return [cycle_id] if seen_otherwise(change, "rests", "application", "clearance") else ()
        case Tandem(cycle_id=cycle_id):
            return [cycle_id] if seen_otherwise(change) else ()
    return [EVERY]


def _totals(standing: Standing) -> Mapping[Whereabouts, int]:
    counts = standing.counts().values()
    found = {each: sum(of_role.get(each, 0) for of_role in counts) for each in JOURNEY}
    return {each: many for each, many in found.items() if many}


def _pages(people: int) -> int:
    return max(1, -(-people // PAGE))


def _listed(
    uow: UnitOfWork, moment: Moment, readers: Readers, people: Iterable[Person]
) -> tuple[Listed, ...]:
    known = list(people)
    ids = tuple(each.id for each in known)
    standing, came = Standing(uow, moment, readers, ids).by_person(), uninvited(uow, ids)
    return tuple(
        listed(each, standing.get(each.id, {}), came.get(each.id, frozenset())) for each in known
    )


def uninvited(uow: UnitOfWork, people: Collection[str]) -> Mapping[str, frozenset[Role]]:
    """In which roles these people came by themselves, whatever owners have said to it."""
    came = (Application.OPEN, Application.ACCEPTED)
    found: dict[str, set[Role]] = {}
    rows = uow.enrolments.columns("person_id", "role", person_id=tuple(people), application=came)
    for person, role in rows:
        found.setdefault(person, set()).add(Role(role))
    return {person: frozenset(roles) for person, roles in found.items()}


def listed(
    person: Person, roles: Mapping[Role, Whereabouts], came: frozenset[Role] = frozenset()
) -> Listed:
    """The person as owners see them; a cause is told only where nothing reaches them.

    Who looks invited is never marked as having come by themselves: only a withdrawal would be.
    """
    away = Whereabouts.UNREACHABLE in roles.values()
    cause = person.profile.hindrance if away else ""
    marked = {role for role, state in roles.items() if state is not Whereabouts.INVITED}
    return Listed(person.profile.name, roles, cause, came & marked)


def show(
    uow: UnitOfWork, moment: Moment, owner: str, chat: Chat, state: Whereabouts | None = None
) -> None:
    """Put the people of the cycle before the owner, those of one state first; an earlier list of
    theirs in the same chat gives way.
    """
    post_anew(uow, moment, people_card, moment.cycle.id, owner, chat, state or "")


def _show_unreachable(uow: UnitOfWork, moment: Moment, asking: Asking) -> None:
    show(uow, moment, asking.owner, asking.chat, Whereabouts.UNREACHABLE)


@needs_owners(_show_unreachable)
def unreachable(uow: UnitOfWork, moment: Moment, readers: Readers) -> int:
    """Whom nothing reaches waits for owners, as long as the cycle runs."""
    if moment.cycle.is_over:
        return 0
    return Standing(uow, moment, readers).count(Whereabouts.UNREACHABLE)


def turn_to(
    uow: UnitOfWork, moment: Moment, posting_id: str, state: Whereabouts | None, page: int
) -> None:
    """Show another page, or those of another state, in the card.

    Raises:
        Refusal: ``stale`` if the posting is no such card of this cycle.
    """
    show_part(uow, people_card, moment.cycle.id, posting_id, state or "", page)

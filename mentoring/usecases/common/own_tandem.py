"""An owner never handles or sees a tandem that they are in: the one place that says so.

What an owner does is asked of ``leave_to_others``; what a card shows, of ``readers_of``. In a
channel every owner reads along, so a card there speaks of no owner's own tandem; in one's own chat
with the bot it leaves out one's own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol, TypeVar

from mentoring.domain.errors import Refusal
from mentoring.domain.posting import Posting
from mentoring.ports.moment import Moment
from mentoring.ports.rows import NoneOf, UnitOfWork
from mentoring.usecases.common.reaching import is_own_chat

Readers = frozenset[str]
"""The ids of everybody who may read something that is shown to owners."""


def leave_to_others(
    owner: str, people: Iterable[str], *, readers: Readers = frozenset(), field: str = ""
) -> None:
    """Refuse an owner whatever is about themselves or their own tandem, which these people form.

    ``readers`` are those who would read along: what is about one of them is looked at elsewhere.

    Raises:
        Refusal: ``decide-own`` or ``decide-elsewhere``, with the input's field if there is one.
    """
    concerned = set(people)
    marked = {"field": field} if field else {}
    if owner in concerned:
        raise Refusal("decide-own", **marked)
    if concerned & readers:
        raise Refusal("decide-elsewhere", **marked)


def is_private(uow: UnitOfWork, posting: Posting) -> bool:
    """Whether the card stands in its person's own chat with the bot, where nobody reads along."""
    person = uow.people.get(posting.person_id) if posting.person_id else None
    return is_own_chat(person, posting)


def readers_of(uow: UnitOfWork, moment: Moment, posting: Posting) -> Readers:
    """Who reads a card for owners: its person alone in their own chat, elsewhere every owner."""
    own = frozenset({posting.person_id}) - {""}
    return own if is_private(uow, posting) else own | frozenset(moment.home.owners)


def none_of(readers: Readers) -> dict[str, NoneOf]:
    """The columns of a tandem, or of the proposal of one, that none of the readers is in."""
    return {"mentor_id": NoneOf(readers), "mentee_id": NoneOf(readers)}


class Paired(Protocol):
    """A tandem, or the proposal of one."""

    @property
    def mentor_id(self) -> str:
        """The mentor."""
        ...

    @property
    def mentee_id(self) -> str:
        """The mentee."""
        ...


P = TypeVar("P", bound=Paired)


def of_others(pairs: Iterable[P], readers: Collection[str]) -> list[P]:
    """The tandems or proposals that none of the readers is in."""
    return [each for each in pairs if not {each.mentor_id, each.mentee_id} & set(readers)]

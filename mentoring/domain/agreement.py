"""What the two of a tandem agree on at their first session: proposed by the product, changed by
either, valid once both have agreed to the same words.

What both have agreed to stays valid while something else is proposed: nobody can undo it alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role

C = TypeVar("C", bound=StrEnum)
LONGEST = 300
"""In characters."""


class Item(StrEnum):
    """What may be changed singly. One's ``GOAL`` is one's own to change."""

    GOAL = "goal"
    NOT_ABOUT = "not_about"
    PREPARES = "prepares"
    REACH = "reach"
    OUTSIDE = "outside"


class Prepares(StrEnum):
    """Who prepares a session."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    IN_TURNS = "in_turns"
    BOTH = "both"


class Reach(StrEnum):
    """How the two reach each other between their sessions."""

    CHANNEL = "channel"
    CHAT = "chat"
    PHONE = "phone"
    MAIL = "mail"


class Outside(StrEnum):
    """What may be told outside: what both have cleared before, what was learnt without who said
    what, or nothing.
    """

    CLEARED = "cleared"
    LEARNT = "learnt"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Terms:
    """What is agreed on. ``not_about`` is what the two will not talk about; empty for nothing that
    was named.
    """

    mentor_goal: str = ""
    mentee_goal: str = ""
    not_about: str = ""
    prepares: Prepares = Prepares.MENTOR
    reach: tuple[Reach, ...] = (Reach.CHANNEL,)
    outside: Outside = Outside.CLEARED

    def goal_of(self, role: Role) -> str:
        """What the person of this role would like to achieve."""
        return self.mentor_goal if role is Role.MENTOR else self.mentee_goal


def without_other_goal(terms: Terms, role: Role) -> Terms:
    """The terms as they are of the person of this role: the goal of the other one is their own."""
    if role is Role.MENTOR:
        return replace(terms, mentee_goal="")
    return replace(terms, mentor_goal="")


@dataclass(frozen=True)
class Agreement:
    """The agreement of a tandem, by whose id it goes.

    ``terms`` are those proposed last, in ``version``, and ``agreed`` is who has agreed to them;
    ``valid`` are those to which both have (None until then), since ``valid_since``. ``changed_by``
    is None while they are the product's. Times are UTC.
    """

    id: str
    tandem_id: str
    terms: Terms
    version: int = 1
    changed_by: Role | None = None
    changed_at: datetime | None = None
    agreed: tuple[Role, ...] = ()
    valid: Terms | None = None
    valid_since: datetime | None = None

    @property
    def is_valid(self) -> bool:
        """Whether both have agreed to what is proposed."""
        return self.valid == self.terms

    def has_agreed(self, role: Role) -> bool:
        """Whether this side has agreed to what is proposed."""
        return self.is_valid or role in self.agreed


@dataclass(frozen=True)
class Change:
    """What one side proposes instead in the ``version`` that they have read: ``said`` is what was
    typed or chosen (several joined by commas), empty for nothing.
    """

    item: Item
    said: str
    version: int


def changed(agreement: Agreement, role: Role, change: Change, now: datetime) -> Agreement:
    """One side proposes something else; both have to agree to it, unless it is what is valid
    already.

    Raises:
        Refusal: ``agreement-changed`` if another version stands there by now; ``agreement-long``,
            ``agreement-choose``.
    """
    _require(agreement, change.version, change.item)
    terms = _WRITES[change.item](agreement.terms, role, change.said.strip())
    if terms == agreement.terms:
        return agreement
    proposed = replace(agreement, terms=terms, version=change.version + 1, agreed=())
    return replace(proposed, changed_by=role, changed_at=now)


def agreed(agreement: Agreement, role: Role, version: int, now: datetime) -> Agreement:
    """One side agrees; pressed twice, agreed once.

    Raises:
        Refusal: ``agreement-changed`` if another version stands there by now.
    """
    _require(agreement, version)
    if agreement.has_agreed(role):
        return agreement
    both = (*agreement.agreed, role)
    made = replace(agreement, agreed=both)
    return made if len(both) < len(Role) else replace(made, valid=made.terms, valid_since=now)


def _require(agreement: Agreement, version: int, item: Item | None = None) -> None:
    if agreement.version != version:
        raise Refusal("agreement-changed", field=item)


def _goal(terms: Terms, role: Role, said: str) -> Terms:
    goal = _short(said, Item.GOAL)
    mentors = role is Role.MENTOR
    return replace(terms, mentor_goal=goal) if mentors else replace(terms, mentee_goal=goal)


def _not_about(terms: Terms, _role: Role, said: str) -> Terms:
    return replace(terms, not_about=_short(said, Item.NOT_ABOUT))


def _prepares(terms: Terms, _role: Role, said: str) -> Terms:
    return replace(terms, prepares=_chosen(Prepares, said, Item.PREPARES))


def _reach(terms: Terms, _role: Role, said: str) -> Terms:
    chosen = {_chosen(Reach, each.strip(), Item.REACH) for each in said.split(",")}
    return replace(terms, reach=tuple(each for each in Reach if each in chosen))


def _outside(terms: Terms, _role: Role, said: str) -> Terms:
    return replace(terms, outside=_chosen(Outside, said, Item.OUTSIDE))


def _short(said: str, item: Item) -> str:
    if len(said) > LONGEST:
        raise Refusal("agreement-long", field=item, most=LONGEST)
    return said


def _chosen(kind: type[C], said: str, item: Item) -> C:
    try:
        return kind(said)
    except ValueError as error:
        raise Refusal("agreement-choose", field=item) from error


_WRITES: Mapping[Item, Callable[[Terms, Role, str], Terms]] = {
    Item.GOAL: _goal,
    Item.NOT_ABOUT: _not_about,
    Item.PREPARES: _prepares,
    Item.REACH: _reach,
    Item.OUTSIDE: _outside,
}

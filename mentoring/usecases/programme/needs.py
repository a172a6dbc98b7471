"""What waits for a programme's owners: rooms register how much of each there is, and how it is put
before an owner.

A rule counts by the database, because *status* asks it whenever it is shown; nobody sees or counts
what is about their own tandem.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mentoring.domain.errors import Refusal
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.own_tandem import Readers


@dataclass(frozen=True)
class Asking:
    """The owner who would like to see something, where, and who reads along there."""

    owner: str
    chat: Chat
    readers: Readers


Count = Callable[[UnitOfWork, Moment, Readers], int]
Show = Callable[[UnitOfWork, Moment, Asking], None]


@dataclass(frozen=True)
class Rule:
    """How much of something there is (``count``), and what puts it before an owner, where there is
    more to see than that.
    """

    count: Count
    show: Show | None


@dataclass(frozen=True)
class Need:
    """Something that waits for owners: its rule's name (``need-<name>`` in the texts), how much,
    and whether more can be seen of it.
    """

    name: str
    many: int
    is_shown: bool = True


NEEDS: dict[str, Rule] = {}


def needs_owners(show: Show | None = None) -> Callable[[Count], Count]:
    """Register something that may wait for owners by the function that counts it; ``show`` puts it
    before one of them, unless the line says all.
    """

    def register(count: Count) -> Count:
        name = count.__name__
        if name in NEEDS:
            raise ValueError(f"two needs are called {name!r}: rename one")
        NEEDS[name] = Rule(count, show)
        return count

    return register


def waiting(uow: UnitOfWork, moment: Moment, readers: Readers) -> tuple[Need, ...]:
    """What waits now, in the order of the names."""
    rules = sorted(NEEDS.items())
    found = (
        Need(name, rule.count(uow, moment, readers), rule.show is not None) for name, rule in rules
    )
    return tuple(each for each in found if each.many)


def look_at(uow: UnitOfWork, moment: Moment, name: str, asking: Asking) -> None:
    """Put what waits before the owner who asks.

    Raises:
        Refusal: ``stale`` if nothing of this name is known any more.
    """
    rule = NEEDS.get(name)
    if rule is None or rule.show is None:
        raise Refusal("stale")
    rule.show(uow, moment, asking)

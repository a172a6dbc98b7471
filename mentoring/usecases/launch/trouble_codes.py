"""What a refusal is called in the code of a trouble, whose words are ``trouble-<code>``: by its
nearest kind that has words, because owners could not read the launch's card without any.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import structlog

from mentoring.domain.errors import Full, NoMailbox, NotAllowed, NotThere, OutsideError, Rejected
from mentoring.ports.directory import Account
from mentoring.ports.world import World

GENERAL: tuple[type[OutsideError], ...] = (NotThere, NotAllowed, Rejected)
"""What ends a tandem's launch."""
OWN: Mapping[str, type[OutsideError]] = {"channel": Full}
"""What is told by itself of one of the things that a launch does."""

log = structlog.get_logger()


async def accounts_of(world: World, people: Sequence[str]) -> Mapping[str, Account]:
    """What the directory knows of these people (by id), as far as it may be read: what was refused
    with one of them is told without it.
    """
    try:
        return await world.directory.accounts(people)
    except (NotThere, NotAllowed, Rejected) as refused:
        log.warning("launch.unread", error=type(refused).__name__, text=str(refused))
        return dict.fromkeys(people, Account())


def code_of(doing: str, refused: OutsideError) -> str:
    """The code of what was refused while a launch was ``doing`` this (``channel``, ``team``,
    ``team-create``).
    """
    return f"{doing}-{_kind(refused, OWN.get(doing))}"


def cause_in_calendar(refused: OutsideError, account: Account) -> str:
    """Why somebody's calendar takes no sessions: the account, then the mailbox, then the error."""
    if account.hindrance:
        return account.hindrance
    if isinstance(refused, NoMailbox):
        return "on-premises" if account.is_on_premises else "no-mailbox"
    return _kind(refused)


def _kind(refused: OutsideError, own: type[OutsideError] | None = None) -> str:
    kinds = (own, *GENERAL) if own else GENERAL
    return next(each.__name__ for each in kinds if isinstance(refused, each)).lower()

"""What a word to the bot brings once more, because it can still be changed and its card does not
show it any more: what somebody has wished or agreed to for later.
"""

from __future__ import annotations

from collections.abc import Callable

from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork

Rule = Callable[[UnitOfWork, Moment, str, Chat], bool]
SHOWN_AGAIN: list[Rule] = []


def shown_again(rule: Rule) -> Rule:
    """Register what shows a person (by id) what they have said for later, in the chat where they
    have spoken; whether there is anything.
    """
    SHOWN_AGAIN.append(rule)
    return rule


def show_what_is_for_later(uow: UnitOfWork, moment: Moment, person_id: str, chat: Chat) -> bool:
    """Show all of it; whether there is anything."""
    found = [rule(uow, moment, person_id, chat) for rule in SHOWN_AGAIN]
    return any(found)

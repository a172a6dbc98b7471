"""Whom nothing reaches any more.

Somebody may block the bot or remove it, and an administrator may forbid it. Then Teams refuses each
message until that person writes or the app comes back [learn.microsoft.com, Messages in bot
conversations: status codes from conversational APIs]. So nothing more is sent, and owners see the
cause; what could not be delivered is sent once the person can be reached again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import structlog

from mentoring.domain.people import Person
from mentoring.domain.posting import Posting
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.changes import Topic, changed, follows

SHUT_OUT = Topic("shut_out")
"""Nothing reaches the person who is the subject."""
Follows = Callable[[UnitOfWork, Moment, str], None]
FOLLOWING: list[Follows] = []
log = structlog.get_logger()


def when_shut_out(rule: Follows) -> Follows:
    """Register what follows in a room once nothing reaches somebody, by their id."""
    FOLLOWING.append(rule)
    return rule


@follows(SHUT_OUT)
def _let_follow(uow: UnitOfWork, moment: Moment, person_id: str) -> None:
    for rule in FOLLOWING:
        rule(uow, moment, person_id)


def shut_out(uow: UnitOfWork, person_id: str, cause: str) -> None:
    """From now on nothing is sent to the person; ``cause`` is a code of ``Profile.hindrance``."""
    person = uow.people.get(person_id)
    if person is None or person.profile.hindrance == cause:
        return
    log.warning("person.shut_out", person=person_id, cause=cause)
    uow.people.put(with_hindrance(person, cause))
    changed(uow, SHUT_OUT, person_id)


def with_hindrance(person: Person, cause: str) -> Person:
    """The person, whom nothing reaches for this cause, or whom everything reaches again (empty)."""
    return replace(person, profile=replace(person.profile, hindrance=cause))


def is_own_chat(person: Person | None, posting: Posting) -> bool:
    """Whether the card stands in the person's chat with the bot, and not in a channel."""
    if person is None:
        return False
    return posting.is_own or posting.conversation in {"", person.conversation}

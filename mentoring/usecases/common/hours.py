"""When a card comes that nobody has asked for: in its person's working hours, and not while their
mailbox says that they are away.

A card that cannot wait comes at once all the same: ``@cannot_wait(view)`` stands beside the view.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from mentoring.domain.errors import OutsideError
from mentoring.domain.posting import Posting
from mentoring.domain.working_time import next_working_moment
from mentoring.notices import VIEWS, View
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.noting import note

A_DAY = timedelta(days=1)
LONGEST = timedelta(days=14)
"""How long a card waits for the end of an automatic reply that has none."""
Urgent = Callable[[UnitOfWork, Posting, "Wait"], bool]
URGENT: dict[str, Urgent] = {}


@dataclass(frozen=True)
class Wait:
    """How long a card would wait: from ``now`` until its person works next (both aware)."""

    now: datetime
    until: datetime

    def is_too_long_for(self, start: datetime) -> bool:
        """Whether what begins at ``start`` (aware) and is still ahead begins before the card has
        lain there for a day.
        """
        return self.now < start < self.until + A_DAY


def cannot_wait(view: View[Any]) -> Callable[[Urgent], Urgent]:
    """Register whether a card would come too late after a wait; without a rule none does."""

    def register(rule: Urgent) -> Urgent:
        URGENT[view.name] = rule
        return rule

    return register


async def there_again(world: World, posting: Posting, at: datetime) -> datetime:
    """When the card is sent whose person works at ``at``: then, or when they are there again."""
    if at > world.clock.now():
        return at
    back = await _back(world, posting)
    return await world.glance(working_from, posting, back) if back else at


def comes_by_itself(posting: Posting) -> bool:
    """Whether nobody has asked for the card where it goes, and it can wait."""
    unsent = not posting.activity_id and not posting.conversation
    return unsent and posting.kind in VIEWS and VIEWS[posting.kind].in_hours


def working_from(uow: UnitOfWork, moment: Moment, posting: Posting, earliest: datetime) -> datetime:
    """The first moment from then on at which the card's person works; a unit."""
    person, at = uow.people.get(posting.person_id), earliest
    if person:
        at = next_working_moment(earliest, person.profile, moment.programme.sessions)
    return moment.now if would_be_late(uow, posting, moment.now, at) else at


def would_be_late(uow: UnitOfWork, posting: Posting, now: datetime, until: datetime) -> bool:
    """Whether the card would come too late if it waited from ``now`` until then (aware)."""
    urgent = URGENT.get(posting.kind)
    return urgent is not None and until > now and urgent(uow, posting, Wait(now, until))


async def _back(world: World, posting: Posting) -> datetime | None:
    """When the person is back whose mailbox answers by itself now; None if it does not, or if
    nobody can tell.

    A reply without an end is looked at again every day, for as long as ``LONGEST``.
    """
    person_id, now = posting.person_id, world.clock.now()
    try:
        if not await world.calendar.is_away(person_id, [now]):
            return None
        reply = await world.calendar.automatic_reply(person_id)
    except OutsideError:
        return None
    if reply and reply[0] <= now < reply[1]:
        return reply[1]
    return now + A_DAY if await world.run(_waits_still, posting) else None


def _waits_still(uow: UnitOfWork, moment: Moment, posting: Posting) -> bool:
    """Whether the card has waited for less than ``LONGEST``; of one that is gone, because its
    person was erased meanwhile, nothing is noted.
    """
    if not uow.postings.hold([posting.id]):
        return False
    key, since = f"waits:{posting.id}", f"{moment.now.isoformat()}"
    if note(uow, key, since, moment.now + LONGEST + A_DAY):
        return True
    return moment.now - datetime.fromisoformat(uow.facts.need(key).value) < LONGEST

"""What the daily watch reads of people. Of whom something cannot be read is named in the log, by
their id: it hides nobody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from mentoring.domain.errors import NotAllowed, OutsideError, Rejected, Unavailable
from mentoring.domain.finding import OF_THE_PAIR, Finding, FindingKind, Seen, Standing
from mentoring.ports.world import World

UNKNOWN = Standing(enabled=True)
"""Nobody is said to have gone of whom the directory says nothing."""
Refused = Mapping[str, OutsideError]
"""What was answered instead, by person."""
Standings = Mapping[str, Standing]
Replies = Mapping[str, tuple[datetime, datetime] | None]
log = structlog.get_logger()


@dataclass(frozen=True)
class Looked:
    """What was read of some people; of the ``unread`` the directory says nothing, of the ``silent``
    their mailbox.
    """

    standings: Standings
    replies: Replies
    unread: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()

    def seen(self, person_id: str) -> Seen:
        """How somebody is today."""
        unknown = UNKNOWN if person_id in self.unread else None
        standing = self.standings.get(person_id) or unknown
        return Seen(person_id, standing, self.replies.get(person_id))

    def leaves_open(self, finding: Finding, both: Iterable[str]) -> bool:
        """Whether nobody can tell if what was found before (of the two, or of one of them) is still
        so.
        """
        if finding.what in OF_THE_PAIR:
            return not self.unread.isdisjoint(both)
        if finding.what is FindingKind.LONG_ABSENCE:
            return finding.person_id in self.silent
        return finding.person_id in self.unread


async def look(world: World, people: Sequence[str], depth: int | None) -> Looked:
    """Read these people (by id), and as many levels of their managers as ``depth`` says.

    Raises:
        OutsideError: nobody can be read.
    """
    standings, unread = await _standings(world, people, depth)
    replies, silent = await _replies(world, standings)
    for person, refused in {**silent, **unread}.items():
        error = type(refused).__name__
        log.warning("people.unread", person=person, error=error, text=str(refused))
    return Looked(standings, replies, frozenset(unread), frozenset({*unread, *silent}))


async def _standings(
    world: World, people: Sequence[str], depth: int | None
) -> tuple[Standings, Refused]:
    """A question that is refused may be so for the sake of one of them."""
    try:
        return await world.directory.standings(people, depth), {}
    except Rejected as refused:
        found, unread = await _singly(world, people, depth)
        if len(unread) == len(people):
            raise refused from None
        return found, unread


async def _singly(
    world: World, people: Sequence[str], depth: int | None
) -> tuple[Standings, Refused]:
    found, unread = dict[str, Standing](), dict[str, OutsideError]()
    for person in people:
        try:
            found |= await world.directory.standings([person], depth)
        except Rejected as refused:
            unread[person] = refused
    return found, unread


async def _replies(world: World, people: Iterable[str]) -> tuple[Replies, Refused]:
    """When their mailboxes answer by themselves. One that is away while others answer is looked at
    tomorrow: it would keep everybody after it from being looked at for as long as it is.
    """
    found, silent = dict[str, tuple[datetime, datetime] | None](), dict[str, OutsideError]()
    for person in people:
        try:
            found[person] = await world.calendar.automatic_reply(person)
        except (NotAllowed, Rejected, Unavailable) as refused:
            silent[person] = refused
    away = next((each for each in silent.values() if isinstance(each, Unavailable)), None)
    if away and not found:
        raise away
    return found, silent

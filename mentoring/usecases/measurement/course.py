"""How far the tandems of a cycle are: at half-time, and at their end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.course import in_all
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Among, UnitOfWork


@dataclass(frozen=True)
class Progress:
    """The sessions of a tandem. ``of``: how many there are to be, where the two keep their own
    dates and only say when they have met; else 0.
    """

    sessions: Sequence[Session]
    of: int = 0

    def over(self, at: datetime) -> int:
        """How many lay behind the two ``at`` then (aware)."""
        return sum(1 for each in self.sessions if each.took_place(at))

    def is_at_half(self, at: datetime) -> bool:
        """Whether half of them were over ``at`` then (aware)."""
        return 2 * self.over(at) >= (self.of or len(self.sessions)) or self.is_at_end(at)

    def is_at_end(self, at: datetime) -> bool:
        """Whether none was before the two ``at`` then (aware)."""
        if self.of:
            return self.over(at) >= self.of
        return not any(each.is_left(at) for each in self.sessions)


def progress_of(moment: Moment, tandem: Tandem, sessions: Sequence[Session]) -> Progress:
    """How far the tandem with these sessions is."""
    counts = tandem.by_hand.has_dates
    return Progress(sessions, in_all(tandem, moment.programme.sessions, sessions) if counts else 0)


def progress_of_running(uow: UnitOfWork, moment: Moment) -> list[Progress]:
    """That of each tandem that runs, as far as it has any sessions."""
    running = {"state": TandemState.LAUNCHED}
    sessions: dict[str, list[Session]] = defaultdict(list)
    for each in uow.sessions.all(tandem_id=Among((uow.tandems.those(**running),))):
        sessions[each.tandem_id].append(each)
    tandems = [each for each in uow.tandems.all(**running) if each.id in sessions]
    return [progress_of(moment, each, sessions[each.id]) for each in tandems]

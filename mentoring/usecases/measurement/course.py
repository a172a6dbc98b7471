"""How far the tandems of a cycle are: at half-time, and at their end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from mentoring.domain.session import Session
from mentoring.domain.tandem import TandemState
from mentoring.ports.rows import Among, UnitOfWork


def sessions_of_running(uow: UnitOfWork) -> list[list[Session]]:
    """Those of each tandem that runs, as far as it has any."""
    running = uow.tandems.those(state=TandemState.LAUNCHED)
    sessions: dict[str, list[Session]] = defaultdict(list)
    for each in uow.sessions.all(tandem_id=Among((running,))):
        sessions[each.tandem_id].append(each)
    return [*sessions.values()]


def is_at_half(sessions: Sequence[Session], at: datetime) -> bool:
    """Whether half of a tandem's sessions were over ``at`` then (aware)."""
    over = sum(1 for each in sessions if each.took_place(at))
    return 2 * over >= len(sessions) or is_at_end(sessions, at)


def is_at_end(sessions: Sequence[Session], at: datetime) -> bool:
    """Whether a tandem had no session before it ``at`` then (aware)."""
    return not any(each.is_left(at) for each in sessions)

"""What Teams says for a moment of a chat that the app has just been put into is believed only after
some pauses.
"""

from __future__ import annotations

from datetime import timedelta

from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.effects import DurableEffect, ask

MAY_BE_SEEN = frozenset({"app-removed", "chat-gone"})
"""What Teams may say for a moment of a chat that the app has just been put into."""
UNTIL_SEEN = [timedelta(seconds=pause) for pause in (5, 30, 120)]
"""The pauses after which it is tried once more: Teams may say for a moment that it is not there, or
that there is no such chat [botbuilder-python issue 2102].
"""
AGAIN = "again "


def asked_again(uow: UnitOfWork, moment: Moment, wanted: DurableEffect, subject_id: str) -> bool:
    """Have the effect carried out once more after the next pause; False after the last one."""
    keys = uow.effects.columns("id", kind=wanted.name, subject_id=subject_id)
    before = sum(1 for (key,) in keys if AGAIN in key)
    if before == len(UNTIL_SEEN):
        return False
    due = moment.now + UNTIL_SEEN[before]
    ask(uow, wanted, subject_id, once=f"{AGAIN}{before + 1}", not_before=due)
    return True

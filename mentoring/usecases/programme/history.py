"""What owners have done in a programme, whichever way, the newest first, a page at a time.

What concerns one of those who read it is left out, and so is what an earlier version has noted
without whom it concerned; what owners have looked at, or let go of before it counted, is no act.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from mentoring.domain.act import NOT_KNOWN, Act
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, NoneOf, UnitOfWork
from mentoring.usecases.common.own_tandem import Readers, is_private, readers_of
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.postings import post_anew, show_part
from mentoring.usecases.common.showing import EVERY, depends
from mentoring.usecases.programme.acts import clock_of
from mentoring.usecases.programme.concerned import concerned_key
from mentoring.usecases.programme.end_set import day_of

PAGE = 8
NO_ACTS = (
    *("closing.discard", "correction.discard", "cycle.discard", "handover.discard"),
    *("intervention.discard", "kickoff.discard", "launch.discard", "matching.drop"),
    *("remind.discard", "successor.discard", "undo.discard"),
)
"""Previews that were let go of: nothing has happened."""


@dataclass(frozen=True)
class Done:
    """What an owner (by name; empty: known no more) has done, and when by the reader's clock;
    ``tandem`` is the number of the tandem that it was about (0: of none), ``how`` which of several
    things, ``before`` and ``after`` what the last day of the enrolment was, where it set that.
    ``runs``: its cycle is not over, so that what belongs to that can be taken back.
    """

    what: str
    by: str
    at: datetime
    tandem: int = 0
    how: str = ""
    runs: bool = True
    before: date | None = None
    after: date | None = None


@dataclass(frozen=True)
class HistoryNotice(Notice):
    """A page of what owners have done, without what concerns whoever reads it; ``many`` are all.

    ``page`` begins with 0. ``private``: nobody but the owner who asked reads it.
    """

    done: tuple[Done, ...]
    many: int
    page: int = 0
    private: bool = True
    tells_who_decided: bool = False

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return _pages(self.many)


@shows(to="owners")
def history_card(uow: UnitOfWork, scene: Scene) -> HistoryNotice:
    """What owners see of each other's acts, over all cycles of the programme."""
    posting = scene.posting
    known = _told(uow, scene.moment, readers_of(uow, scene.moment, posting))
    page = min(posting.page, _pages(len(known)) - 1)
    shown = known[page * PAGE : (page + 1) * PAGE]
    clock = clock_of(uow, scene.moment, posting.person_id)
    acts = sorted(uow.everywhere.acts.all(id=shown), key=lambda act: act.id, reverse=True)
    now = scene.moment.cycle
    running = "" if now.is_over else now.id
    done = tuple(
        Done(
            act.what,
            name_of(uow, act.by),
            act.at.astimezone(clock),
            act.tandem,
            act.how,
            act.cycle_id == running,
            day_of(act.before),
            day_of(act.after),
        )
        for act in acts
    )
    return HistoryNotice(done, len(known), page, is_private(uow, posting))


def _told(uow: UnitOfWork, moment: Moment, readers: Readers) -> list[str]:
    """The ids of the acts that all these readers may read of, the newest first."""
    hidden = {NOT_KNOWN, *(concerned_key(uow, each) for each in readers)}
    cycles = uow.everywhere.cycles.columns("id", programme_id=moment.home.id, tried_by="")
    here = {"cycle_id": [key for (key,) in cycles], "what": NoneOf(NO_ACTS)}
    found = uow.everywhere.acts.columns("id", "concerns", **here)
    return [key for key, concerns in reversed(found) if hidden.isdisjoint(concerns)]


def _pages(acts: int) -> int:
    return max(1, -(-acts // PAGE))


@depends(history_card, Act)
def _acts(_uow: UnitOfWork, _change: Altered) -> Iterable[str]:
    """Each that comes, or goes with its time."""
    return [EVERY]


def show(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    """Put it before the owner; an earlier one of theirs in the same chat gives way."""
    post_anew(uow, moment, history_card, moment.home.id, owner, chat)


def turn_to(uow: UnitOfWork, moment: Moment, posting_id: str, page: int) -> None:
    """Show another page in the card.

    Raises:
        Refusal: ``stale`` if the posting is no such card of this programme.
    """
    show_part(uow, history_card, moment.home.id, posting_id, "", page)

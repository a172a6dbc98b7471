"""The tandems of a cycle as owners see them: by number, with both names and where each stands.

Which part the card shows is the posting's ``view`` (a ``Stage``) and ``page``; what is read is one
page, what is counted is counted by the database. One whose launch was taken back is not among them:
the same two are there under the number with which they stand ready again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mentoring.domain.tandem import LEFT_OUT, TOGETHER, Tandem, TandemState
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, NoneOf, UnitOfWork
from mentoring.usecases.common.own_tandem import Readers, is_private, none_of, readers_of
from mentoring.usecases.common.postings import post_anew, show_part
from mentoring.usecases.common.showing import depends, seen_otherwise
from mentoring.usecases.common.undone import not_undone
from mentoring.usecases.programme.needs import Asking, needs_owners

PAGE = 8


class Stage(StrEnum):
    """Which tandems are looked at; an offer is none yet."""

    ALL = ""
    TROUBLED = "troubled"
    AGREED = "agreed"
    RUNNING = "running"
    ENDED = "ended"


NOT_YET = (TandemState.ACCEPTED, TandemState.LAUNCHING)
CHOSEN: Mapping[Stage, Mapping[str, object]] = {
    Stage.ALL: {"state": (*TOGETHER, TandemState.CLOSED)},
    Stage.TROUBLED: {"state": NOT_YET, "trouble": NoneOf(("", LEFT_OUT))},
    Stage.AGREED: {"state": NOT_YET, "trouble": ("", LEFT_OUT)},
    Stage.RUNNING: {"state": TandemState.LAUNCHED},
    Stage.ENDED: {"state": TandemState.CLOSED},
}


def stage_of(tandem: Tandem) -> Stage:
    """The one stage, besides all, in which a tandem that both have agreed to is counted."""
    if tandem.state in NOT_YET:
        return Stage.AGREED if tandem.trouble in {"", LEFT_OUT} else Stage.TROUBLED
    return Stage.ENDED if tandem.state is TandemState.CLOSED else Stage.RUNNING


@dataclass(frozen=True)
class TandemsNotice(Notice):
    """A page of the tandems that none of the readers is in, by number.

    ``names`` are those of their people by id, ``totals`` counts the tandems of each stage, ``page``
    begins with 0. ``private``: nobody but the owner who asked reads it.
    """

    cycle_id: str
    tandems: tuple[Tandem, ...]
    names: Mapping[str, str]
    totals: Mapping[Stage, int]
    stage: Stage = Stage.ALL
    page: int = 0
    private: bool = True

    @property
    def pages(self) -> int:
        """How many pages the stage has; at least one."""
        return _pages(self.totals[self.stage])


@shows(to="owners")
def tandems_card(uow: UnitOfWork, scene: Scene) -> TandemsNotice:
    """What owners see; nobody sees their own, nor how many there are of these."""
    posting = scene.posting
    others = {**none_of(readers_of(uow, scene.moment, posting)), **not_undone(uow)}
    totals = {stage: uow.tandems.count(**CHOSEN[stage], **others) for stage in Stage}
    stage = Stage(posting.view)
    page = min(posting.page, _pages(totals[stage]) - 1)
    found = tuple(uow.tandems.page("number", PAGE, page * PAGE, **CHOSEN[stage], **others))
    return TandemsNotice(
        posting.subject_id, found, _names(uow, found), totals, stage, page, is_private(uow, posting)
    )


def _pages(tandems: int) -> int:
    return max(1, -(-tandems // PAGE))


def _names(uow: UnitOfWork, tandems: Iterable[Tandem]) -> dict[str, str]:
    both = {person for each in tandems for person in (each.mentor_id, each.mentee_id)}
    return {each.id: each.profile.name for each in uow.people.all(id=both)} if both else {}


@depends(tandems_card, Tandem)
def _tandems(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """Which there are, and where each stands."""
    return [change.row.cycle_id] if seen_otherwise(change, "trouble") else ()


def show(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat, stage: Stage = Stage.ALL) -> None:
    """Put the tandems of the cycle before the owner, those of one stage first."""
    post_anew(uow, moment, tandems_card, moment.cycle.id, owner, chat, stage)


def _show_troubled(uow: UnitOfWork, moment: Moment, asking: Asking) -> None:
    show(uow, moment, asking.owner, asking.chat, Stage.TROUBLED)


@needs_owners(_show_troubled)
def troubled(uow: UnitOfWork, _moment: Moment, readers: Readers) -> int:
    """Tandems that could not be started wait for owners."""
    return uow.tandems.count(**CHOSEN[Stage.TROUBLED], **none_of(readers))


def turn_to(uow: UnitOfWork, moment: Moment, posting_id: str, stage: Stage, page: int) -> None:
    """Show another page, or another stage, in the card.

    Raises:
        Refusal: ``stale`` if the posting is no such card of this cycle.
    """
    show_part(uow, tandems_card, moment.cycle.id, posting_id, stage, page)

"""The question some months after the end as a card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.errors import Refusal
from mentoring.domain.measurement.follow_up import FollowUp
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.notices import Notice, Scene, matters, shows
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.showing import depends


@dataclass(frozen=True)
class FollowUpNotice(Notice):
    """What is asked, and what was said; ``is_open``: it can be answered; ``is_ahead``: it is not
    asked yet.
    """

    found: FollowUp
    programme: Programme
    is_open: bool
    is_ahead: bool = False


@shows(to="person", in_hours=True, outlasts=True)
def follow_up_card(uow: UnitOfWork, scene: Scene) -> FollowUpNotice:
    """What its person sees of it."""
    found = uow.follow_ups.need(scene.posting.subject_id)
    if found.person_id != scene.posting.person_id:
        raise Refusal("not-yours")
    is_ahead = found.asked_at is None
    return FollowUpNotice(found, scene.programme, found.is_open(scene.now), is_ahead)


@depends(follow_up_card, FollowUp)
def _answered(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    return [change.row.id]


@matters(follow_up_card)
def _is_still_asked(uow: UnitOfWork, posting: Posting, now: datetime) -> bool:
    found = uow.follow_ups.get(posting.subject_id)
    return found is not None and found.is_open(now) and found.said.still is None

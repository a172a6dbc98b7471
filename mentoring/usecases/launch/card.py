"""A launch in one card: its preview, how far it is, and its receipt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from mentoring.domain.enrolment import Enrolment
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import SEEMINGLY_OPEN, Launch, LaunchState, Tandem, TandemState, Totals
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Other, UnitOfWork
from mentoring.usecases.common.changes import changed, follows
from mentoring.usecases.common.own_tandem import Readers, of_others, readers_of
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.previews import is_old
from mentoring.usecases.common.showing import EVERY, depends, edited
from mentoring.usecases.launch.preview import Prospect, prospect
from mentoring.usecases.matching.offers import ROUND, left_over_card


@dataclass(frozen=True)
class Trouble:
    """A tandem that could not be launched: the two by name, and why, as a code."""

    number: int
    mentor: str
    mentee: str
    code: str


@dataclass(frozen=True)
class LaunchNotice(Notice):
    """A launch before, while and after it is carried out.

    ``prospect`` is what it would do, while it is shown first (``is_old``: too long ago). Afterwards
    ``waiting`` offers go on, and who accepts one by ``open_until`` is launched then. ``troubles``
    are those that none of its readers is in; ``left_out`` counts the others.
    """

    launch: Launch
    programme: Programme
    prospect: Prospect = field(default_factory=Prospect)
    is_old: bool = False
    waiting: int = 0
    open_until: datetime | None = None
    troubles: tuple[Trouble, ...] = ()
    left_out: int = 0


@shows(to="owners", stored_as="launch")
def launch_card(uow: UnitOfWork, scene: Scene) -> LaunchNotice:
    """What owners see of a launch."""
    launch = uow.launches.need(scene.posting.subject_id)
    notice = LaunchNotice(launch, scene.programme)
    if launch.state is LaunchState.PREVIEW:
        old = is_old(launch.prepared_at, scene.now)
        return replace(notice, prospect=prospect(uow), is_old=old)
    readers = readers_of(uow, scene.moment, scene.posting)
    troubles, left_out = _named(uow, launch, readers)
    along: dict[str, object] = {"launch_id": launch.id, **SEEMINGLY_OPEN}
    ends = [end for (end,) in uow.tandems.columns("round_ends_at", **along)]
    return replace(
        notice,
        waiting=len(ends),
        open_until=max(ends, default=None),
        troubles=troubles,
        left_out=left_out,
    )


def _named(uow: UnitOfWork, launch: Launch, readers: Readers) -> tuple[tuple[Trouble, ...], int]:
    """The tandems that could not be launched, by name, and how many are left out."""
    codes = dict(launch.totals.troubled)
    tandems = uow.tandems.all(number=list(codes)) if codes else []
    shown = of_others(tandems, readers)
    troubles = (
        Trouble(
            each.number,
            name_of(uow, each.mentor_id),
            name_of(uow, each.mentee_id),
            codes[each.number],
        )
        for each in sorted(shown, key=lambda tandem: tandem.number)
    )
    return tuple(troubles), len(tandems) - len(shown)


@depends(launch_card, Launch, Tandem, Enrolment, Posting)
def _launches(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The launch, how far its tandems are, and, before it, who is ready and who is left over."""
    match change.row:
        case Launch(id=launch_id):
            return [launch_id]
        case Tandem(launch_id=launch_id, state=state):
            at_work = state in {TandemState.LAUNCHING, TandemState.LAUNCHED}
            found = [launch_id] if launch_id and at_work else [launch_id, EVERY]
            return found if change.alters("state", "trouble", "told_left_over") else ()
        case Posting():
            return [EVERY] if change.row.kind == left_over_card.name and not change.before else ()
    return [EVERY] if change.alters("state") or edited(change) else ()


@follows(launch_card)
def _settle(uow: UnitOfWork, moment: Moment, launch_id: str) -> None:
    """Count how far a launch is; once nothing is being launched any more, that is the receipt."""
    launch = uow.launches.get(launch_id)
    if launch is None or launch.state is not LaunchState.RUNNING:
        return
    launch = replace(launch, totals=_totals(uow, moment, launch_id))
    if not uow.tandems.any(launch_id=launch_id, state=TandemState.LAUNCHING):
        launch = replace(launch, state=LaunchState.DONE, done_at=moment.now)
        changed(uow, ROUND, uow.cycle_id)
    uow.launches.put(launch)


def _totals(uow: UnitOfWork, moment: Moment, launch_id: str) -> Totals:
    started = uow.tandems.those(launch_id=launch_id, state=TandemState.LAUNCHED)
    sessions = Counter(uow.sessions.count_by("state", tandem_id=started))
    launched = uow.tandems.count(launch_id=launch_id, state=TandemState.LAUNCHED)
    # Where a calendar could not be read there are no sessions yet: all of them are without a time.
    missing = launched - len(uow.sessions.count_by("tandem_id", tandem_id=started))
    return Totals(
        launched=launched,
        channels=uow.tandems.count(launch_id=launch_id, channel_id=Other("")),
        sessions=sessions["kept"] + sessions["moved"],
        moved=sessions["moved"],
        without_slot=sessions["open"]
        + sessions["cancelled"]
        + missing * moment.programme.sessions.session_count,
        troubled=tuple((number, code) for number, code in _troubled(uow, launch_id)),
    )


def _troubled(uow: UnitOfWork, launch_id: str) -> Sequence[tuple[Any, ...]]:
    return sorted(uow.tandems.columns("number", "trouble", launch_id=launch_id, trouble=Other("")))

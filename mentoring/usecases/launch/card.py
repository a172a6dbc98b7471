"""A launch in one card: its preview, how far it is, and its receipt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from mentoring.domain.cycle import RegisteredProgramme
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.launch import Launch, LaunchDecision, LaunchState, Totals
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.proposal import Proposal
from mentoring.domain.tandem import DATES_BY_HAND, SEEMINGLY_OPEN, ByHand, Tandem, TandemState
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Among, NoneOf, Other, UnitOfWork
from mentoring.usecases.common.changes import changed, follows
from mentoring.usecases.common.own_tandem import is_private, none_of, of_others, readers_of
from mentoring.usecases.common.postings import show_part
from mentoring.usecases.common.previews import is_old
from mentoring.usecases.common.showing import EVERY, depends, seen_otherwise, still_open
from mentoring.usecases.launch.preview import Prospect, prospect
from mentoring.usecases.launch.troubles import (
    IN_TROUBLE,
    Foreseen,
    Trouble,
    Turn,
    among,
    foreseen_in,
    named,
    troubled_in,
)
from mentoring.usecases.launch.undecided import Undecided, undecided
from mentoring.usecases.matching.left_over import left_over_card
from mentoring.usecases.matching.offers import ROUND
from mentoring.usecases.sessions.tandem_card import tandem_card

PAGE = 6
"""How many tandems that could not be launched at once are named on a page."""
LINES = 12
"""How many lines a page of a preview has about what a launch would meet."""
FORESEEN = "foreseen"
"""The part of the card that a preview's pages are."""


@dataclass(frozen=True)
class LaunchNotice(Notice):
    """A launch before, while and after it is carried out.

    ``prospect`` is what it would do, while it is shown first (``is_old``: too long ago), and
    ``foreseen`` a page of what it would meet, as far as none of its readers is concerned;
    ``undecided`` proposals would be no part of it. Afterwards
    ``waiting`` offers go on, and who accepts one by ``open_until`` is launched then. ``troubles``
    are a page of those that none of its readers is in; ``left_out`` counts the others, ``open``
    those on which owners have to decide. ``by`` is the name of whoever confirmed it. ``private``:
    it stands in an owner's own chat.
    """

    launch: Launch
    programme: Programme
    prospect: Prospect = field(default_factory=Prospect)
    is_old: bool = False
    foreseen: tuple[Foreseen, ...] = ()
    undecided: Undecided = field(default_factory=Undecided)
    waiting: int = 0
    open_until: datetime | None = None
    troubles: tuple[Trouble, ...] = ()
    left_out: int = 0
    open: int = 0
    private: bool = False
    page: int = 0
    pages: int = 1


@shows(to="owners", stored_as="launch")
def launch_card(uow: UnitOfWork, scene: Scene) -> LaunchNotice:
    """What owners see of a launch."""
    launch = uow.launches.need(scene.posting.subject_id)
    readers = readers_of(uow, scene.moment, scene.posting)
    notice = LaunchNotice(launch, scene.programme)
    if launch.state is LaunchState.PREVIEW:
        old = is_old(launch.prepared_at, scene.now)
        waits, told = undecided(uow, scene.moment), prospect(uow, readers)
        notice = replace(notice, prospect=told, is_old=old, undecided=waits)
        return _foreseeing(notice, foreseen_in(uow, readers), scene.posting)
    troubled = troubled_in(uow, launch)
    shown = of_others((each.tandem for each in troubled), readers)
    page, pages = _page(scene.posting, "", len(shown), PAGE)
    along: dict[str, object] = {"launch_id": launch.id, **SEEMINGLY_OPEN}
    waiting = uow.tandems.count(**along)
    if waiting:  # Only then are their people read.
        along |= none_of(readers)
        waiting = uow.tandems.count(**along)
    return replace(
        notice,
        waiting=waiting,
        # Where none is open, SQLite would look through all tandems for the latest.
        open_until=uow.tandems.latest("round_ends_at", **along) if waiting else None,
        troubles=tuple(named(uow, e) for e in among(troubled, shown[page * PAGE :][:PAGE])),
        left_out=len(troubled) - len(shown),
        open=sum(each.turn is Turn.OPEN for each in among(troubled, shown)),
        private=is_private(uow, scene.posting),
        page=page,
        pages=pages,
    )


def _foreseeing(notice: LaunchNotice, met: Sequence[Foreseen], posting: Posting) -> LaunchNotice:
    """The preview with a page of what would be met."""
    page, pages = _page(posting, FORESEEN, len(met), LINES)
    return replace(notice, foreseen=tuple(met[page * LINES :][:LINES]), page=page, pages=pages)


def _page(posting: Posting, part: str, rows: int, size: int) -> tuple[int, int]:
    """Which page is shown and how many there are; from another part of the card's life none is
    taken over.
    """
    pages = max(1, -(-rows // size))
    return min(posting.page if posting.view == part else 0, pages - 1), pages


def turn_to(uow: UnitOfWork, _moment: Moment, launch_id: str, posting_id: str, page: int) -> None:
    """Show another page of what a launch would meet, or of what it could not set up.

    Raises:
        Refusal: ``stale`` if the posting is no card of this launch.
    """
    launch = uow.launches.get(launch_id)
    is_preview = launch is not None and launch.state is LaunchState.PREVIEW
    show_part(uow, launch_card, launch_id, posting_id, FORESEEN if is_preview else "", page)


SHOWN = ("trouble", "foreseen")


@depends(launch_card, Launch, LaunchDecision, Tandem, Enrolment, Posting, Proposal)
@depends(launch_card, RegisteredProgramme)
def _launches(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The launch, how far its tandems are, and, before it, who is ready, who is left over, what
    nobody has decided, and whether anybody can.
    """
    match change.row:
        case Launch(id=launch_id):
            return [launch_id]
        case LaunchDecision(launch_id=launch_id):
            return [launch_id]
        case Tandem(launch_id=launch_id, state=state):
            at_work = state in {TandemState.LAUNCHING, TandemState.LAUNCHED}
            found = [launch_id] if launch_id and at_work else [launch_id, EVERY]
            return found if seen_otherwise(change, *SHOWN) else ()
        case Posting():
            return [EVERY] if change.row.kind == left_over_card.name and not change.before else ()
        case RegisteredProgramme():
            return [EVERY] if change.alters("owners", "shut_off") else ()
        case Enrolment():
            return [EVERY] if seen_otherwise(change) else ()
    return [EVERY] if change.alters("state") else ()


@still_open(launch_card)
def _not_given_up(uow: UnitOfWork) -> Mapping[str, object]:
    over = (LaunchState.DISCARDED, LaunchState.UNDONE)
    return {"subject_id": Among(others=(uow.launches.those(state=over),))}


AT_WORK = {LaunchState.RUNNING, LaunchState.MENDING}


@follows(launch_card)
def _settle(uow: UnitOfWork, moment: Moment, launch_id: str) -> None:
    """Count how far a launch is; once nothing is being launched any more, that is the receipt."""
    launch = uow.launches.get(launch_id)
    if launch is None or launch.state not in AT_WORK:
        return
    if not uow.tandems.any(launch_id=launch_id, state=TandemState.LAUNCHING):
        launch = replace(launch, state=LaunchState.DONE, done_at=moment.now)
        changed(uow, ROUND, uow.cycle_id)
    counted = _so_far if launch.state is LaunchState.RUNNING else _in_full
    uow.launches.put(replace(launch, totals=counted(uow, moment, launch_id)))


def _so_far(uow: UnitOfWork, _moment: Moment, launch_id: str) -> Totals:
    """What is shown while it is at work, counted every few seconds."""
    here = _launched(uow, launch_id)
    sessions = _sessions(uow, here)
    left = uow.tandems.columns("number", "trouble", launch_id=launch_id, **IN_TROUBLE)
    return Totals(
        launched=uow.tandems.count(**here),
        channels=uow.tandems.count(launch_id=launch_id, channel_id=Other("")),
        sessions=sessions["kept"] + sessions["moved"],
        troubled=tuple(sorted((number, code) for number, code in left)),
    )


def _in_full(uow: UnitOfWork, moment: Moment, launch_id: str) -> Totals:
    """What the receipt says."""
    here, so_far = _launched(uow, launch_id), _so_far(uow, moment, launch_id)
    sessions = _sessions(uow, here)
    # Where a calendar could not be read there are no sessions yet: all of them are without a time.
    # Dates that the two keep by hand are none of the product's.
    booked = {"tandem_id": uow.tandems.those(**here), "state": Other("by_hand")}
    missing = so_far.launched - len(uow.sessions.count_by("tandem_id", **booked))
    missing -= uow.tandems.count(**here, by_hand=DATES_BY_HAND)
    without = sessions["open"] + sessions["cancelled"]
    return replace(
        so_far,
        moved=sessions["moved"],
        without_slot=without + missing * moment.programme.sessions.session_count,
        by_hand=uow.tandems.count(**here, by_hand=Other(ByHand.NOTHING)),
    )


def _sessions(uow: UnitOfWork, launched: Mapping[str, object]) -> Counter[str]:
    """How many of their sessions are in each state."""
    return Counter(uow.sessions.count_by("state", tandem_id=uow.tandems.those(**launched)))


def _launched(uow: UnitOfWork, launch_id: str) -> Mapping[str, object]:
    """The columns of the tandems that it has launched, whether or not they are over by now. One
    that ended before it could be launched bears no mark of that, but its two never got its card.
    """
    this: dict[str, object] = {"launch_id": launch_id}
    over = {key for (key,) in uow.tandems.columns("id", **this, state=TandemState.CLOSED)}
    card = {"kind": tandem_card.name, "subject_id": sorted(over)}
    told = {key for (key,) in uow.postings.columns("subject_id", **card)} if over else set()
    launched_or_over = (TandemState.LAUNCHED, TandemState.CLOSED)
    return {**this, "state": launched_or_over, "id": NoneOf(over - told)}

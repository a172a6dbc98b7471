"""What a tandem has brought, released by both for the programme owners.

Each of the two may write a line, and by that releases it for themselves; the other one reads it and
may release the same words. Whether they have, the author is not told: a no, silence and what is
taken back look alike. Owners read nothing before the time is over, so they learn of nothing that
was taken back in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.domain.enrolment import Enrolment, enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.measurement.results import OPEN_FOR, ReportedResult, Result, written
from mentoring.domain.people import Person, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import Tandem
from mentoring.domain.topics import Topic
from mentoring.domain.upkeep import Timer
from mentoring.notices import Correctable, Scene, matters, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.showing import OwnCards, Subjects, cards_of, depends, time_has_come
from mentoring.usecases.common.sides import can_look_back
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.launch.when_over import when_over
from mentoring.usecases.measurement.key_figures import figures_now
from mentoring.usecases.tandem.kits import topics_taught
from mentoring.usecases.tandem.when_it_fits import bring_when_it_fits

ASKED_FOR = "own"
"""The view of a card that its reader has asked for."""


@dataclass(frozen=True, kw_only=True)
class ResultNotice(Correctable):
    """What one of the two sees: their own line, the other one's, and which key figures there are.

    ``until`` is when it is over (aware); ``reported`` are the lines of the tandem that owners read
    from then on.
    """

    tandem: Tandem
    viewer: Person
    partner: Person
    programme: Programme
    until: datetime
    own: Result | None = None
    theirs: Result | None = None
    figures: tuple[str, ...] = ()
    topic: Topic | None = None
    is_over: bool = False
    reported: tuple[str, ...] = ()

    @property
    def has_agreed(self) -> bool:
        """Whether the viewer has released the other one's line."""
        return self.theirs is not None and self.theirs.agreed_by == self.viewer.id

    def expects(self) -> Mapping[str, object] | None:
        """A line of this tandem, while it can be written."""
        return None if self.is_over else {"tandem": self.tandem.id}


def _line_of(uow: UnitOfWork, tandem: Tandem, person_id: str) -> Result | None:
    return uow.results.get(result_id(tandem.id, tandem.role_of(person_id)))


def result_id(tandem_id: str, role: Role) -> str:
    """The id of the line that this one of the two has written."""
    return f"{tandem_id}:{role}"


@shows(to="person", in_hours=True, outlasts=True)
def result_card(uow: UnitOfWork, scene: Scene) -> ResultNotice:
    """What one of the two sees; of the other one's answer nothing."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    viewer = uow.people.need(scene.posting.person_id)
    own = _line_of(uow, tandem, viewer.id)
    reported = uow.reported_results.all(tandem_id=tandem.id)
    topics = topics_taught(uow, tandem)
    return ResultNotice(
        tandem=tandem,
        viewer=viewer,
        partner=uow.people.need(tandem.partner_of(viewer.id)),
        programme=scene.programme,
        until=(tandem.ended_at or scene.now) + OPEN_FOR,
        own=replace(own, agreed_by="") if own else None,
        theirs=_line_of(uow, tandem, tandem.partner_of(viewer.id)),
        figures=tuple(each.name for each in figures_now(uow)),
        topic=scene.programme.topic(topics[0]) if topics else None,
        is_over=not _is_open(uow, scene.moment, tandem, viewer.id),
        reported=tuple(sorted(each.line for each in reported)),
    )


def _is_open(uow: UnitOfWork, moment: Moment, tandem: Tandem, person_id: str) -> bool:
    """Whether a line can be written: for some days from the planned end on."""
    in_time = tandem.ended_at is not None and moment.now < tandem.ended_at + OPEN_FOR
    return in_time and _may_read(uow, moment, tandem, person_id)


def _may_read(uow: UnitOfWork, moment: Moment, tandem: Tandem, person_id: str) -> bool:
    """Whether one of the two can have the card: both belong to no owners, and the tandem has come
    to its planned end.
    """
    if not tandem.as_planned or _is_of_owners(moment, tandem):
        return False
    enrolled = uow.enrolments.get(enrolment_id(uow.cycle_id, tandem.role_of(person_id), person_id))
    return can_look_back(uow, moment.now, tandem, enrolled)


def _is_of_owners(moment: Moment, tandem: Tandem) -> bool:
    """Whoever reads the lines is in none of the tandems that write them."""
    return bool({tandem.mentor_id, tandem.mentee_id} & {*moment.home.owners})


@depends(result_card, Result)
def _written(uow: UnitOfWork, change: Altered) -> Subjects:
    """Whether the other one agrees, nothing tells the author, nor when they were asked."""
    if change.alters("line", "figure", "at"):
        return [change.row.tandem_id]
    tandem = uow.tandems.need(change.row.tandem_id)
    return OwnCards(tandem.partner_of(change.row.author_id), (tandem.id,))


@depends(result_card, ReportedResult)
def _reported(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    return [change.row.tandem_id]


@depends(result_card, Enrolment)
def _erased(_uow: UnitOfWork, change: Altered) -> Subjects:
    """That one's answers are gone, and with them what can be released."""
    told = change.alters("answers", "state", "erased_at")
    return cards_of(change.row.person_id) if told else ()


@matters(result_card)
def _waits_for_its_reader(uow: UnitOfWork, posting: Posting, now: datetime) -> bool:
    """One that was not asked for says something only while the other one's line waits."""
    if posting.view == ASKED_FOR:
        return True
    tandem = uow.tandems.get(posting.subject_id)
    if tandem is None or tandem.ended_at is None or now >= tandem.ended_at + OPEN_FOR:
        return False
    theirs = _line_of(uow, tandem, tandem.partner_of(posting.person_id))
    return theirs is not None and not theirs.agreed_by


def show(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, chat: Chat) -> None:
    """Put it before one of the two, who asks for it.

    Raises:
        Refusal: ``not-yours``; ``stale`` where there is nothing to write (any more).
    """
    if not _may_read(uow, moment, uow.tandems.need(tandem_id), person_id):
        raise Refusal("stale")
    post_anew(uow, moment, result_card, tandem_id, person_id, chat, ASKED_FOR)


@dataclass(frozen=True)
class Line:
    """What somebody writes, and the name of the key figure that they tie it to (empty: none)."""

    text: str
    figure: str = ""


def release(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, line: Line) -> None:
    """Release this line for oneself, instead of an earlier one; the other one may do the same, and
    has to anew where anything of it is otherwise.

    Raises:
        Refusal: as ``show`` and ``written``; ``stale`` if there is no such figure.
    """
    tandem = _own(uow, moment, tandem_id, person_id)
    text = written(line.text)
    if line.figure and line.figure not in {each.name for each in figures_now(uow)}:
        raise Refusal("stale")
    key = result_id(tandem.id, tandem.role_of(person_id))
    before = uow.results.get(key)
    if before and (before.line, before.figure) == (text, line.figure):
        return
    uow.results.put(Result(key, tandem.id, person_id, text, moment.now, line.figure))
    partner = tandem.partner_of(person_id)
    bring_when_it_fits(uow, moment, result_card, tandem.id, partner)


def take_back(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str) -> None:
    """Nobody reads one's own line any more.

    Raises:
        Refusal: as ``show``.
    """
    tandem = _own(uow, moment, tandem_id, person_id)
    uow.results.delete(result_id(tandem.id, tandem.role_of(person_id)))


@dataclass(frozen=True)
class Answer:
    """Whether somebody releases the line that the other one has released at ``at``."""

    at: str
    yes: bool


def agree(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, answer: Answer) -> None:
    """Release the other one's line, or not any more.

    Raises:
        Refusal: as ``show``; ``result-changed`` if it is not the line that they have read.
    """
    tandem = _own(uow, moment, tandem_id, person_id)
    theirs = _line_of(uow, tandem, tandem.partner_of(person_id))
    if theirs is None or theirs.at.isoformat() != answer.at:
        raise Refusal("result-changed")
    uow.results.put(replace(theirs, agreed_by=person_id if answer.yes else ""))


def _own(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str) -> Tandem:
    tandem = uow.tandems.need(tandem_id)
    tandem.role_of(person_id)
    if not _is_open(uow, moment, tandem, person_id):
        raise Refusal("stale")
    return tandem


@when_over
def _until(uow: UnitOfWork, tandem: Tandem) -> None:
    if tandem.ended_at:
        set_timer(uow, results_due, tandem.id, tandem.ended_at + OPEN_FOR)


@when_due()
def results_due(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """The time is over: what both have released owners read from now on, without a name."""
    tandem = uow.tandems.get(timer.subject_id)
    if tandem is None:
        return
    topic = next(iter(topics_taught(uow, tandem)), "")
    for each in () if _is_of_owners(moment, tandem) else uow.results.all(tandem_id=tandem.id):
        if each.agreed_by:
            who = tandem.id, each.author_id, each.agreed_by
            made = ReportedResult(each.id, *who, each.line, topic, moment.now, each.figure)
            uow.reported_results.put(made)
    time_has_come(uow, result_card, tandem.id)

"""What both of a tandem read when it has come to its planned end, or the cycle has and it never
began.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.cycle import Cycle, CycleKind, cycle_id
from mentoring.domain.enrolment import Enrolment, enrolment_id
from mentoring.domain.farewell import Farewell
from mentoring.domain.people import Person, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import Tandem, TandemState, never_began
from mentoring.domain.upkeep import Timer
from mentoring.notices import Correctable, Scene, matters, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, NoneOf, UnitOfWork, UpTo
from mentoring.usecases.common.people import tandems_with
from mentoring.usecases.common.showing import Subjects, cards_of, depends, time_has_come
from mentoring.usecases.common.sides import KEPT, can_look_back
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.enrolment.wishes import may_wish
from mentoring.usecases.launch.another_partner import ended_card
from mentoring.usecases.launch.clearing_away import could_not_begin
from mentoring.usecases.launch.further_sessions import further_called_off
from mentoring.usecases.launch.team_needs import needs_it_too
from mentoring.usecases.launch.when_over import when_over


@dataclass(frozen=True)
class ThanksNotice(Correctable):
    """A tandem that is over, as one of the two sees it; ``enrolment`` is their own. ``past`` of its
    sessions have had their time in the calendar; ``can_look_back``: what has changed for the viewer
    can still be opened. ``line`` is what the mentee has written to the mentor. ``may_wish``: the
    viewer can say something for next time, which counts at once if the cycle ``is_rolling``.
    ``called_off`` further sessions had been agreed on and were cancelled with the end.
    ``may_report``: the two may say something for owners, who are in no tandem of theirs.
    """

    tandem: Tandem
    viewer: Person
    partner: Person
    programme: Programme
    enrolment: Enrolment | None = None
    past: int = 0
    can_look_back: bool = False
    line: str = ""
    may_wish: bool = False
    is_rolling: bool = False
    called_off: int = 0
    may_report: bool = False

    @property
    def may_write(self) -> bool:
        """Whether the viewer may write a line and has not yet."""
        is_mentee = self.tandem.role_of(self.viewer.id) is Role.MENTEE
        return is_mentee and self.can_look_back and not self.line

    def expects(self) -> Mapping[str, object] | None:
        """The line of this tandem."""
        return {"tandem": self.tandem.id} if self.may_write else None


@shows(to="person", in_hours=True, outlasts=True, beside=True, stored_as="closed")
def thanks_card(uow: UnitOfWork, scene: Scene) -> ThanksNotice:
    """What one of the two reads at the end."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    viewer = uow.people.need(scene.posting.person_id)
    role = tandem.role_of(viewer.id)
    enrolled = uow.enrolments.get(enrolment_id(uow.cycle_id, role, viewer.id))
    looks_back = can_look_back(uow, scene.now, tandem, enrolled)
    owners = {*scene.moment.home.owners}
    return ThanksNotice(
        tandem,
        viewer,
        uow.people.need(tandem.partner_of(viewer.id)),
        scene.programme,
        enrolled,
        uow.sessions.count(tandem_id=tandem.id, start=UpTo(tandem.ended_at or scene.now)),
        looks_back,
        _line(uow, tandem),
        not never_began(tandem) and may_wish(uow, scene.moment.cycle, enrolled),
        scene.moment.cycle.kind is CycleKind.ROLLING,
        further_called_off(uow, tandem),
        looks_back and owners.isdisjoint({tandem.mentor_id, tandem.mentee_id}),
    )


def _line(uow: UnitOfWork, tandem: Tandem) -> str:
    found = uow.farewells.get(tandem.id)
    return found.text if found else ""


@depends(thanks_card, Farewell)
def _written(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """What the mentee has written, and that it is gone."""
    return [change.row.tandem_id]


@matters(thanks_card)
def _says_something_new(uow: UnitOfWork, posting: Posting, _now: datetime) -> bool:
    """A second copy brings what the mentee has written, if they have not taken it back."""
    about = {"kind": posting.kind, "subject_id": posting.subject_id}
    stands = uow.postings.any(**about, person_id=posting.person_id, activity_id=NoneOf({""}))
    return not stands or uow.farewells.get(posting.subject_id) is not None


def ended_as_planned(uow: UnitOfWork, person_id: str) -> list[Tandem]:
    """The person's tandems of this cycle that had begun and have come to their planned end,
    whether or not the thanks have reached them, or are still in their chat.
    """
    sides = ({"mentor_id": person_id}, {"mentee_id": person_id})
    return [each for own in sides for each in uow.tandems.all(**own, as_planned=True)]


@needs_it_too
def _read_on(uow: UnitOfWork, team_id: str, people: Collection[str]) -> set[str]:
    """The channel of a tandem that has come to its planned end, or is just coming to it with its
    cycle, can still be read.
    """
    there = uow.everywhere.tandems.all(team_id=team_id)
    read = [each for each in there if each.as_planned or _is_ending_as_planned(each)]
    both = {person for each in read for person in (each.mentor_id, each.mentee_id)}
    return both.intersection(people)


def _is_ending_as_planned(tandem: Tandem) -> bool:
    is_ending = bool(tandem.closing_id) and tandem.ended_at is None
    return is_ending and not could_not_begin(tandem)


@when_over
def _until(uow: UnitOfWork, tandem: Tandem) -> None:
    """Some days after the end there is nothing to look back at."""
    if tandem.ended_at:
        set_timer(uow, no_look_back, tandem.id, tandem.ended_at + KEPT)


@when_due()
def no_look_back(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    """What the two have said is erased by now, and so it is for each in all their tandems."""
    tandem = uow.tandems.get(timer.subject_id)
    both = (tandem.mentor_id, tandem.mentee_id) if tandem else ()
    for key in {each for person_id in both for each in tandems_with(uow, person_id)}:
        for card in (thanks_card, ended_card):
            time_has_come(uow, card, key)


@depends(thanks_card, Cycle)
def _asked(uow: UnitOfWork, change: Altered) -> Subjects:
    """Once the next cycle has been opened, nobody wishes anything for it any more; where there is
    none, they do so at once.
    """
    cycle = change.row
    if not change.alters("kind"):
        return ()
    before = cycle_id(cycle.programme_id, cycle.number - 1)
    shown = [cycle.id] if change.before or cycle.tried_by else [cycle.id, before]
    return uow.everywhere.tandems.those(cycle_id=shown, state=TandemState.CLOSED)


@depends(thanks_card, Enrolment)
def _answered(_uow: UnitOfWork, change: Altered) -> Subjects:
    """Whether one's answers are kept, and that they are gone."""
    told = change.alters("released", "answers", "state", "erased_at", "next_time", "earlier")
    return cards_of(change.row.person_id) if told else ()

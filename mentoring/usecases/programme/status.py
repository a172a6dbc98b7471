"""How the programme stands, as owners may see it: counts and states, never an answer, never who
declined.

All of it is counted by the database, so that it costs the same however many take part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from mentoring.domain.cycle import Cycle
from mentoring.domain.enrolment import ENROLLED, Enrolment
from mentoring.domain.finding import Finding
from mentoring.domain.launch import Launch
from mentoring.domain.people import Profile
from mentoring.domain.proposal import Proposal
from mentoring.domain.site import site_of
from mentoring.domain.tandem import SEEMINGLY_OPEN, Tandem, TandemState
from mentoring.domain.watching import Absence
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Among, UnitOfWork
from mentoring.usecases.common.own_tandem import Readers, is_private, none_of, readers_of
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.showing import EVERY, depends, seen_otherwise
from mentoring.usecases.common.undone import not_undone
from mentoring.usecases.programme.needs import Need, waiting
from mentoring.usecases.programme.next_step import IN, Counted, NextStep, next_step
from mentoring.usecases.programme.period import clock_of, enrolment_open
from mentoring.usecases.programme.whereabouts import Standing


@dataclass(frozen=True)
class StatusNotice(Notice):
    """Where the programme stands, what comes next, what waits for owners.

    ``left_out`` counts the owners who take part themselves and read along; ``private``: nobody
    reads along. ``sites`` are the places of which nobody knows the public holidays, as the
    directory spells them (empty where it tells none), with how many take part there.
    """

    programme: str
    cycle: Cycle
    figures: Counted
    next: NextStep
    enrolment_end: date | None
    enrolment_open: bool
    needs: tuple[Need, ...] = ()
    left_out: int = 0
    private: bool = True
    sites: Mapping[str, int] = field(default_factory=dict)


@shows(to="owners")
def status_card(uow: UnitOfWork, scene: Scene) -> StatusNotice:
    """What owners see; those who read it are neither named nor counted, nor are their tandems."""
    moment, posting = scene.moment, scene.posting
    readers = readers_of(uow, moment, posting)
    figures = _figures(uow, moment, readers)
    is_open = enrolment_open(moment, clock_of(uow, posting.person_id))
    return StatusNotice(
        programme=moment.programme.name,
        cycle=moment.cycle,
        figures=figures,
        next=next_step(uow, moment, figures, readers, enrolment_open=is_open),
        enrolment_end=moment.cycle.enrolment_end,
        enrolment_open=is_open,
        needs=waiting(uow, moment, readers),
        left_out=_left_out(uow, readers),
        private=is_private(uow, posting),
        sites=_sites(uow, moment, readers),
    )


@depends(status_card, Enrolment, Tandem, Proposal, Launch, Cycle, Absence, Finding)
def _stands(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """How far people, tandems and the cycle are, and what has been found."""
    match change.row:
        case Cycle(id=cycle_id):
            stays = change.before and change.after
            return [cycle_id] if stays and change.alters("state", "enrolment_end") else ()
        case Enrolment(cycle_id=cycle_id):
            return [cycle_id] if seen_otherwise(change, "rests", "application", "clearance") else ()
        case Tandem(cycle_id=cycle_id):
            return [cycle_id] if seen_otherwise(change, "trouble") else ()
        case Proposal(cycle_id=cycle_id) | Launch(cycle_id=cycle_id):
            return [cycle_id] if change.alters("state") else ()
    return [EVERY]


def _figures(uow: UnitOfWork, moment: Moment, readers: Readers) -> Counted:
    others = none_of(readers)
    states = uow.tandems.count_by("state", **others, **not_undone(uow))
    standing = Standing(uow, moment, readers)
    return Counted(
        people=standing.counts(),
        asked_in_both=standing.in_both(),
        enrolled_in_both=standing.in_both(IN),
        offers=uow.tandems.count(**SEEMINGLY_OPEN, **others),
        offers_until=uow.tandems.latest("round_ends_at", **SEEMINGLY_OPEN, **others),
        accepted=states.get(TandemState.ACCEPTED, 0) + states.get(TandemState.LAUNCHING, 0),
        ready=uow.tandems.count(state=TandemState.ACCEPTED, trouble="", **others),
        launched=states.get(TandemState.LAUNCHED, 0),
        closed=states.get(TandemState.CLOSED, 0),
        takes_part=uow.enrolments.any(person_id=tuple(readers)),
    )


def _left_out(uow: UnitOfWork, readers: Readers) -> int:
    return len({person for (person,) in uow.enrolments.columns("person_id", person_id=readers)})


def _sites(uow: UnitOfWork, moment: Moment, readers: Readers) -> Mapping[str, int]:
    """Where those who have enrolled work, if nobody knows its public holidays."""
    enrolled = uow.enrolments.those("person_id", **ENROLLED)
    names = ("profile.country", "profile.state", "profile.location")
    found: dict[str, int] = {}
    chosen = Among((enrolled,), but=readers)
    for country, state, location, many in uow.people.tally(*names, id=chosen):
        there = Profile("", "", "", country=country, state=state, location=location)
        if not site_of(there, moment.programme.sessions).is_known:
            spelt = ", ".join(filter(None, (state or location, country)))
            found[spelt] = found.get(spelt, 0) + many
    return dict(sorted(found.items()))


def show(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    """Put it before the owner; an earlier one of theirs in the same chat gives way."""
    post_anew(uow, moment, status_card, moment.cycle.id, owner, chat)

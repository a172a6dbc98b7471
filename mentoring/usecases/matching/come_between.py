"""What may have come between two people since they were proposed to owners, or brought together by
one: looked at once more in the moment in which their offer is made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from mentoring.domain.enrolment import Enrolment, enrolment_id
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.pair import Pair, PairKind, pair_id
from mentoring.domain.people import Role
from mentoring.domain.proposal import Proposal
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Other, UnitOfWork
from mentoring.usecases.matching.inputs import capacity, has_ended, settings_now, standing

Seat = tuple[Role, str]
"""Somebody in a role."""
Enrolled = Mapping[Seat, Enrolment]


def still_possible(
    uow: UnitOfWork, moment: Moment, proposals: Sequence[Proposal]
) -> list[Proposal]:
    """Those where nothing has come between the two since they were proposed.

    Somebody may have left, opened a step, changed an answer, got another partner, or named the
    other: owners do not learn which. Nobody can do so until the offers are made: the enrolments are
    locked.
    """
    ids = [enrolment_id(uow.cycle_id, *side) for p in proposals for side in _sides(p)]
    enrolled = {(each.role, each.person_id): each for each in uow.enrolments.hold(ids)}
    settings = settings_now(uow, moment.programme)
    apart = _apart(uow, proposals, settings)
    possible = [
        p
        for p in proposals
        if _would_have(enrolled.get(p.of_mentee), p.mentor_id)
        and _would_have(enrolled.get(p.of_mentor), p.mentee_id)
        and p.id not in apart
        and _can_talk(enrolled[p.of_mentee], enrolled[p.of_mentor], settings)
    ]
    return _with_places(uow, possible, enrolled)


def _sides(proposal: Proposal) -> tuple[Seat, Seat]:
    return proposal.of_mentee, proposal.of_mentor


def _would_have(enrolled: Enrolment | None, other: str) -> bool:
    """Whether the person still takes part and has not named the other one."""
    if enrolled is None or enrolled.rests or not enrolled.is_enrolled:
        return False
    hidden = enrolled.answers.not_with
    return hidden is None or other not in {*hidden.not_with, *hidden.kpi_people}


def _can_talk(mentee: Enrolment, mentor: Enrolment, settings: MatchingSettings) -> bool:
    """Whether the two still have a language in common, and a wish that is taught."""
    least, spoken = settings.parameters, [each.answers.about for each in (mentee, mentor)]
    common = set[str].intersection(*(set(about.languages) if about else set() for about in spoken))
    taught = {s.topic for s in mentor.answers.skills if s.level >= least.topic_level}
    wished = mentee.answers.wishes.topics if mentee.answers.wishes else ()
    return (len(common) >= least.common_languages or not settings.is_on("language")) and (
        not taught.isdisjoint(wished) or not settings.is_on("topic")
    )


def _apart(
    uow: UnitOfWork, proposals: Sequence[Proposal], settings: MatchingSettings
) -> frozenset[str]:
    """The ids of those whose two must not be put to each other, whichever was the mentor before."""
    ids = [key for proposal in proposals for key in _keys(uow, proposal)]
    kept = {pair.id: pair for pair in uow.pairs.all(id=ids)}
    return frozenset(
        proposal.id
        for proposal in proposals
        for key in _keys(uow, proposal)
        if key in kept and not _is_waived(uow, proposal, kept[key], settings)
    )


def _keys(uow: UnitOfWork, proposal: Proposal) -> tuple[str, str]:
    one, other = proposal.mentor_id, proposal.mentee_id
    return pair_id(uow.programme_id, one, other), pair_id(uow.programme_id, other, one)


def _is_waived(uow: UnitOfWork, proposal: Proposal, pair: Pair, settings: MatchingSettings) -> bool:
    """Whether owners may bring the two together all the same, as the matching has it: two who were
    a tandem before, where the rule is off, or an owner has written why.
    """
    if pair.kind is not PairKind.PAST or not settings.is_on("past_pair"):
        return pair.kind is PairKind.PAST
    lock = proposal.lock
    if lock is None or not lock.reason.strip():
        return False
    return not has_ended(uow, lock, pair.noted_at)


def _with_places(
    uow: UnitOfWork, proposals: Sequence[Proposal], enrolled: Enrolled
) -> list[Proposal]:
    """Those whose two both have a place left; a trio takes one, however many are in it."""
    taken, found = _taken(uow, proposals), list[Proposal]()
    for each in proposals:
        place = _place(each)
        if all(_has_place(enrolled[side], taken[side], place) for side in _sides(each)):
            found.append(each)
            for side in _sides(each):
                taken[side].add(place)
    return found


def _taken(uow: UnitOfWork, proposals: Sequence[Proposal]) -> defaultdict[Seat, set[str]]:
    """The places that their people have taken, by role and person."""
    found: defaultdict[Seat, set[str]] = defaultdict(set)
    rows = _standing_of(uow, proposals)
    trios = _trios(uow, sorted({proposal_id for _, _, proposal_id in rows}))
    for mentee, mentor, proposal_id in rows:
        place = trios.get(proposal_id, f"{proposal_id}:{mentee}:{mentor}")
        found[Role.MENTEE, mentee].add(place)
        found[Role.MENTOR, mentor].add(place)
    return found


def _standing_of(uow: UnitOfWork, proposals: Sequence[Proposal]) -> list[tuple[str, str, str]]:
    """Mentee, mentor and proposal of all tandems and offers that one of their people is in."""
    if not proposals:
        return []
    mentors, mentees = {p.mentor_id for p in proposals}, {p.mentee_id for p in proposals}
    columns = "mentee_id", "mentor_id", "proposal_id"
    return [
        *standing(uow, *columns, mentor_id=sorted(mentors)),
        *standing(uow, *columns, mentee_id=sorted(mentees)),
    ]


def _trios(uow: UnitOfWork, ids: Sequence[str]) -> Mapping[str, str]:
    """The place that each of these proposals (by id) takes which are of a trio."""
    found = uow.proposals.columns("id", "run_id", "trio", id=ids, trio=Other(0)) if ids else ()
    return {key: _place_of_trio(run_id, trio) for key, run_id, trio in found}


def _place(proposal: Proposal) -> str:
    return _place_of_trio(proposal.run_id, proposal.trio) if proposal.trio else proposal.id


def _place_of_trio(run_id: str, trio: int) -> str:
    return f"{run_id}:trio:{trio}"


def _has_place(enrolled: Enrolment, taken: set[str], place: str) -> bool:
    return place in taken or len(taken) < capacity(enrolled)

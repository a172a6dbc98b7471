"""What a matching starts from: who is to be matched, what stands already, and what owners
decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from mentoring.domain.enrolment import WAITS, Enrolment
from mentoring.domain.match_run import DecisionKind, OwnerDecision
from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.decisions import Decision, Forbid, Lock
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.pair import Pair as PastPair
from mentoring.domain.pair import PairKind
from mentoring.domain.people import ERASED, Person, Role
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import About, NotWith, When
from mentoring.domain.tandem import SEEMINGLY_OPEN, TOGETHER, TandemState
from mentoring.ports.matcher import Inputs
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.matching.named import by_id


def inputs(
    uow: UnitOfWork,
    programme: Programme,
    tried: MatchingSettings | None = None,
    resting: str = "",
) -> Inputs:
    """What a matching would start from now, by the settings that count or by those ``tried`` out:
    they also say where people stand and by which targets they are measured. ``resting`` is the
    enrolment of somebody who is counted in even if they have not said that they would like another
    one.
    """
    enrolments = [*uow.enrolments.all(**WAITS)]
    if resting:
        enrolments += uow.enrolments.all(id=resting, **{**WAITS, "rests": True})
    known = uow.people.all(id={enrolled.person_id for enrolled in enrolments})
    pairs = uow.pairs.all()
    back = _come_back(uow, known, pairs)
    people = {person.id: _with_managers(person, back) for person in known}
    past = [_again(each, back) for each in pairs if each.kind is PairKind.PAST]
    partners = _partners(past)
    settings = by_id(uow, tried or settings_now(uow, programme), known)
    candidates = tuple(
        replace(
            candidate(enrolled, people[enrolled.person_id]),
            past_partners=frozenset(partners[enrolled.person_id]),
            kpi_group=settings.kpi_group_of(enrolled.person_id),
            level=settings.level_of(enrolled.person_id) or people[enrolled.person_id].profile.level,
        )
        for enrolled in enrolments
    )
    not_again = tuple(
        Pair(pair.mentee_id, pair.mentor_id)
        for pair in (_again(each, back) for each in pairs if each.kind is PairKind.NOT_AGAIN)
    )
    found = Inputs(candidates, settings, (), not_again, standing_pairs(uow))
    still_open = _still_open(_not_carried_out(uow, past), found)
    return replace(found, decisions=tuple(still_open))


def standing_pairs(uow: UnitOfWork) -> tuple[Pair, ...]:
    """The tandems and the offers that exist or that owners must take for open."""
    together = standing(uow, "mentee_id", "mentor_id")
    return tuple(Pair(mentee, mentor) for mentee, mentor in sorted(together))


def standing(uow: UnitOfWork, *columns: str, **those: object) -> Sequence[tuple[Any, ...]]:
    """These columns of the same tandems and offers; of ``those`` alone that are like this."""
    return (
        *uow.tandems.columns(*columns, state=TOGETHER, **those),
        *uow.tandems.columns(*columns, **SEEMINGLY_OPEN, **those),
    )


def _come_back(
    uow: UnitOfWork, known: Sequence[Person], pairs: Iterable[PastPair]
) -> Mapping[str, str]:
    """By pseudonym, those who were erased once and take part again: what must not be repeated is
    kept under it. If nobody was ever erased, there is nobody to look for.
    """
    named = {key for pair in pairs for key in (pair.mentor_id, pair.mentee_id)}
    named |= {key for person in known for key in person.profile.managers}
    if not any(key.startswith(ERASED) for key in named):
        return {}
    return {uow.pseudonym(person.id): person.id for person in known}


def _again(pair: PastPair, back: Mapping[str, str]) -> PastPair:
    one, other = pair.mentor_id, pair.mentee_id
    return replace(pair, mentor_id=back.get(one, one), mentee_id=back.get(other, other))


def _with_managers(person: Person, back: Mapping[str, str]) -> Person:
    above = tuple(back.get(each, each) for each in person.profile.managers)
    return replace(person, profile=replace(person.profile, managers=above))


def _partners(past: Iterable[PastPair]) -> Mapping[str, set[str]]:
    """By person, whom they have been in a tandem with."""
    found: dict[str, set[str]] = defaultdict(set)
    for pair in past:
        found[pair.mentor_id].add(pair.mentee_id)
        found[pair.mentee_id].add(pair.mentor_id)
    return found


def standing_decisions(uow: UnitOfWork) -> list[OwnerDecision]:
    """The owners' decisions that were not undone, in the order in which they were taken."""
    return sorted(uow.decisions.all(undone_by=""), key=lambda decision: (decision.at, decision.id))


def in_force(uow: UnitOfWork) -> list[OwnerDecision]:
    """The decisions that still say something, in their order: a lock has been carried out once
    its two are a tandem, or have been one since.
    """
    standing, over = set(standing_pairs(uow)), _ended(uow.pairs.all(kind=PairKind.PAST))

    def is_carried_out(lock: OwnerDecision) -> bool:
        pair = Pair(lock.mentee_id, lock.mentor_id)
        return pair in standing or has_ended(uow, as_decision(lock), over.get(pair))

    found = standing_decisions(uow)
    return [e for e in found if e.kind is not DecisionKind.LOCK or not is_carried_out(e)]


def settings_now(uow: UnitOfWork, programme: Programme) -> MatchingSettings:
    """The matching settings that count: those that owners kept last, or the programme's, if it was
    given others since.
    """
    kept = [each for each in standing_decisions(uow) if each.settings]
    if not kept or kept[-1].at < _in_force_since(uow, programme.matching):
        return programme.matching
    return kept[-1].settings or programme.matching


def _in_force_since(uow: UnitOfWork, matching: MatchingSettings) -> datetime:
    """Since when the programme's settings have said this about the matching, without a break."""
    versions = uow.settings_versions.all(programme_id=uow.programme_id)
    since = datetime.min.replace(tzinfo=UTC)
    for version in sorted(versions, key=lambda each: each.number, reverse=True):
        if version.settings.matching != matching:
            break
        since = version.at
    return since


def decided(uow: UnitOfWork) -> list[Decision]:
    """The owners' locks and forbidden pairs in their order."""
    return [
        as_decision(each)
        for each in standing_decisions(uow)
        if each.kind is not DecisionKind.SETTINGS
    ]


def as_decision(each: OwnerDecision) -> Decision:
    """A stored lock or forbidden pair as the matching takes it."""
    if each.kind is DecisionKind.LOCK:
        return Lock(each.mentee_id, each.mentor_id, each.reason, each.by, each.at)
    return Forbid(each.mentee_id, each.mentor_id, each.by, each.at)


def _not_carried_out(uow: UnitOfWork, past: Iterable[PastPair]) -> Iterable[Decision]:
    """The decisions without the locks that have led to a tandem which has ended since: whoever
    wants the two together again decides it anew.
    """
    over = _ended(past)
    return (each for each in decided(uow) if not has_ended(uow, each, over.get(each.pair)))


def _ended(past: Iterable[PastPair]) -> Mapping[Pair, datetime | None]:
    return {Pair(each.mentee_id, each.mentor_id): each.noted_at for each in past}


def has_ended(uow: UnitOfWork, decision: Decision, over: datetime | None) -> bool:
    """Whether the two of a lock have been a tandem since, which was ``over`` then."""
    if not isinstance(decision, Lock) or not decision.at or not over or over <= decision.at:
        return False
    both = {"mentee_id": decision.mentee, "mentor_id": decision.mentor}
    return uow.tandems.any(**both, state=TandemState.CLOSED)


def _still_open(decisions: Iterable[Decision], found: Inputs) -> Iterable[Decision]:
    """The decisions about people who still have a place; one about a pair that stands by now has
    been carried out.
    """
    mentees = {one.id for one in found.free(Role.MENTEE)}
    mentors = {one.id for one in found.free(Role.MENTOR)}
    return (each for each in decisions if each.mentee in mentees and each.mentor in mentors)


def capacity(enrolment: Enrolment) -> int:
    """How many tandems the person may be in, in this role."""
    when = enrolment.answers.when or When()
    return when.capacity if enrolment.role is Role.MENTOR else 1


def candidate(enrolment: Enrolment, person: Person) -> Candidate:
    """Somebody enrolled as the matching sees them."""
    answers, profile = enrolment.answers, person.profile
    about, when, hidden = (
        answers.about or About(()),
        answers.when or When(),
        answers.not_with or NotWith(),
    )
    way = answers.purpose.format if answers.purpose else None
    return Candidate(
        id=person.id,
        role=enrolment.role,
        level=profile.level,
        languages=frozenset(about.languages),
        wishes=answers.wishes.topics if answers.wishes else (),
        teaches={skill.topic: skill.level for skill in answers.skills},
        capacity=capacity(enrolment),
        managers=profile.managers,
        department=profile.department,
        location=profile.location,
        background=about.background or "",
        generation=about.generation or "",
        gender=about.gender or "",
        not_with=frozenset(hidden.not_with),
        kpi_people=frozenset(hidden.kpi_people),
        formats=frozenset({way} if way else ()),
        times=frozenset(when.times),
        waited=enrolment.priority,
    )

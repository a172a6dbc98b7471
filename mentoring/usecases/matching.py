"""Matching: a run over everybody whose enrolment is done, its proposals before the owners, and their approval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from pydantic import TypeAdapter

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.results import MatchingResult, ProposedTandem, Reason
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.people import Person, Role
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import PENDING, TOGETHER, MatchRun, PairKind, Proposal, ProposalState, RunState, Tandem
from mentoring.domain.upkeep import Effect
from mentoring.notices import Notice, Scene, shows
from mentoring.ports import Chat, UnitOfWork, World
from mentoring.usecases import offers
from mentoring.usecases.postings import post, touch
from mentoring.usecases.programme import next_number

KIND = "matching"
PAGE = 4
PLAIN = TypeAdapter(ProposedTandem)
WHY = TypeAdapter(Reason)


@dataclass(frozen=True)
class ProposalsNotice(Notice):
    """A run as owners see it, a page of its proposals at a time. A tandem that the viewer is in is not shown to them."""

    run: MatchRun
    proposals: tuple[Proposal, ...]
    names: Mapping[str, str]
    people: Mapping[str, Person]
    page: int
    pages: int
    approved: int
    total: int
    decided_by: str
    programme: Programme


@shows(KIND, to="owners")
def proposals_notice(uow: UnitOfWork, scene: Scene) -> ProposalsNotice:
    """What the owner sees of a run."""
    run = uow.runs.need(scene.posting.subject_id)
    everything = [p for p in uow.proposals.all(run_id=run.id) if p.state is not ProposalState.DISCARDED]
    visible = [p for p in everything if scene.posting.person_id not in {p.mentor_id, p.mentee_id}]
    pages = max(1, -(-len(visible) // PAGE))
    page = min(scene.posting.page, pages - 1)
    shown = tuple(visible[page * PAGE : (page + 1) * PAGE])
    people = _people(uow, shown)
    decided = [p.decided_by for p in everything if p.decided_by]
    return ProposalsNotice(
        run=run,
        proposals=shown,
        names={key: person.profile.name for key, person in people.items()},
        people=people,
        page=page,
        pages=pages,
        approved=sum(p.state is ProposalState.APPROVED for p in everything),
        total=len(everything),
        decided_by=_name(uow, decided[0]) if decided else "",
        programme=scene.programme,
    )


def _people(uow: UnitOfWork, proposals: Sequence[Proposal]) -> dict[str, Person]:
    named = {person for p in proposals for person in (p.mentor_id, p.mentee_id)}
    named |= {other["id"] for p in proposals for other in p.alternatives}
    return {person.id: person for person in uow.people.all(id=named)} if named else {}


def _name(uow: UnitOfWork, person_id: str) -> str:
    person = uow.people.get(person_id)
    return person.profile.name if person else ""


async def start(world: World, owner: str, chat: Chat) -> MatchRun:
    """Start a run in the background; it replaces proposals of earlier runs that nobody has approved.

    Raises:
        Refusal: ``match-nobody`` while a side has nobody who could be matched.
    """
    return await world.store.run(lambda uow: _start(uow, world, owner, chat))


def _start(uow: UnitOfWork, world: World, owner: str, chat: Chat) -> MatchRun:
    free = _candidates(uow)
    if len({candidate.role for candidate in free}) < 2:
        raise Refusal("match-nobody")
    for earlier in uow.runs.all(state=(RunState.RUNNING, RunState.PROPOSED)):
        _replace(uow, earlier)
    run = uow.runs.put(MatchRun(f"run-{next_number(uow, 'run')}", owner, world.clock.now()))
    post(uow, KIND, run.id, owner, chat=chat)
    uow.effects.add(Effect(f"match:{run.id}", "match", run.id))
    return run


def _replace(uow: UnitOfWork, run: MatchRun) -> None:
    for proposal in uow.proposals.all(run_id=run.id, state=ProposalState.PROPOSED):
        uow.proposals.put(replace(proposal, state=ProposalState.DISCARDED))
    uow.runs.put(replace(run, state=RunState.REPLACED))
    touch(uow, KIND, run.id)


async def compute(world: World, run_id: str) -> None:
    """Compute the run in a process of its own and put its proposals before the owners."""
    candidates, not_again = await world.store.run(lambda uow: (_candidates(uow), _not_again(uow)))
    result = await world.matcher.match(partial(_solve, candidates, world.programme.matching, not_again))
    await world.store.run(lambda uow: _keep(uow, run_id, result))


def _solve(candidates: Sequence[Candidate], settings: MatchingSettings, not_again: Sequence[Pair]) -> MatchingResult:
    """Solve in the process that runs this; scipy is imported there alone, so it is not in the server's memory."""
    from mentoring.domain.matching.run import match

    return match(candidates, settings, not_again=not_again)


def _keep(uow: UnitOfWork, run_id: str, result: MatchingResult) -> None:
    run = uow.runs.need(run_id)
    if run.state is not RunState.RUNNING:
        return
    for number, found in enumerate(result.tandems, start=1):
        uow.proposals.put(_proposal(run_id, number, found))
    left = [{"id": u.id, "role": u.role.value, "why": WHY.dump_python(u.why, mode="json")} for u in result.unmatched]
    uow.runs.put(
        replace(run, state=RunState.PROPOSED, tandems=len(result.tandems), total_score=result.total_score, unmatched=left)
    )
    touch(uow, KIND, run_id)


def _proposal(run_id: str, number: int, found: ProposedTandem) -> Proposal:
    plain: dict[str, Any] = PLAIN.dump_python(found, mode="json")
    others = [{**other, "for": "mentee"} for other in plain["alternatives"]["for_mentee"]]
    others += [{**other, "for": "mentor"} for other in plain["alternatives"]["for_mentor"]]
    return Proposal(
        id=f"{run_id}:{number:05d}",
        run_id=run_id,
        mentor_id=found.mentor,
        mentee_id=found.mentee,
        score=found.score,
        reasons=plain["reasons"],
        checks=plain["checks"],
        alternatives=others,
    )


async def approve(world: World, owner: str, run_id: str = "", proposal_id: str = "") -> int:
    """Approve one proposal, or all of a run (the latest if none is named); how many offers go out.

    A tandem that the owner is in waits for another owner.

    Raises:
        Refusal: ``already-approved`` (by whom), ``approve-nothing``, ``approve-own``.
    """
    return await world.store.run(lambda uow: _approve(uow, world, owner, run_id, proposal_id))


def _approve(uow: UnitOfWork, world: World, owner: str, run_id: str, proposal_id: str) -> int:
    chosen = [uow.proposals.need(proposal_id)] if proposal_id else list(uow.proposals.all(run_id=run_id or _latest(uow)))
    waiting = [p for p in chosen if p.state is ProposalState.PROPOSED]
    if not waiting:
        raise _nothing(uow, chosen)
    allowed = [p for p in waiting if owner not in {p.mentor_id, p.mentee_id}]
    if not allowed:
        raise Refusal("approve-own")
    for proposal in allowed:
        decided = replace(proposal, state=ProposalState.APPROVED, decided_by=owner, decided_at=world.clock.now())
        uow.proposals.put(decided)
        offers.make(uow, world, decided)
    touch(uow, KIND, allowed[0].run_id)
    return len(allowed)


def _latest(uow: UnitOfWork) -> str:
    runs = sorted(uow.runs.all(state=RunState.PROPOSED), key=lambda run: run.started_at)
    if not runs:
        raise Refusal("approve-nothing")
    return runs[-1].id


def _nothing(uow: UnitOfWork, chosen: Sequence[Proposal]) -> Refusal:
    approved = [p for p in chosen if p.state is ProposalState.APPROVED]
    return Refusal("already-approved", by=_name(uow, approved[0].decided_by)) if approved else Refusal("approve-nothing")


def _not_again(uow: UnitOfWork) -> tuple[Pair, ...]:
    return tuple(Pair(pair.mentee_id, pair.mentor_id) for pair in uow.pairs.all(kind=PairKind.NOT_AGAIN))


def _candidates(uow: UnitOfWork) -> tuple[Candidate, ...]:
    """Everybody whose enrolment is done and who has a place left."""
    people = {person.id: person for person in uow.people.all()}
    standing = uow.tandems.all(state=TOGETHER | PENDING)
    past = uow.pairs.all(kind=PairKind.PAST)
    found = []
    for enrolment in uow.enrolments.all(state=EnrolmentState.DONE):
        places = _places(enrolment, standing)
        partners = {p.mentee_id for p in past if p.mentor_id == enrolment.person_id}
        partners |= {p.mentor_id for p in past if p.mentee_id == enrolment.person_id}
        if places > 0:
            found.append(replace(_candidate(enrolment, people[enrolment.person_id], places), past_partners=frozenset(partners)))
    return tuple(found)


def _places(enrolment: Enrolment, standing: Sequence[Tandem]) -> int:
    capacity = int(enrolment.answers.get("when", {}).get("capacity", 1)) if enrolment.role is Role.MENTOR else 1
    return capacity - sum(tandem.person(enrolment.role) == enrolment.person_id for tandem in standing)


def _candidate(enrolment: Enrolment, person: Person, places: int) -> Candidate:
    answers, profile = enrolment.answers, person.profile
    about, when, hidden = (answers.get(step, {}) for step in ("about", "when", "not_with"))
    wishes = answers.get("wishes", {})
    return Candidate(
        id=person.id,
        role=enrolment.role,
        level=profile.level,
        languages=frozenset(about.get("languages", ())),
        wishes=tuple(dict.fromkeys(w for w in (wishes.get("wish_1"), wishes.get("wish_2"), wishes.get("wish_3")) if w)),
        teaches={topic: int(answers[f"topic:{topic}"]["level"]) for topic in answers.get("topics", {}).get("topics", ())},
        capacity=places,
        managers=profile.managers,
        department=profile.department,
        location=profile.location,
        background=about.get("background") or "",
        generation=about.get("generation") or "",
        gender=about.get("gender") or "",
        not_with=frozenset(hidden.get("not_with", ())),
        kpi_people=frozenset(hidden.get("kpi_people", ())),
        formats=frozenset(filter(None, [answers.get("purpose", {}).get("format")])),
        times=frozenset(when.get("times", ())),
        waited=enrolment.priority,
    )

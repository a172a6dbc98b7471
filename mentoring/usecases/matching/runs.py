"""Matching: a run over everybody who has a place left, its proposals before the owners, and their
approval.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import WAITS
from mentoring.domain.errors import Refusal, TandemError
from mentoring.domain.match_run import MatchRun, RunState
from mentoring.domain.matching.results import ProposedTandem, Unmatched
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.people import Role
from mentoring.domain.proposal import Proposal, ProposalState
from mentoring.ports.matcher import Solved
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import follows
from mentoring.usecases.common.effects import ask, ask_soon, one_step
from mentoring.usecases.common.numbers import next_id
from mentoring.usecases.common.own_tandem import Readers, of_others
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.postings import post, post_anew
from mentoring.usecases.matching import named, offers
from mentoring.usecases.matching.come_between import still_possible
from mentoring.usecases.matching.inputs import capacity, inputs, standing_pairs
from mentoring.usecases.matching.notice import proposals_card
from mentoring.usecases.matching.places import PLACES, fill, let_come_first
from mentoring.usecases.programme import roster
from mentoring.usecases.programme.cycles import advance, require_running, require_still_running

ALONE = "matching"
GATHERED = timedelta(seconds=1)
"""How long changes are gathered before checking whether somebody else can be matched."""
log = structlog.get_logger()


def start(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> MatchRun:
    """Start a run in the background; it replaces proposals of earlier runs that nobody has
    approved.

    Raises:
        Refusal: ``match-nobody`` while a side has nobody who could be matched.
    """
    require_running(moment)
    uow.alone(ALONE)
    if not possible(uow):
        raise Refusal("match-nobody")
    advance(uow, moment, CycleState.MATCHING)
    run = begin(uow, moment, owner)
    post(uow, proposals_card, run.id, owner, chat=chat)
    return run


def possible(uow: UnitOfWork) -> bool:
    """Whether both sides have somebody with a place left."""
    pairs = standing_pairs(uow)
    return _free(uow, Role.MENTEE, Counter(pair.mentee for pair in pairs)) and _free(
        uow, Role.MENTOR, Counter(pair.mentor for pair in pairs)
    )


def _free(uow: UnitOfWork, role: Role, taken: Mapping[str, int]) -> bool:
    """Whether somebody of this role has a place left; answers are read only if everybody has a
    tandem.
    """
    done: dict[str, object] = {"role": role, **WAITS}
    if any(person not in taken for (person,) in uow.enrolments.columns("person_id", **done)):
        return True
    return role is Role.MENTOR and any(
        taken[e.person_id] < capacity(e) for e in uow.enrolments.all(**done)
    )


def begin(uow: UnitOfWork, moment: Moment, owner: str, *, automatic: bool = False) -> MatchRun:
    """A new run in the place of whatever lies before the owners."""
    if not automatic:
        _replace_earlier(uow)
    run = MatchRun(next_id(uow, "run"), owner, moment.now, automatic=automatic)
    return compute_anew(uow, replace(run, version=0), run.started_at)


def compute_anew(uow: UnitOfWork, run: MatchRun, now: datetime) -> MatchRun:
    """Let the run be computed (again), in the background, with whoever is there by now."""
    again = uow.runs.put(
        replace(run, version=run.version + 1, started_at=now, state=RunState.RUNNING, preview=None)
    )
    ask(uow, match, run.id, once=again.version)
    return again


def _replace_earlier(uow: UnitOfWork, keep: str = "") -> None:
    for earlier in uow.runs.all(state=(RunState.RUNNING, RunState.PROPOSED, RunState.FAILED)):
        if earlier.id != keep:
            _discard(uow, earlier.id)
            uow.runs.put(replace(earlier, state=RunState.REPLACED, preview=None))


def _discard(uow: UnitOfWork, run_id: str) -> None:
    open_ones = uow.proposals.all(run_id=run_id, state=ProposalState.PROPOSED)
    uow.proposals.put_all(
        replace(proposal, state=ProposalState.DISCARDED) for proposal in open_ones
    )


@one_step(queue="work")
async def match(world: World, run_id: str) -> None:
    """Compute the run in a process of its own and put its proposals before the owners."""
    await roster.learn(world)
    found = await world.read(lambda uow, moment: inputs(uow, moment.programme))
    if await named.learn(world, found.settings):
        found = await world.read(lambda uow, moment: inputs(uow, moment.programme))
    programme = (await world.moment()).programme
    try:
        solved = await world.matcher.solve(found, programme)
    except TandemError as error:
        log.exception("matching.failed", run=run_id, error=type(error).__name__)
        await world.run(lambda uow, _: _failed(uow, run_id))
        return
    await world.run(lambda uow, _: _keep(uow, run_id, solved, found.settings))


def _failed(uow: UnitOfWork, run_id: str) -> None:
    uow.runs.put(replace(uow.runs.need(run_id), state=RunState.FAILED))


def _keep(uow: UnitOfWork, run_id: str, solved: Solved, settings: MatchingSettings) -> None:
    uow.alone(ALONE)
    run, result = uow.runs.need(run_id), solved.result
    if run.state is not RunState.RUNNING:
        return
    if run.automatic and not result.tandems:
        _found_nobody(uow, run, result.unmatched)
        return
    _replace_earlier(uow, keep=run_id)
    _discard(uow, run_id)
    numbered = enumerate(result.tandems, start=1)
    uow.proposals.put_all(
        _proposal(f"{run_id}:{run.version:03d}:{number:05d}", run_id, found)
        for number, found in numbered
    )
    kept = replace(
        run,
        state=RunState.PROPOSED,
        tandems=len(result.tandems),
        total_score=result.total_score,
        unmatched=result.unmatched,
        settings=settings,
        figures=solved.figures,
        record=solved.record,
    )
    uow.runs.put(kept)
    if run.automatic and run.version == 1:
        _show_where_the_last_one_stands(uow, kept)


def _found_nobody(uow: UnitOfWork, run: MatchRun, unmatched: tuple[Unmatched, ...]) -> None:
    """Nobody could be matched by itself: what lies before the owners stays, and says why the
    newcomers wait.
    """
    uow.runs.put(replace(run, state=RunState.REPLACED))
    for standing in uow.runs.all(state=RunState.PROPOSED):
        uow.runs.put(replace(standing, unmatched=unmatched))


def _proposal(key: str, run_id: str, found: ProposedTandem) -> Proposal:
    return Proposal(
        id=key,
        run_id=run_id,
        mentor_id=found.mentor,
        mentee_id=found.mentee,
        score=found.score,
        reasons=found.reasons,
        checks=found.checks,
        alternatives=found.alternatives,
        trio=found.trio or 0,
        lock=found.lock,
    )


def _show_where_the_last_one_stands(uow: UnitOfWork, run: MatchRun) -> None:
    """A run that nobody asked for appears where owners last looked at proposals."""
    before = [
        posting
        for posting in uow.postings.all(kind=proposals_card.name)
        if posting.conversation and posting.subject_id != run.id
    ]
    if before:
        last = max(before, key=lambda posting: (len(posting.subject_id), posting.subject_id))
        post(
            uow,
            proposals_card,
            run.id,
            last.person_id,
            chat=Chat(last.conversation, last.service_url, last.is_own),
        )


def show_in_own_chat(uow: UnitOfWork, _moment: Moment, owner: str, run_id: str) -> None:
    """Put the run before the owner in their own chat, where no other owner reads along.

    Raises:
        Refusal: ``no-own-chat`` if the bot has never heard them there.
    """
    person = uow.people.get(owner)
    if person is None or not person.conversation:
        raise Refusal("no-own-chat")
    run = uow.runs.need(run_id)
    key = f"{proposals_card.name}:{run.id}:{owner}:own"
    post(uow, proposals_card, run.id, owner, key=key)


def anew(uow: UnitOfWork, moment: Moment, run_id: str) -> None:
    """Compute the run again with everybody who has come since; what owners decided stays.

    Raises:
        Refusal: ``cycle-over``; ``stale`` if other proposals have taken its place,
            ``match-running``.
    """
    require_still_running(uow, moment)
    run = uow.runs.need(run_id)
    if run.state is not RunState.PROPOSED:
        raise Refusal("match-running" if run.state is RunState.RUNNING else "stale")
    compute_anew(uow, run, moment.now)


@follows(PLACES)
def _fill_soon(uow: UnitOfWork, moment: Moment, _subject: str) -> None:
    let_come_first(uow)
    if _may_fill(uow):
        soon = moment.now + GATHERED
        ask_soon(uow, fill_places, uow.cycle_id, moment.now, soon, once=secrets.token_hex(8))


def _may_fill(uow: UnitOfWork) -> bool:
    """Whether owners have approved some, and have nothing open before them."""
    busy = uow.runs.any(state=RunState.RUNNING) or uow.proposals.any(state=ProposalState.PROPOSED)
    return not busy and uow.proposals.any(state=ProposalState.APPROVED)


@one_step(queue="work", stored_as="fill")
async def fill_places(world: World, _cycle_id: str) -> None:
    """Match the rest, if both sides have somebody with a place left."""
    if await world.read(lambda uow, _: _may_fill(uow) and possible(uow)):
        await world.run(_fill_places)


def _fill_places(uow: UnitOfWork, moment: Moment) -> None:
    uow.alone(ALONE)
    over = uow.cycles.need(moment.cycle.id).is_over
    last = uow.proposals.first(state=ProposalState.APPROVED, last=True)
    if last and _may_fill(uow) and not over:
        begin(uow, moment, last.decided_by, automatic=True)


def show(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    """Put the latest proposals before the owner once more, with the button that approves them.

    Raises:
        Refusal: ``already-approved`` (by whom), ``approve-nothing``.
    """
    run_id = _latest(uow)
    chosen = uow.proposals.all(run_id=run_id)
    if not any(p.state is ProposalState.PROPOSED for p in chosen):
        raise _nothing(uow, chosen)
    post_anew(uow, moment, proposals_card, run_id, owner, chat)


def approve(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    run_id: str = "",
    proposal_id: str = "",
    *,
    readers: Readers = frozenset(),
) -> int:
    """Approve one proposal, or all of a run (the latest if none is named); returns how many offers
    go out.

    A tandem that the owner is in waits for another owner, and one with another of the ``readers``
    for a place where it can be seen. What has become impossible since is no longer proposed.

    Raises:
        Refusal: ``cycle-over``, ``already-approved`` (by whom), ``approve-nothing``,
            ``approve-own``, ``approve-elsewhere``, ``match-running``.
    """
    uow.alone(ALONE)  # Whoever closes the cycle waits for it, too: no offer is made behind that.
    require_still_running(uow, moment)
    chosen = (
        [uow.proposals.need(proposal_id)]
        if proposal_id
        else list(uow.proposals.all(run_id=run_id or _latest(uow)))
    )
    waiting = [p for p in chosen if p.state is ProposalState.PROPOSED]
    if not waiting:
        raise _nothing(uow, chosen)
    if uow.runs.need(waiting[0].run_id).state is RunState.RUNNING:
        raise Refusal("match-running")
    allowed = of_others(waiting, {owner} | readers)
    if not allowed:
        raise Refusal("approve-elsewhere" if of_others(waiting, {owner}) else "approve-own")
    valid = still_possible(uow, moment, allowed)
    kept = {p.id for p in valid}
    uow.proposals.put_all(
        replace(p, state=ProposalState.DISCARDED) for p in allowed if p.id not in kept
    )
    decided = [
        replace(p, state=ProposalState.APPROVED, decided_by=owner, decided_at=moment.now)
        for p in valid
    ]
    uow.proposals.put_all(decided)
    offers.make(uow, moment, decided)
    fill(uow)
    return len(valid)


def _latest(uow: UnitOfWork) -> str:
    runs = sorted(uow.runs.all(state=RunState.PROPOSED), key=lambda run: run.started_at)
    if not runs:
        raise Refusal("approve-nothing")
    return runs[-1].id


def _nothing(uow: UnitOfWork, chosen: Sequence[Proposal]) -> Refusal:
    approved = [p for p in chosen if p.state is ProposalState.APPROVED]
    return (
        Refusal("already-approved", by=name_of(uow, approved[0].decided_by))
        if approved
        else Refusal("approve-nothing")
    )

"""What owners decide about a matching: tried out first, with its price, then kept or dropped, and
undone if they like.

Nothing is decided before the owner has seen what it costs. What is kept is recorded with who
decided it and when.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from pydantic import ValidationError

from mentoring.domain.errors import Refusal
from mentoring.domain.match_run import (
    DecisionKind,
    MatchRun,
    OwnerDecision,
    Preview,
    RunState,
    Tried,
    concerned,
)
from mentoring.domain.matching import kpi_groups
from mentoring.domain.matching.candidates import Pair
from mentoring.domain.matching.decisions import Decision, Forbid, Lock
from mentoring.domain.matching.settings import (
    ExclusionGroup,
    MatchingSettings,
    SettingsWish,
    settings_changed,
)
from mentoring.domain.proposal import ProposalState
from mentoring.ports.matcher import Inputs, Shown
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.numbers import next_number, of_cycle
from mentoring.usecases.common.own_tandem import Readers, leave_to_others
from mentoring.usecases.common.people import people_picked
from mentoring.usecases.matching.checking import broken_by
from mentoring.usecases.matching.inputs import inputs, standing_decisions
from mentoring.usecases.matching.runs import compute_anew
from mentoring.usecases.programme.cycles import require_still_running

LONGEST_REASON = 300
LONGEST_NAME = 60


async def try_pair(
    world: World,
    owner: str,
    run_id: str,
    kind: DecisionKind,
    mentee: str,
    mentor: str,
    reason: str = "",
    *,
    readers: Readers = frozenset(),
) -> None:
    """Show what it would cost to lock a pair or to forbid it; nothing is decided yet.

    Raises:
        Refusal: ``decide-own`` for a pair that the owner is in, ``decide-elsewhere`` for one with
            another of the ``readers``, ``cycle-over``, ``match-running``, ``reason-too-long``, or
            the decision is impossible (``mentoring/domain/matching/locks.py``).
    """
    leave_to_others(owner, (mentee, mentor), readers=readers)
    if len(reason) > LONGEST_REASON:
        raise Refusal("reason-too-long", field="reason", most=LONGEST_REASON)
    decision: Decision = (
        Lock(mentee, mentor, reason.strip())
        if kind is DecisionKind.LOCK
        else Forbid(mentee, mentor)
    )
    await _try(world, run_id, decision, Tried(kind, mentee, mentor, reason.strip()))


async def try_by_hand(
    world: World,
    owner: str,
    run_id: str,
    mentee: str,
    mentor: str,
    reason: str,
    *,
    readers: Readers = frozenset(),
) -> None:
    """The same for two people whom the owner names; with a written reason open rules may be broken.

    Raises:
        Refusal: as :func:`try_pair` and ``people_picked``; ``hand-two-people``.
    """
    found = [
        await people_picked(world, field, text)
        for field, text in (("mentee", mentee), ("mentor", mentor))
    ]
    if any(len(one) != 1 for one in found):
        raise Refusal("hand-two-people", field="mentee" if len(found[0]) != 1 else "mentor")
    (one,), (other,) = found
    try:
        await try_pair(world, owner, run_id, DecisionKind.LOCK, one, other, reason, readers=readers)
    except Refusal as refusal:
        at = "reason" if refusal.code in {"reason-needed", "reason-too-long"} else "mentee"
        raise Refusal(refusal.code, field=at, **refusal.facts) from refusal


async def try_settings(world: World, run_id: str, wish: SettingsWish, *, at: str = "") -> None:
    """Show what other weights, rules or limits would change, side by side with what lies before the
    owner. ``at`` is the input that says what, if it is one.

    Raises:
        Refusal: ``settings-wrong`` naming the field, ``settings-same`` if nothing would be
            different, ``no-open-cause`` if *not possible* could only be confidential then,
            ``cycle-over``, ``match-running``.
    """
    now = (await world.read(lambda uow, _: uow.runs.need(run_id))).settings
    wanted = _as_wished(now, wish)
    if wanted == now:
        raise Refusal("settings-same", **({"field": at} if at else {}))
    programme = (await world.moment()).programme
    if not programme.model_copy(update={"matching": wanted}).hides_confidences:
        raise Refusal("no-open-cause", field="rules")
    tried = Tried(DecisionKind.SETTINGS, settings=wanted, changed=settings_changed(now, wanted))
    await _try(world, run_id, wanted, tried)


async def try_apart(
    world: World,
    owner: str,
    run_id: str,
    name: str,
    people: str,
    *,
    same_targets: bool = False,
    readers: Readers = frozenset(),
) -> None:
    """Show what it would change to keep people apart: two of them, or a group of whom no two may be
    in one tandem; or, because they are measured by the ``same_targets``, as a KPI group, to which
    more are added under its name.

    Raises:
        Refusal: ``apart-two`` naming the field, and as ``people_picked`` and :func:`try_settings`;
            ``in-other-group`` (its name) for somebody who has other targets.
    """
    found = list(await people_picked(world, "people", people))
    if len(name) > LONGEST_NAME:
        raise Refusal("reason-too-long", field="name", most=LONGEST_NAME)
    now = (await world.read(lambda uow, _: uow.runs.need(run_id))).settings
    if same_targets:
        wanted = now.kpi_groups, name.strip(), found
        # Whose group it is comes before a refusal that names one.
        leave_to_others(owner, kpi_groups.concerned(*wanted), readers=readers, field="people")
        groups = kpi_groups.with_targets(*wanted)
        await try_settings(world, run_id, SettingsWish(kpi_groups=groups), at="people")
        return
    if len(found) < 2:
        raise Refusal("apart-two", field="people")
    leave_to_others(owner, found, readers=readers, field="people")
    if len(found) == 2 and not name.strip():
        if any({*pair} == {*found} for pair in now.blocked_pairs):
            raise Refusal("settings-same", field="people")
        pairs = *now.blocked_pairs, (found[0], found[1])
        await try_settings(world, run_id, SettingsWish(blocked_pairs=pairs), at="people")
        return
    group = ExclusionGroup(
        name=name.strip() or str(len(now.exclusion_groups) + 1), people=tuple(found)
    )
    groups_now = *now.exclusion_groups, group
    await try_settings(world, run_id, SettingsWish(exclusion_groups=groups_now), at="people")


async def try_together(
    world: World,
    owner: str,
    run_id: str,
    table: Literal["blocked_pairs", "exclusion_groups", "kpi_groups"],
    people: Sequence[str],
    *,
    readers: Readers = frozenset(),
) -> None:
    """Show what it would change to no longer keep these people apart, who stand together in the
    table.

    Raises:
        Refusal: ``decide-own`` for somebody whom it is about; ``stale`` if there is no such entry
            any more.
    """
    leave_to_others(owner, people, readers=readers)
    now, together = (await world.read(lambda uow, _: uow.runs.need(run_id))).settings, tuple(people)
    match table:
        case "blocked_pairs":
            pairs = tuple(pair for pair in now.blocked_pairs if pair != together)
            wish = SettingsWish(blocked_pairs=pairs)
        case "exclusion_groups":
            apart = tuple(each for each in now.exclusion_groups if each.people != together)
            wish = SettingsWish(exclusion_groups=apart)
        case "kpi_groups":
            targets = tuple(each for each in now.kpi_groups if each.people != together)
            wish = SettingsWish(kpi_groups=targets)
    if wish.applied_to(now) == now:
        raise Refusal("stale")
    await try_settings(world, run_id, wish)


def _as_wished(now: MatchingSettings, wish: SettingsWish) -> MatchingSettings:
    try:
        return wish.applied_to(now)
    except ValidationError as error:
        raise Refusal("settings-wrong", field=str(error.errors()[0]["loc"][0])) from error


async def _try(
    world: World, run_id: str, change: Decision | MatchingSettings, tried: Tried
) -> None:
    """Look for refusals first; what it costs is computed afterwards, and the card follows."""
    if not isinstance(change, MatchingSettings):
        tried = replace(tried, broken=await world.read(_checked, run_id, change))
    await world.run(_begin, run_id, tried)


def _checked(uow: UnitOfWork, moment: Moment, run_id: str, decision: Decision) -> tuple[str, ...]:
    """The open rules that a decision breaks, if it is possible."""
    _open(uow, moment, run_id)
    return broken_by(uow, moment, decision)


def _begin(uow: UnitOfWork, moment: Moment, run_id: str, tried: Tried) -> None:
    run, token = _open(uow, moment, run_id), str(next_number(uow, "preview"))
    uow.runs.put(replace(run, preview=Preview(tried, None, token)))
    ask(uow, price, run_id, once=token)


@one_step(queue="work")
async def price(world: World, run_id: str) -> None:
    """Compute what is tried out on the run, and show it; what was dropped meanwhile is left
    alone.
    """
    wanted = await world.read(_wanted, run_id)
    if wanted is None:
        return
    run, preview, found, shown = wanted
    programme = (await world.moment()).programme
    change = _as_change(preview.tried)
    try:
        different = await world.matcher.what_if(found, shown, programme, change)
        priced = replace(preview, difference=different)
    except Refusal as refusal:
        priced = replace(preview, refused=refusal.code, facts=refusal.facts)
    await world.run(_priced, run, priced)


Wanted = tuple[MatchRun, Preview, Inputs, Shown]


def _wanted(uow: UnitOfWork, moment: Moment, run_id: str) -> Wanted | None:
    """What there is to compute, if anything."""
    run = uow.runs.need(run_id)
    preview = run.preview
    if run.state is not RunState.PROPOSED or preview is None or preview.difference:
        return None
    open_ones = uow.proposals.all(run_id=run_id, state=ProposalState.PROPOSED)
    shown = Shown(
        tuple(Pair(p.mentee_id, p.mentor_id) for p in open_ones), sum(p.score for p in open_ones)
    )
    return run, preview, inputs(uow, moment.programme, preview.tried.settings), shown


def _priced(uow: UnitOfWork, _moment: Moment, before: MatchRun, priced: Preview) -> None:
    run = uow.runs.need(before.id)
    same = run.preview is not None and run.preview.token == priced.token
    if same and run.version == before.version and run.state is RunState.PROPOSED:
        uow.runs.put(replace(run, preview=priced))


def _as_change(tried: Tried) -> Decision | MatchingSettings:
    if tried.settings:
        return tried.settings
    if tried.kind is DecisionKind.LOCK:
        return Lock(tried.mentee, tried.mentor, tried.reason)
    return Forbid(tried.mentee, tried.mentor)


def _open(uow: UnitOfWork, moment: Moment, run_id: str) -> MatchRun:
    """A run on which something may be decided.

    Raises:
        Refusal: ``cycle-over``; as ``_proposed``.
    """
    require_still_running(uow, moment)
    return _proposed(uow, run_id)


def _proposed(uow: UnitOfWork, run_id: str) -> MatchRun:
    run = uow.runs.need(run_id)
    if run.state is RunState.RUNNING:
        raise Refusal("match-running")
    if run.state is not RunState.PROPOSED:
        raise Refusal("stale")
    return run


def keep(uow: UnitOfWork, moment: Moment, owner: str, run_id: str, token: str) -> None:
    """Decide what was tried out: it is written down, and the rest is solved again.

    ``token`` names what the owner has seen: another owner may have tried out something else
    meanwhile.

    Raises:
        Refusal: ``cycle-over``; ``stale`` if that is not tried out (any more) or impossible,
            ``decide-own``, ``preview-computing`` while its price is not known.
    """
    run = _open(uow, moment, run_id)
    if run.preview is None or run.preview.token != token or run.preview.refused:
        raise Refusal("stale")
    if run.preview.difference is None:
        raise Refusal("preview-computing")
    tried = run.preview.tried
    leave_to_others(owner, concerned(tried, run.settings))
    uow.decisions.put(
        OwnerDecision(
            id=of_cycle(uow, f"decision-{next_number(uow, 'decision'):06d}"),
            kind=tried.kind,
            by=owner,
            at=moment.now,
            mentee_id=tried.mentee,
            mentor_id=tried.mentor,
            reason=tried.reason,
            settings=tried.settings,
        )
    )
    compute_anew(uow, run, moment.now)


def drop(uow: UnitOfWork, _moment: Moment, owner: str, run_id: str) -> None:
    """Let go of what was tried out; nothing has changed.

    Raises:
        Refusal: ``decide-own``.
    """
    run = _proposed(uow, run_id)
    if run.preview:
        leave_to_others(owner, concerned(run.preview.tried, run.settings))
    uow.runs.put(replace(run, preview=None))


def undo(uow: UnitOfWork, moment: Moment, owner: str, run_id: str, decision_id: str) -> None:
    """Take a decision in force back; without it the proposals are solved again.

    Raises:
        Refusal: ``cycle-over``, ``undo-nothing``, ``stale`` if this one is not in force (any more),
            ``decide-own``; ``undo-newer-first`` for settings that newer ones have built on.
    """
    run, decisions = _open(uow, moment, run_id), standing_decisions(uow)
    if not decisions:
        raise Refusal("undo-nothing")
    places = [place for place, each in enumerate(decisions) if each.id == decision_id]
    if not places:
        raise Refusal("stale")
    decision, earlier = decisions[places[0]], decisions[: places[0]]
    leave_to_others(owner, concerned_by(decision, _settings_after(moment, earlier)))
    newer = decisions[places[0] + 1 :]
    if decision.settings and any(each.settings for each in newer):
        raise Refusal("undo-newer-first")
    uow.decisions.put(replace(decision, undone_by=owner))
    compute_anew(uow, run, moment.now)


def concerned_by(decision: OwnerDecision, before: MatchingSettings) -> frozenset[str]:
    """Whom a decision that was kept is about; ``before`` are the settings without it."""
    tried = Tried(decision.kind, decision.mentee_id, decision.mentor_id, settings=decision.settings)
    return concerned(tried, before)


def _settings_after(moment: Moment, decisions: Sequence[OwnerDecision]) -> MatchingSettings:
    """The matching settings in force after these decisions."""
    kept = [each.settings for each in decisions if each.settings]
    return kept[-1] if kept else moment.programme.matching

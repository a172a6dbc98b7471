"""What owners do to one tandem: add it, put somebody in one of the two's place, extend it, end it.

Each is shown first, confirmed once, and its card becomes its receipt. Nobody handles a tandem that
they are in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.domain.cycle import Cycle
from mentoring.domain.enrolment import ENROLLED, enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.intervention import (
    ENDING,
    MOST_FURTHER,
    TO_TRY,
    Intervention,
    InterventionKind,
    InterventionState,
    Part,
)
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Poll
from mentoring.domain.tandem import NOT_CLEAR, TOGETHER, Tandem, TandemState, seems_open
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Among, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask
from mentoring.usecases.common.numbers import next_id
from mentoring.usecases.common.own_tandem import Readers, leave_to_others, readers_of
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.previews import grows_old, require_fresh
from mentoring.usecases.common.showing import EVERY, depends, seen_otherwise, still_open
from mentoring.usecases.common.undone import as_it_stands
from mentoring.usecases.launch.adding import lock_of, offer_pair
from mentoring.usecases.launch.ending import end, is_ended_by_owners
from mentoring.usecases.launch.extending import (
    ask_both,
    is_being_asked,
    require_dates,
)
from mentoring.usecases.launch.intervention_stages import SETTLED, Stage, is_possible, stage_of
from mentoring.usecases.matching.checking import explained
from mentoring.usecases.matching.decisions import LONGEST_REASON


@dataclass(frozen=True)
class InterventionNotice(Notice):
    """An intervention before, while and after it is carried out.

    ``mentor`` and ``mentee`` are the names of the tandem that it is about, ``number`` is its
    number (0: it has none yet). ``leaving``, ``staying`` and ``coming`` are names, where somebody
    takes another one's place; ``made`` is the number of the tandem that has come of it (0: none
    has). ``until`` is the date of an open offer (UTC). ``clear``: nothing was left of it in
    Microsoft 365. ``now`` is the number under which the two stand now, where the launch of the
    tandem that it is about was taken back. ``is_over``: the cycle is, or is being closed.
    """

    intervention: Intervention
    stage: Stage
    number: int = 0
    mentor: str = ""
    mentee: str = ""
    leaving: str = ""
    staying: str = ""
    coming: str = ""
    made: int = 0
    until: datetime | None = None
    clear: bool = True
    now: int = 0
    is_over: bool = False

    @property
    def left(self) -> tuple[Part, ...]:
        """What is left in Microsoft 365; earlier versions have not kept what, so it may be all."""
        return () if self.clear else self.intervention.receipt.left or TO_TRY


@shows(to="owners")
def intervention_card(uow: UnitOfWork, scene: Scene) -> InterventionNotice:
    """What owners see of it; nobody sees that of their own tandem."""
    wanted = uow.interventions.need(scene.posting.subject_id)
    about = _about(uow, wanted)
    people = _people(wanted, about)
    leave_to_others("", people, readers=readers_of(uow, scene.moment, scene.posting))
    made = _made(uow, wanted)
    number = about.number if about else made.number if made else 0
    pair = about or wanted
    return InterventionNotice(
        wanted,
        stage_of(uow, scene.now, wanted, about, made),
        number,
        name_of(uow, pair.mentor_id),
        name_of(uow, pair.mentee_id),
        *_places(uow, wanted, about),
        made.number if made else 0,
        until=made.round_ends_at if made and seems_open(made) else None,
        clear=not about or about.trouble != NOT_CLEAR,
        now=as_it_stands(uow, about).number if about else 0,
        is_over=scene.moment.cycle.is_over,
    )


def _about(uow: UnitOfWork, wanted: Intervention) -> Tandem | None:
    return uow.tandems.need(wanted.tandem_id) if wanted.tandem_id else None


def _made(uow: UnitOfWork, wanted: Intervention) -> Tandem | None:
    """What has come of it, as it stands now, however often its launch was taken back."""
    made = uow.tandems.get(wanted.made_id) if wanted.made_id else None
    return as_it_stands(uow, made) if made else None


def _people(wanted: Intervention, about: Tandem | None) -> set[str]:
    """Everybody whom it is about."""
    before = {about.mentor_id, about.mentee_id} if about else set()
    return {*before, wanted.mentor_id, wanted.mentee_id} - {""}


def _places(uow: UnitOfWork, wanted: Intervention, about: Tandem | None) -> tuple[str, str, str]:
    """Who leaves, who stays and who comes, by name."""
    if wanted.kind is not InterventionKind.REPLACE or about is None:
        return "", "", ""
    both, new = {about.mentor_id, about.mentee_id}, {wanted.mentor_id, wanted.mentee_id} - {""}
    [stays] = both & new
    [leaves] = both - new
    comes = "".join(new - both)
    return name_of(uow, leaves), name_of(uow, stays), name_of(uow, comes) if comes else ""


@depends(intervention_card, Intervention, Tandem, Poll, Cycle)
def _interventions(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The intervention, what it is about, what has come of it, and whether anything still can."""
    match change.row:
        case Intervention(id=key):
            return [key]
        case Cycle():
            return [EVERY] if change.before and change.alters("state") else ()
        case Poll(cause=cause):
            return [EVERY] if cause is Cause.EXTEND and change.alters("state") else ()
        case Tandem(added_by=added_by):
            told = seen_otherwise(change, "ended_at") or _waits_otherwise(change)
            over = change.row.state not in TOGETHER and (
                change.before is None or change.before.state in TOGETHER or change.row.ended_at
            )
            return [*([added_by] if added_by else []), *([EVERY] if over else [])] if told else ()
    return ()


def _waits_otherwise(change: Altered) -> bool:
    """Whether a launch takes the two along who have agreed."""
    agreed = change.row.state is TandemState.ACCEPTED
    return agreed and change.alters("launch_id", "trouble")


@still_open(intervention_card)
def _not_settled(uow: UnitOfWork) -> Mapping[str, object]:
    """What has failed says whether somebody waits for another matching."""
    settled = tuple(state for state in SETTLED if state is not InterventionState.FAILED)
    return {"subject_id": Among(others=(uow.interventions.those(state=settled),))}


def prepare_end(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    tandem_id: str,
    chat: Chat,
    *,
    readers: Readers = frozenset(),
) -> None:
    """Show what ending the tandem would do; nothing happens yet.

    Raises:
        Refusal: ``gone``, ``stale`` if it has ended, ``decide-own``, ``decide-elsewhere``.
    """
    wanted = Intervention("", InterventionKind.END, owner, tandem_id=tandem_id)
    _show(uow, moment, wanted, chat, readers)


def prepare_extension(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    tandem_id: str,
    sessions: int,
    chat: Chat,
    *,
    readers: Readers = frozenset(),
) -> None:
    """Show that the two would be asked about so many further sessions; nothing happens yet.

    Raises:
        Refusal: as ``prepare_end``; ``extend-number``; ``extend-ends`` once owners have decided
            its end; as ``require_dates``.
    """
    if not 1 <= sessions <= MOST_FURTHER:
        raise Refusal("extend-number", field="sessions", most=MOST_FURTHER)
    require_dates(uow, moment, uow.tandems.need(tandem_id))
    wanted = Intervention(
        "", InterventionKind.EXTEND, owner, tandem_id=tandem_id, sessions=sessions
    )
    _show(uow, moment, wanted, chat, readers)


async def prepare_replacement(
    world: World,
    owner: str,
    tandem_id: str,
    leaving: str,
    coming: str,
    chat: Chat,
    *,
    reason: str = "",
    readers: Readers = frozenset(),
) -> None:
    """Show that one of the two would leave and, if somebody is named, who comes; nothing happens
    yet. Without a name the matching finds somebody for the one who stays, once they want it.

    Raises:
        Refusal: as ``prepare_end``; ``replace-same`` if whoever comes is one of the two; they are
            impossible (``mentoring/domain/matching/locks.py``).
    """

    def two(uow: UnitOfWork, _moment: Moment) -> tuple[str, str]:
        tandem = uow.tandems.need(tandem_id)
        leave_to_others(owner, (tandem.mentor_id, tandem.mentee_id, coming), readers=readers)
        if coming in {tandem.mentor_id, tandem.mentee_id}:
            raise Refusal("replace-same", field="coming")
        if tandem.role_of(leaving) is Role.MENTOR:
            return coming, tandem.mentee_id
        return tandem.mentor_id, coming

    mentor, mentee = await world.read(two)
    if coming:
        await _require_possible(world, mentor, mentee, reason, (leaving, coming))

    wanted = Intervention("", InterventionKind.REPLACE, owner, tandem_id=tandem_id, reason=reason)
    wanted = replace(wanted, mentor_id=mentor, mentee_id=mentee)
    await world.run(_show, wanted, chat, readers)


async def prepare_addition(
    world: World,
    owner: str,
    people: Sequence[str],
    chat: Chat,
    *,
    reason: str = "",
    readers: Readers = frozenset(),
) -> None:
    """Show that these two would be put to each other; nothing happens yet.

    Raises:
        Refusal: ``add-two`` unless one of the two is enrolled as a mentor and the other as a
            mentee; ``decide-own``, ``decide-elsewhere``; the two are impossible
            (``mentoring/domain/matching/locks.py``).
    """
    leave_to_others(owner, people, readers=readers)
    mentor, mentee = await world.read(_roles, people)
    await _require_possible(world, mentor, mentee, reason)

    wanted = Intervention("", InterventionKind.ADD, owner, mentor_id=mentor, mentee_id=mentee)
    await world.run(_show, replace(wanted, reason=reason), chat, readers)


def _roles(uow: UnitOfWork, _moment: Moment, people: Sequence[str]) -> tuple[str, str]:
    """Which of the two is the mentor; where both could be, the one who is named first."""
    if len(set(people)) != 2:
        raise Refusal("add-two")
    for mentor, mentee in (tuple(people), tuple(reversed(people))):
        keys = [
            enrolment_id(uow.cycle_id, Role.MENTOR, mentor),
            enrolment_id(uow.cycle_id, Role.MENTEE, mentee),
        ]
        if uow.enrolments.count(id=keys, **ENROLLED) == 2:
            return mentor, mentee
    raise Refusal("add-two")


async def _require_possible(
    world: World, mentor: str, mentee: str, reason: str, places: tuple[str, str] | None = None
) -> None:
    """``places``: who leaves, and who comes in their place.

    Raises:
        Refusal: ``add-reason``, ``replace-reason``, both with the two as they were named; as
            ``explained``.
    """
    if len(reason) > LONGEST_REASON:
        raise Refusal("reason-too-long", field="reason", most=LONGEST_REASON)
    wanted = Intervention("", InterventionKind.ADD, "", mentor_id=mentor, mentee_id=mentee)
    lock, instead_of = lock_of(replace(wanted, reason=reason)), places[0] if places else ""
    try:
        await world.read(lambda uow, moment: explained(uow, moment, lock, instead_of).score)
    except Refusal as refusal:
        if refusal.code != "reason-needed":
            raise
        code = "replace-reason" if places else "add-reason"
        two = await world.read(_named, places or (mentor, mentee))
        raise Refusal(code, field=refusal.field, **{**refusal.facts, **two}) from refusal


def _named(uow: UnitOfWork, _moment: Moment, two: tuple[str, str]) -> dict[str, str]:
    one, other = two
    return {"one": name_of(uow, one), "other": name_of(uow, other)}


def _show(
    uow: UnitOfWork, moment: Moment, asked: Intervention, chat: Chat, readers: Readers
) -> None:
    wanted = replace(asked, id=next_id(uow, "intervention"), prepared_at=moment.now)
    about = _about(uow, wanted)
    leave_to_others(wanted.by, _people(wanted, about), readers=readers)
    if moment.cycle.is_over or (about and not is_possible(wanted.kind, about)):
        raise Refusal("stale")
    _require_no_end(uow, wanted)
    uow.interventions.put(wanted)
    post(uow, intervention_card, wanted.id, wanted.by, chat=chat)
    grows_old(uow, moment, intervention_card, wanted.id)


def discard(uow: UnitOfWork, _moment: Moment, owner: str, intervention_id: str) -> None:
    """Let go of what was shown; nothing has happened.

    Raises:
        Refusal: ``decide-own``.
    """
    wanted = uow.interventions.need(intervention_id)
    leave_to_others(owner, _people(wanted, _about(uow, wanted)))
    if wanted.state is InterventionState.PREVIEW:
        uow.interventions.put(replace(wanted, state=InterventionState.DISCARDED))


def confirm(uow: UnitOfWork, moment: Moment, owner: str, intervention_id: str) -> None:
    """Do what was shown; confirmed twice, or by two owners at once, done once.

    Raises:
        Refusal: ``decide-own``, ``preview-old``; ``stale`` if the tandem has ended or the cycle is
            being closed; ``intervention-running`` if the same is being done to it already;
            ``extend-ends``; as ``require_dates``.
    """
    uow.alone("interventions")
    wanted = uow.interventions.need(intervention_id)
    about = _about(uow, wanted)
    leave_to_others(owner, _people(wanted, about))
    if wanted.state is not InterventionState.PREVIEW:
        return
    require_fresh(wanted.prepared_at, moment.now)
    if moment.cycle.is_over or (about and not is_possible(wanted.kind, about)):
        raise Refusal("stale")
    _require_no_end(uow, wanted)
    _require_alone(uow, wanted)
    running = replace(wanted, by=owner, state=InterventionState.RUNNING, started_at=moment.now)
    uow.interventions.put(_begun(uow, moment, running))


def _require_no_end(uow: UnitOfWork, wanted: Intervention) -> None:
    """Nobody is asked about sessions that owners have already decided not to come."""
    if wanted.kind is InterventionKind.EXTEND and is_ended_by_owners(uow, wanted.tandem_id):
        raise Refusal("extend-ends")


def _require_alone(uow: UnitOfWork, wanted: Intervention) -> None:
    """An owner ends a tandem once, however many of them have it before them; it is extended again
    once the two are no longer being asked.
    """
    if not wanted.tandem_id:
        return
    kinds = ENDING if wanted.kind in ENDING else (wanted.kind,)
    running = uow.interventions.all(
        tandem_id=wanted.tandem_id, kind=kinds, state=InterventionState.RUNNING
    )
    if any(each.kind in ENDING or is_being_asked(uow, each) for each in running):
        raise Refusal("intervention-running")


def _begun(uow: UnitOfWork, moment: Moment, running: Intervention) -> Intervention:
    match running.kind:
        case InterventionKind.END | InterventionKind.REPLACE:
            end(uow, moment, running.tandem_id)
        case InterventionKind.ADD:
            ask(uow, offer_pair, running.id)
        case InterventionKind.EXTEND:
            return replace(running, made_id=ask_both(uow, moment, running).id)
    return running

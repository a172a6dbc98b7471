"""One's own enrolment: the questionnaire step by step, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from mentoring.domain import enrolment as enrolment_rules
from mentoring.domain import filling_in
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.errors import OutsideError, Refusal
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import STEPS, Position, Step, When, inputs_of, read
from mentoring.domain.tandem import PENDING, TOGETHER, knows_of
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import changed
from mentoring.usecases.common.people import is_ids, people_named
from mentoring.usecases.enrolment.applying import (
    APPLIED,
    PLAIN_YES,
    Yes,
    left_open,
    said_yes,
    waits_for_owners,
)
from mentoring.usecases.enrolment.asking_anew import begins_to_wait
from mentoring.usecases.enrolment.both_roles import require_other_topics, with_shared
from mentoring.usecases.enrolment.card import LEAVING, enrolment_card, may_fill_in, tandems_of
from mentoring.usecases.enrolment.deputy import note_deputy
from mentoring.usecases.enrolment.due import asked_since
from mentoring.usecases.enrolment.silence import watch_silence
from mentoring.usecases.matching import offers
from mentoring.usecases.matching.ends import ENDS
from mentoring.usecases.matching.places import fill
from mentoring.usecases.programme.boundary import require_may_take_part

LONGEST_TYPED = 1000
Change = Callable[[Enrolment], Enrolment]


def take_part(
    uow: UnitOfWork,
    moment: Moment,
    enrolment_id: str,
    person_id: str,
    yes: Yes = PLAIN_YES,
) -> Enrolment:
    """*Take part*: the questionnaire opens; with it ``yes`` answers what is asked before. Whoever
    comes back is asked anew.

    Raises:
        Refusal: ``condition`` without the yes of those who apply, if one is asked for, or if
            another sentence is asked by now; ``age-asked`` if they have to say whether they are of
            age; ``not-eligible`` for the boundary contact.
    """

    def step(enrolment: Enrolment) -> Enrolment:
        missing = left_open(moment, enrolment, yes)
        if not missing:
            begun = with_shared(uow, moment, said_yes(moment, enrolment, yes))
            return filling_in.begin(_back(moment, begun))
        if enrolment.state is EnrolmentState.INVITED:
            raise Refusal(missing)
        return enrolment_rules.reopen(_back(moment, enrolment))

    require_may_take_part(uow, moment, person_id)
    watch_silence(uow, moment)
    begun = _while_open(uow, moment, enrolment_id, person_id, step)
    begins_to_wait(uow, moment, begun)
    return begun


def _back(moment: Moment, enrolment: Enrolment) -> Enrolment:
    """Whoever comes back is waited for from now on."""
    has_left = enrolment.state in enrolment_rules.HAS_LEFT
    return asked_since(enrolment, moment.now) if has_left else enrolment


def not_now(uow: UnitOfWork, _moment: Moment, enrolment_id: str, person_id: str) -> Enrolment:
    """*Not now* on the invitation; the person may come back while the enrolment is open."""
    return _change(uow, enrolment_id, person_id, enrolment_rules.decline)


async def filled_in(world: World, position: Position, inputs: Mapping[str, object]) -> Step:
    """What somebody has said in a step's inputs; people whom they named are looked up in the
    directory.

    Raises:
        Refusal: ``person-unknown`` or ``person-ambiguous`` naming field and name; as ``read``.
    """
    return read(position, {**inputs, **await _people_in(world, position, inputs)})


async def _people_in(
    world: World, position: Position, inputs: Mapping[str, object]
) -> dict[str, object]:
    """The inputs with people, as ids, and their names beside them."""
    step = STEPS.get(position.step)
    if step is None or not step.people:
        return {}
    named = {key: await people_named(world, key, str(inputs.get(key) or "")) for key in step.people}
    names = {person: name for people in named.values() for person, name in people.items()}
    return {key: tuple(people) for key, people in named.items()} | {"names": names}


def save_step(
    uow: UnitOfWork,
    moment: Moment,
    enrolment_id: str,
    person_id: str,
    said: Step,
) -> Enrolment:
    """Keep what was said in one step.

    Raises:
        Refusal: ``answer``, ``oneself``, ``deputy-is-partner`` or ``topic-both`` naming the field,
            ``stale``, ``enrolment-closed``, ``not-yours``.
    """
    if _is_partner(uow, person_id, said):
        raise Refusal("deputy-is-partner", field="deputy")
    offered = moment.programme.offered

    def step(enrolment: Enrolment) -> Enrolment:
        require_other_topics(uow, enrolment, said)
        return filling_in.save(enrolment, said, offered)

    return _while_open(uow, moment, enrolment_id, person_id, step)


def _is_partner(uow: UnitOfWork, person_id: str, said: Step) -> bool:
    """Whether somebody is named as deputy with whom the person knows to be, or to be wanted, in a
    tandem: whoever is not known to them yet must not be found out by that.
    """
    deputies = said.deputy if isinstance(said, When) else ()
    tandems = uow.everywhere.tandems
    for deputy in deputies:
        as_mentee = tandems.all(mentee_id=person_id, mentor_id=deputy)
        as_mentor = tandems.all(mentor_id=person_id, mentee_id=deputy)
        if any(knows_of(each, Role.MENTEE) for each in as_mentee):
            return True
        if any(knows_of(each, Role.MENTOR) for each in as_mentor):
            return True
    return False


@dataclass(frozen=True)
class LeftStep:
    """What stands in the inputs of a step as it is left: as it was typed, people apart unless they
    could not be told, and as the answer that it is, if it is one.
    """

    typed: Mapping[str, str]
    said: Step | None = None


async def left_in(
    world: World, position: Position, inputs: Mapping[str, object]
) -> LeftStep | None:
    """What was filled in on a card that its reader goes away from; None if it sent no inputs.

    Whatever is wrong with it keeps nobody from going.
    """
    if not inputs:
        return None
    typed = _typed(inputs_of(position), inputs)
    try:
        return LeftStep(typed, await filled_in(world, position, inputs))
    except (Refusal, OutsideError):
        return LeftStep(typed | _unresolved(position, inputs))


def _typed(names: Iterable[str], inputs: Mapping[str, object]) -> dict[str, str]:
    return {name: str(inputs[name])[:LONGEST_TYPED] for name in names if inputs.get(name)}


def _unresolved(position: Position, inputs: Mapping[str, object]) -> dict[str, str]:
    """Names as they were typed, of which at least one means nobody, or several: they are text, and
    nobody is excluded by them.
    """
    step = STEPS.get(position.step)
    typed = _typed(step.people, inputs) if step else {}
    return {name: text for name, text in typed.items() if not is_ids(text)}


def keep_left(
    uow: UnitOfWork,
    moment: Moment,
    enrolment_id: str,
    person_id: str,
    since: Position,
    left: LeftStep | None,
) -> None:
    """Keep what stands in the step that the person is about to leave."""
    if left is None:
        return
    said = left.said if left.said and not _is_partner(uow, person_id, left.said) else None
    offered = moment.programme.offered
    _change(
        uow,
        enrolment_id,
        person_id,
        lambda e: filling_in.leave(e, since, left.typed, said, offered),
    )


def agree(uow: UnitOfWork, moment: Moment, enrolment_id: str, person_id: str) -> Enrolment:
    """Agree to the rules of the protected space.

    If nothing else is open, the questionnaire is handed in with it.
    """
    now, offered = moment.now, moment.programme.offered
    agreed = _while_open(
        uow, moment, enrolment_id, person_id, lambda e: filling_in.agree(e, offered, now)
    )
    begins_to_wait(uow, moment, agreed)
    return agreed


def go_to(
    uow: UnitOfWork,
    moment: Moment,
    enrolment_id: str,
    person_id: str,
    position: Position,
    since: Position,
    left: LeftStep | None = None,
) -> Enrolment:
    """Go from the step ``since`` to another of the person's own steps, back or to edit it; what
    stands in it is kept.
    """
    keep_left(uow, moment, enrolment_id, person_id, since, left)
    return _change(uow, enrolment_id, person_id, lambda e: filling_in.go(e, position, since))


def send(uow: UnitOfWork, moment: Moment, enrolment_id: str, person_id: str) -> Enrolment:
    """The questionnaire is handed in."""
    now = moment.now
    sent = _while_open(uow, moment, enrolment_id, person_id, lambda e: filling_in.send(e, now))
    begins_to_wait(uow, moment, sent)
    return sent


def same_answers(uow: UnitOfWork, _moment: Moment, enrolment_id: str, person_id: str) -> Enrolment:
    """*Same answers next time*: they are kept until the person is asked again, for them alone.

    Raises:
        Refusal: ``not-yours``; ``stale`` if they are erased already.
    """
    return _change(uow, enrolment_id, person_id, enrolment_rules.release)


def erase_kept(uow: UnitOfWork, moment: Moment, enrolment_id: str, person_id: str) -> Enrolment:
    """The answers that were kept for next time are erased after all, at once.

    Raises:
        Refusal: ``not-yours``.
    """

    def step(enrolment: Enrolment) -> Enrolment:
        gone = enrolment_rules.kept_no_longer(enrolment)
        return replace(gone, erased_at=moment.now) if enrolment.released else enrolment

    return _change(uow, enrolment_id, person_id, step)


def withdraw(uow: UnitOfWork, moment: Moment, enrolment_id: str, person_id: str) -> Enrolment:
    """Leave the programme: an open offer is let go, and the answers are erased at once.

    While a tandem stands, it ends first, like every other: some time within the next three working
    days. Until then nothing changes, and then both are asked alike whether they would like another
    one, so nothing tells that this was a withdrawal.

    Raises:
        Refusal: ``not-yours``; ``stale`` if the enrolment is neither begun, nor done, nor
            withdrawn.
    """
    return _change(uow, enrolment_id, person_id, lambda e: _leave(uow, moment, e))


def _leave(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> Enrolment:
    own = tandems_of(uow, enrolment)
    standing = [tandem for tandem in own if tandem.state in TOGETHER]
    for tandem in own:
        if tandem.state in PENDING:
            offers.let_go(uow, moment, tandem)
    for tandem in standing:
        changed(uow, ENDS, tandem.id)
    _asked_no_more(uow, enrolment)
    return enrolment if standing else enrolment_rules.withdraw(enrolment)


def _asked_no_more(uow: UnitOfWork, enrolment: Enrolment) -> None:
    """The question whether somebody wants to leave has been answered; that it was asked is not
    kept.
    """
    for each in uow.postings.all(kind=enrolment_card.name, subject_id=enrolment.id, view=LEAVING):
        uow.postings.put(replace(each, view="", wanted=each.wanted + 1))


def _while_open(
    uow: UnitOfWork, moment: Moment, enrolment_id: str, person_id: str, step: Change
) -> Enrolment:
    """The step, as long as one may enrol, or has begun once more because a tandem has ended.

    Afterwards anybody whose enrolment is done may still edit it, as long as it stays complete.
    """

    def guarded(enrolment: Enrolment) -> Enrolment:
        changed = step(enrolment)
        done = EnrolmentState.DONE in {enrolment.state, changed.state}
        finished = done and changed.state is not EnrolmentState.BEGUN
        if not finished and not may_fill_in(uow, moment, enrolment):
            raise Refusal("enrolment-closed")
        return changed

    return _change(uow, enrolment_id, person_id, guarded)


def _change(uow: UnitOfWork, enrolment_id: str, person_id: str, step: Change) -> Enrolment:
    """Apply one step to the person's own enrolment; its messages are to show it."""
    enrolment = uow.enrolments.need(enrolment_id)
    if enrolment.person_id != person_id:
        raise Refusal("not-yours")
    after = step(enrolment)
    if after != enrolment:
        uow.enrolments.put(after)
        note_deputy(uow, enrolment, after)
    if after.state is not enrolment.state and after.state is EnrolmentState.DONE:
        fill(uow)
    if waits_for_owners(after) and not waits_for_owners(enrolment):
        changed(uow, APPLIED)
    return after

"""Enrolment: the invitation, the questionnaire step by step, the summary, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from mentoring.domain import enrolment as enrolment_rules
from mentoring.domain.cycle import Cycle, CycleState
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.errors import OutsideError, Refusal
from mentoring.domain.people import Person, Profile, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import STEPS, Position, Step, When, inputs_of, read
from mentoring.domain.tandem import PENDING, TOGETHER, Tandem, TandemState, knows_of
from mentoring.notices import Correctable, Portrayed, Scene, matters, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import changed
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.people import meet, people_named
from mentoring.usecases.common.postings import call_off, close_copies, on_its_way, post
from mentoring.usecases.common.showing import Subjects, depends
from mentoring.usecases.matching import offers
from mentoring.usecases.matching.ends import ENDS
from mentoring.usecases.matching.places import fill
from mentoring.usecases.programme.boundary import is_boundary
from mentoring.usecases.programme.period import clock_of, enrolment_open

LONGEST_TYPED = 1000
CHOOSES = "chooses"
"""The ``view`` of a card on which somebody who applies also chooses the role."""
UNFINISHED = (EnrolmentState.INVITED, EnrolmentState.BEGUN)
LEAVING = "leaving"
"""The view of a card that asks whether its person really wants to withdraw."""
HAD_ONE = tuple(TOGETHER | {TandemState.CLOSED})
"""The states of a tandem in which its people have had what they enrolled for."""


@dataclass(frozen=True)
class EnrolmentNotice(Portrayed, Correctable):
    """One person's enrolment as it stands. ``names`` are the people chosen in it, by id.

    ``may_change_role``: somebody who took part before may choose the other role this time, and so
    may somebody who applies where both are open; ``in_other_role``: they have done so.

    ``leaving``: they have written that they want to withdraw, and are asked back; ``in_tandem``:
    then their tandem has to end first. ``over``: they took part in a cycle that has ended.

    The invitation is opened by the sponsor, whose picture it shows.
    """

    enrolment: Enrolment
    person: Person
    programme: Programme
    closes: date | None
    closed: bool
    names: Mapping[str, str] = field(default_factory=dict)
    reminder: bool = False
    may_change_role: bool = False
    in_other_role: bool = False
    leaving: bool = False
    in_tandem: bool = False
    over: bool = False

    def expects(self) -> Mapping[str, object] | None:
        """The step that the person is still on."""
        on_a_step = self.enrolment.state in {EnrolmentState.BEGUN, EnrolmentState.DONE}
        return {"position": self.enrolment.position} if on_a_step else None

    def portrays(self) -> str:
        """The sponsor, unless the programme names a picture."""
        sponsor = self.programme.sponsor
        return (
            sponsor.email
            if self.enrolment.state is EnrolmentState.INVITED and not sponsor.picture
            else ""
        )


@shows(to="person", in_hours=True, stored_as="enrolment")
def enrolment_card(uow: UnitOfWork, scene: Scene) -> EnrolmentNotice:
    """What the enrolment's card shows now."""
    enrolment = uow.enrolments.need(scene.posting.subject_id)
    chooses = bool(enrolment.earlier) or scene.posting.view == CHOOSES
    other = chooses and _takes_part_otherwise(uow, enrolment)
    unfinished = enrolment.state in {EnrolmentState.INVITED, EnrolmentState.BEGUN}
    return EnrolmentNotice(
        enrolment=enrolment,
        person=uow.people.need(enrolment.person_id),
        programme=scene.programme,
        closes=scene.moment.cycle.enrolment_end,
        closed=unfinished and not enrolment_open(scene.moment, clock_of(uow, enrolment.person_id)),
        names=enrolment.answers.named,
        may_change_role=chooses and not other,
        in_other_role=other,
        reminder=unfinished and scene.posting.is_reminder,
        leaving=scene.posting.view == LEAVING,
        in_tandem=any(each.state in TOGETHER for each in _tandems(uow, enrolment)),
        over=scene.moment.cycle.is_over and enrolment.state is EnrolmentState.DONE,
    )


@matters(enrolment_card)
def _is_open(uow: UnitOfWork, posting: Posting, _now: datetime) -> bool:
    """Whether the person is asked; they are reminded only as long as something is missing."""
    enrolment = uow.enrolments.get(posting.subject_id)
    wanted = UNFINISHED if posting.is_reminder else enrolment_rules.OPEN
    return enrolment is not None and enrolment.state in wanted


def _tandems(uow: UnitOfWork, enrolment: Enrolment) -> Sequence[Tandem]:
    """The tandems and offers of the person in this role."""
    side = "mentor_id" if enrolment.role is Role.MENTOR else "mentee_id"
    return uow.tandems.all(**{side: enrolment.person_id})


@depends(enrolment_card, Enrolment, Cycle, Tandem)
def _enrolments(uow: UnitOfWork, change: Altered) -> Subjects:
    """The enrolment, the same person's in the other role, until when one may enrol, and whether
    they are in a tandem.
    """
    if isinstance(change.row, Tandem):
        before, after = (each and each.state in TOGETHER for each in (change.before, change.after))
        sides = ((role, change.row.person(role)) for role in Role)
        keys = [enrolment_rules.enrolment_id(change.row.cycle_id, *side) for side in sides]
        return keys if bool(before) is not bool(after) else ()
    if isinstance(change.row, Cycle):
        ended = change.before and change.alters("state", "enrolment_end")
        shown = (*UNFINISHED, EnrolmentState.DONE) if change.row.is_over else UNFINISHED
        return uow.enrolments.those(state=shown, cycle_id=change.row.id) if ended else ()
    other = enrolment_rules.enrolment_id(
        change.row.cycle_id, other_role(change.row.role), change.row.person_id
    )
    return [change.row.id, other] if change.alters("state") else [change.row.id]


def _takes_part_otherwise(uow: UnitOfWork, enrolment: Enrolment) -> bool:
    """Whether the person has an enrolment in the other role in this cycle."""
    key = enrolment_rules.enrolment_id(
        uow.cycle_id, other_role(enrolment.role), enrolment.person_id
    )
    found = uow.enrolments.get(key)
    return found is not None and found.state in enrolment_rules.OPEN


def other_role(role: Role) -> Role:
    """The role on the other side of a tandem."""
    return Role.MENTEE if role is Role.MENTOR else Role.MENTOR


Change = Callable[[Enrolment], Enrolment]


def _change(uow: UnitOfWork, enrolment_id: str, person_id: str, step: Change) -> Enrolment:
    """Apply one step to the person's own enrolment; its messages are to show it."""
    enrolment = uow.enrolments.need(enrolment_id)
    if enrolment.person_id != person_id:
        raise Refusal("not-yours")
    after = step(enrolment)
    if after != enrolment:
        uow.enrolments.put(after)
    if after.state is not enrolment.state and after.state is EnrolmentState.DONE:
        fill(uow)
    return after


def _while_open(
    uow: UnitOfWork, moment: Moment, enrolment_id: str, person_id: str, step: Change
) -> Enrolment:
    """The step, as long as one may enrol.

    Afterwards anybody whose enrolment is done may still edit it, as long as it stays complete.
    """

    def guarded(enrolment: Enrolment) -> Enrolment:
        changed = step(enrolment)
        done = EnrolmentState.DONE in {enrolment.state, changed.state}
        finished = done and changed.state is not EnrolmentState.BEGUN
        if not finished and not enrolment_open(moment, clock_of(uow, person_id)):
            raise Refusal("enrolment-closed")
        return changed

    return _change(uow, enrolment_id, person_id, guarded)


def take_part(uow: UnitOfWork, moment: Moment, enrolment_id: str, person_id: str) -> Enrolment:
    """*Take part*: the questionnaire opens."""
    return _while_open(uow, moment, enrolment_id, person_id, enrolment_rules.begin)


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
        Refusal: ``answer``, ``oneself`` or ``deputy-is-partner`` naming the field, ``stale``,
            ``enrolment-closed``, ``not-yours``.
    """
    if _is_partner(uow, person_id, said):
        raise Refusal("deputy-is-partner", field="deputy")
    offered = moment.programme.offered
    return _while_open(
        uow, moment, enrolment_id, person_id, lambda e: enrolment_rules.save(e, said, offered)
    )


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
    """What stands in the inputs of a step as it is left: as it was typed, people apart, and as the
    answer that it is, if it is one.
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
    names = inputs_of(position)
    typed = {name: str(inputs[name])[:LONGEST_TYPED] for name in names if inputs.get(name)}
    try:
        return LeftStep(typed, await filled_in(world, position, inputs))
    except (Refusal, OutsideError):
        return LeftStep(typed)


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
        lambda e: enrolment_rules.leave(e, since, left.typed, said, offered),
    )


def agree(uow: UnitOfWork, moment: Moment, enrolment_id: str, person_id: str) -> Enrolment:
    """Agree to the rules of the protected space.

    If nothing else is open, the questionnaire is handed in with it.
    """
    now, offered = moment.now, moment.programme.offered
    return _while_open(
        uow, moment, enrolment_id, person_id, lambda e: enrolment_rules.agree(e, offered, now)
    )


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
    return _change(uow, enrolment_id, person_id, lambda e: enrolment_rules.go(e, position, since))


def send(uow: UnitOfWork, moment: Moment, enrolment_id: str, person_id: str) -> Enrolment:
    """The questionnaire is handed in."""
    now = moment.now
    return _while_open(uow, moment, enrolment_id, person_id, lambda e: enrolment_rules.send(e, now))


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
    own = _tandems(uow, enrolment)
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


def invite(uow: UnitOfWork, moment: Moment, profile: Profile, role: Role) -> Enrolment:
    """Open an enrolment for somebody; anybody who withdrew or said *not now* is asked anew,
    everybody else keeps the one they have.
    """
    meet(uow, profile, moment.programme)
    key = enrolment_rules.enrolment_id(uow.cycle_id, role, profile.id)
    known = uow.enrolments.get(key)
    if known and known.state in enrolment_rules.OPEN:
        return known
    asked = Enrolment(key, profile.id, role, EnrolmentState.INVITED, moment.now)
    before = last_time(uow, profile.id, role)
    return uow.enrolments.put(follow(uow, asked, before) if before else asked)


def last_time(uow: UnitOfWork, person_id: str, role: Role) -> Enrolment | None:
    """The enrolment with which the person last took part in this role in an earlier cycle of this
    programme; None if they never did.
    """
    cycles = uow.cycles.those(programme_id=uow.programme_id, tried_by="")
    found = uow.everywhere.enrolments.all(
        person_id=person_id, role=role, state=EnrolmentState.DONE, cycle_id=cycles
    )
    earlier = [enrolment for enrolment in found if enrolment.cycle_id != uow.cycle_id]
    return max(earlier, key=lambda enrolment: enrolment.invited_at, default=None)


def follow(uow: UnitOfWork, asked: Enrolment, before: Enrolment) -> Enrolment:
    """Treat the enrolment as that of somebody who took part before: their earlier answers are
    offered to them, and anybody who waited comes first.
    """
    side = "mentor_id" if before.role is Role.MENTOR else "mentee_id"
    tandems, mine = uow.everywhere.tandems, {side: before.person_id}
    had_one = tandems.any(cycle_id=before.cycle_id, state=HAD_ONE, **mine)
    return replace(asked, earlier=before.id, priority=0 if had_one else before.priority)


async def welcome(world: World, person_id: str, chat: Chat, copy: str) -> None:
    """Somebody wrote without having been asked: they get their card anew, or the invitation if they
    may take part.

    ``copy`` makes each new card a message of its own.

    Raises:
        Refusal: ``enrolment-closed`` or ``not-eligible``.
    """
    if await show_again(world, person_id, chat, copy):
        return
    profile = await world.directory.profile(person_id)
    await world.run(_apply, profile, chat, copy)


async def show_again(world: World, person_id: str, chat: Chat, copy: str) -> bool:
    """Show somebody their own cards once more; whether they have any."""
    return await world.run(lambda uow, moment: _again(uow, person_id, chat, copy, moment.now))


def _again(uow: UnitOfWork, person_id: str, chat: Chat, copy: str, now: datetime) -> bool:
    own = _open_ones(uow.everywhere, person_id)
    for enrolment in own:
        uow = for_cycle(uow, enrolment.cycle_id)
        if on_its_way(uow, enrolment_card, enrolment.id, now):
            continue
        if enrolment.state is EnrolmentState.UNREACHABLE:
            # Whoever writes to the bot can be reached by now.
            uow.enrolments.put(replace(enrolment, state=EnrolmentState.INVITED))
        _show_copy(uow, enrolment, chat, copy)
    return bool(own)


def _show_copy(
    uow: UnitOfWork, enrolment: Enrolment, chat: Chat, copy: str, *, view: str = ""
) -> None:
    """Put the card before its person once more; older copies close themselves."""
    key, person_id = f"enrolment:{enrolment.id}:{copy}", enrolment.person_id
    if uow.postings.get(key) is None:
        close_copies(uow, enrolment_card, enrolment.id, person_id)
        call_off(uow, enrolment_card, enrolment.id)
        post(uow, enrolment_card, enrolment.id, person_id, key=key, chat=chat, view=view)


def knows_us(uow: UnitOfWork, _moment: Moment, person_id: str) -> bool:
    """Whether the person has been asked and has not said no: their card stands in the chat, or is
    on its way.
    """
    own = _open_ones(uow.everywhere, person_id)
    return any(enrolment.state in enrolment_rules.OPEN for enrolment in own)


def ask_whether_to_leave(
    uow: UnitOfWork, _moment: Moment, person_id: str, chat: Chat, copy: str
) -> None:
    """*Withdraw*, as somebody writes it: their card comes once more and asks back.

    Raises:
        Refusal: ``withdraw-nothing`` if they have said nothing yet.
    """
    taken = {EnrolmentState.BEGUN, EnrolmentState.DONE}
    own = [each for each in _open_ones(uow.everywhere, person_id) if each.state in taken]
    if not own:
        raise Refusal("withdraw-nothing")
    for enrolment in own:
        _show_copy(for_cycle(uow, enrolment.cycle_id), enrolment, chat, copy, view=LEAVING)


def _open_ones(uow: UnitOfWork, person_id: str) -> list[Enrolment]:
    """The person's enrolments in all programmes, without those of cycles that are over."""
    own = uow.enrolments.all(person_id=person_id)
    over = {cycle.id for cycle in uow.cycles.all(state=CycleState.CLOSED)}
    return [enrolment for enrolment in own if enrolment.cycle_id not in over]


def _apply(uow: UnitOfWork, moment: Moment, profile: Profile, chat: Chat, copy: str) -> None:
    if not enrolment_open(moment, clock_of(uow, profile.id)):
        raise Refusal("enrolment-closed")
    apart = is_boundary(profile, moment.programme)
    if apart or profile.hindrance or not moment.programme.apply_as:
        raise Refusal(
            "not-eligible", contact=moment.programme.contact.name or moment.programme.name
        )
    roles = dict.fromkeys(moment.programme.apply_as)
    enrolment = invite(uow, moment, profile, Role(next(iter(roles))))
    post(
        uow,
        enrolment_card,
        enrolment.id,
        profile.id,
        key=f"enrolment:{enrolment.id}:{copy}",
        chat=chat,
        view=CHOOSES if len(roles) > 1 else "",
    )

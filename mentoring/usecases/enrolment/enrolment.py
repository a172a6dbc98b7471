"""Enrolment: the invitation, the questionnaire step by step, the summary, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from mentoring.domain import enrolment as rules
from mentoring.domain import questionnaire
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.invitation import InviteState
from mentoring.domain.people import Person, Profile, Role
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import Position
from mentoring.domain.tandem import PENDING, knows_of
from mentoring.notices import Correctable, Portrayed, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.people import meet, people_named
from mentoring.usecases.common.postings import post, touch
from mentoring.usecases.matching import offers
from mentoring.usecases.matching.runs import fill
from mentoring.usecases.programme.period import enrolment_end, enrolment_open

KIND = "enrolment"
REMINDER = 1


@dataclass(frozen=True)
class EnrolmentNotice(Portrayed, Correctable):
    """One person's enrolment as it stands. ``names`` are the people chosen in it, by id.

    The invitation is opened by the sponsor, whose picture it shows.
    """

    enrolment: Enrolment
    person: Person
    programme: Programme
    closes: date | None
    closed: bool
    names: Mapping[str, str] = field(default_factory=dict)
    reminder: bool = False

    def takes(self, data: Mapping[str, object]) -> bool:
        """Only what was typed on the step that the person is still on."""
        return data.get("position") == self.enrolment.position

    def portrays(self) -> str:
        """The sponsor, unless the programme names a picture."""
        sponsor = self.programme.sponsor
        return sponsor.email if self.enrolment.state is EnrolmentState.INVITED and not sponsor.picture else ""


@shows(KIND, to="person")
def enrolment_notice(uow: UnitOfWork, scene: Scene) -> EnrolmentNotice:
    """What the enrolment's card shows now."""
    enrolment = uow.enrolments.need(scene.posting.subject_id)
    unfinished = enrolment.state in {EnrolmentState.INVITED, EnrolmentState.BEGUN}
    return EnrolmentNotice(
        enrolment=enrolment,
        person=uow.people.need(enrolment.person_id),
        programme=scene.programme,
        closes=enrolment_end(uow),
        closed=unfinished and not enrolment_open(uow, scene.now),
        names=_names(enrolment),
        reminder=unfinished and scene.posting.page == REMINDER,
    )


def _names(enrolment: Enrolment) -> dict[str, str]:
    """The people named in the answers: kept with the answers, encrypted, because who was named is nobody's business."""
    named: dict[str, str] = {}
    for answers in enrolment.answers.values():
        named |= answers.get("names", {})
    return named


def _change(
    uow: UnitOfWork, world: World, enrolment_id: str, person_id: str, step: Callable[[Enrolment], Enrolment]
) -> Enrolment:
    """Apply one step to the person's own enrolment; its messages are to show it."""
    enrolment = uow.enrolments.need(enrolment_id)
    if enrolment.person_id != person_id:
        raise Refusal("not-yours")
    changed = step(enrolment)
    if changed != enrolment:
        uow.enrolments.put(changed)
        touch(uow, KIND, enrolment.id)
    if changed.state is not enrolment.state:
        show_counts(uow)
        if changed.state is EnrolmentState.DONE:
            fill(uow, world)
    return changed


def show_counts(uow: UnitOfWork) -> None:
    """The owners' lists of invited people count anew."""
    for invite_list in uow.invites.all(state=InviteState.CONFIRMED):
        touch(uow, "invite", invite_list.id)


def _while_open(world: World, uow: UnitOfWork, step: Callable[[Enrolment], Enrolment]) -> Callable[[Enrolment], Enrolment]:
    """The step, as long as one may enrol; afterwards who is done may still edit, but not so that something is missing."""

    def guarded(enrolment: Enrolment) -> Enrolment:
        changed = step(enrolment)
        finished = EnrolmentState.DONE in {enrolment.state, changed.state} and changed.state is not EnrolmentState.BEGUN
        if not finished and not enrolment_open(uow, world.clock.now()):
            raise Refusal("enrolment-closed")
        return changed

    return guarded


async def take_part(world: World, enrolment_id: str, person_id: str) -> Enrolment:
    """*Take part*: the questionnaire opens."""
    return await world.store.run(lambda uow: _change(uow, world, enrolment_id, person_id, _while_open(world, uow, rules.begin)))


async def not_now(world: World, enrolment_id: str, person_id: str) -> Enrolment:
    """*Not now* on the invitation; the person may come back as long as the enrolment is open."""
    return await world.store.run(lambda uow: _change(uow, world, enrolment_id, person_id, rules.decline))


async def save_step(world: World, enrolment_id: str, person_id: str, position: Position, raw: Mapping[str, object]) -> Enrolment:
    """Keep one step's answers; names that were typed for people are looked up in the directory.

    Raises:
        Refusal: ``answer`` naming the field, ``person-unknown`` or ``person-ambiguous`` naming field and name, ``stale``,
            ``enrolment-closed``, ``not-yours``.
    """
    found = await _with_people(world, position, raw)
    offered = world.programme.offered
    return await world.store.run(
        lambda uow: _change(
            uow, world, enrolment_id, person_id, _while_open(world, uow, lambda e: rules.save(e, position, found, offered))
        )
    )


async def _with_people(world: World, position: Position, raw: Mapping[str, object]) -> Mapping[str, object]:
    """The step's inputs with people as ids, and their names beside them."""
    step = questionnaire.STEPS.get(position.step)
    if step is None or not step.people:
        return raw
    found: dict[str, object] = dict(raw)
    names: dict[str, str] = {}
    for key in step.people:
        people = await people_named(world, key, str(raw.get(key) or ""))
        found[key] = ",".join(people)
        names |= people
    return {**found, "names": names}


async def agree(world: World, enrolment_id: str, person_id: str, position: Position) -> Enrolment:
    """Agree to the rules of the protected space; if nothing else is open, the questionnaire is handed in with it."""
    now = world.clock.now()
    return await world.store.run(
        lambda uow: _change(uow, world, enrolment_id, person_id, _while_open(world, uow, lambda e: rules.agree(e, position, now)))
    )


async def go_to(world: World, enrolment_id: str, person_id: str, position: Position, since: Position) -> Enrolment:
    """From the step ``since`` to one of one's own steps, back or to edit it."""
    return await world.store.run(lambda uow: _change(uow, world, enrolment_id, person_id, lambda e: rules.go(e, position, since)))


async def send(world: World, enrolment_id: str, person_id: str) -> Enrolment:
    """The questionnaire is handed in."""
    now = world.clock.now()
    return await world.store.run(
        lambda uow: _change(uow, world, enrolment_id, person_id, _while_open(world, uow, lambda e: rules.send(e, now)))
    )


async def withdraw(world: World, enrolment_id: str, person_id: str) -> Enrolment:
    """Leave before there is a tandem: the answers are erased at once.

    Raises:
        Refusal: ``in-tandem`` while an offer is open or a tandem stands.
    """
    return await world.store.run(
        lambda uow: _change(uow, world, enrolment_id, person_id, lambda e: _leave(uow, e, world.clock.now()))
    )


def _leave(uow: UnitOfWork, enrolment: Enrolment, now: datetime) -> Enrolment:
    """Whether one may leave follows from what one knows oneself: else it would tell what the other side has answered."""
    own = {"mentor_id" if enrolment.role is Role.MENTOR else "mentee_id": enrolment.person_id}
    tandems = uow.tandems.all(**own)
    if any(knows_of(tandem, enrolment.role, now) for tandem in tandems):
        raise Refusal("in-tandem")
    for tandem in tandems:
        if tandem.state in PENDING:
            offers.let_go(uow, tandem)
    return rules.withdraw(enrolment)


def invite(uow: UnitOfWork, world: World, profile: Profile, role: Role) -> Enrolment:
    """Open an enrolment for somebody; who withdrew or said *not now* is asked anew, everybody else keeps theirs."""
    meet(uow, profile, world.programme)
    key = rules.enrolment_id(role, profile.id)
    known = uow.enrolments.get(key)
    if known and known.state in rules.OPEN:
        return known
    return uow.enrolments.put(Enrolment(key, profile.id, role, EnrolmentState.INVITED, world.clock.now()))


async def welcome(world: World, person_id: str, chat: Chat, copy: str) -> None:
    """Somebody wrote without having been asked: they get their card anew, or the invitation if they may take part.

    ``copy`` makes each new card a message of its own.

    Raises:
        Refusal: ``enrolment-closed`` or ``not-eligible``.
    """
    if await world.store.run(lambda uow: _again(uow, person_id, chat, copy)):
        return
    profile = await world.directory.profile(person_id)
    await world.store.run(lambda uow: _apply(uow, world, profile, chat, copy))


def _again(uow: UnitOfWork, person_id: str, chat: Chat, copy: str) -> bool:
    own = uow.enrolments.all(person_id=person_id)
    for enrolment in own:
        if enrolment.state is EnrolmentState.UNREACHABLE:
            # Whoever writes to the bot can be reached by now.
            uow.enrolments.put(replace(enrolment, state=EnrolmentState.INVITED))
        post(uow, KIND, enrolment.id, person_id, key=f"enrolment:{enrolment.id}:{copy}", chat=chat)
    return bool(own)


def _apply(uow: UnitOfWork, world: World, profile: Profile, chat: Chat, copy: str) -> None:
    if not enrolment_open(uow, world.clock.now()):
        raise Refusal("enrolment-closed")
    if profile.hindrance or not world.programme.apply_as:
        raise Refusal("not-eligible", contact=world.programme.contact.name or world.programme.name)
    enrolment = invite(uow, world, profile, Role(world.programme.apply_as[0]))
    post(uow, KIND, enrolment.id, profile.id, key=f"enrolment:{enrolment.id}:{copy}", chat=chat)

"""Inviting people: a list is resolved and shown, with everybody who cannot be invited and why; then
it is confirmed.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import structlog

from mentoring.domain.cycle import Cycle, CycleState
from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id, seen
from mentoring.domain.errors import NotAllowed, NotThere, Refusal, Rejected
from mentoring.domain.invitation import Entry, Invite, InviteState
from mentoring.domain.pasted import names_in
from mentoring.domain.people import Profile, Role
from mentoring.domain.programme import Programme
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.numbers import next_id
from mentoring.usecases.common.people import meet
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.showing import EVERY, depends
from mentoring.usecases.enrolment import enrolment as enrolments
from mentoring.usecases.programme.cycles import advance, require_running
from mentoring.usecases.programme.period import enrolment_open

log = structlog.get_logger()
AT_ONCE = 8
MOST = 1000


@dataclass(frozen=True)
class InviteNotice(Notice):
    """A list of people before and after it is confirmed.

    ``states`` counts the people invited by the state that owners may see.

    ``programme`` and ``closes`` are what the invitation speaks of, which owners may read before
    they send it.
    """

    invite: Invite
    states: Mapping[str, int]
    programme: Programme
    closes: date | None = None


@shows(to="owners", stored_as="invite")
def invite_card(uow: UnitOfWork, scene: Scene) -> InviteNotice:
    """What the owner sees of a list of people to invite."""
    invite = uow.invites.need(scene.posting.subject_id)
    states: Counter[str] = Counter()
    if invite.state is InviteState.CONFIRMED and invite.role:
        keys = [
            enrolment_id(uow.cycle_id, invite.role, entry.person_id) for entry in invite.invitable()
        ]
        states.update(
            str(seen(EnrolmentState(state)))
            for (state,) in uow.enrolments.columns("state", id=keys)
        )
    return InviteNotice(invite, states, scene.programme, scene.moment.cycle.enrolment_end)


@depends(invite_card, Invite, Enrolment, Cycle)
def _lists(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The list, how far its people are, and until when they may enrol."""
    match change.row:
        case Invite(id=invite_id):
            return [invite_id]
        case Enrolment():
            return [EVERY] if change.alters("state") else ()
    return [EVERY] if change.before and change.alters("enrolment_end") else ()


async def prepare(world: World, owner: str, role: Role | None, text: str, chat: Chat) -> Invite:
    """Resolve a pasted list of names and e-mails and show it to the owner; nobody is invited yet.

    Raises:
        Refusal: ``invite-nobody``, ``invite-too-many``, ``enrolment-closed``.
    """
    wanted = names_in(text)
    if not wanted:
        raise Refusal("invite-nobody")
    if len(wanted) > MOST:
        raise Refusal("invite-too-many", most=MOST)
    gate = asyncio.Semaphore(AT_ONCE)
    found = await asyncio.gather(*(_found(world, gate, words) for words in wanted))
    return await world.run(_preview, owner, role, list(zip(wanted, found, strict=True)), chat)


async def prepare_group(
    world: World, owner: str, role: Role | None, name: str, chat: Chat
) -> Invite:
    """The same for the people of a group of the directory.

    Raises:
        Refusal: ``group-unknown``, ``invite-nobody``, ``enrolment-closed``.
    """
    members = await world.directory.group(name)
    if members is None:
        raise Refusal("group-unknown", name=name)
    if not members:
        raise Refusal("invite-nobody")
    people = [(profile.name, (profile,)) for profile in members]
    return await world.run(_preview, owner, role, people, chat)


async def _found(world: World, gate: asyncio.Semaphore, words: str) -> tuple[Profile, ...]:
    async with gate:
        return await world.directory.find(words)


def _preview(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    role: Role | None,
    found: Sequence[tuple[str, tuple[Profile, ...]]],
    chat: Chat,
) -> Invite:
    require_running(moment)
    now = moment.now
    if not enrolment_open(moment):
        raise Refusal("enrolment-closed")
    entries = [_entry(uow, role, words, profiles) for words, profiles in found]
    for _, profiles in found:
        if len(profiles) == 1:
            meet(uow, profiles[0], moment.programme)
    invite = uow.invites.put(
        Invite(next_id(uow, "invite"), owner, now, role, entries=_each_once(entries))
    )
    post(uow, invite_card, invite.id, owner, chat=chat)
    return invite


def _entry(uow: UnitOfWork, role: Role | None, words: str, profiles: tuple[Profile, ...]) -> Entry:
    if len(profiles) != 1:
        return Entry(words, hindrance="unknown" if not profiles else "ambiguous")
    profile = profiles[0]
    return Entry(
        words, profile.id, profile.name, profile.hindrance or _taken(uow, role, profile.id)
    )


def _taken(uow: UnitOfWork, role: Role | None, person_id: str) -> str:
    if role is None:
        return ""
    known = uow.enrolments.get(enrolment_id(uow.cycle_id, role, person_id))
    # Whoever said *not now* or withdrew looks like everybody else who is invited; they can come
    # back by themselves if they like.
    return "already" if known and known.state is not EnrolmentState.UNREACHABLE else ""


def _each_once(entries: Sequence[Entry]) -> list[Entry]:
    """Keep only one entry for somebody who is named twice."""
    return list(
        {entry.person_id or entry.text.casefold(): entry for entry in reversed(entries)}.values()
    )[::-1]


def choose_role(uow: UnitOfWork, _moment: Moment, invite_id: str, role: Role) -> Invite:
    """The owner says in which role the people on the list are invited."""
    invite = uow.invites.need(invite_id)
    if invite.state is not InviteState.PREVIEW or invite.role:
        return invite
    entries = [
        replace(e, hindrance=e.hindrance or _taken(uow, role, e.person_id)) for e in invite.entries
    ]
    return uow.invites.put(replace(invite, role=role, entries=entries))


def confirm(uow: UnitOfWork, moment: Moment, invite_id: str) -> Invite:
    """Invite everybody on the list who can be invited; confirming twice invites once.

    Raises:
        Refusal: ``enrolment-closed``, ``invite-role`` while no role has been chosen,
            ``invite-nobody``, ``stale`` after *stop*.
    """
    invite = uow.invites.need(invite_id)
    if invite.state is InviteState.CONFIRMED:
        return invite
    if invite.state is InviteState.STOPPED:
        raise Refusal("stale")
    if invite.role is None:
        raise Refusal("invite-role")
    if not invite.invitable():
        raise Refusal("invite-nobody")
    if not enrolment_open(moment):
        raise Refusal("enrolment-closed")
    advance(uow, moment, CycleState.ENROLLING)
    for entry in invite.invitable():
        _open(uow, moment, entry.person_id, invite.role)
    return uow.invites.put(replace(invite, state=InviteState.CONFIRMED))


def _open(uow: UnitOfWork, moment: Moment, person_id: str, role: Role) -> None:
    enrolment = enrolments.invite(uow, moment, uow.people.need(person_id).profile, role)
    stamp = f"{enrolment.invited_at:%Y%m%d%H%M%S}"
    ask(uow, reach, enrolment.id, once=stamp)


def stop(uow: UnitOfWork, _moment: Moment, invite_id: str) -> Invite:
    """Take the list back before it is confirmed."""
    invite = uow.invites.need(invite_id)
    if invite.state is not InviteState.PREVIEW:
        return invite
    return uow.invites.put(replace(invite, state=InviteState.STOPPED))


@one_step(queue="talk", stored_as="invite")
async def reach(world: World, enrolment_id: str) -> None:
    """Read the person's full profile, put the app into their Teams, and hand them the invitation.

    Somebody whom the service will never let us reach becomes *unreachable*, which owners see.
    """
    person_id = (await world.read(lambda uow, _: uow.enrolments.need(enrolment_id))).person_id
    try:
        profile = await world.directory.profile(person_id)
        chat = await world.messenger.install(person_id)
    except (NotThere, NotAllowed, Rejected) as refused:
        log.warning(
            "invite.unreachable",
            enrolment=enrolment_id,
            error=type(refused).__name__,
            text=str(refused),
        )
        await world.run(lambda uow, _: _unreachable(uow, enrolment_id))
        return
    await world.run(_reached, enrolment_id, profile, chat)


def _unreachable(uow: UnitOfWork, enrolment_id: str) -> None:
    enrolment = uow.enrolments.need(enrolment_id)
    if enrolment.state is EnrolmentState.INVITED:
        uow.enrolments.put(replace(enrolment, state=EnrolmentState.UNREACHABLE))


def _reached(
    uow: UnitOfWork, moment: Moment, enrolment_id: str, profile: Profile, chat: Chat
) -> None:
    person = meet(uow, profile, moment.programme)
    uow.people.put(replace(person, conversation=chat.conversation, service_url=chat.service_url))
    enrolment = uow.enrolments.need(enrolment_id)
    stamp = f"{enrolment.invited_at:%Y%m%d%H%M%S}"
    post(
        uow,
        enrolments.enrolment_card,
        enrolment_id,
        profile.id,
        key=f"enrolment:{enrolment_id}:{stamp}",
    )

"""Inviting people: a list is resolved and shown, with everybody who cannot be invited and why; then
it is confirmed.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import structlog

from mentoring.domain.cycle import Cycle
from mentoring.domain.enrolment import KEEPS, Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.errors import (
    NotAllowed,
    NotThere,
    NotYet,
    OutsideError,
    Refusal,
    Rejected,
    Undeliverable,
)
from mentoring.domain.finding import Standing
from mentoring.domain.invitation import Choice, Entry, Invite, InviteState
from mentoring.domain.matching.settings import ANY_DEPTH
from mentoring.domain.pasted import names_in
from mentoring.domain.people import Profile, Role
from mentoring.domain.programme import Programme
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.directory import Group
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.repeating import nobody_hurries
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import changed
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.numbers import next_id
from mentoring.usecases.common.people import meet, meet_in_list, with_clock
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.previews import STAMP, grows_old, is_old
from mentoring.usecases.common.reaching import SHUT_OUT, with_hindrance
from mentoring.usecases.common.showing import EVERY, depends, seen_otherwise
from mentoring.usecases.enrolment.card import enrolment_card, other_role
from mentoring.usecases.enrolment.due import until_if_asked_now
from mentoring.usecases.enrolment.opened import Opened, opened_by
from mentoring.usecases.matching.shut_out import shut_out
from mentoring.usecases.programme.boundary import is_boundary
from mentoring.usecases.programme.cycles import require_running
from mentoring.usecases.programme.period import clock_of, enrolment_open

log = structlog.get_logger()
AT_ONCE = 8
MOST = 1000
UNTIL_LISTED = [timedelta(seconds=pause) for pause in (1, 3, 6, 15, 30, 60, 60, 60)]
"""The pauses between looking for the chat with somebody who has just got the app: four minutes in
all.
"""


@dataclass(frozen=True)
class Found:
    """Whom words of a list mean ``exactly``, and where that is not one person, who may be meant;
    ``is_placed``: the profile tells their managers.
    """

    words: str
    exactly: tuple[Profile, ...]
    perhaps: tuple[Profile, ...] = ()
    is_placed: bool = False

    @property
    def person(self) -> Profile | None:
        """The one who is meant; None where that is nobody, or not clear."""
        return self.exactly[0] if len(self.exactly) == 1 else None


@dataclass(frozen=True)
class InviteNotice(Notice):
    """A list of people before and after it is confirmed.

    ``states`` counts the people invited by the state that owners may see.

    ``programme`` and ``closes`` are what the invitation speaks of, which owners may read before
    they send it. ``unreached`` says of those whom the invitation has not reached, by name, why (a
    code). ``answered`` counts those who stay if the list is taken back, after which nothing is
    shown of how far anybody is. ``is_old``: it was shown too long ago to be confirmed.
    """

    invite: Invite
    states: Mapping[str, int]
    programme: Programme
    closes: date | None = None
    unreached: Mapping[str, str] = field(default_factory=dict)
    is_old: bool = False
    answered: int = 0


@shows(to="owners", stored_as="invite")
def invite_card(uow: UnitOfWork, scene: Scene) -> InviteNotice:
    """What the owner sees of a list of people to invite."""
    invite = uow.invites.need(scene.posting.subject_id)
    opened = tuple(opened_by(uow, invite)) if invite.state is InviteState.CONFIRMED else ()
    return InviteNotice(
        invite,
        states=Counter(str(each.state) for each in opened),
        programme=scene.programme,
        closes=until_if_asked_now(uow, scene.moment),
        unreached=_unreached(uow, opened),
        is_old=invite.state is InviteState.PREVIEW and is_old(invite.created_at, scene.now),
        answered=sum(each.answered for each in opened),
    )


def _unreached(uow: UnitOfWork, opened: Iterable[Opened]) -> dict[str, str]:
    away = [each.person_id for each in opened if each.state is EnrolmentState.UNREACHABLE]
    people = uow.people.all(id=away)
    return {person.profile.name: person.profile.hindrance for person in people}


@depends(invite_card, Invite, Enrolment, Cycle)
def _lists(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The list, how far its people are, and until when they may enrol."""
    match change.row:
        case Invite(id=invite_id):
            return [invite_id]
        case Enrolment():
            return [EVERY] if seen_otherwise(change) else ()
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
    with nobody_hurries():
        found = await _placed(world, await _meant_by(world, wanted))
    return await world.run(_preview, owner, role, found, chat)


async def prepare_group(
    world: World, owner: str, role: Role | None, name: str, chat: Chat
) -> Invite:
    """The same for the people of a group of the directory.

    Raises:
        Refusal: ``group-unknown``, ``group-ambiguous`` if several have this name,
            ``invite-nobody``, ``enrolment-closed``.
    """
    with nobody_hurries():
        members = await _members(world, name)
        found = await _placed(world, [Found(each.name, (each,)) for each in members])
    return await world.run(_preview, owner, role, found, chat)


async def _members(world: World, name: str) -> Sequence[Profile]:
    groups = await world.directory.groups(name)
    if not groups:
        raise Refusal("group-unknown", name=name)
    if len(groups) > 1:
        raise Refusal("group-ambiguous", name=name, groups=_told_apart(groups))
    members = await world.directory.people_of(groups[0].id)
    if not members:
        raise Refusal("invite-nobody")
    return members


async def _placed(world: World, found: Sequence[Found]) -> list[Found]:
    """The same with their managers, of whom many are read at once: whom a rule will never let into
    a tandem follows from them. Where the directory does not tell them, nothing follows.
    """
    ids = [each.person.id for each in found if each.person and not each.person.hindrance]
    try:
        standings = await world.directory.standings(ids, ANY_DEPTH) if ids else {}
    except (NotThere, NotAllowed, Rejected) as error:
        log.warning("invite.managers_unread", error=type(error).__name__)
        return list(found)
    return [_with_managers(each, standings) for each in found]


def _with_managers(found: Found, standings: Mapping[str, Standing]) -> Found:
    standing = standings.get(found.person.id) if found.person else None
    if found.person is None or standing is None:
        return found
    person = replace(found.person, managers=standing.managers)
    return replace(found, exactly=(person,), is_placed=True)


def _told_apart(groups: Sequence[Group]) -> str:
    """What names each of these groups, which have one name."""
    return "; ".join(
        f"{each.mail or each.id} ({each.description})" if each.description else each.mail or each.id
        for each in groups
    )


async def _meant_by(world: World, wanted: Sequence[str]) -> list[Found]:
    """Who is meant; where that is nobody or not clear, also who may be."""
    exactly = await world.directory.find_each(wanted)
    gate = asyncio.Semaphore(AT_ONCE)
    return await asyncio.gather(*(_found(world, gate, each, exactly[each]) for each in wanted))


async def _found(
    world: World, gate: asyncio.Semaphore, words: str, exactly: tuple[Profile, ...]
) -> Found:
    if exactly:
        return Found(words, exactly, exactly if len(exactly) > 1 else ())
    async with gate:
        return Found(words, (), await world.directory.like(words))


def _preview(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    role: Role | None,
    found: Sequence[Found],
    chat: Chat,
) -> Invite:
    require_running(moment)
    now = moment.now
    if not enrolment_open(moment, clock_of(uow, owner)):
        raise Refusal("enrolment-closed")
    entries = [_entry(uow, moment, role, each) for each in found]
    for each in found:
        if each.person:
            meet_in_list(uow, each.person, moment.programme, is_placed=each.is_placed)
    made = Invite(next_id(uow, "invite"), owner, now, role, entries=_each_once(entries))
    invite = uow.invites.put(_warned(uow, moment, made))
    post(uow, invite_card, invite.id, owner, chat=chat)
    grows_old(uow, moment, invite_card, invite.id)
    return invite


def _warned(uow: UnitOfWork, moment: Moment, invite: Invite) -> Invite:
    """The list, with the rule that will never let somebody on it into a tandem, and with those who
    would get a second invitation.
    """
    if invite.role is None:
        return invite
    role = invite.role
    placed = [each.person_id for each in invite.entries if each.person_id and not each.is_unplaced]
    rules = shut_out(uow, moment.programme, ((person, role) for person in placed))
    entries = [
        replace(
            each,
            shut_out_by=rules.get((each.person_id, role), ""),
            in_both=bool(taken(uow, other_role(role), each.person_id)),
        )
        for each in invite.entries
    ]
    return replace(invite, entries=entries)


def _entry(uow: UnitOfWork, moment: Moment, role: Role | None, found: Found) -> Entry:
    if found.person is None:
        choices = tuple(map(_choice, found.perhaps))
        return Entry(found.words, hindrance="ambiguous" if choices else "unknown", choices=choices)
    meant = _meant(uow, moment, role, found.words, found.person)
    return replace(meant, is_unplaced=not found.is_placed)


def _meant(
    uow: UnitOfWork, moment: Moment, role: Role | None, words: str, profile: Profile
) -> Entry:
    apart = "boundary" if is_boundary(profile, moment.programme) else ""
    hindrance = profile.hindrance or apart or taken(uow, role, profile.id)
    return Entry(words, profile.id, profile.name, hindrance)


def _choice(profile: Profile) -> Choice:
    about = (*profile.position, profile.location, profile.email)
    return Choice(profile.id, profile.name, " · ".join(part for part in about if part))


def choose_person(
    uow: UnitOfWork, moment: Moment, invite_id: str, words: str, profile: Profile
) -> Invite:
    """The owner says who is meant by a name on the list; whoever was not offered is not taken.

    Raises:
        Refusal: ``stale`` if the list is no longer open, or the person was not offered.
    """
    invite = uow.invites.need(invite_id)
    offered = {each.person_id for entry in invite.entries for each in entry.choices}
    if invite.state is not InviteState.PREVIEW or profile.id not in offered:
        raise Refusal("stale")
    meet(uow, profile, moment.programme)
    meant = _meant(uow, moment, invite.role, words, profile)
    entries = [meant if e.text == words and e.choices else e for e in invite.entries]
    chosen = replace(invite, entries=_each_once(entries))
    return uow.invites.put(_warned(uow, moment, chosen))


def taken(uow: UnitOfWork, role: Role | None, person_id: str) -> str:
    """Why somebody cannot be invited in this role any more, as a code; empty if they can."""
    if role is None:
        return ""
    known = uow.enrolments.get(enrolment_id(uow.cycle_id, role, person_id))
    if known is None or known.state is EnrolmentState.UNREACHABLE:
        return ""
    if not known.is_admitted:
        # Owners see an application once it is begun; before, nobody has asked the person.
        return "applied" if known.state in KEEPS else ""
    # Whoever said *not now* or withdrew looks like everybody else who is invited; they can come
    # back by themselves if they like.
    return "already"


def _each_once(entries: Sequence[Entry]) -> list[Entry]:
    """Keep only one entry for somebody who is named twice."""
    return list(
        {entry.person_id or entry.text.casefold(): entry for entry in reversed(entries)}.values()
    )[::-1]


def choose_role(uow: UnitOfWork, moment: Moment, invite_id: str, role: Role) -> Invite:
    """The owner says in which role the people on the list are invited."""
    invite = uow.invites.need(invite_id)
    if invite.state is not InviteState.PREVIEW or invite.role:
        return invite
    entries = [
        replace(e, hindrance=e.hindrance or taken(uow, role, e.person_id)) for e in invite.entries
    ]
    chosen = replace(invite, role=role, entries=entries)
    return uow.invites.put(_warned(uow, moment, chosen))


@one_step(queue="talk", stored_as="invite")
async def reach(world: World, enrolment_id: str) -> None:
    """Read the person's full profile, put the app into their Teams, and hand them the invitation.

    Teams may need some minutes to show an app that it has just taken, so it is asked again with
    growing pauses. Somebody whom the service will never let us reach becomes *unreachable*, which
    owners see with its cause; so does whoever has removed the bot, and it is not installed again.
    """
    person_id = await world.run(_may_be_reached, enrolment_id)
    if not person_id:
        return
    try:
        profile = await world.directory.profile(person_id)
        chat = await world.messenger.install(person_id)
    except NotYet:
        await world.run(_ask_again, enrolment_id)
    except (NotThere, NotAllowed, Rejected) as refused:
        log.warning(
            "invite.unreachable",
            enrolment=enrolment_id,
            error=type(refused).__name__,
            text=str(refused),
        )
        await world.run(_unreachable, enrolment_id, _cause(refused))
    else:
        await world.run(_reached, enrolment_id, profile, chat)


def _may_be_reached(uow: UnitOfWork, moment: Moment, enrolment_id: str) -> str:
    """Whom the enrolment is of; empty if it was taken back, or if they have removed the bot."""
    enrolment = uow.enrolments.get(enrolment_id)
    if enrolment is None:
        return ""
    person = uow.people.get(enrolment.person_id)
    if person and person.has_removed_bot:
        _unreachable(uow, moment, enrolment_id, person.profile.hindrance)
        return ""
    return enrolment.person_id


def _cause(refused: OutsideError) -> str:
    match refused:
        case Undeliverable(cause=cause):
            return cause
        case NotThere():
            return "not-there"
        case NotAllowed():
            return "not-allowed"
    return "refused"


def _ask_again(uow: UnitOfWork, moment: Moment, enrolment_id: str) -> None:
    """Look for the chat once more after a pause; after the last one, the person is unreachable."""
    enrolment = uow.enrolments.get(enrolment_id)
    if enrolment is None:
        return
    stamp = stamp_of(enrolment)
    asked = uow.effects.columns("id", kind=reach.name, subject_id=enrolment_id)
    attempts = sum(stamp in key for (key,) in asked)
    if attempts > len(UNTIL_LISTED):
        _unreachable(uow, moment, enrolment_id, "not-listed")
        return
    due = moment.now + UNTIL_LISTED[attempts - 1]
    ask(uow, reach, enrolment_id, once=f"{stamp}:{attempts}", not_before=due)


def _unreachable(uow: UnitOfWork, _moment: Moment, enrolment_id: str, cause: str) -> None:
    enrolment = uow.enrolments.get(enrolment_id)
    if enrolment and enrolment.state is EnrolmentState.INVITED:
        uow.enrolments.put(replace(enrolment, state=EnrolmentState.UNREACHABLE))
        person = uow.people.get(enrolment.person_id)
        if person and not person.profile.hindrance:
            uow.people.put(with_hindrance(person, cause))
            changed(uow, SHUT_OUT, person.id)


def _reached(
    uow: UnitOfWork, moment: Moment, enrolment_id: str, profile: Profile, chat: Chat
) -> None:
    enrolment = uow.enrolments.get(enrolment_id)
    if enrolment is None:
        return  # it was taken back meanwhile, and perhaps nobody is known by this id any more
    person = meet(uow, profile, moment.programme)
    person = replace(person, profile=with_clock(profile, person))
    uow.people.put(replace(person, conversation=chat.conversation, service_url=chat.service_url))
    hand_over(uow, enrolment)


def hand_over(uow: UnitOfWork, enrolment: Enrolment) -> None:
    """Put the invitation into the person's chat; asked twice, there once."""
    key = f"enrolment:{enrolment.id}:{stamp_of(enrolment)}"
    post(uow, enrolment_card, enrolment.id, enrolment.person_id, key=key)


def stamp_of(enrolment: Enrolment) -> str:
    """What tells this invitation from one that the same person gets another time."""
    return f"{enrolment.invited_at:{STAMP}}"

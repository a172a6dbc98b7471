"""Inviting people: a list is resolved and shown, with everybody who cannot be invited and why; then
it is confirmed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from mentoring.domain.cycle import Cycle, CycleKind
from mentoring.domain.enrolment import KEEPS, Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.errors import (
    Refusal,
)
from mentoring.domain.invitation import Choice, Entry, Invite, InviteState
from mentoring.domain.pasted import PeopleAndGroups
from mentoring.domain.people import Profile, Role
from mentoring.domain.programme import Programme
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Among, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.numbers import next_id
from mentoring.usecases.common.people import meet, meet_in_list
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.previews import grows_old, is_old
from mentoring.usecases.common.showing import EVERY, depends, seen_otherwise, still_open
from mentoring.usecases.enrolment.card import other_role
from mentoring.usecases.enrolment.due import until_if_asked_now
from mentoring.usecases.enrolment.looking_up import Found, people_listed
from mentoring.usecases.enrolment.opened import Opened, opened_by
from mentoring.usecases.matching.shut_out import shut_out
from mentoring.usecases.programme.boundary import is_boundary
from mentoring.usecases.programme.cycles import require_running
from mentoring.usecases.programme.period import clock_of, enrolment_open


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
    rolls: bool = False
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
        rolls=scene.moment.cycle.kind is CycleKind.ROLLING,
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


@still_open(invite_card)
def _not_stopped(uow: UnitOfWork) -> Mapping[str, object]:
    over = (InviteState.STOPPED, InviteState.UNDONE)
    return {"subject_id": Among(others=(uow.invites.those(state=over),))}


async def prepare(
    world: World, owner: str, role: Role | None, listed: PeopleAndGroups, chat: Chat
) -> Invite:
    """Resolve a pasted list of names, e-mails and groups and show it to the owner; nobody is
    invited yet.

    Raises:
        Refusal: ``invite-nobody``, ``invite-too-many``, ``group-unknown``, ``group-empty``,
            ``group-ambiguous`` if several have this name, ``enrolment-closed``.
    """
    [made] = await prepare_each(world, owner, [(role, listed)], chat)
    return made


async def prepare_each(
    world: World, owner: str, lists: Sequence[tuple[Role | None, PeopleAndGroups]], chat: Chat
) -> list[Invite]:
    """The same for several lists at once, each of which is confirmed by itself; if one is refused,
    none is shown.
    """
    found = [(role, await people_listed(world, listed)) for role, listed in lists]
    return await world.run(_previews, owner, found, chat)


def _previews(
    uow: UnitOfWork,
    moment: Moment,
    owner: str,
    lists: Sequence[tuple[Role | None, Sequence[Found]]],
    chat: Chat,
) -> list[Invite]:
    return [_preview(uow, moment, owner, role, found, chat) for role, found in lists]


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
        return "applied" if known.as_seen in KEEPS else ""
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

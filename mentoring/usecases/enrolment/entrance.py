"""The ways into the programme: an invitation, an application, and one's own card once more."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from mentoring.domain import enrolment as enrolment_rules
from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import Application, Enrolment, EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.people import UNSAID, Profile, Role, Spoken
from mentoring.domain.questionnaire import When
from mentoring.domain.tandem import BEGAN, NEVER_BEGAN, TOGETHER
from mentoring.notices import Said
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.people import contact_for, heard, meet
from mentoring.usecases.common.postings import call_off, on_its_way, post
from mentoring.usecases.common.shown_again import show_what_is_for_later
from mentoring.usecases.common.undone import not_undone
from mentoring.usecases.enrolment.applying import require_undecided
from mentoring.usecases.enrolment.card import CHOOSES, LEAVING, enrolment_card
from mentoring.usecases.enrolment.due import asked_since
from mentoring.usecases.enrolment.silence import watch_silence
from mentoring.usecases.programme.boundary import is_boundary
from mentoring.usecases.programme.period import clock_of, enrolment_open

DONE = EnrolmentState.DONE
WHEN = When.name
"""The step that asks who keeps one's calendar."""
HAD_ONE: tuple[Mapping[str, object], ...] = ({"state": TOGETHER}, BEGAN)
"""The tandems whose people have had what they enrolled for."""


def invite(uow: UnitOfWork, moment: Moment, profile: Profile, role: Role) -> Enrolment:
    """Open an enrolment for somebody; anybody who withdrew or said *not now* is asked anew, and so
    is who was about to apply; everybody else keeps the one they have.
    """
    meet(uow, profile, moment.programme)
    watch_silence(uow, moment)
    key = enrolment_rules.enrolment_id(uow.cycle_id, role, profile.id)
    known = uow.enrolments.get(key)
    if known and known.state in enrolment_rules.OPEN:
        unasked = not known.is_admitted and known.state is EnrolmentState.INVITED
        return _asked_now(uow, moment, known) if unasked else known
    asked = Enrolment(key, profile.id, role, EnrolmentState.INVITED, moment.now)
    if known and known.as_seen in enrolment_rules.KEEPS:
        asked = replace(asked, position=enrolment_rules.COMES_BACK)
    before = last_time(uow, profile.id, role)
    if before is None:
        return uow.enrolments.put(asked)
    had_one = who_had_one(uow, before.cycle_id, role, person_id=before.person_id)
    return uow.enrolments.put(follow(asked, before, had_one=before.person_id in had_one))


def _asked_now(uow: UnitOfWork, moment: Moment, known: Enrolment) -> Enrolment:
    """Owners invite somebody who has not begun to apply."""
    asked = replace(known, application=Application.NONE, invited_at=moment.now)
    return uow.enrolments.put(asked)


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


def follow(asked: Enrolment, before: Enrolment, *, had_one: bool) -> Enrolment:
    """Treat the enrolment as that of somebody who took part before: their earlier answers are
    offered to them, and anybody who waited comes first (``had_one``: they had a tandem).
    """
    return replace(asked, earlier=before.id, priority=0 if had_one else before.priority)


def who_had_one(
    uow: UnitOfWork, cycle_id: str, role: Role, *, person_id: str = ""
) -> Collection[str]:
    """The ids of those who had a tandem in this role in the cycle (of this person alone, if one is
    named); whoever read that one of theirs could not begin counts as if they had none.
    """
    side = "mentor_id" if role is Role.MENTOR else "mentee_id"
    every = uow.everywhere
    where: dict[str, object] = {"cycle_id": cycle_id, **({side: person_id} if person_id else {})}
    let_down = every.tandems.columns(side, **where, **NEVER_BEGAN)
    had = [
        row
        for each in HAD_ONE
        for row in every.tandems.columns(side, **where, **each, **not_undone(every))
    ]
    return {person for (person,) in had} - {person for (person,) in let_down}


async def welcome(
    world: World, person_id: str, chat: Chat, copy: str, spoken: Spoken = UNSAID
) -> None:
    """Somebody wants to take part without having been asked: they get their card anew, or the
    invitation if they may, in the language in which they have ``spoken``.

    ``copy`` makes each new card a message of its own.

    Raises:
        Refusal: ``enrolment-closed`` or ``not-eligible``.
    """
    if await show_again(world, person_id, chat, copy):
        return
    profile = await world.directory.profile(person_id)
    await world.run(_apply, profile, chat, copy, spoken)


async def greet(world: World, person_id: str, chat: Chat, copy: str) -> Said | None:
    """Somebody wrote who has not said that they want to take part: they get their own cards anew.
    Whoever has none is told what the bot is and how to take part, and nothing is kept of them.
    """
    if await show_again(world, person_id, chat, copy):
        return None
    return await world.read(_what_this_is, person_id)


def _what_this_is(uow: UnitOfWork, moment: Moment, person_id: str) -> Said:
    programme = moment.programme
    if programme.apply_as and enrolment_open(moment, clock_of(uow, person_id)):
        return Said.of("stranger", programme=programme.name)
    contact = contact_for(uow, moment, person_id).name or programme.name
    return Said.of("stranger-closed", programme=programme.name, contact=contact)


async def show_again(world: World, person_id: str, chat: Chat, copy: str) -> bool:
    """Show somebody their own cards once more, and what they have said for later; whether there
    is anything.
    """
    return await world.run(_again, person_id, chat, copy)


def _again(uow: UnitOfWork, moment: Moment, person_id: str, chat: Chat, copy: str) -> bool:
    later = show_what_is_for_later(uow, moment, person_id, chat)
    own, now = _open_ones(uow.everywhere, person_id), moment.now
    for enrolment in own:
        uow = for_cycle(uow, enrolment.cycle_id)
        if on_its_way(uow, enrolment_card, enrolment.id, now):
            continue
        if enrolment.state is EnrolmentState.UNREACHABLE:
            # Whoever writes to the bot can be reached by now.
            uow.enrolments.put(asked_since(replace(enrolment, state=EnrolmentState.INVITED), now))
        _show_copy(uow, enrolment, chat, copy)
    return later or bool(own)


def _show_copy(
    uow: UnitOfWork, enrolment: Enrolment, chat: Chat, copy: str, *, view: str = ""
) -> None:
    """Put the card before its person once more; older copies close themselves."""
    key, person_id = f"enrolment:{enrolment.id}:{copy}", enrolment.person_id
    if uow.postings.get(key) is None:
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


def show_deputy(uow: UnitOfWork, _moment: Moment, person_id: str, chat: Chat, copy: str) -> None:
    """*Deputy*, as somebody writes it: their card comes once more and asks who keeps their
    calendar, however far the cycle is.

    Raises:
        Refusal: ``deputy-nothing`` if they have handed in no questionnaire.
    """
    own = [each for each in _open_ones(uow.everywhere, person_id) if each.state is DONE]
    if not own:
        raise Refusal("deputy-nothing")
    for each in own:
        here = for_cycle(uow, each.cycle_id)
        _show_copy(here, here.enrolments.put(replace(each, position=WHEN)), chat, copy)


def _open_ones(uow: UnitOfWork, person_id: str) -> list[Enrolment]:
    """The person's enrolments in all programmes, without those of cycles that are over."""
    own = uow.enrolments.all(person_id=person_id)
    over = {cycle.id for cycle in uow.cycles.all(state=CycleState.CLOSED)}
    return [enrolment for enrolment in own if enrolment.cycle_id not in over]


async def apply(
    world: World, person_id: str, role: Role, chat: Chat, copy: str, spoken: Spoken = UNSAID
) -> None:
    """Somebody follows the open call for a role: they get its invitation, or their card anew.

    Raises:
        Refusal: ``enrolment-closed`` or ``not-eligible``, also where the call is closed.
    """
    profile = await world.directory.profile(person_id)
    await world.run(_apply_as, profile, role, chat, copy, spoken)


def _apply_as(
    uow: UnitOfWork,
    moment: Moment,
    profile: Profile,
    role: Role,
    chat: Chat,
    copy: str,
    spoken: Spoken,
) -> None:
    known = uow.enrolments.get(enrolment_rules.enrolment_id(uow.cycle_id, role, profile.id))
    if known is None or known.state not in enrolment_rules.OPEN:
        _require_eligible(uow, moment, profile)
        if known is not None and known.is_admitted:
            known = uow.enrolments.put(asked_since(enrolment_rules.reopen(known), moment.now))
        else:
            known = _applied_for(uow, moment, profile, role)
    heard(uow, profile.id, spoken, None, moment.programme)
    _show_copy(uow, known, chat, copy)


def _applied_for(uow: UnitOfWork, moment: Moment, profile: Profile, role: Role) -> Enrolment:
    """The enrolment of somebody whom nobody has invited, if the call is open to them."""
    if str(role) not in moment.programme.apply_as:
        raise _not_eligible(moment, profile)
    require_undecided(uow, moment, role, profile.id)
    return _applied(uow, moment, profile, role)


def _applied(uow: UnitOfWork, moment: Moment, profile: Profile, role: Role) -> Enrolment:
    """The enrolment of somebody whom nobody has invited."""
    made = invite(uow, moment, profile, role)
    return uow.enrolments.put(replace(made, application=Application.OPEN))


def _not_eligible(moment: Moment, profile: Profile) -> Refusal:
    programme = moment.programme.as_read_by(profile)
    return Refusal("not-eligible", contact=programme.contact.name or programme.name)


def _require_eligible(uow: UnitOfWork, moment: Moment, profile: Profile) -> None:
    if not enrolment_open(moment, clock_of(uow, profile.id)):
        raise Refusal("enrolment-closed")
    if is_boundary(profile, moment.programme) or profile.hindrance:
        raise _not_eligible(moment, profile)


def _apply(
    uow: UnitOfWork, moment: Moment, profile: Profile, chat: Chat, copy: str, spoken: Spoken
) -> None:
    _require_eligible(uow, moment, profile)
    if not moment.programme.apply_as:
        raise _not_eligible(moment, profile)
    roles = dict.fromkeys(moment.programme.apply_as)
    first = Role(next(iter(roles)))
    require_undecided(uow, moment, first, profile.id)
    enrolment = _applied(uow, moment, profile, first)
    heard(uow, profile.id, spoken, None, moment.programme)
    post(
        uow,
        enrolment_card,
        enrolment.id,
        profile.id,
        key=f"enrolment:{enrolment.id}:{copy}",
        chat=chat,
        view=CHOOSES if len(roles) > 1 else "",
    )

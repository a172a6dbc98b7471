"""Offers: the mentor is asked first, then the mentee. A no, silence and an owners' decision look the same to everybody else.

Who said yes and gets no tandem is told when the round ends (or at the launch, if that is earlier), in the same words and at
the same moment as everybody else who is left over: nobody can infer a refusal.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from mentoring.domain import tandem as rules
from mentoring.domain.enrolment import EnrolmentState, enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Person, Role
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import PENDING, TOGETHER, Pair, PairKind, Proposal, Tandem, TandemState
from mentoring.domain.upkeep import Timer
from mentoring.notices import Notice, Portrayed, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.numbers import next_number
from mentoring.usecases.common.postings import post, touch
from mentoring.usecases.common.timers import set_timer, when_due

KIND = "offer"
LEFT_OVER = "left_over"
REMINDER = 1


@dataclass(frozen=True)
class OfferNotice(Portrayed):
    """An offer as one side sees it. ``state`` says what this side may know: ``open``, ``waiting``, ``accepted``, ``closed``."""

    tandem: Tandem
    role: Role
    viewer: Person
    partner: Person
    about_partner: str
    partner_answers: Mapping[str, Mapping[str, Any]]
    state: str
    programme: Programme
    reminder: bool = False

    def portrays(self) -> str:
        """The other one, while the offer is open."""
        return self.partner.id if self.state == "open" else ""


@dataclass(frozen=True)
class LeftOverNotice(Notice):
    """The kind line for whoever got no tandem this time, and how it goes on."""

    person: Person
    programme: Programme


@shows(KIND, to="person")
def offer_notice(uow: UnitOfWork, scene: Scene) -> OfferNotice:
    """What the posting's person sees of the offer."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    role = Role.MENTOR if scene.posting.person_id == tandem.mentor_id else Role.MENTEE
    other = Role.MENTEE if role is Role.MENTOR else Role.MENTOR
    partner = uow.people.need(tandem.person(other))
    enrolled = uow.enrolments.get(enrolment_id(other, partner.id))
    answers = enrolled.answers if enrolled else {}
    state = _state_for(tandem, role, scene.now)
    return OfferNotice(
        tandem=tandem,
        role=role,
        viewer=uow.people.need(tandem.person(role)),
        partner=partner,
        about_partner=str(answers.get("about", {}).get("about_me", "")),
        partner_answers=_shareable(answers),
        state=state,
        programme=scene.programme,
        reminder=state == "open" and scene.posting.page == REMINDER,
    )


def _shareable(answers: Mapping[str, Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """What the two may know of each other: topics, wishes and the way of learning; no rating, nothing confidential."""
    return {key: value for key, value in answers.items() if key in {"topics", "wishes", "purpose"} or key.startswith("topic:")}


def _state_for(tandem: Tandem, role: Role, now: datetime) -> str:
    if tandem.state in TOGETHER:
        return "accepted"
    if tandem.asked() is role:
        return "open"
    said_yes = role is Role.MENTOR and tandem.mentor_agreed
    over = tandem.state is TandemState.RELEASED and not rules.seems_open(tandem, now)
    return "waiting" if said_yes and not over else "closed"


@shows(LEFT_OVER, to="person")
def left_over_notice(uow: UnitOfWork, scene: Scene) -> LeftOverNotice:
    """The words for everybody who is left over."""
    return LeftOverNotice(uow.people.need(scene.posting.person_id), scene.programme)


def make(uow: UnitOfWork, moment: Moment, proposal: Proposal) -> Tandem:
    """The proposal is approved: the tandem gets its number and the mentor is asked."""
    now = moment.now
    days = moment.programme.offers.days
    number = next_number(uow, "tandem")
    tandem = uow.tandems.put(
        Tandem(
            id=f"tandem-{number}-{secrets.token_hex(4)}",
            number=number,
            proposal_id=proposal.id,
            mentor_id=proposal.mentor_id,
            mentee_id=proposal.mentee_id,
            state=TandemState.ASKED_MENTOR,
            due_at=now + timedelta(days=days),
            round_ends_at=now + timedelta(days=2 * days),
            reasons=proposal.reasons,
        )
    )
    _ask(uow, moment, tandem, Role.MENTOR)
    _set_round_end(uow, now)
    return tandem


def _set_round_end(uow: UnitOfWork, now: datetime) -> None:
    """The next round ends when the first of the offers that seem open has had its time."""
    ends = [tandem.round_ends_at for tandem in uow.tandems.all() if rules.seems_open(tandem, now)]
    if ends:
        set_timer(uow, "round-end", "programme", min(ends))


def _ask(uow: UnitOfWork, moment: Moment, tandem: Tandem, role: Role) -> None:
    post(uow, KIND, tandem.id, tandem.person(role))
    set_timer(uow, "offer-due", tandem.id, tandem.due_at)
    for days_before in moment.programme.offers.reminders:
        at = tandem.due_at - timedelta(days=days_before)
        if at > moment.now:
            set_timer(uow, "offer-reminder", tandem.id, at, suffix=f":{role}:{days_before}")


def answer(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, *, yes: bool) -> Tandem:
    """One side's answer to its offer.

    Raises:
        Refusal: ``not-yours``; ``stale`` if this side is not asked (any more).
    """
    tandem = uow.tandems.need(tandem_id)
    role = {tandem.mentor_id: Role.MENTOR, tandem.mentee_id: Role.MENTEE}.get(person_id)
    if role is None:
        raise Refusal("not-yours")
    if tandem.asked() is not role:
        raise Refusal("stale")
    if not yes:
        return let_go(uow, tandem)
    due_at = moment.now + timedelta(days=moment.programme.offers.days)
    changed = uow.tandems.put(rules.accept(tandem, role, min(due_at, tandem.round_ends_at)))
    _quiet(uow, moment, tandem)
    if role is Role.MENTOR:
        _ask(uow, moment, changed, Role.MENTEE)
    touch(uow, KIND, tandem.id)
    return changed


def let_go(uow: UnitOfWork, tandem: Tandem) -> Tandem:
    """Release the tandem and never propose the two again; who was the cause is not kept beside it."""
    pair = f"{tandem.mentor_id}:{tandem.mentee_id}"
    uow.pairs.put(Pair(pair, tandem.mentor_id, tandem.mentee_id, PairKind.NOT_AGAIN))
    touch(uow, KIND, tandem.id)
    return uow.tandems.put(rules.release(tandem))


def _quiet(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """The side that answered is not reminded any more."""
    asked = tandem.asked()
    uow.timers.delete(f"offer-due:{tandem.id}")
    for days_before in moment.programme.offers.reminders:
        uow.timers.delete(f"offer-reminder:{tandem.id}:{asked}:{days_before}")


@when_due("offer-due")
def _due(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    tandem = uow.tandems.need(timer.subject_id)
    if tandem.state in PENDING:
        let_go(uow, tandem)


@when_due("offer-reminder")
def _remind(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    tandem = uow.tandems.need(timer.subject_id)
    asked = tandem.asked()
    if asked and f":{asked}:" in timer.id:
        post(uow, KIND, tandem.id, tandem.person(asked), key=f"reminder:{timer.id}", page=REMINDER)


def close_round(uow: UnitOfWork, now: datetime, *, everything: bool = False) -> int:
    """Release what has had its time (or everything that is open) and tell who has no tandem, all in the same words.

    Somebody is told once a round; how many were told. Offers of a later round go on.
    """
    ending = [t for t in uow.tandems.all() if rules.seems_open(t, now) and (everything or t.round_ends_at <= now)]
    for tandem in ending:
        uow.timers.delete(f"offer-due:{tandem.id}")
        released = let_go(uow, tandem) if tandem.state in PENDING else tandem
        uow.tandems.put(rules.over(released))
        touch(uow, KIND, tandem.id)
    uow.timers.delete("round-end:programme")
    _set_round_end(uow, now)
    waiting = _to_be_told(uow, now, {person for t in ending for person in (t.mentor_id, t.mentee_id)})
    for enrolment in uow.enrolments.all(person_id=waiting, state=EnrolmentState.DONE):
        uow.enrolments.put(replace(enrolment, priority=enrolment.priority + 1))
    for person_id in waiting:
        post(uow, LEFT_OVER, person_id, person_id, key=f"{LEFT_OVER}:{person_id}:{now:%Y%m%d%H%M}")
    return len(waiting)


def _to_be_told(uow: UnitOfWork, now: datetime, ending: set[str]) -> list[str]:
    """Who is left over and has just been in an offer, or has never been told."""
    told = {posting.person_id for posting in uow.postings.all(kind=LEFT_OVER)}
    return [person for person in left_over(uow, now) if person in ending or person not in told]


def left_over(uow: UnitOfWork, now: datetime) -> list[str]:
    """The people whose enrolment is done and who are in no tandem and no offer that seems open, each once."""
    together = (t for t in uow.tandems.all() if t.state in TOGETHER or rules.seems_open(t, now))
    matched = {person for tandem in together for person in (tandem.mentor_id, tandem.mentee_id)}
    return sorted({e.person_id for e in uow.enrolments.all(state=EnrolmentState.DONE)} - matched)

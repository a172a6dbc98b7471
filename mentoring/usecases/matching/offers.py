"""Offers: the mentor is asked first, then the mentee.

A no, silence and an owners' decision look the same to everybody else.

Whoever said yes but gets no tandem is told when the round ends (or at the launch, if that is
earlier), in the same words and at the same moment as everybody else who is left over: nobody can
infer a refusal.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product

from mentoring.domain import tandem as tandem_rules
from mentoring.domain.enrolment import Clearance, Enrolment, enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.pair import Pair, PairKind, pair_id
from mentoring.domain.people import Person, Role
from mentoring.domain.posting import REMINDER, Posting
from mentoring.domain.programme import Programme
from mentoring.domain.proposal import Proposal
from mentoring.domain.questionnaire import Answers, TopicSkill
from mentoring.domain.tandem import PENDING, SEEMINGLY_OPEN, Tandem, TandemState
from mentoring.domain.undoing import TakenBack
from mentoring.domain.upkeep import Timer
from mentoring.notices import Portrayed, Scene, matters, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork, UpTo
from mentoring.usecases.common.changes import Topic, changed
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.hours import A_DAY, Wait, cannot_wait
from mentoring.usecases.common.numbers import next_numbers, of_cycle
from mentoring.usecases.common.one_a_day import comes_of
from mentoring.usecases.common.own_tandem import Readers, none_of
from mentoring.usecases.common.people import tandems_with
from mentoring.usecases.common.postings import post, post_all
from mentoring.usecases.common.showing import Subjects, all_tandems_of, depends, edited
from mentoring.usecases.common.timers import set_timer, timer_of, when_due
from mentoring.usecases.common.undone import as_it_stands, with_earlier
from mentoring.usecases.matching.left_over import seats, tell
from mentoring.usecases.matching.places import fill
from mentoring.usecases.matching.together import are_together
from mentoring.usecases.privacy.leaving import on_leaving

ROUND = Topic("round")
"""A round of offers in the cycle (by id) has ended."""


@dataclass(frozen=True)
class OfferNotice(Portrayed):
    """An offer as one side sees it.

    ``state`` says what this side may know: ``open``, ``waiting``, ``accepted`` (or ``follows``,
    where a launch has been and takes the tandem along when the round ends), ``started``, ``over``,
    ``closed``.

    Of the partner's answers it has what the two may know of each other: no rating, nothing
    confidential.
    """

    tandem: Tandem
    role: Role
    viewer: Person
    partner: Person
    about_partner: str
    partner_wishes: tuple[str, ...]
    partner_skills: tuple[TopicSkill, ...]
    state: str
    programme: Programme
    reminder: bool = False

    def portrays(self) -> str:
        """The other one, while the offer is open."""
        return self.partner.id if self.state == "open" else ""


@shows(to="person", in_hours=True, stored_as="offer")
def offer_card(uow: UnitOfWork, scene: Scene) -> OfferNotice:
    """What the posting's person sees of the offer, and of the tandem that it has become."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    role = Role.MENTOR if scene.posting.person_id == tandem.mentor_id else Role.MENTEE
    other = Role.MENTEE if role is Role.MENTOR else Role.MENTOR
    uow.people.prefetch((tandem.mentor_id, tandem.mentee_id))
    partner = uow.people.need(tandem.person(other))
    enrolled = uow.enrolments.get(enrolment_id(uow.cycle_id, other, partner.id))
    answers = enrolled.answers if enrolled else Answers()
    state = _state_for(as_it_stands(uow, tandem), role)
    return OfferNotice(
        tandem=tandem,
        role=role,
        viewer=uow.people.need(tandem.person(role)),
        partner=partner,
        about_partner=answers.about.about_me if answers.about else "",
        partner_wishes=answers.wishes.topics if answers.wishes else (),
        partner_skills=answers.skills,
        state=state,
        programme=scene.programme,
        reminder=state == "open" and scene.posting.is_reminder,
    )


@matters(offer_card)
def _is_asked(uow: UnitOfWork, posting: Posting, _now: datetime) -> bool:
    tandem = uow.tandems.get(posting.subject_id)
    asked = tandem.asked() if tandem else None
    return tandem is not None and asked is not None and tandem.person(asked) == posting.person_id


@cannot_wait(offer_card)
def _is_due(uow: UnitOfWork, posting: Posting, wait: Wait) -> bool:
    """Whether less than a day would be left to answer."""
    return uow.tandems.need(posting.subject_id).due_at - wait.until < A_DAY


@comes_of(offer_card)
def _acted_on(uow: UnitOfWork, posting: Posting) -> Iterable[str]:
    """Whoever has enrolled today, or wished for another tandem when theirs had ended, hears today
    what has come of it.
    """
    seats = (enrolment_id(uow.cycle_id, role, posting.person_id) for role in Role)
    tandems = uow.tandems.all(id=tuple(tandems_with(uow, posting.person_id)))
    return (*seats, *(each.id for each in tandems if each.state is TandemState.CLOSED))


@depends(offer_card, Tandem, Enrolment, TakenBack)
def _offers(_uow: UnitOfWork, change: Altered) -> Subjects:
    """The offer itself, what the tandem is that it has become, and what the other one has said."""
    match change.row:
        case TakenBack(id=tandem_id):
            return with_earlier(tandem_id) if change.alters("made_id") else ()
        case Tandem(id=tandem_id, state=state):
            told = change.alters("state", "due_at", "mentor_agreed", "told_left_over", "launch_id")
            if not told or _is_told_alike(change):
                return ()
            return [tandem_id] if state in PENDING else with_earlier(tandem_id)
    return all_tandems_of(change.row.person_id) if edited(change) else ()


AFTER_YES = {
    TandemState.ACCEPTED: "accepted",
    TandemState.LAUNCHING: "accepted",
    TandemState.LAUNCHED: "started",
    TandemState.CLOSED: "over",
}


def _is_told_alike(change: Altered) -> bool:
    """Whether both sides read of the tandem what they have read before: that it is being launched
    is told to owners alone.
    """
    if change.before is None or change.after is None:
        return False
    both = ([_state_for(tandem, role) for role in Role] for tandem in (change.before, change.after))
    before, after = both
    return before == after and not change.alters("due_at", "mentor_agreed", "told_left_over")


def _follows_the_round(tandem: Tandem) -> bool:
    """Whether it is launched when its round ends; one that owners added singly waits for none."""
    agreed = tandem.state is TandemState.ACCEPTED and not tandem.trouble
    return agreed and bool(tandem.launch_id) and not tandem.added_by


def _state_for(tandem: Tandem, role: Role) -> str:
    if _follows_the_round(tandem):
        return "follows"
    if tandem.state in AFTER_YES:
        return AFTER_YES[tandem.state]
    if tandem.asked() is role:
        return "open"
    said_yes = role is Role.MENTOR and tandem.mentor_agreed
    over = tandem.state is TandemState.RELEASED and not tandem_rules.seems_open(tandem)
    return "waiting" if said_yes and not over else "closed"


def make(uow: UnitOfWork, moment: Moment, proposals: Sequence[Proposal]) -> list[Tandem]:
    """The proposals are approved: each tandem gets its number and its mentor is asked."""
    now, days = moment.now, moment.programme.offers.days
    numbers = next_numbers(uow, "tandem", len(proposals))
    tandems = [
        Tandem(
            id=of_cycle(uow, f"tandem-{number}-{secrets.token_hex(4)}"),
            number=number,
            proposal_id=proposal.id,
            mentor_id=proposal.mentor_id,
            mentee_id=proposal.mentee_id,
            state=TandemState.ASKED_MENTOR,
            due_at=now + timedelta(days=days),
            round_ends_at=now + timedelta(days=2 * days),
            reasons=proposal.reasons,
        )
        for number, proposal in zip(numbers, proposals, strict=True)
    ]
    uow.tandems.add_all(tandems)
    _ask(uow, moment, tandems, Role.MENTOR)
    _set_round_end(uow)
    return tandems


def _set_round_end(uow: UnitOfWork) -> None:
    """The next round ends when time is up for the first of the offers that seem open."""
    end = uow.tandems.earliest("round_ends_at", **SEEMINGLY_OPEN)
    if end:
        set_timer(uow, round_end, uow.cycle_id, end)


def _ask(uow: UnitOfWork, moment: Moment, tandems: Sequence[Tandem], role: Role) -> None:
    asked = [(tandem.id, tandem.person(role)) for tandem in tandems]
    post_all(
        uow,
        [
            Posting(f"{offer_card.name}:{key}:{who}", offer_card.name, key, who)
            for key, who in asked
        ],
    )
    uow.timers.put_all(timer for tandem in tandems for timer in _timers(moment, tandem, role))


def _timers(moment: Moment, tandem: Tandem, role: Role) -> Iterator[Timer]:
    yield timer_of(offer_due, tandem.id, tandem.due_at)
    for days_before in moment.programme.offers.reminders:
        at = tandem.due_at - timedelta(days=days_before)
        if at > moment.now:
            yield timer_of(offer_reminder, tandem.id, at, suffix=f":{role}:{days_before}")


def answer(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, *, yes: bool) -> Tandem:
    """One side's answer to its offer.

    Raises:
        Refusal: ``not-yours``; ``stale`` if this side is not asked (any more) or the cycle is over;
            ``age-first`` for a yes of somebody who has still to say whether they are of age.
    """
    tandem = uow.tandems.need(tandem_id)
    role = {tandem.mentor_id: Role.MENTOR, tandem.mentee_id: Role.MENTEE}.get(person_id)
    if role is None:
        raise Refusal("not-yours")
    if tandem.asked() is not role or moment.cycle.is_over:
        raise Refusal("stale")
    if not yes:
        return let_go(uow, moment, tandem)
    _require_age_said(uow, role, person_id)
    due_at = moment.now + timedelta(days=moment.programme.offers.days)
    agreed = uow.tandems.put(tandem_rules.accept(tandem, role, min(due_at, tandem.round_ends_at)))
    stop_timers(uow, moment, [tandem])
    if role is Role.MENTOR:
        _ask(uow, moment, [agreed], Role.MENTEE)
    elif agreed.added_by:
        # Owners brought the two together singly: nobody else waits for the end of their round.
        changed(uow, ROUND, uow.cycle_id)
    are_together(uow, moment, agreed)
    return agreed


def _require_age_said(uow: UnitOfWork, role: Role, person_id: str) -> None:
    """Whoever has still to say whether they are of age says that first."""
    enrolled = uow.enrolments.get(enrolment_id(uow.cycle_id, role, person_id))
    if enrolled is not None and enrolled.clearance is Clearance.ASKED:
        raise Refusal("age-first")


def let_go(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> Tandem:
    """Release the tandem and never propose the two again; who caused it is not recorded with it."""
    uow.pairs.put(_not_again(uow, moment, tandem))
    stop_timers(uow, moment, [tandem])
    return uow.tandems.put(tandem_rules.release(tandem))


def _not_again(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> Pair:
    key = pair_id(uow.programme_id, tandem.mentor_id, tandem.mentee_id)
    return Pair(key, tandem.mentor_id, tandem.mentee_id, PairKind.NOT_AGAIN, moment.now)


def stop_timers(uow: UnitOfWork, moment: Moment, tandems: Collection[Tandem]) -> None:
    """Nobody is asked any more: neither a reminder nor the due date is waited for."""
    uow.timers.delete_all(id=[offer_due.key(tandem.id) for tandem in tandems])
    for role, days in product(Role, moment.programme.offers.reminders):
        uow.timers.delete_all(
            id=[offer_reminder.key(each.id, f":{role}:{days}") for each in tandems]
        )


@on_leaving
def let_go_of_all(uow: UnitOfWork, moment: Moment, person_id: str) -> bool:
    """Offers to somebody who is to be forgotten end like any other that is not taken up; what both
    have accepted is a tandem, and ends as one.
    """
    everywhere = uow.everywhere.tandems
    own = (*everywhere.all(mentor_id=person_id), *everywhere.all(mentee_id=person_id))
    for tandem in own:
        if tandem.state in PENDING:
            let_go(for_cycle(uow, tandem.cycle_id), moment, tandem)
    return False


@when_due(stored_as="offer-due")
def offer_due(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Nobody has answered in time: the tandem is released."""
    tandem = uow.tandems.need(timer.subject_id)
    if tandem.state in PENDING:
        let_go(uow, moment, tandem)


@when_due(stored_as="offer-reminder")
def offer_reminder(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    """Whoever has not answered gets the card anew."""
    tandem = uow.tandems.need(timer.subject_id)
    asked = tandem.asked()
    if asked and f":{asked}:" in timer.id:
        post(
            uow,
            offer_card,
            tandem.id,
            tandem.person(asked),
            key=f"reminder:{timer.id}",
            view=REMINDER,
        )


@when_due(stored_as="round-end")
def round_end(uow: UnitOfWork, moment: Moment, _timer: Timer) -> None:
    """Those whose round is over are told, and the places are free."""
    close_round(uow, moment)
    fill(uow)
    changed(uow, ROUND, uow.cycle_id)


def close_round(uow: UnitOfWork, moment: Moment, *, everything: bool = False) -> int:
    """Release the offers whose time is up (or all that are open) and tell those who have no tandem,
    all in the same words.

    Each person is told once a round. Offers of a later round go on. Returns how many were told.
    """
    had_its_time: dict[str, object] = {} if everything else {"round_ends_at": UpTo(moment.now)}
    ending = uow.tandems.all(**SEEMINGLY_OPEN, **had_its_time)
    _release(uow, moment, ending)
    uow.timers.delete(round_end.key(uow.cycle_id))
    _set_round_end(uow)
    return tell(uow, moment, {seat for tandem in ending for seat in seats(uow, tandem)})


def _release(uow: UnitOfWork, moment: Moment, ending: Sequence[Tandem]) -> None:
    """The round of these is over: whoever is still asked is asked no more."""
    pending = [tandem for tandem in ending if tandem.state in PENDING]
    stop_timers(uow, moment, pending)
    uow.pairs.put_all(_not_again(uow, moment, tandem) for tandem in pending)
    released = {tandem.id: tandem_rules.release(tandem) for tandem in pending}
    uow.tandems.put_all(tandem_rules.over(released.get(tandem.id, tandem)) for tandem in ending)


def open_until(uow: UnitOfWork, readers: Readers = frozenset()) -> datetime | None:
    """When the last round of the offers ends that these readers take for open (UTC)."""
    return uow.tandems.latest("round_ends_at", **SEEMINGLY_OPEN, **none_of(readers))


def seemingly_open(uow: UnitOfWork, readers: Readers = frozenset()) -> int:
    """How many offers owners must take for open: the true number would tell who has declined. Of
    an offer with one of the ``readers`` they learn nothing, as in the overview.
    """
    return uow.tandems.count(**SEEMINGLY_OPEN, **none_of(readers))

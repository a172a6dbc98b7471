"""The end of one tandem before its time: nobody says why, and nobody can tell who wanted it.

Whatever is behind it (a switch, a withdrawal, an owner's decision, somebody who leaves the company)
asks for it by ``end``, which takes no cause and no name. It takes effect some time within the next
three working days, in the same words: what is to come is cancelled, what was stays, the channel is
archived, whoever needs the participants' team for nothing else leaves it, and both are asked alike
whether they would like another partner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from mentoring.domain import enrolment as enrolment_rules
from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.intervention import (
    ENDING,
    NOTHING_DONE,
    NOTHING_REMAINS,
    Intervention,
    InterventionState,
    Receipt,
    Remains,
)
from mentoring.domain.pair import Pair, PairKind, pair_id
from mentoring.domain.people import Role
from mentoring.domain.session import Session, without_slot
from mentoring.domain.tandem import NOT_CLEAR, TOGETHER, Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Other, Those, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import changed, follows
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.delay import delayed, not_today
from mentoring.usecases.common.effects import HeardToo, Step, ask, effect, effect_of
from mentoring.usecases.common.one_a_day import come_by_themselves
from mentoring.usecases.common.postings import post_to
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.launch.another_partner import ended_card
from mentoring.usecases.launch.clearing_away import ahead, clear_away, nothing_cleared
from mentoring.usecases.launch.free_place import tell_owners
from mentoring.usecases.launch.when_over import let_follow
from mentoring.usecases.matching.ends import ENDS
from mentoring.usecases.matching.places import fill
from mentoring.usecases.privacy.leaving import on_leaving
from mentoring.usecases.privacy.retention import last_tandem_over
from mentoring.usecases.sessions.booking import CALENDARS
from mentoring.usecases.sessions.deputies import tell_the_end

LAUNCH_TAKES = timedelta(minutes=10)
"""How long a tandem that is just being launched is waited for."""
ONCE_MORE = "once more"
"""What the effect's id ends with where the end was put off because somebody asked for it again."""


def end(uow: UnitOfWork, moment: Moment, tandem_id: str) -> None:
    """Let the tandem come to its end some time within the next three working days; asked twice, by
    whomever, it ends once, and when it was going to, but not on the day of the second request.
    """
    tandem = uow.tandems.need(tandem_id)
    if tandem.state not in TOGETHER:
        return
    if is_ending(uow, tandem_id):
        _but_not_today(uow, moment, tandem)
    else:
        ask(uow, end_one, tandem_id, not_before=delayed(uow, moment, tandem))


def _but_not_today(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """An end that is due today, as it was drawn, comes a working day later; that is done once.

    One that has been drawn for the tandem as which the two stood before is left as it is.
    """
    if uow.taken_back.any(made_id=tandem.id):
        return
    for each in uow.effects.hold([effect_of(end_one, tandem.id).id]):
        if each.not_before and each.not_before > moment.now and not each.done:
            later = not_today(uow, moment, tandem, each.not_before)
            if later != each.not_before:
                uow.effects.delete(each.id)
                ask(uow, end_one, tandem.id, once=ONCE_MORE, not_before=later)


def is_ending(uow: UnitOfWork, tandem_id: str) -> bool:
    """Whether the tandem is coming to its end; nobody is shown this."""
    return uow.effects.any(kind=end_one.name, subject_id=tandem_id, done=False)


def ended_by_owners(uow: UnitOfWork) -> Those:
    """The ids of the tandems of which owners have decided the end; of these ends alone they may
    know beforehand.
    """
    return uow.interventions.those("tandem_id", kind=ENDING, state=InterventionState.RUNNING)


def is_ended_by_owners(uow: UnitOfWork, tandem_id: str) -> bool:
    """Whether it is one of these."""
    return uow.interventions.any(tandem_id=tandem_id, kind=ENDING, state=InterventionState.RUNNING)


def decides_an_end(change: Altered) -> bool:
    """Whether a changed intervention makes a tandem one of these, or leaves it one no more."""
    if change.row.kind not in ENDING or not change.alters("state"):
        return False
    states = {each.state for each in (change.before, change.after) if each}
    return InterventionState.RUNNING in states


@follows(ENDS)
def _end(uow: UnitOfWork, moment: Moment, tandem_id: str) -> None:
    end(uow, moment, tandem_id)


def _ended_all_the_same(uow: UnitOfWork, moment: Moment, tandem_id: str) -> None:
    """Microsoft 365 was away for too long: it is over for both, and something is left there."""
    if begin(uow, moment, tandem_id):
        receipt = nothing_cleared(uow.tandems.need(tandem_id))
        ended(uow, moment, tandem_id, receipt, clear=not receipt.left)


@effect(queue="launch", given_up=HeardToo(_ended_all_the_same))
async def end_one(world: World, tandem_id: str, step: Step) -> None:
    """End the tandem: its sessions, its channel, its place in the team; then both read it."""
    if not await step("begin", lambda: world.run(begin, tandem_id)):
        return
    receipt, clear = await clear_away(world, tandem_id, step, "ended")
    await step("ended", lambda: world.run(ended, tandem_id, receipt, clear=clear))


@on_leaving
def end_running(uow: UnitOfWork, moment: Moment, person_id: str) -> bool:
    """Tandems of somebody who is to be forgotten end first, like every other, whether or not they
    have started; the other one's card is sent while the name is still known.
    """
    everywhere = uow.everywhere.tandems
    own = (*everywhere.all(mentor_id=person_id), *everywhere.all(mentee_id=person_id))
    ending = [_has_still_to_end(uow, moment, tandem, person_id) for tandem in own]
    return any(ending)


def _has_still_to_end(uow: UnitOfWork, moment: Moment, tandem: Tandem, person_id: str) -> bool:
    here = for_cycle(uow, tandem.cycle_id)
    if tandem.state in {TandemState.ACCEPTED, TandemState.LAUNCHED}:
        if not is_ending(here, tandem.id):  # It is looked at again and again, and asked for once.
            end(here, moment, tandem.id)
        return True
    if tandem.state is TandemState.CLOSED and tandem.ended_at:
        told = here.postings.all(subject_id=tandem.id, person_id=tandem.partner_of(person_id))
        waits = any(not each.activity_id for each in told)
        return waits and moment.now - tandem.ended_at < timedelta(days=1)
    return tandem.state in {TandemState.LAUNCHING, TandemState.CLOSED}


def begin(uow: UnitOfWork, moment: Moment, tandem_id: str) -> bool:
    """From now on it is over for both; False if there is nothing to end, or not yet.

    Where the whole cycle is being closed, that is what ends it; where its launch is taken back, the
    tandem ends as which the two stand ready again. What an earlier attempt has left behind may
    still be cleared away.
    """
    tandem = uow.tandems.need(tandem_id)
    if found := uow.taken_back.get(tandem_id):
        end_instead(uow, tandem_id, found.made_id)
        return False
    if tandem.closing_id:
        return False
    if tandem.ended_at:
        return tandem.trouble == NOT_CLEAR
    if tandem.state is TandemState.LAUNCHING:
        stamp = f"{moment.now:{STAMP}}"
        ask(uow, end_one, tandem_id, once=stamp, not_before=moment.now + LAUNCH_TAKES)
        return False
    return close(uow, tandem_id).state is TandemState.CLOSED


def end_instead(uow: UnitOfWork, tandem_id: str, made_id: str) -> None:
    """An end that was asked for comes when it was going to, whoever asked for it, of the tandem as
    which the two stand ready again.
    """
    coming = uow.effects.columns("not_before", kind=end_one.name, subject_id=tandem_id, done=False)
    for (due,) in coming:
        ask(uow, end_one, made_id, not_before=due)
    decided = _decided(uow, tandem_id)
    uow.interventions.put_all(replace(each, tandem_id=made_id) for each in decided)


def close(uow: UnitOfWork, tandem_id: str) -> Tandem:
    """The tandem is over: from now on its events no longer concern us."""
    tandem = uow.tandems.need(tandem_id)
    if tandem.state in {TandemState.ACCEPTED, TandemState.LAUNCHED}:
        tandem = uow.tandems.put(replace(tandem, state=TandemState.CLOSED))
    return tandem


def ended(
    uow: UnitOfWork, moment: Moment, tandem_id: str, receipt: Receipt, *, clear: bool
) -> None:
    """Both read it at the same moment and in the same words, and owners that a place is free."""
    tandem = uow.tandems.need(tandem_id)
    if tandem.ended_at:
        cleared_since(uow, tandem, receipt, clear=clear)
        return
    tandem = over(uow, moment, tandem, receipt, clear=clear)
    both = tandem.mentor_id, tandem.mentee_id
    _rest(uow, tandem)
    post_to(uow, ended_card, tandem.id, both)
    come_by_themselves(uow, moment, both, tandem.id)
    if not settle(uow, moment, tandem, receipt):
        tell_owners(uow, moment, tandem)
    fill(uow)


def over(
    uow: UnitOfWork,
    moment: Moment,
    tandem: Tandem,
    receipt: Receipt = NOTHING_DONE,
    *,
    clear: bool,
    has_begun: bool = True,
) -> Tandem:
    """Nothing of the tandem is to come any more, whyever it has ended; what could not be cleared
    away is named to owners. Two who have not begun may be brought together again.
    """
    tandem = replace(_as_left(tandem, receipt, clear=clear), ended_at=moment.now)
    tandem = uow.tandems.put(tandem)
    to_come = ahead(uow, tandem.id, moment.now)
    uow.sessions.put_all(_called_off(each, clear=clear) for each in to_come)
    tell_the_end(uow, tandem)
    changed(uow, CALENDARS, tandem.organizer_id)
    if has_begun:
        _note_pair(uow, moment, tandem)
    for person_id in (tandem.mentor_id, tandem.mentee_id):
        last_tandem_over(uow, moment, person_id)
    let_follow(uow, tandem)
    return tandem


def _as_left(tandem: Tandem, receipt: Receipt, *, clear: bool) -> Tandem:
    remains = NOTHING_REMAINS if clear else Remains(receipt.left)
    return replace(tandem, trouble="" if clear else NOT_CLEAR, remains=remains)


def _called_off(session: Session, *, clear: bool) -> Session:
    """The session takes place no more; what may still stand in the calendars can be found there."""
    event_id = "" if clear else session.event_id
    return replace(without_slot(session), state="cancelled", event_id=event_id)


def cleared_since(uow: UnitOfWork, tandem: Tandem, receipt: Receipt, *, clear: bool) -> None:
    """Another attempt was made at what the end of the tandem had left behind; owners read in their
    receipts what it has done.
    """
    if tandem.trouble != NOT_CLEAR:
        return
    uow.tandems.put(_as_left(tandem, receipt, clear=clear))
    decided = ended_by(uow, [tandem.id])
    uow.interventions.put_all(replace(e, receipt=e.receipt.since(receipt)) for e in decided)


def ended_by(uow: UnitOfWork, tandems: Sequence[str]) -> Sequence[Intervention]:
    """What owners had decided to end these tandems with, and have their receipts of."""
    return uow.interventions.all(tandem_id=tandems, kind=ENDING, done_at=Other(None))


def _note_pair(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """From now on it counts for how long the two are not brought together again."""
    key = pair_id(uow.programme_id, tandem.mentor_id, tandem.mentee_id)
    uow.pairs.put(Pair(key, tandem.mentor_id, tandem.mentee_id, PairKind.PAST, moment.now))


def _rest(uow: UnitOfWork, tandem: Tandem) -> None:
    """Both are matched again only once they say that they would like to be."""
    for role in Role:
        enrolled = uow.enrolments.get(enrolment_id(uow.cycle_id, role, tandem.person(role)))
        if enrolled and enrolled.state in enrolment_rules.KEEPS:
            uow.enrolments.put(enrolment_rules.rest(enrolled))


def settle(
    uow: UnitOfWork,
    moment: Moment,
    tandem: Tandem,
    receipt: Receipt,
    state: InterventionState = InterventionState.DONE,
) -> bool:
    """Owners who have decided that the tandem ends get their receipt; says whether any have.

    With ``DONE`` it goes on where somebody is to come in the place of one of the two.
    """
    decided = _decided(uow, tandem.id)
    for each in decided:
        goes_on = state is InterventionState.DONE and each.mentor_id and each.mentee_id
        after = each.state if goes_on else state
        uow.interventions.put(replace(each, receipt=receipt, state=after, done_at=moment.now))
    return bool(decided)


def _decided(uow: UnitOfWork, tandem_id: str) -> Sequence[Intervention]:
    """What owners have decided that ends the tandem, as long as it has not."""
    return uow.interventions.all(tandem_id=tandem_id, state=InterventionState.RUNNING, kind=ENDING)

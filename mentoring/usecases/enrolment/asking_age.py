"""Owners let people under 18 take part from now on: who takes part already is asked, too, whether
they are of age.

Until they have said so they are in no new matching; who is in a tandem stays in it. Nobody's age is
kept, only that the question is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from mentoring.domain import enrolment as enrolment_rules
from mentoring.domain.enrolment import KEEPS, Clearance, Enrolment
from mentoring.domain.errors import Refusal
from mentoring.domain.posting import Posting
from mentoring.domain.tandem import PENDING
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.changes import changed, follows
from mentoring.usecases.common.postings import post_all
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.enrolment.applying import APPLIED, waits_for_owners
from mentoring.usecases.enrolment.card import ASKS_AGE, beside, enrolment_card, tandems_of
from mentoring.usecases.matching import offers
from mentoring.usecases.matching.places import fill
from mentoring.usecases.programme.switched import AGES

REMINDED_AFTER = (3, 7)
"""After so many days whoever has not said it is asked again, and then no more."""


@follows(AGES)
def _switched(uow: UnitOfWork, moment: Moment, _subject: str) -> None:
    """It has been switched on or off; what counts now is looked at, whatever was in between."""
    if moment.cycle.is_over or moment.cycle.tried_by:
        return
    if moment.programme.under_18:
        _ask_all(uow, moment)
    else:
        _ask_nobody(uow)


def _ask_all(uow: UnitOfWork, moment: Moment) -> None:
    found = uow.enrolments.all(state=tuple(KEEPS), clearance=Clearance.NONE)
    if not found:
        return
    uow.enrolments.put_all(replace(each, clearance=Clearance.ASKED) for each in found)
    _put_before(uow, moment, found)
    for days in REMINDED_AFTER:
        at = moment.now + timedelta(days=days)
        set_timer(uow, age_unsaid, uow.cycle_id, at, suffix=f":{days}")


def _put_before(uow: UnitOfWork, moment: Moment, asked: Sequence[Enrolment]) -> None:
    """A new card for each; it waits for the hour that fits its person."""
    kind, stamp = enrolment_card.name, f"{moment.now:{STAMP}}"
    post_all(
        uow,
        [
            Posting(f"{kind}:{e.id}:{ASKS_AGE}:{stamp}", kind, e.id, e.person_id, view=ASKS_AGE)
            for e in asked
        ],
    )


def _ask_nobody(uow: UnitOfWork) -> None:
    """The question is gone; whoever waits for a clearance goes on waiting for it."""
    found = uow.enrolments.all(clearance=Clearance.ASKED)
    uow.enrolments.put_all(enrolment_rules.without_clearance(each) for each in found)
    fill(uow)


@when_due()
def age_unsaid(uow: UnitOfWork, moment: Moment, _timer: Timer) -> None:
    """Some may not have said it yet."""
    if not moment.cycle.is_over:
        _put_before(uow, moment, uow.enrolments.all(clearance=Clearance.ASKED))


def say_age(
    uow: UnitOfWork, moment: Moment, enrolment_id: str, person_id: str, *, of_age: bool
) -> None:
    """Whether somebody who takes part already is of age, for both of their roles. With a *no* their
    open offers end like any other that is not taken up.

    Raises:
        Refusal: ``not-yours``.
    """
    enrolment = uow.enrolments.need(enrolment_id)
    if enrolment.person_id != person_id:
        raise Refusal("not-yours")
    for each in (enrolment, beside(uow, enrolment)):
        if each is not None and each.clearance is Clearance.ASKED:
            _said(uow, moment, each, of_age=of_age)


def _said(uow: UnitOfWork, moment: Moment, enrolment: Enrolment, *, of_age: bool) -> None:
    after = uow.enrolments.put(enrolment_rules.of_age(enrolment, yes=of_age))
    if of_age:
        fill(uow)
        return
    for tandem in tandems_of(uow, enrolment):
        if tandem.state in PENDING:
            offers.let_go(uow, moment, tandem)
    if waits_for_owners(after):
        changed(uow, APPLIED)

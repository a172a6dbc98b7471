"""Every decision of an owner shows on its card by whom and when it was made; of two who press at
once one decides, and the other reads who was faster.

An ``Act`` is written in the unit that decides: every decision has one, and none exists without a
decision. Commands that act at once leave an ``Act``, too.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import Any, TypeVar

from mentoring.domain.act import Act, earlier_card_of
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Person
from mentoring.domain.posting import OLDER, Change, Posting
from mentoring.notices import VIEWS, Said
from mentoring.ports.moment import Moment, Unit
from mentoring.ports.rows import NoneOf, UnitOfWork
from mentoring.usecases.common.changes import changed
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.previews import GOOD_FOR, STAMP
from mentoring.usecases.common.showing import settle
from mentoring.usecases.programme.concerned import concerned_key, whom_it_concerns
from mentoring.usecases.programme.end_set import ends_changed
from mentoring.usecases.programme.period import clock_of_owners, zone_of

T = TypeVar("T")

OF_CYCLE = frozenset({"launch-undo-running"}) | frozenset(
    f"{what}-{how}" for what in ("launch", "close") for how in ("running", "nobody")
)
"""What is refused where somebody else has just decided about the whole cycle, perhaps on another
card.
"""
LATE = OF_CYCLE | {"stale"}
"""What is refused where somebody else has just decided."""
MOST_SHOWN = 3
"""So many lines say on a card who has decided what."""


@dataclass(frozen=True)
class Decision:
    """An owner presses something that decides: which card, who, and ``what`` (the button's verb).

    ``here``: it decides about this one card alone, not about all that show its subject. ``form``:
    it saves what was filled in, so that what is saved unchanged decides nothing.
    """

    posting: Posting
    owner: str
    what: str
    here: bool = False
    form: bool = False

    def card(self, uow: UnitOfWork) -> str:
        """The key of the cards that show it."""
        return _this_card(uow, self.posting) if self.here else _of_subject(uow, self.posting)


@dataclass(frozen=True)
class Decided:
    """What was last decided on a card: the button's verb, who (a name), and when, by the reader's
    clock.
    """

    what: str
    by: str
    at: datetime


def decide(uow: UnitOfWork, moment: Moment, decision: Decision, unit: Unit[Any]) -> object:
    """Let an owner decide, and write down who and when; returns what the unit does.

    Raises:
        Refusal: ``decided-already`` (by whom, when) if another owner was faster; otherwise the
            unit's own.
    """
    settle(uow)
    try:
        done = unit(uow, moment)
    except Refusal as refusal:
        faster = _before(uow, moment, decision, refusal.code)
        raise _already(uow, moment, decision, faster) if faster else refusal from None
    if _has_decided(uow, decision):
        _write_down(uow, moment, decision)
        return done
    if decision.form or isinstance(done, Said):
        return done
    faster = _faster(uow, moment, decision)
    if faster:
        raise _already(uow, moment, decision, faster)
    return done


def _before(uow: UnitOfWork, moment: Moment, decision: Decision, code: str) -> Act | None:
    """What another owner has decided first, if that is why the unit refuses with this code."""
    if code not in LATE:
        return None
    faster = _faster(uow, moment, decision)
    return faster or (_elsewhere(uow, moment, decision) if code in OF_CYCLE else None)


def _has_decided(uow: UnitOfWork, decision: Decision) -> bool:
    """Whether the unit has changed more than what cards show."""
    shown = (Change, Person) if decision.here else (Change, Person, Posting)
    return any(not isinstance(each.row, shown) for each in uow.not_settled())


def _write_down(uow: UnitOfWork, moment: Moment, decision: Decision) -> None:
    posting = decision.posting
    note_act(uow, moment, decision.owner, decision.what, card=decision.card(uow))
    changed(uow, VIEWS[posting.kind], posting.subject_id)


def note_act(uow: UnitOfWork, moment: Moment, owner: str, what: str, *, card: str = "") -> None:
    """Write down what an owner has just done in this unit, and whom that concerns."""
    key = f"{moment.now:{STAMP}%f}:{secrets.token_hex(4)}"
    concerned = whom_it_concerns(uow, what)
    people = tuple(sorted(concerned_key(uow, each) for each in concerned.people))
    before, after = ends_changed(uow)
    act = Act(key, card, what, owner, moment.now, how=concerned.how, before=before, after=after)
    uow.acts.add(replace(act, tandem=concerned.tandem, concerns=people))


def by_command(owner: str, what: str, unit: Unit[T]) -> Unit[T]:
    """The unit of a command that does something at once, which then leaves an act behind."""

    def done(uow: UnitOfWork, moment: Moment) -> T:
        result = unit(uow, moment)
        note_act(uow, moment, owner, what)
        return result

    return done


def _faster(uow: UnitOfWork, moment: Moment, decision: Decision) -> Act | None:
    """What was decided last on this card (of a form: with its own button), if that was by another
    owner and while the card was good.
    """
    same = {"what": decision.what} if decision.form else {}
    found = uow.acts.first(last=True, card=_cards_of(uow, decision.posting), **same)
    return _of_another(moment, found, decision)


def _elsewhere(uow: UnitOfWork, moment: Moment, decision: Decision) -> Act | None:
    """What another owner has decided with the same button on a card of their own."""
    return _of_another(moment, uow.acts.first(last=True, what=decision.what), decision)


def _of_another(moment: Moment, act: Act | None, decision: Decision) -> Act | None:
    late = act is not None and moment.now - act.at < GOOD_FOR
    return act if act and late and act.by not in {"", decision.owner} else None


def _cards_of(uow: UnitOfWork, posting: Posting) -> tuple[str, ...]:
    """The keys of a card's acts; the last one is that of earlier versions, for cards whose ids
    name nobody.
    """
    earlier = earlier_card_of(posting.kind, posting.subject_id)
    return _of_subject(uow, posting), _this_card(uow, posting), earlier


def _of_subject(uow: UnitOfWork, posting: Posting) -> str:
    return uow.keyed(f"card|{posting.kind}|{posting.subject_id}")


def _this_card(uow: UnitOfWork, posting: Posting) -> str:
    return uow.keyed(f"card|{posting.id}")


def _already(uow: UnitOfWork, moment: Moment, decision: Decision, act: Act) -> Refusal:
    at = told_at(uow, moment, decision.owner, act.at)
    return Refusal("decided-already", by=name_of(uow, act.by), at=at)


def told_at(uow: UnitOfWork, moment: Moment, reader: str, at: datetime) -> str:
    """A moment by the reader's clock, as a refusal bears it."""
    return at.astimezone(clock_of(uow, moment, reader)).isoformat()


def clock_of(uow: UnitOfWork, moment: Moment, reader: str) -> tzinfo:
    """The reader's own clock, or that of the programme's owners."""
    return zone_of(uow, reader) or clock_of_owners(uow, moment)


def last_decided(uow: UnitOfWork, moment: Moment, posting: Posting) -> tuple[Decided, ...]:
    """What the card says to its reader of who has decided, the last time each button was pressed,
    the newest last; whoever is known no more is left out.
    """
    if posting.view == OLDER:
        return ()
    clock = clock_of(uow, moment, posting.person_id)
    named = [(act, name_of(uow, act.by)) for act in reversed(_newest(uow, posting))]
    return tuple(Decided(act.what, by, act.at.astimezone(clock)) for act, by in named if by)


def _newest(uow: UnitOfWork, posting: Posting) -> list[Act]:
    """The last act of each button, the newest first; however many there are, few are read."""
    cards, found = _cards_of(uow, posting), list[Act]()
    while len(found) < MOST_SHOWN:
        others = NoneOf([act.what for act in found])
        act = uow.acts.first(last=True, card=cards, what=others)
        if act is None:
            break
        found.append(act)
    return found

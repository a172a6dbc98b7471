"""Who has said that they are under age takes part only once an owner has confirmed that the company
has cleared it: training department, guardians, youth representation.

The bot learns nobody's age, only that *no*; of the clearance it keeps that it was confirmed, by
whom and when.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from mentoring.domain import enrolment as enrolment_rules
from mentoring.domain.enrolment import UNCLEARED, Clearance, Enrolment
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.tandem import TOGETHER, Tandem
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, NoneOf, Other, UnitOfWork
from mentoring.usecases.common.own_tandem import Readers, leave_to_others, readers_of
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.postings import post, post_anew
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.showing import depends
from mentoring.usecases.enrolment.applying import note_declined
from mentoring.usecases.enrolment.card import TakenOut, enrolment_card, tandems_of
from mentoring.usecases.enrolment.taking_out import take_out
from mentoring.usecases.matching.places import fill
from mentoring.usecases.programme.cycles import require_running
from mentoring.usecases.programme.needs import Asking, needs_owners

MOST = 25
"""So many are shown at once; whoever waits behind them follows."""


@dataclass(frozen=True)
class Uncleared:
    """Somebody who waits for the clearance, by name; ``in_tandem``: they are in one already."""

    enrolment: str
    name: str
    role: Role
    in_tandem: bool = False


@dataclass(frozen=True)
class ClearanceNotice(Notice):
    """Those who wait for the clearance, the longest first, without who reads it; ``many`` are all
    who do.
    """

    cycle_id: str
    people: tuple[Uncleared, ...]
    many: int
    tells_who_decided: bool = True


@shows(to="owners")
def clearance_card(uow: UnitOfWork, scene: Scene) -> ClearanceNotice:
    """Who waits for the clearance now."""
    readers = readers_of(uow, scene.moment, scene.posting)
    chosen = {**UNCLEARED, "person_id": NoneOf(readers)}
    about_readers = {"person_id": tuple(readers), "clearance": Other(Clearance.NONE)}
    return ClearanceNotice(
        cycle_id=scene.posting.subject_id,
        people=_named(uow, uow.enrolments.page("done_at", MOST, 0, **chosen)),
        many=uow.enrolments.count(**chosen),
        tells_who_decided=not uow.enrolments.any(**about_readers),
    )


def _named(uow: UnitOfWork, found: Sequence[Enrolment]) -> tuple[Uncleared, ...]:
    people = uow.people.all(id=[each.person_id for each in found])
    names = {each.id: each.profile.name for each in people}
    return tuple(
        Uncleared(each.id, names[each.person_id], each.role, standing_of(uow, each) is not None)
        for each in found
        if each.person_id in names
    )


@depends(clearance_card, Enrolment)
def _enrolments(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """Who waits; nothing else, because what an owner has ticked is gone when it is drawn anew."""
    before, after = (_waits(each) for each in (change.before, change.after))
    return [change.row.cycle_id] if before != after else ()


def _waits(enrolment: Enrolment | None) -> bool:
    return enrolment is not None and enrolment.awaits_clearance


def _show_them(uow: UnitOfWork, moment: Moment, asking: Asking) -> None:
    show(uow, moment, asking.owner, asking.chat)


def show(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    """Put those who wait before the owner; an earlier list of theirs there gives way."""
    post_anew(uow, moment, clearance_card, moment.cycle.id, owner, chat)


@needs_owners(_show_them)
def clearances(uow: UnitOfWork, moment: Moment, readers: Readers) -> int:
    """Whoever needs the company's clearance waits for owners, as long as the cycle runs."""
    if moment.cycle.is_over:
        return 0
    return uow.enrolments.count(**UNCLEARED, person_id=NoneOf(readers))


def confirm(
    uow: UnitOfWork, moment: Moment, owner: str, chosen: Collection[str], posting_id: str
) -> int:
    """The clearance is there for these: they take part like everybody else, and read it in a new
    card. Returns how many they are: whoever has had an answer already is not among them.

    Raises:
        Refusal: ``clearance-nobody``, ``correct-own``, ``cycle-over``; ``stale`` if the card is no
            list of those who wait.
    """
    found = _waiting(uow, moment, owner, chosen, posting_id)
    for enrolment in found:
        uow.enrolments.put(enrolment_rules.clear(enrolment, owner, moment.now))
        _tell(uow, moment, enrolment)
    fill(uow)
    return len(found)


def not_this_time(
    uow: UnitOfWork, moment: Moment, owner: str, chosen: Collection[str], posting_id: str
) -> int:
    """There is no clearance for these: their answers are erased at once, and a new card says so
    kindly. A tandem that stands ends before that, by *end tandem*.

    Raises:
        Refusal: as ``confirm``; ``correct-in-tandem``; ``decide-own`` or ``decide-elsewhere`` of a
            tandem with an owner who reads along.
    """
    found = _waiting(uow, moment, owner, chosen, posting_id)
    posting = uow.postings.need(posting_id)
    for enrolment in found:
        _require_alone(uow, owner, enrolment, readers_of(uow, moment, posting))
    for enrolment in found:
        note_declined(uow, moment, enrolment)
        take_out(uow, moment, enrolment, TakenOut.NOT_CLEARED)
        _tell(uow, moment, enrolment, TakenOut.NOT_CLEARED)
    return len(found)


def _require_alone(uow: UnitOfWork, owner: str, enrolment: Enrolment, readers: Readers) -> None:
    tandem = standing_of(uow, enrolment)
    if tandem is None:
        return
    leave_to_others(owner, (tandem.mentor_id, tandem.mentee_id), readers=readers)
    name = name_of(uow, enrolment.person_id)
    raise Refusal("correct-in-tandem", name=name, number=tandem.number)


def standing_of(uow: UnitOfWork, enrolment: Enrolment) -> Tandem | None:
    """The tandem that the person is in, in this role."""
    return next((each for each in tandems_of(uow, enrolment) if each.state in TOGETHER), None)


def _waiting(
    uow: UnitOfWork, moment: Moment, owner: str, chosen: Collection[str], posting_id: str
) -> list[Enrolment]:
    _require_list(uow, posting_id)
    require_running(moment)
    if not chosen:
        raise Refusal("clearance-nobody", field="people")
    held = uow.enrolments.hold(sorted(set(chosen)))
    if any(each.person_id == owner for each in held):
        raise Refusal("correct-own")
    return [each for each in held if each.awaits_clearance]


def _require_list(uow: UnitOfWork, posting_id: str) -> None:
    posting = uow.postings.get(posting_id)
    wanted = (clearance_card.name, uow.cycle_id)
    if posting is None or (posting.kind, posting.subject_id) != wanted:
        raise Refusal("stale")


def _tell(uow: UnitOfWork, moment: Moment, enrolment: Enrolment, view: str = "") -> None:
    key = f"enrolment:{enrolment.id}:clearance:{moment.now:{STAMP}}"
    post(uow, enrolment_card, enrolment.id, enrolment.person_id, key=key, view=view)

"""The next cycle: owners open it, and everybody of the last one is asked anew, with one tap.

Nobody is ever matched without having been asked in this cycle. Last time's answers are offered to
their author alone, if they were kept; whoever waited comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from mentoring.domain.cycle import Cycle, CycleKind, cycle_id
from mentoring.domain.enrolment import (
    Enrolment,
    EnrolmentState,
    NextTime,
    enrolment_id,
)
from mentoring.domain.errors import Refusal
from mentoring.domain.invitation import SMALL
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.session import Session
from mentoring.domain.tandem import (
    PENDING,
    SEEMINGLY_OPEN,
    TOGETHER,
    Tandem,
    TandemState,
    over,
    release,
)
from mentoring.domain.upkeep import Effect, Fact
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Other, UnitOfWork
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.effects import effect_of
from mentoring.usecases.common.own_tandem import readers_of
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.postings import post, show_part
from mentoring.usecases.common.previews import (
    STAMP,
    grows_old,
    is_old,
    require_fresh,
    stamped_at,
)
from mentoring.usecases.common.showing import depends, seen_otherwise
from mentoring.usecases.enrolment.card import other_role
from mentoring.usecases.enrolment.cycle_review import TOOK_PART, Review, review
from mentoring.usecases.enrolment.entrance import follow, who_had_one
from mentoring.usecases.enrolment.reach import reach
from mentoring.usecases.enrolment.undecided import release_undecided
from mentoring.usecases.matching import offers
from mentoring.usecases.matching.shut_out import shut_out_under
from mentoring.usecases.programme.cycles import next_of, open_next
from mentoring.usecases.programme.with_the_cycle import end_all, let_follow_the_end

SOON = "next-cycle-soon:"
DISCARDED = "discarded"
"""The view of a card whose owner has let go of it."""
NOTHING_YET = Review()
ASKED: Mapping[str, object] = {
    **TOOK_PART,
    "next_time": tuple(each for each in NextTime if each is not NextTime.NOT),
}
"""The columns of whoever is asked in the next cycle: not of those who have wished not to be."""
RUNNING = (TandemState.LAUNCHING, TandemState.LAUNCHED)


@dataclass(frozen=True)
class NextCycleNotice(Notice):
    """The cycle after ``before``, before and after it is opened; ``people`` will be asked, or
    were. ``discarded``: the owner has let go of it; ``is_old``: it was shown too long ago to be
    confirmed. ``review`` is what ``before`` has brought. A rolling one has no cycle after it:
    people are asked again one by one. ``soon``: it is confirmed and can still be stopped.
    ``shut_out`` are those who would be asked though a rule (by
    its id) will never let them into a tandem, by name.
    """

    before: Cycle
    opened: Cycle | None
    people: int
    programme: Programme
    discarded: bool = False
    is_old: bool = False
    review: Review = NOTHING_YET
    shut_out: tuple[tuple[str, str], ...] = ()
    soon: bool = False

    @property
    def is_long(self) -> bool:
        """Whether so many are asked that there is time to stop it."""
        return self.people > SMALL

    @property
    def is_rolling(self) -> bool:
        """Whether the cycle goes on without an end."""
        return self.before.kind is CycleKind.ROLLING and self.opened is None


@shows(to="owners", sides=True, stored_as="next_cycle")
def next_cycle_card(uow: UnitOfWork, scene: Scene) -> NextCycleNotice:
    """What owners see of the cycle after the posting's subject."""
    before = uow.cycles.need(scene.posting.subject_id)
    opened = next_of(uow, before)
    if opened:
        asked = uow.everywhere.enrolments.count(cycle_id=opened.id, earlier=Other(""))
    else:
        asked = len(_whom(uow))
    discarded = scene.posting.view == DISCARDED
    soon = opened is None and begins_soon(uow, before.id)
    prepared_at = None if opened or soon else stamped_at(scene.posting.id)
    old = prepared_at is not None and is_old(prepared_at, scene.now)
    return NextCycleNotice(
        before,
        opened,
        asked,
        scene.programme,
        discarded,
        old,
        review(uow, scene.moment, readers_of(uow, scene.moment, scene.posting)),
        () if opened or soon or discarded or old else _shut_out(uow, scene),
        soon,
    )


def soon_key(cycle_id: str) -> str:
    """The key of the fact that the cycle after this one is confirmed and begins in some minutes."""
    return f"{SOON}{cycle_id}"


def begins_soon(uow: UnitOfWork, cycle_id: str) -> bool:
    """Whether the cycle after this one is confirmed and can still be stopped."""
    return uow.facts.get(soon_key(cycle_id)) is not None


def asks_many(uow: UnitOfWork) -> bool:
    """Whether so many would be asked that there is time to stop it."""
    return len(_whom(uow)) > SMALL


def _shut_out(uow: UnitOfWork, scene: Scene) -> tuple[tuple[str, str], ...]:
    """Whom a rule will never let into a tandem in the role in which they would be asked: under the
    programme's settings, because what owners have kept for a matching is of its cycle.
    """
    rules = shut_out_under(uow, scene.programme.matching, _whom(uow))
    return tuple(sorted((name_of(uow, person), rule) for (person, _), rule in rules.items()))


@depends(next_cycle_card, Cycle, Enrolment, Tandem, Session, Fact)
def _cycles(uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The cycle, the one after it and whether it begins soon, who has taken part, and what it has
    brought.

    What somebody wishes for next time is counted again whenever somebody looks: an edit would tell
    owners when it was said.
    """
    if isinstance(change.row, Fact):
        key = change.row.id
        return [key.removeprefix(SOON)] if key.startswith(SOON) else ()
    if isinstance(change.row, Session):
        tandem = uow.tandems.get(change.row.tandem_id) if change.alters("start") else None
        return [tandem.cycle_id] if tandem else ()
    if isinstance(change.row, Cycle):
        return (
            ()
            if change.row.tried_by
            else [change.row.id, cycle_id(change.row.programme_id, change.row.number - 1)]
        )
    shown = ("application", "clearance") if isinstance(change.row, Enrolment) else ()
    return [change.row.cycle_id] if seen_otherwise(change, *shown) else ()


def prepare(uow: UnitOfWork, moment: Moment, owner: str, chat: Chat) -> None:
    """Show what the cycle has brought, who would be asked anew and what stays; nothing happens yet.
    Where there is no end, it is only to be read.

    Raises:
        Refusal: ``cycle-runs`` while tandems run or wait for their start, ``cycle-offered`` while
            offers seem open; ``cycle-empty`` while nobody has taken part.
    """
    if moment.cycle.kind is not CycleKind.ROLLING:
        _require_over(uow, moment)
    key = f"{next_cycle_card.name}:{moment.cycle.id}:{owner}:{moment.now:{STAMP}}"
    post(uow, next_cycle_card, moment.cycle.id, owner, key=key, chat=chat)
    grows_old(uow, moment, next_cycle_card, moment.cycle.id)


def discard(uow: UnitOfWork, _moment: Moment, cycle_id: str, posting_id: str) -> None:
    """Let go of what the card has shown; nothing has happened."""
    show_part(uow, next_cycle_card, cycle_id, posting_id, DISCARDED, 0)


def may_open(uow: UnitOfWork, moment: Moment) -> bool:
    """Whether the cycle after this one can be opened now."""
    try:
        _require_over(uow, moment)
    except Refusal:
        return False
    return True


def _require_over(uow: UnitOfWork, moment: Moment) -> None:
    if moment.cycle.kind is CycleKind.ROLLING:
        raise Refusal("cycle-rolling")
    over, number = moment.cycle.is_over, moment.cycle.number
    if uow.tandems.any(state=RUNNING if over else tuple(TOGETHER)):
        raise Refusal("cycle-runs", cycle=number)
    if not over and uow.tandems.any(**SEEMINGLY_OPEN):  # Otherwise it told that all have declined.
        raise Refusal("cycle-offered", cycle=number)
    if not uow.enrolments.any(**TOOK_PART):
        raise Refusal("cycle-empty")


def require_shown(uow: UnitOfWork, moment: Moment, posting_id: str) -> None:
    """Refuse to open what this card does not show any more.

    Raises:
        Refusal: as ``prepare``; ``preview-old``; ``cycle-rolling`` where there is no end.
    """
    if prepared_at := stamped_at(posting_id):
        require_fresh(prepared_at, moment.now)
    _require_over(uow, moment)


def open_and_ask(uow: UnitOfWork, moment: Moment, cycle_id: str) -> None:
    """Open the cycle after this one and ask everybody who took part, in a unit that is alone with
    that; one that is open already is not opened again.

    Raises:
        Refusal: as ``prepare``; ``cycle-rolling`` where there is no end.
    """
    if next_of(uow, uow.cycles.need(cycle_id)):
        return
    _require_over(uow, moment)
    _release_the_rest(uow, moment)
    release_undecided(uow, moment)
    if not moment.cycle.is_over:  # owners never closed it, because nothing ran any more
        end_all(uow, moment)
        let_follow_the_end(uow, moment)
    there = for_cycle(uow, open_next(uow, moment).id)
    invited = _invited(uow, moment, there.cycle_id)
    there.enrolments.put_all(invited)
    there.effects.add_all(_invitation(enrolment) for enrolment in invited)


def _invited(uow: UnitOfWork, moment: Moment, cycle_id: str) -> list[Enrolment]:
    """Everybody's enrolment in the next cycle."""
    had_one = {role: who_had_one(uow, uow.cycle_id, role) for role in Role}
    return [
        follow(_asked(moment, cycle_id, each), each, had_one=each.person_id in had_one[each.role])
        for each in _people(uow)
    ]


def _release_the_rest(uow: UnitOfWork, moment: Moment) -> None:
    """Offers that nobody answered before the closing, and tandems that were never launched, are
    over.
    """
    rest = uow.tandems.all(state=tuple((PENDING | TOGETHER) - set(RUNNING)))
    offers.stop_timers(uow, moment, rest)
    for tandem in rest:
        uow.tandems.put(over(release(tandem)))


def _people(uow: UnitOfWork) -> Sequence[Enrolment]:
    """Who is asked, each once in a role: whoever was in both and would like to change one of them
    is asked in the other one alone.
    """
    everybody = uow.enrolments.all(**ASKED)
    return list({(each.person_id, _wished_role(each)): each for each in everybody}.values())


def _whom(uow: UnitOfWork) -> Set[tuple[str, Role]]:
    """The same, by their ids."""
    found = uow.enrolments.columns("person_id", "role", "next_time", **ASKED)
    return {(person, _role(Role(role), NextTime(wish))) for person, role, wish in found}


def _wished_role(before: Enrolment) -> Role:
    """The role in which the person is asked: their own, unless they have wished for the other."""
    return _role(before.role, before.next_time)


def _role(role: Role, wish: NextTime) -> Role:
    return other_role(role) if wish is NextTime.OTHER else role


def _asked(moment: Moment, cycle_id: str, before: Enrolment) -> Enrolment:
    role = _wished_role(before)
    key = enrolment_id(cycle_id, role, before.person_id)
    return Enrolment(key, before.person_id, role, EnrolmentState.INVITED, moment.now)


def _invitation(enrolment: Enrolment) -> Effect:
    stamp = f"{enrolment.invited_at:{STAMP}}"
    return effect_of(reach, enrolment.id, once=stamp)

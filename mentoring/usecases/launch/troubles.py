"""The tandems that a launch could not set up at once: why, and how it stands with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mentoring.domain.launch import Launch, LaunchDecision, decision_number
from mentoring.domain.tandem import LEFT_OUT, ByHand, Tandem, TandemState
from mentoring.ports.rows import Other, UnitOfWork
from mentoring.usecases.common.own_tandem import Readers, of_others
from mentoring.usecases.common.people import name_of
from mentoring.usecases.launch.seats import FULL_OR_GONE

NOTE = "note"


@dataclass(frozen=True)
class Foreseen:
    """What a launch would meet, as a code, and the tandem that it is about, with both names.

    What concerns a team or a permission is one for all of its ``tandems``, of which this is the
    first.
    """

    code: str
    number: int
    mentor: str
    mentee: str
    tandems: int = 1

    @property
    def is_note(self) -> bool:
        """Whether it keeps nobody from starting, but something goes otherwise."""
        return self.code.startswith(f"{NOTE}-")


class Turn(StrEnum):
    """How it stands with a tandem that could not be launched at once.

    ``OPEN``: owners have to decide. ``AGAIN``: it is being tried again. ``LAUNCHED``: another
    attempt has succeeded. ``LEFT_OUT``, ``ROOM``, ``DATES``, ``BOTH``: left out, or launched with
    what was arranged by hand. ``OVER``: it went on elsewhere, say in another launch.
    """

    OPEN = "open"
    AGAIN = "again"
    LAUNCHED = "launched"
    LEFT_OUT = "left_out"
    ROOM = "room"
    DATES = "dates"
    BOTH = "both"
    OVER = "over"


@dataclass(frozen=True)
class Trouble:
    """A tandem that could not be launched at once: both by name, why (a code), and how it stands.

    ``by`` is the name of whoever decided last, and ``decided`` how much was decided about it.
    ``by_hand`` is what owners would have arranged themselves if they said so. ``in_channel``: its
    channel stands already, with the two in it; whenever it is launched it goes on there.
    """

    number: int
    mentor: str
    mentee: str
    code: str
    tandem_id: str = ""
    turn: Turn = Turn.OVER
    decided: int = 0
    by: str = ""
    by_hand: ByHand = ByHand.BOTH
    in_channel: bool = False


@dataclass(frozen=True)
class Troubled:
    """A tandem of the launch that was or is in trouble, with the decisions about it in their
    order.
    """

    tandem: Tandem
    turn: Turn
    code: str
    decisions: tuple[LaunchDecision, ...]


def troubled_in(uow: UnitOfWork, launch: Launch) -> list[Troubled]:
    """Those that wait for a decision first, each group in the order of numbers."""
    decided = defaultdict[str, list[LaunchDecision]](list)
    made = uow.launch_decisions.all(launch_id=launch.id)
    for each in sorted(made, key=lambda each: decision_number(each.id)):
        decided[each.tandem_id].append(each)
    before = dict(launch.totals.troubled)
    found = {each.id: each for each in open_troubles(uow, launch)}
    for column, values in (("id", list(decided)), ("number", list(before))):
        if values:
            found |= {each.id: each for each in uow.tandems.all(**{column: values})}
    rows = [_one(launch, each, before, decided[each.id]) for each in found.values()]
    return sorted(rows, key=lambda row: (row.turn is not Turn.OPEN, row.tandem.number))


def _one(
    launch: Launch, tandem: Tandem, before: Mapping[int, str], decisions: Sequence[LaunchDecision]
) -> Troubled:
    here = tandem.launch_id == launch.id
    last = decisions[-1].code if decisions else before.get(tandem.number, "")
    code = tandem.trouble if here and tandem.trouble not in {"", LEFT_OUT} else last
    return Troubled(tandem, _turn(tandem) if here else Turn.OVER, code, tuple(decisions))


def _turn(tandem: Tandem) -> Turn:
    match tandem.state:
        case TandemState.ACCEPTED if tandem.trouble:
            return Turn.LEFT_OUT if tandem.trouble == LEFT_OUT else Turn.OPEN
        case TandemState.LAUNCHING:
            return Turn.AGAIN
        case TandemState.LAUNCHED:
            return Turn(tandem.by_hand) if tandem.by_hand else Turn.LAUNCHED
    return Turn.OVER


def foreseen_in(uow: UnitOfWork, readers: Readers) -> tuple[Foreseen, ...]:
    """What was found about the tandems that are ready: what stops them, then what goes otherwise,
    of both first what concerns most of them.
    """
    waiting = uow.tandems.all(state=TandemState.ACCEPTED)
    shown = sorted(of_others(waiting, readers), key=lambda tandem: tandem.number)
    found = defaultdict[tuple[str, str], list[Tandem]](list)
    for tandem in shown:
        for code in tandem.foreseen:
            own = tandem.id if code.rpartition("-")[2] in OF_PEOPLE else ""
            found[code, own].append(tandem)
    rows = sorted(found.items(), key=lambda row: (-len(row[1]), row[1][0].number))
    told = (
        Foreseen(
            code,
            about[0].number,
            name_of(uow, about[0].mentor_id),
            name_of(uow, about[0].mentee_id),
            len(about),
        )
        for (code, _), about in rows
    )
    return tuple(sorted(told, key=lambda each: each.is_note))


OF_PEOPLE = {"mentor", "mentee"}


def would_be_by_hand(tandem: Tandem) -> ByHand:
    """What owners have arranged themselves if they say that what failed is done."""
    return tandem.by_hand.and_also(_failed(tandem))


def _failed(tandem: Tandem) -> ByHand:
    """What of a tandem failed, by its trouble's code; where that does not say, all that does not
    stand.
    """
    doing = tandem.trouble.partition("-")[0]
    if doing in {"member", "team", "channel"}:
        return ByHand.ROOM
    return ByHand.DATES if doing == "series" or tandem.channel_id else ByHand.BOTH


IN_TROUBLE: Mapping[str, object] = {"state": TandemState.ACCEPTED, "trouble": Other("")}
"""The columns of a tandem that could not be launched, one that was left out included."""


def open_troubles(uow: UnitOfWork, launch: Launch) -> list[Tandem]:
    """The tandems of the launch on which owners have to decide."""
    found = uow.tandems.all(launch_id=launch.id, **IN_TROUBLE)
    return [tandem for tandem in found if tandem.trouble != LEFT_OUT]


def among(troubled: Iterable[Troubled], shown: Iterable[Tandem]) -> list[Troubled]:
    """Those whose tandems may be shown."""
    ids = {tandem.id for tandem in shown}
    return [each for each in troubled if each.tandem.id in ids]


def named(uow: UnitOfWork, each: Troubled) -> Trouble:
    """It with everybody's names."""
    tandem, decisions = each.tandem, each.decisions
    return Trouble(
        tandem.number,
        name_of(uow, tandem.mentor_id),
        name_of(uow, tandem.mentee_id),
        each.code,
        tandem.id,
        each.turn,
        len(decisions),
        name_of(uow, decisions[-1].by) if decisions else "",
        would_be_by_hand(tandem),
        in_channel=bool(tandem.channel_id) and tandem.trouble not in FULL_OR_GONE,
    )

"""What is asked at the start, in the middle and at the end of a tandem: a tap each, at most four at
a time, and nobody has to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role


class Stage(StrEnum):
    """When it is asked, in this order."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Item(StrEnum):
    """What is asked. ``COMPETENCE`` is asked at the start by the questionnaire, ``STAY`` only where
    the programme wishes it, and then in place of ``PRESENTING``: four at a time are the most.
    """

    COMPETENCE = "competence"
    USAGE = "usage"
    ADVICE = "advice"
    TOGETHER = "together"
    NETWORK = "network"
    VOICE = "voice"
    PRESENTING = "presenting"
    FEEDBACK = "feedback"
    STAY = "stay"


LOWEST = 1
HIGHEST: Mapping[Item, int] = {**dict.fromkeys(Item, 5), Item.COMPETENCE: 10}
"""Where each scale ends."""
OF_ROLE: Mapping[Role, tuple[Item, ...]] = {
    Role.MENTEE: (Item.COMPETENCE, Item.USAGE, Item.ADVICE, Item.TOGETHER),
    Role.MENTOR: (Item.NETWORK, Item.VOICE, Item.PRESENTING, Item.FEEDBACK),
}
TOLD_OF: Mapping[Role, tuple[Item, ...]] = {
    **OF_ROLE,
    Role.MENTOR: (*OF_ROLE[Role.MENTOR], Item.STAY),
}
"""Of what something may be told, in order."""


def asked(role: Role, stage: Stage, *, stay: bool = False) -> tuple[Item, ...]:
    """What is asked of somebody of this role, in order; ``stay``: also whether they would like to
    stay with the company.
    """
    known = {Item.COMPETENCE} if stage is Stage.START else set()
    other = Item.PRESENTING if stay else Item.STAY
    return tuple(item for item in TOLD_OF[role] if item not in known and item is not other)


@dataclass(frozen=True)
class Marks:
    """What somebody has said; None for nothing. ``topic`` is the one whose use is asked about;
    ``afresh``: whatever was said before was erased by its person, so it is compared no more;
    ``asks_stay``: they are asked whether they would like to stay.
    """

    topic: str = ""
    competence: int | None = None
    usage: int | None = None
    advice: int | None = None
    together: int | None = None
    network: int | None = None
    voice: int | None = None
    presenting: int | None = None
    feedback: int | None = None
    afresh: bool = False
    stay: int | None = None
    asks_stay: bool = False

    def of(self, item: Item) -> int | None:
        """What was said to this."""
        found: int | None = getattr(self, item)
        return found

    @property
    def says_something(self) -> bool:
        """Whether anything was said."""
        return any(self.of(item) is not None for item in Item)


def marked(said: Marks, item: Item, mark: int | None) -> Marks:
    """With this answer to the item."""
    before = {each.value: said.of(each) for each in Item}
    changed = {**before, item.value: mark}
    return Marks(said.topic, afresh=said.afresh, asks_stay=said.asks_stay, **changed)


def line(then: Marks, now: Marks) -> tuple[tuple[Item, int, int], ...]:
    """What was said both times: the item, then, now."""
    pairs = ((item, then.of(item), now.of(item)) for item in Item)
    return tuple((item, before, after) for item, before, after in pairs if before and after)


class MeasureState(StrEnum):
    """Asked and open to changes; closed; or no longer wanted by its person, and empty."""

    OPEN = "asked"
    CLOSED = "over"
    STOPPED = "stopped"


class Waiting(StrEnum):
    """Whether somebody who waits for a tandem would be asked, so that others can be compared with
    them: they are asked whether they like to, and have said yes or no; ``NO``: they do not wait.
    """

    NO = ""
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"


@dataclass(frozen=True)
class Measure:
    """What is asked of somebody at one of the stages, and what they have said."""

    id: str
    person_id: str
    role: Role
    stage: Stage
    asked_at: datetime
    said: Marks = field(default_factory=Marks)
    state: MeasureState = MeasureState.OPEN
    cycle_id: str = ""
    waiting: Waiting = Waiting.NO

    @property
    def is_asked(self) -> bool:
        """Whether it is open to answers: nobody who waits is asked before they have agreed."""
        return self.state is MeasureState.OPEN and self.waiting in {Waiting.NO, Waiting.AGREED}

    @property
    def enrolment_id(self) -> str:
        """Of the enrolment that it belongs to."""
        return self.id.rpartition(":")[0]

    @property
    def items(self) -> tuple[Item, ...]:
        """What is asked."""
        return asked(self.role, self.stage, stay=self.said.asks_stay)


def measure_id(enrolment: str, stage: Stage) -> str:
    """The id of what is asked of somebody at this stage."""
    return f"{enrolment}:{stage}"


def answered(found: Measure, item: Item, mark: int) -> Measure:
    """With this answer, or with none to it where ``mark`` is 0.

    Raises:
        Refusal: ``stale`` if this is not asked, or not any more, or if nobody can answer that.
    """
    is_asked = found.is_asked and item in found.items
    if not is_asked or not 0 <= mark <= HIGHEST[item]:
        raise Refusal("stale")
    return replace(found, said=marked(found.said, item, mark or None))


def consented(found: Measure, *, yes: bool) -> Measure:
    """With what somebody who waits says to being asked.

    Raises:
        Refusal: ``stale`` if they do not wait any more, or the moment is over.
    """
    if found.state is not MeasureState.OPEN or found.waiting is Waiting.NO:
        raise Refusal("stale")
    return replace(found, waiting=Waiting.AGREED if yes else Waiting.DECLINED)


def closed(found: Measure) -> Measure:
    """Its moment is over; what was said stays."""
    return replace(found, state=MeasureState.CLOSED)


def stopped(found: Measure) -> Measure:
    """Nothing of it is left, and nothing more is asked."""
    empty = Marks(topic=found.said.topic, afresh=True, asks_stay=found.said.asks_stay)
    return replace(found, said=empty, state=MeasureState.STOPPED)


def resumed(measures: Iterable[Measure], *, has_met: bool) -> list[Measure]:
    """Those that were stopped: the latest is open again, what was asked before is not asked anew,
    nor a start once its person ``has_met`` anybody. The others are left as they are.
    """
    order = list(Stage)
    found = sorted(
        (each for each in measures if each.state is MeasureState.STOPPED),
        key=lambda each: order.index(each.stage),
    )
    last = found[-1:]
    is_late = has_met and any(each.stage is Stage.START for each in last)
    return [
        *map(closed, found[:-1]),
        *(closed(each) if is_late else replace(each, state=MeasureState.OPEN) for each in last),
    ]

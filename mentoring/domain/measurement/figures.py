"""The figures that owners see of a cycle, as they have been told: what is in them is in them for
good, whoever withdraws or is erased afterwards.

A change is told at a fixed moment of the cycle, once. What has no common moment grows by groups:
who has answered waits until they are as many as the smallest group, and then all of them come into
the figure together. So the difference of two showings is itself a group, and is told as one: a
share by words where it is of one mind (``shares``), a change not at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from mentoring.domain.measurement.change import Change, Estimate, Sums, is_of_one_mind, sums_of
from mentoring.domain.measurement.items import Item, Stage
from mentoring.domain.measurement.shares import Share, grown, joined, still_use

NOBODY = Sums()


class Running(StrEnum):
    """Of what a share is told: tandems that have made their agreement, sessions on which somebody
    has looked back, people whom their tandem fits well.
    """

    AGREEMENT = "agreement"
    RETROSPECTIVE = "retrospective"
    FIT = "fit"


Asked = tuple[Item, Stage]
"""What is asked, and when."""
Groups = tuple[Sums, Sums]
"""Those in a tandem, and those who wait."""


@dataclass(frozen=True)
class Answer:
    """A yes or no that counts from ``at`` (aware) on. ``whose`` is the tandem or the person: many
    answers of few are no group.
    """

    whose: str
    at: datetime
    yes: bool


@dataclass(frozen=True)
class Step:
    """By how much somebody has changed, which counts from ``at`` (aware) on."""

    at: datetime
    by: int


@dataclass(frozen=True)
class Later:
    """What somebody says who was asked at ``at`` (aware) whether they still use it, or None."""

    at: datetime
    still: bool | None


@dataclass(frozen=True)
class Counted:
    """A share with everything in it that counted ``until`` then (UTC)."""

    about: Running
    until: datetime
    share: Share


@dataclass(frozen=True)
class Progress:
    """How people have changed in an item from the start to this stage, with everything that counted
    ``until`` then (UTC). ``change`` is reckoned from ``sums`` after them.
    """

    item: Item
    stage: Stage
    until: datetime
    sums: Sums = NOBODY
    change: Change | None = None

    @property
    def is_behind(self) -> bool:
        """Whether there are people in the sums who are not in the change."""
        return self.sums.people > (self.change.people if self.change else 0)


@dataclass(frozen=True)
class Compared:
    """The change of those who wait, in the same item and to the same stage, and by how much more
    that of the others is, which is reckoned from both after ``sums``.
    """

    item: Item
    stage: Stage
    sums: Sums = NOBODY
    by: Estimate | None = None


@dataclass(frozen=True)
class Lasting:
    """How many still use it so many ``months`` after the end, with everybody in it who was asked
    ``until`` then (UTC); ``silent`` have not answered. Without a share they are too few.
    """

    months: int
    until: datetime
    share: Share | None = None
    silent: int = 0


@dataclass(frozen=True)
class Figures:
    """Those of a cycle, by whose id they go."""

    id: str
    shares: tuple[Counted, ...] = ()
    progress: tuple[Progress, ...] = ()
    cycle_id: str = ""
    compared: tuple[Compared, ...] = ()
    lasting: tuple[Lasting, ...] = ()

    def share_of(self, about: Running) -> Counted | None:
        """What is told of this, if anything."""
        return next((each for each in self.shares if each.about is about), None)

    def progress_of(self, item: Item, stage: Stage) -> Progress | None:
        """What is known of this, if anything."""
        found = (each for each in self.progress if (each.item, each.stage) == (item, stage))
        return next(found, None)

    def compared_of(self, item: Item, stage: Stage) -> Compared | None:
        """What is known of those who wait, if anything."""
        found = (each for each in self.compared if (each.item, each.stage) == (item, stage))
        return next(found, None)

    def lasting_after(self, months: int) -> Lasting | None:
        """What is known of those who still use it then, if anything."""
        return next((each for each in self.lasting if each.months == months), None)

    @property
    def sums_behind(self) -> list[Sums]:
        """Those from which a change has yet to be reckoned."""
        return [each.sums for each in self.progress if each.is_behind]

    @property
    def groups_behind(self) -> list[Groups]:
        """Those in a tandem and those who wait whose difference has yet to be reckoned."""
        return [self.groups_of(each) for each in self.compared if each.sums.people and not each.by]

    def groups_of(self, found: Compared) -> Groups:
        """Both, of this comparison."""
        ours = self.progress_of(found.item, found.stage)
        return ours.sums if ours else NOBODY, found.sums


def counted(
    figures: Figures, about: Running, answers: Sequence[Answer], until: datetime, smallest: int
) -> Figures:
    """With the answers that have come since, once they are those of so many."""
    before = figures.share_of(about)
    new = [each for each in answers if _is_new(each.at, before, until)]
    if len({each.whose for each in new}) < smallest:
        return figures
    share, _ = grown(before.share if before else None, [each.yes for each in new], len(new))
    if share is None:
        return figures
    others = tuple(each for each in figures.shares if each is not before)
    return replace(figures, shares=(*others, Counted(about, until, share)))


def settled(
    figures: Figures, about: Asked, steps: Sequence[Step], until: datetime, smallest: int
) -> Figures:
    """With the change at its fixed moment, once and for all: also where nothing can be told, for
    what came later would be told by its appearing.
    """
    if figures.progress_of(*about):
        return figures
    found = _together([each.by for each in steps if each.at <= until], smallest)
    return replace(figures, progress=(*figures.progress, Progress(*about, until, found)))


def set_beside(figures: Figures, about: Asked, steps: Sequence[Step], smallest: int) -> Figures:
    """With the change of those who wait beside that of the others, once and for all; as if they had
    been silent where of either group nothing can be told.
    """
    ours = figures.progress_of(*about)
    if ours is None or figures.compared_of(*about):
        return figures
    found = _together([each.by for each in steps], smallest) if ours.sums.people else NOBODY
    return replace(figures, compared=(*figures.compared, Compared(*about, found)))


def progressed(
    figures: Figures, about: Asked, steps: Sequence[Step], until: datetime, smallest: int
) -> Figures:
    """With those who have come since, once they are so many, where there is no common moment."""
    before = figures.progress_of(*about)
    new = [each.by for each in steps if _is_new(each.at, before, until)]
    if len(new) < smallest:
        return figures
    found = before or Progress(*about, until)
    sums = found.sums + _together(new, smallest)
    others = tuple(each for each in figures.progress if each is not before)
    return replace(figures, progress=(*others, replace(found, sums=sums, until=until)))


def lasted(
    figures: Figures, months: int, said: Sequence[Later], until: datetime, smallest: int
) -> Figures:
    """With those who were asked since, once so many of them have answered: silence is no answer,
    and is counted with its group.
    """
    before = figures.lasting_after(months) or Lasting(months, until)
    known = before if before.share else None
    new = [each.still for each in said if each.at <= until and _is_after(each.at, known)]
    found = still_use([each for each in new if each is not None], len(new), smallest)
    if found is None:
        return figures
    share = joined(before.share, found.share) if before.share else found.share
    made = Lasting(months, until, share, before.silent + found.silent)
    return replace(figures, lasting=(*_others(figures, months), made))


def lasted_for_good(
    figures: Figures, months: int, said: Sequence[Later], until: datetime, smallest: int
) -> Figures:
    """The same at a fixed moment, once, also where nothing can be told."""
    if figures.lasting_after(months):
        return figures
    told = lasted(figures, months, said, until, smallest)
    if told.lasting_after(months):
        return told
    return replace(figures, lasting=(*figures.lasting, Lasting(months, until)))


def _others(figures: Figures, months: int) -> tuple[Lasting, ...]:
    return tuple(each for each in figures.lasting if each.months != months)


def _is_after(at: datetime, before: Lasting | None) -> bool:
    return before is None or at > before.until


def _together(changes: Sequence[int], smallest: int) -> Sums:
    """What a group adds: nothing if they are too few or of one mind, as if they had been silent."""
    told = len(changes) >= smallest and not is_of_one_mind(changes)
    return sums_of(changes) if told else NOBODY


def reckoned(figures: Figures, known: Mapping[Sums, Change]) -> Figures:
    """With the changes that follow from these sums."""
    return replace(
        figures,
        progress=tuple(
            replace(each, change=known.get(each.sums, each.change)) for each in figures.progress
        ),
    )


def told_apart(figures: Figures, known: Mapping[Groups, Estimate]) -> Figures:
    """With the differences that follow from these groups."""
    return replace(
        figures,
        compared=tuple(
            replace(each, by=known.get(figures.groups_of(each), each.by))
            for each in figures.compared
        ),
    )


def _is_new(at: datetime, before: Counted | Progress | None, until: datetime) -> bool:
    return at <= until and (before is None or at > before.until)

"""Putting people into groups that are measured by the same targets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from mentoring.domain.errors import Refusal
from mentoring.domain.matching.settings import KpiGroup


def with_targets(
    groups: Sequence[KpiGroup], name: str, people: Sequence[str]
) -> tuple[KpiGroup, ...]:
    """The groups with these people in the one of this name (however it is spelt); a new one if
    there is none, which gets a number where ``name`` is empty.

    Raises:
        Refusal: ``apart-two`` if there would be only one in it; ``in-other-group`` (its name) for
            somebody who has other targets.
    """
    known = next((each for each in groups if each.name.casefold() == name.casefold()), None)
    together = tuple(dict.fromkeys((*(known.people if known else ()), *people)))
    if len(together) < 2:
        raise Refusal("apart-two", field="people")
    others = [each for each in groups if each is not known]
    for each in others:
        if {*people} & {*each.people}:
            raise Refusal("in-other-group", field="people", group=each.name)
    return (
        *others,
        KpiGroup(name=known.name if known else name or _number(groups), people=together),
    )


def concerned(groups: Sequence[KpiGroup], name: str, people: Sequence[str]) -> frozenset[str]:
    """Whom it is about to measure these people by one target, under this name: also everybody in
    the group of the name, and in one in which somebody of them is already.
    """
    meant = [
        each
        for each in groups
        if each.name.casefold() == name.casefold() or not {*people}.isdisjoint(each.people)
    ]
    return frozenset(people).union(*(each.people for each in meant))


def _number(groups: Sequence[KpiGroup]) -> str:
    """The first number that no group bears as its name."""
    taken = {each.name for each in groups}
    return next(str(number) for number in count(1) if str(number) not in taken)

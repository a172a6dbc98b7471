"""The matching by brute force, written a second time from the rules in words: slow, plain, and
sharing no code with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.people import Role

OPTIONAL_WORDS = {"same_department": "department", "kpi_group": "kpi_group"}
NAMES = {
    "not_with": "not_with",
    "kpi_dependency": "kpi_people",
    "past_pair": "past_partners",
}
WORD_TERMS = {
    "function": "department",
    "location": "location",
    "background": "background",
    "generation": "generation",
    "gender": "gender",
}


def broken_rules(
    mentee: Candidate, mentor: Candidate, everybody: Sequence[Candidate], settings: MatchingSettings
) -> set[str]:
    """The names of all rules that this pair breaks, among those that people and settings decide."""
    found = set(_broken_by_facts(mentee, mentor, settings)) | set(
        _broken_by_names(mentee, mentor, everybody)
    )
    if _one_above_the_other(mentee, mentor, everybody, settings.parameters.reporting_line_depth):
        found.add("reporting_line")
    if _told_by_all(mentee, mentor, settings) < settings.lowest_score:
        found.add("lowest_score")
    return {name for name in found if settings.is_on(name)}


def _broken_by_facts(
    mentee: Candidate, mentor: Candidate, settings: MatchingSettings
) -> Iterator[str]:
    for rule, field in OPTIONAL_WORDS.items():
        if getattr(mentee, field) and getattr(mentee, field) == getattr(mentor, field):
            yield rule
    if mentee.managers[:1] == mentor.managers[:1] != ():
        yield "same_manager"
    yield from _broken_by_owners(mentee, mentor, settings)
    if mentor.level <= mentee.level:
        yield "hierarchy"
    if not mentee.languages & mentor.languages:
        yield "language"
    if not set(mentee.wishes) & set(mentor.teaches):
        yield "topic"


def _broken_by_owners(
    mentee: Candidate, mentor: Candidate, settings: MatchingSettings
) -> Iterator[str]:
    for group in settings.exclusion_groups:
        if mentee.id in group.people and mentor.id in group.people:
            yield "exclusion_group"
    if {mentee.id, mentor.id} in [set(pair) for pair in settings.blocked_pairs]:
        yield "blocked_pair"


def _broken_by_names(
    mentee: Candidate, mentor: Candidate, everybody: Sequence[Candidate]
) -> Iterator[str]:
    if mentee.id == mentor.id:
        yield "same_person"
    for rule, field in NAMES.items():
        for person in everybody:
            named = getattr(person, field)
            if (person.id == mentee.id and mentor.id in named) or (
                person.id == mentor.id and mentee.id in named
            ):
                yield rule


def _one_above_the_other(
    mentee: Candidate, mentor: Candidate, everybody: Sequence[Candidate], depth: int
) -> bool:
    """Whether one is among the other's managers, counted upwards from the nearest until ``depth``
    (0: to the top).
    """
    for below, above in ((mentee.id, mentor.id), (mentor.id, mentee.id)):
        for person in everybody:
            if person.id == below and above in person.managers:
                steps = person.managers.index(above) + 1
                if depth == 0 or steps <= depth:
                    return True
    return False


def _told_by_all(mentee: Candidate, mentor: Candidate, settings: MatchingSettings) -> int:
    """The points that owners read: nothing counts that people answer in confidence, and a topic in
    common counts as much as the three first wishes at level 1 together.
    """
    silent = ("generation", "gender", "background", "shared_format", "shared_times")
    ranks = settings.weights.topic_ranks
    a_topic = sum(ranks[:3]) + ranks[-1] * max(0, 3 - len(ranks))
    weights = settings.weights.model_copy(update={**dict.fromkeys(silent, 0), "topic_ranks": (0,)})
    without = score(mentee, mentor, settings.model_copy(update={"weights": weights}))
    return without + a_topic * sum(wish in mentor.teaches for wish in mentee.wishes)


def score(mentee: Candidate, mentor: Candidate, settings: MatchingSettings) -> int:
    """The points of a pair."""
    weights = settings.weights
    total = 0
    for rank, wish in enumerate(mentee.wishes):
        points = (
            weights.topic_ranks[rank]
            if rank < len(weights.topic_ranks)
            else weights.topic_ranks[-1]
        )
        total += points * mentor.teaches.get(wish, 0)
    for term, field in WORD_TERMS.items():
        mine, theirs = getattr(mentee, field), getattr(mentor, field)
        total += getattr(weights, term) if mine and theirs and mine != theirs else 0
    total += weights.hierarchy * min(max(mentor.level - mentee.level, 0), 3)
    total += weights.shared_format if mentee.formats & mentor.formats else 0
    return total + (weights.shared_times if mentee.times & mentor.times else 0)


Value = tuple[int, int, int]
"""What counts, in this order: tandems, cycles waited by those served, total score."""


def best_value(possible: Mapping[Pair, int], candidates: Sequence[Candidate]) -> Value:
    """The best value of all ways to choose among the possible pairs (with their scores), by trying
    every one.
    """
    return max(
        value_of(chosen, possible, candidates) for chosen in all_choices(possible, candidates)
    )


def all_choices(
    possible: Mapping[Pair, int], candidates: Sequence[Candidate]
) -> Iterator[tuple[Pair, ...]]:
    """Every set of pairs that keeps capacities and never joins two people in both directions."""
    mentees = sorted({pair.mentee for pair in possible})
    places = {person.id: person.capacity for person in candidates if person.role is Role.MENTOR}

    def go_on(number: int, chosen: tuple[Pair, ...]) -> Iterator[tuple[Pair, ...]]:
        if number == len(mentees):
            yield chosen
            return
        yield from go_on(number + 1, chosen)
        for pair in possible:
            used = sum(other.mentor == pair.mentor for other in chosen)
            reverse = Pair(pair.mentor, pair.mentee)
            if (
                pair.mentee == mentees[number]
                and used < places[pair.mentor]
                and reverse not in chosen
            ):
                yield from go_on(number + 1, (*chosen, pair))

    return go_on(0, ())


def value_of(
    chosen: Sequence[Pair], scores: Mapping[Pair, int], candidates: Sequence[Candidate]
) -> Value:
    """What a choice of pairs is worth."""
    served = {(pair.mentee, Role.MENTEE) for pair in chosen} | {
        (pair.mentor, Role.MENTOR) for pair in chosen
    }
    waited = sum(person.waited for person in candidates if (person.id, person.role) in served)
    return len(chosen), waited, sum(scores[pair] for pair in chosen)


def most_and_highest(scores: np.ndarray, places: np.ndarray) -> tuple[int, int]:
    """The most pairs and, among such, the highest total, by the dense solver; negative scores are
    impossible pairs.
    """
    slots = np.repeat(scores, places, axis=1).astype(np.float64)
    if not slots.size:
        return 0, 0
    bonus = slots.shape[0] * (max(slots.max(), 0) + 1)
    worth = np.where(slots >= 0, slots + bonus, 0)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    chosen = slots[rows, columns]
    return int((chosen >= 0).sum()), int(chosen[chosen >= 0].sum())

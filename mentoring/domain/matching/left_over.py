"""Why somebody has no tandem, so that nobody is left over without a word.

A confidential rule, or a pair kept apart for a cause that nobody may see, gives the code
``not_possible`` and no facts, whatever else is true. Codes and facts:

- ``nobody``: there is nobody in the other role.
- ``no_topic`` (``topics``): none of the topics is taught, or wished, by anybody.
- ``ruled_out`` (``topics``, ``count``, ``rules``): everybody for these topics is excluded;
  ``rules`` are ``name:number``, the rule that excludes most first, each person counted once.
- ``not_possible``: the same word for every hidden cause.
- ``taken`` (``topics``, ``count``): there are possible partners, and the places of all are taken.
- ``never_both``: the only ones left are partners already, in the other direction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.results import Reason, Unmatched
from mentoring.domain.matching.rulebook import is_confidential
from mentoring.domain.matching.sides import Bools
from mentoring.domain.matching.table import PAIRS_AT_ONCE, Table
from mentoring.domain.people import Role

TOPIC = "topic"
Hidden = Callable[[str], bool]


def left_over(
    table: Table, pairs: Sequence[Pair], hidden: Hidden = is_confidential
) -> tuple[Unmatched, ...]:
    """Everybody who is in none of these pairs and in no standing tandem, in each role, with the
    reason; mentees first.

    ``hidden`` says of a rule that the reader may not learn where it excludes.
    """
    together = (*pairs, *table.case.standing)
    return (
        *_left_in(table, Role.MENTEE, {pair.mentee for pair in together}, pairs, hidden),
        *_left_in(table, Role.MENTOR, {pair.mentor for pair in together}, pairs, hidden),
    )


def _left_in(
    table: Table, role: Role, served: set[str], pairs: Sequence[Pair], hidden: Hidden
) -> list[Unmatched]:
    people = table.case.mentees if role is Role.MENTEE else table.case.mentors
    others = table.case.mentors if role is Role.MENTEE else table.case.mentees
    left = np.array(
        [number for number, person in enumerate(people) if person.id not in served], dtype=np.int64
    )
    free, known = (
        _free(table, role, pairs),
        _topics_of(others, table.case.settings.parameters.topic_level),
    )
    step = max(1, PAIRS_AT_ONCE // max(len(others), 1))
    found = []
    for start in range(0, len(left), step):
        some = left[start : start + step]
        causes, possible = table.causes_of(role, some)
        for place, number in enumerate(some):
            person, own = people[number], {rule: forbids[place] for rule, forbids in causes.items()}
            topics = tuple(topic for topic in person.topics if topic in known)
            why = _why(person, own, possible[place], free, topics, hidden)
            found.append(Unmatched(person.id, role, why, person.waited + 1))
    return found


def _free(table: Table, role: Role, pairs: Sequence[Pair]) -> Bools:
    """Which of the people in the other role still have a place."""
    together = (*pairs, *table.case.standing)
    if role is Role.MENTOR:
        served = {pair.mentee for pair in together}
        return np.array([mentee.id not in served for mentee in table.case.mentees], dtype=bool)
    used = Counter(pair.mentor for pair in together)
    return np.array(
        [used[mentor.id] < mentor.capacity for mentor in table.case.mentors], dtype=bool
    )


def _topics_of(others: Sequence[Candidate], level: int) -> set[str]:
    wished = {topic for person in others for topic in person.wishes}
    return wished | {
        topic for person in others for topic, at in person.teaches.items() if at >= level
    }


def _why(
    person: Candidate,
    causes: Mapping[str, Bools],
    possible: Bools,
    free: Bools,
    topics: tuple[str, ...],
    hidden: Hidden,
) -> Reason:
    """Why one person stayed without a partner; every array says something of each person in the
    other role.
    """
    if not len(possible):
        return Reason("nobody")
    if (possible & free).any():
        return Reason("never_both")
    if possible.any():
        return Reason("taken", {"topics": topics, "count": int(possible.sum())})
    wished = ~causes[TOPIC] if TOPIC in causes else np.ones(len(possible), dtype=bool)
    if not wished.any():
        return Reason("no_topic", {"topics": person.topics})
    open_causes = {rule: forbids & wished for rule, forbids in causes.items() if not hidden(rule)}
    if (wished & ~np.logical_or.reduce(list(open_causes.values()))).any():
        return Reason("not_possible")
    return Reason(
        "ruled_out", {"topics": topics, "count": int(wished.sum()), "rules": _shares(open_causes)}
    )


def _shares(causes: Mapping[str, Bools]) -> tuple[str, ...]:
    """How many each rule excludes, as ``name:number``: the rule that excludes most first, nobody
    counted twice.
    """
    rest, found = np.logical_or.reduce(list(causes.values())), []
    while rest.any():
        rule = max(causes, key=lambda name: int((causes[name] & rest).sum()))
        found.append(f"{rule}:{int((causes[rule] & rest).sum())}")
        rest = rest & ~causes[rule]
    return tuple(found)

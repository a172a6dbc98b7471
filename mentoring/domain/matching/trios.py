"""Groups of three, for people left over after the optimum, if owners allow them.

Somebody left over may join a proposed tandem: a second mentee who has a wish in common with the
first that the mentor teaches, or a second mentor who teaches a wish that the first does not. All
hard rules hold between mentee and mentor; those about the people themselves also hold between the
two in the same role. Each tandem takes one more person at most. Mentees come first, because serving
them is the aim; then mentors. Both are assigned as the tandems were: the most, then the highest
total.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.explain import explained
from mentoring.domain.matching.optimum import optimum
from mentoring.domain.matching.problem import NOBODY, Problem, scale_for
from mentoring.domain.matching.results import MatchingResult, ProposedTandem
from mentoring.domain.matching.scores import Points
from mentoring.domain.matching.sides import Bools, Ints
from mentoring.domain.matching.table import EXCLUDED, Table
from mentoring.domain.people import Role

Bytes = NDArray[np.uint8]


def with_trios(table: Table, result: MatchingResult) -> MatchingResult:
    """The result with people left over added to tandems, as far as owners allow trios and somebody
    suits.
    """
    if not table.case.settings.trios:
        return result
    return _joined(table, _joined(table, result, Role.MENTEE), Role.MENTOR)


def _joined(table: Table, result: MatchingResult, role: Role) -> MatchingResult:
    """The result after people of one role have joined tandems that are not yet a trio."""
    people = table.case.mentees if role is Role.MENTEE else table.case.mentors
    waiting = {one.id for one in result.unmatched if one.role is role}
    left = np.array(
        [number for number, person in enumerate(people) if person.id in waiting], dtype=np.int64
    )
    hosts = [tandem for tandem in result.tandems if tandem.trio is None]
    if not hosts or not len(left):
        return result
    scores = _scores(table, role, left, hosts)
    _never_both(scores, [people[number] for number in left], role, hosts, result)
    waited = np.array([people[number].waited for number in left], dtype=np.int64)
    host_of = optimum(_problem(scores, waited)).mentor_of
    joins = {
        hosts[host_of[row]].pair: people[left[row]].id for row in np.flatnonzero(host_of != NOBODY)
    }
    return _with_joins(table, result, role, joins)


def _scores(table: Table, role: Role, left: Ints, hosts: Sequence[ProposedTandem]) -> Points:
    """The score each person left over would have with the partner in each tandem; ``EXCLUDED``
    where it cannot be.
    """
    case = table.case
    mentees = np.array([case.mentee_rows[host.mentee] for host in hosts], dtype=np.int64)
    mentors = np.array([case.mentor_columns[host.mentor] for host in hosts], dtype=np.int64)
    wishes, teaches = _topics(case.mentees, case.mentors)
    if role is Role.MENTEE:
        scores, companions = table.scores[left][:, mentors], mentees
        suits = _overlap(wishes[left], wishes[mentees] & teaches[mentors])
    else:
        scores, companions = table.scores[:, left].T[:, mentees], mentors
        suits = _overlap(teaches[left], wishes[mentees] & ~teaches[mentors])
    return np.where(suits & ~table.companions_excluded(role, left, companions), scores, EXCLUDED)


def _topics(mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> tuple[Bytes, Bytes]:
    """The wishes of mentees and the topics of mentors, one bit a topic; shape ``(people,
    bytes)``.
    """
    everybody = (*mentees, *mentors)
    number = {
        topic: n
        for n, topic in enumerate(
            sorted({topic for person in everybody for topic in person.topics})
        )
    }
    found = []
    for people in (mentees, mentors):
        bits = np.zeros((len(people), len(number)), dtype=bool)
        for row, person in enumerate(people):
            bits[row, [number[topic] for topic in person.topics]] = True
        found.append(np.packbits(bits, axis=1))
    return found[0], found[1]


def _overlap(left: Bytes, right: Bytes) -> Bools:
    """Which rows of ``left`` have a bit in common with which rows of ``right``."""
    found = np.zeros((len(left), len(right)), dtype=bool)
    for one, other in zip(left.T, right.T, strict=True):
        found |= (one[:, None] & other[None, :]) != 0
    return found


def _never_both(
    scores: Points,
    people: Sequence[Candidate],
    role: Role,
    hosts: Sequence[ProposedTandem],
    result: MatchingResult,
) -> None:
    """Exclude whoever is the partner's partner already, in the other direction."""
    reversed_pairs = {Pair(pair.mentor, pair.mentee) for pair in result.pairs}
    partners = {pair[role is Role.MENTOR] for pair in reversed_pairs}
    for row, person in enumerate(people):
        if person.id in partners:
            for column, host in enumerate(hosts):
                pair = (
                    Pair(person.id, host.mentor)
                    if role is Role.MENTEE
                    else Pair(host.mentee, person.id)
                )
                if pair in reversed_pairs:
                    scores[row, column] = EXCLUDED


def _problem(scores: Points, waited: Ints) -> Problem:
    """People left over against tandems, each of which takes one."""
    people, hosts = scores.shape
    return Problem(
        scale=scale_for(scores, ties_matter=False, most_waited=int(waited.max(initial=0))),
        scores=scores,
        places=np.ones(hosts, dtype=np.int64),
        rows=np.arange(people),
        unserved=np.ones(hosts, dtype=bool),
        waited_mentees=waited,
        waited_mentors=np.zeros(hosts, dtype=np.int64),
        seen=np.full(people, NOBODY),
        barred=np.empty(0, dtype=np.int64),
    )


def _with_joins(
    table: Table, result: MatchingResult, role: Role, joins: Mapping[Pair, str]
) -> MatchingResult:
    """The result in which these people have joined these tandems."""
    pairs = _one_direction(
        {
            host.pair: Pair(joins[host.pair], host.mentor)
            if role is Role.MENTEE
            else Pair(host.mentee, joins[host.pair])
            for host in result.tandems
            if host.pair in joins
        }
    )
    hosts = list(pairs)
    first = 1 + max((tandem.trio or 0 for tandem in result.tandems), default=0)
    number = {host: first + place for place, host in enumerate(hosts)}
    more = explained(table, [pairs[host] for host in hosts])
    joined = [replace(tandem, trio=number[host]) for tandem, host in zip(more, hosts, strict=True)]
    before = [replace(t, trio=number[t.pair]) if t.pair in number else t for t in result.tandems]
    gone = {(joins[host], role) for host in hosts}
    return MatchingResult(
        tandems=_in_order(table, (*before, *joined)),
        unmatched=tuple(one for one in result.unmatched if (one.id, one.role) not in gone),
    )


def _one_direction(pairs: Mapping[Pair, Pair]) -> dict[Pair, Pair]:
    """The joins (pair by host) without the later of two that would make two people each other's
    mentor.
    """
    kept: dict[Pair, Pair] = {}
    for host, pair in pairs.items():
        if Pair(pair.mentor, pair.mentee) not in kept.values():
            kept[host] = pair
    return kept


def _in_order(table: Table, tandems: Sequence[ProposedTandem]) -> tuple[ProposedTandem, ...]:
    of_pair = {tandem.pair: tandem for tandem in tandems}
    return tuple(of_pair[pair] for pair in table.case.in_order(of_pair))

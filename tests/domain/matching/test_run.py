"""The matching of people, from candidates to explained proposals."""

from __future__ import annotations

import pickle
from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.domain.errors import Refusal
from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.results import MatchingResult
from mentoring.domain.matching.run import match
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.people import Role
from tests.domain.matching.oracle import best_value, broken_rules, score, value_of
from tests.domain.matching.worlds import invented, mentee, mentor, worlds

FLAT = MatchingSettings(rules={"hierarchy": False, "same_department": False})
"""Rules under which two people with both roles may be possible in both directions."""


def possible_pairs(people: list[Candidate], some: MatchingSettings) -> dict[Pair, int]:
    """All pairs that no rule forbids, with their scores, by the second version of rules and
    scores.
    """
    mentees = [person for person in people if person.role is Role.MENTEE]
    mentors = [person for person in people if person.role is Role.MENTOR]
    return {
        Pair(one.id, other.id): score(one, other, some)
        for one in mentees
        for other in mentors
        if not broken_rules(one, other, people, some)
    }


def assert_allowed(result: MatchingResult, people: list[Candidate], some: MatchingSettings) -> None:
    possible = possible_pairs(people, some)
    assert {tandem.pair: tandem.score for tandem in result.tandems}.items() <= possible.items()
    capacity = {person.id: person.capacity for person in people if person.role is Role.MENTOR}
    assert max(Counter(pair.mentee for pair in result.pairs).values(), default=0) <= 1
    assert all(
        times <= capacity[id_]
        for id_, times in Counter(pair.mentor for pair in result.pairs).items()
    )
    assert not any(Pair(pair.mentor, pair.mentee) in result.pairs for pair in result.pairs)


@settings(deadline=None, max_examples=60)
@given(worlds(5, waiting=True))
def test_no_other_choice_is_better(people: list[Candidate]) -> None:
    result = match(people)
    possible = possible_pairs(people, MatchingSettings())
    assert_allowed(result, people, MatchingSettings())
    assert value_of(result.pairs, possible, people) == best_value(possible, people)


@settings(deadline=None, max_examples=60)
@given(worlds(4, both_roles=True, waiting=True))
def test_no_other_choice_is_better_where_people_have_both_roles(people: list[Candidate]) -> None:
    """Nobody is ever the mentor of their own mentor, which no assignment knows by itself."""
    result = match(people, FLAT)
    possible = possible_pairs(people, FLAT)
    assert_allowed(result, people, FLAT)
    assert value_of(result.pairs, possible, people) == best_value(possible, people)


@settings(deadline=None, max_examples=40)
@given(worlds(25), st.integers(0, 10**9))
def test_the_order_of_the_people_changes_nothing(people: list[Candidate], seed: int) -> None:
    shuffled = people[:]
    Random(seed).shuffle(shuffled)  # noqa: S311  # any order will do
    assert match(shuffled) == match(people)


@settings(deadline=None, max_examples=40)
@given(worlds(12, both_roles=True, waiting=True), st.booleans())
def test_everybody_is_in_a_tandem_or_told_why_not(people: list[Candidate], trios: bool) -> None:
    result = match(people, MatchingSettings(trios=trios))
    served = {(pair.mentee, Role.MENTEE) for pair in result.pairs} | {
        (pair.mentor, Role.MENTOR) for pair in result.pairs
    }
    left = [(one.id, one.role) for one in result.unmatched]
    assert len(left) == len(set(left))
    assert served | set(left) == {(person.id, person.role) for person in people}
    assert not served & set(left)


def test_results_travel_between_processes() -> None:
    result = match(invented(1, 6, 6))
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301  # our own bytes


def test_two_people_of_one_id_in_one_role_are_refused() -> None:
    with pytest.raises(Refusal, match="twice-in-one-role"):
        match([mentor("max"), mentor("max")])


def test_one_person_may_learn_from_one_and_teach_another() -> None:
    people = [
        mentee("emma", level=1),
        mentor("kim", level=3, teaches={"ai": 3}),
        mentee("kim", level=3, wishes=("data",)),
        mentor("max", level=5, teaches={"data": 2}),
    ]
    assert match(people).pairs == (Pair("emma", "kim"), Pair("kim", "max"))


def test_two_people_are_never_each_others_mentor() -> None:
    flat = MatchingSettings(rules={"hierarchy": False})
    both = [mentee("ann"), mentor("ann"), mentee("bob"), mentor("bob")]
    assert len(match(both, flat).pairs) == 1
    third = [*both, mentor("cid", teaches={"ai": 1})]
    assert len(match(third, flat).pairs) == 2


def test_among_people_with_both_roles_a_tandem_more_counts_before_cycles_waited() -> None:
    """Bea, who waits for a second time to teach, and Cid could teach each other; but with Dan there
    are two tandems.
    """
    people = [
        mentee("bea", wishes=("agile",), department="law"),
        mentee("cid", department="law"),
        mentor("bea", level=2, waited=2, department="law"),
        mentor("cid", level=2, teaches={"agile": 3}, department="law"),
        mentor("dan", department="it"),
    ]
    flat = MatchingSettings(rules={"hierarchy": False, "same_department": False})
    assert match(people, flat).pairs == (Pair("bea", "cid"), Pair("cid", "dan"))


def test_many_people_with_both_roles_are_matched_in_circles() -> None:
    """Sixteen colleagues who teach each other: everybody learns and teaches, nobody with the same
    partner.
    """
    flat = MatchingSettings(rules={"hierarchy": False})
    people = [make(f"p{number:02}") for number in range(16) for make in (mentee, mentor)]
    result = match(people, flat)
    assert_allowed(result, people, flat)
    assert result.served == 16


def test_of_equal_partners_the_one_who_waited_is_served() -> None:
    people = [mentee("anna"), mentee("zoe", waited=1), mentor()]
    result = match(people)
    assert result.pairs == (Pair("zoe", "max"),)
    assert [(one.id, one.waited) for one in result.waiting_list()] == [("anna", 1)]


def test_the_waiting_list_begins_with_who_waited_longest() -> None:
    waiting = match(
        [mentee("ann", waited=1), mentee("bea", waited=3), mentee("cleo")]
    ).waiting_list()
    assert [(one.id, one.waited) for one in waiting] == [("bea", 4), ("ann", 2), ("cleo", 1)]


def test_somebody_who_joins_late_gets_a_free_place_and_nobody_else_is_disturbed() -> None:
    """Zoe would fit Max much better than Emma does; but Emma's tandem stands."""
    emma, zoe = mentee("emma", wishes=("data", "ai")), mentee("zoe", wishes=("ai",))
    late = [emma, zoe, mentor("max", capacity=1), mentor("mia", teaches={"ai": 1})]
    result = match(late, standing=[Pair("emma", "max")])
    assert result.pairs == (Pair("zoe", "mia"),)
    assert result.unmatched == ()


def test_a_mentor_with_a_tandem_and_a_second_place_is_free_for_one_more() -> None:
    result = match([mentee("zoe"), mentor("max", capacity=2)], standing=[Pair("emma", "max")])
    assert result.pairs == (Pair("zoe", "max"),)
    full = match([mentee("zoe"), mentor("max", capacity=1)], standing=[Pair("emma", "max")])
    assert full.pairs == ()
    assert [one.id for one in full.unmatched] == ["zoe"]


def test_a_place_that_becomes_free_goes_to_who_waited_longest() -> None:
    waiting = [mentee("ann", waited=1), mentee("bea", waited=2)]
    assert match([*waiting, mentor()]).pairs == (Pair("bea", "max"),)


def test_each_side_of_a_tandem_has_its_three_next_best_partners() -> None:
    mentors = [
        mentor(f"j{number}", teaches={"ai": level}) for number, level in enumerate((3, 3, 2, 1))
    ]
    tandem = match(
        [mentee("emma"), *mentors, mentor("stranger", languages=frozenset({"fr"}))]
    ).tandems[0]
    assert tandem.mentor == "j0"
    assert [other.id for other in tandem.alternatives.for_mentee] == ["j1", "j2", "j3"]
    assert [other.score for other in tandem.alternatives.for_mentee] == sorted(
        (other.score for other in tandem.alternatives.for_mentee), reverse=True
    )
    assert tandem.alternatives.for_mentor == ()


@settings(deadline=None, max_examples=30)
@given(worlds(8))
def test_nobody_whom_a_rule_excludes_is_ever_a_next_best_partner(people: list[Candidate]) -> None:
    possible = possible_pairs(people, MatchingSettings())
    for tandem in match(people).tandems:
        mine = {
            Pair(tandem.mentee, other.id): other.score for other in tandem.alternatives.for_mentee
        }
        theirs = {
            Pair(other.id, tandem.mentor): other.score for other in tandem.alternatives.for_mentor
        }
        assert mine.items() <= possible.items()
        assert theirs.items() <= possible.items()
        better = [
            points
            for pair, points in possible.items()
            if pair.mentee == tandem.mentee and pair != tandem.pair
        ]
        assert sorted(mine.values(), reverse=True) == sorted(better, reverse=True)[:3]

"""Several programmes and cycles: in each there are so many tandems, whoever was paired with whom
before.
"""

import random
from collections.abc import Iterator
from itertools import chain

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from sandbox import company
from sandbox.casting import CompanyTooSmall
from sandbox.ensembles import Wanted, casts
from sandbox.personas import Cast, Persona, Ranks
from sandbox.server import new_state
from sandbox.state import TenantState

MANY = [Wanted(1, 2), Wanted(2, 3), Wanted(2, 2, 2), Wanted(5, 1, 3), Wanted(12, 3, 2)]
Pair = tuple[str, str]


def played(wanted: Wanted, seed: int = 1) -> tuple[TenantState, list[Cast]]:
    state = new_state(seed=seed)
    company.build(state, wanted.people, programmes=wanted.programmes)
    return state, casts(state, wanted, seed)


class Programme:
    """A programme that matches as it likes, as long as the rules allow it and nobody gets the same
    partner again.
    """

    def __init__(self, state: TenantState, given: Cast, seed: int) -> None:
        self.given = given
        self._ranks = Ranks(state)
        self._past: set[Pair] = set()
        self._chance = random.Random(seed)  # noqa: S311 - which of many tandems, not a secret

    def match(self, cycle: int) -> set[Pair]:
        """As many tandems as there can be in a cycle, of those there are whichever."""
        mentees, mentors = (list(self._taking_part(cycle, role)) for role in ("mentee", "mentor"))
        value = np.array(
            [[self._value(mentee, mentor) for mentor in mentors] for mentee in mentees]
        )
        rows = zip(*linear_sum_assignment(value, maximize=True), strict=True)
        found = {
            (mentees[row].person.id, mentors[column].person.id)
            for row, column in rows
            if value[row, column]
        }
        assert not found & self._past
        self._past |= found
        return found

    def _taking_part(self, cycle: int, role: str) -> Iterator[Persona]:
        for one in self.given.personas():
            turned = one.turns and cycle > 1
            if one.takes_part(cycle) and not one.declines and (one.role == role) is not turned:
                yield one

    def _value(self, mentee: Persona, mentor: Persona) -> float:
        """Much for every tandem, a little by chance; nothing where a rule forbids it."""
        pair = (mentee.person.id, mentor.person.id)
        wishes = {mentee.answers.get(f"wish_{rank}") for rank in (1, 2, 3)}
        shared = wishes & set(mentor.answers["topics"].split(","))
        allowed = (
            shared and pair not in self._past and self._ranks.may_pair(mentee.person, mentor.person)
        )
        return 1000 + self._chance.random() if allowed else 0.0


@pytest.mark.parametrize("wanted", MANY)
@pytest.mark.parametrize("seed", [1, 2])
def test_each_cycle_of_each_programme_has_so_many_tandems_whatever_came_before(
    wanted: Wanted, seed: int
) -> None:
    state, given = played(wanted, seed)
    assert len(given) == wanted.programmes
    for number, one in enumerate(given):
        programme = Programme(state, one, seed + number)
        for cycle in range(1, wanted.cycles + 1):
            pairs = programme.match(cycle)
            assert len(pairs) == wanted.tandems
            assert {mentee for mentee, _ in pairs} == {mentee.person.id for mentee in one.mentees}


def test_the_people_of_tandems_take_part_again_unless_there_are_fewer_tandems_than_cycles() -> None:
    [many], [few] = played(Wanted(3, 2))[1], played(Wanted(1, 2))[1]
    assert all(one.takes_part(cycle) for one in [*many.mentees, *many.mentors] for cycle in (1, 2))
    assert [[mentor.takes_part(cycle) for cycle in (1, 2)] for mentor in few.mentors] == [
        [True, False],
        [False, True],
    ]
    assert [[person.id for person in few.invited("mentor", cycle)] for cycle in (1, 2)][1] == [
        few.mentors[1].person.id
    ]


def test_who_took_part_is_asked_anew_and_nobody_else() -> None:
    [given] = played(Wanted(3, 2))[1]
    asked = {one.person.id for one in given.personas() if one.is_asked(2)}
    assert asked == {one.person.id for one in given.personas() if one.enrols}
    leaving = [one for one in given.others if one.enrols and not one.takes_part(2)]
    assert {one.role for one in leaving} == {"mentee", "mentor"}
    assert not [one for one in leaving if one.is_asked(3)]


def test_somebody_takes_the_other_role_and_knows_what_to_answer_there() -> None:
    casts = played(Wanted(3, 2, 2))[1]
    assert len(casts) == 2
    for given in casts:
        [turning] = [one for one in given.personas() if one.turns]
        assert turning.role == "mentee"
        assert {"wish_1", "topics", "level", "capacity"} <= set(turning.answers)


def test_some_take_part_in_two_programmes_with_the_same_answers_but_never_both_of_a_pair() -> None:
    given = played(Wanted(8, 2, 3))[1]
    first = {one.person.id: one for one in given[0].personas()}
    assert not any(
        one.person.id in first for cast in given for one in cast.others if cast is not given[0]
    )
    for one, roles in zip(given[1:], ({"mentee"}, {"mentor"}), strict=True):
        shared = [persona for persona in one.personas() if persona.person.id in first]
        assert {persona.role for persona in shared} == roles
        assert all(persona.answers == first[persona.person.id].answers for persona in shared)


def test_owners_of_whichever_programme_and_unreachable_people_play_no_part() -> None:
    state, given = played(Wanted(5, 2, 2))
    owners = set(
        chain.from_iterable(state.teams[one.owners_team_id].members for one in state.programmes)
    )
    people = [persona.person for one in given for persona in one.personas()]
    assert len(owners) == 6
    assert not owners & {person.id for person in people}
    assert all(
        person.account_enabled and person.licensed and person.mailbox_readable for person in people
    )


def test_most_meet_at_home_and_some_elsewhere() -> None:
    [given] = played(Wanted(40, 2))[1]
    zones = {mentor.person.zone.partition("/")[0] for mentor in given.mentors}
    assert len(zones) > 1


def test_a_company_that_is_too_small_says_so() -> None:
    state = new_state(seed=1)
    company.build(state, 44, programmes=2)
    with pytest.raises(CompanyTooSmall, match="larger"):
        casts(state, Wanted(20, 2, 2), 1)

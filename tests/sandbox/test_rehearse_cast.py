"""The parts of a rehearsal: so many tandems exist, and nobody else can be paired."""

import pytest

from sandbox import company
from sandbox.casting import CompanyTooSmall, cast
from sandbox.parts import UNTAUGHT, UNWISHED, region
from sandbox.personas import Cast, Persona, Ranks
from sandbox.server import new_state
from sandbox.state import TenantState


def tenant(people: int, seed: int = 1) -> TenantState:
    state = new_state(seed=seed)
    company.build(state, people)
    return state


def parts(tandems: int, seed: int) -> tuple[TenantState, Cast]:
    state = tenant(company.people_for(tandems), seed)
    return state, cast(state, tandems, seed)


def wishes(persona: Persona) -> set[str]:
    return {persona.answers[f"wish_{rank}"] for rank in (1, 2, 3)}


def teaches(persona: Persona) -> set[str]:
    return set(persona.answers["topics"].split(","))


@pytest.mark.parametrize(
    ("tandems", "seed"), [(1, 1), (2, 7), (5, 3), (40, 1), (40, 2), (40, 11), (120, 5)]
)
def test_there_is_a_tandem_for_every_mentee_that_no_rule_forbids(tandems: int, seed: int) -> None:
    state, given = parts(tandems, seed)
    ranks = Ranks(state)
    assert len(given.pairs) == tandems
    for mentee, mentor in given.pairs:
        assert ranks.may_pair(mentee.person, mentor.person)
        assert wishes(mentee) & teaches(mentor)
        assert set(mentee.answers["languages"].split(",")) & set(
            mentor.answers["languages"].split(",")
        )


@pytest.mark.parametrize(("tandems", "seed"), [(5, 3), (40, 1), (40, 2)])
def test_everybody_else_is_left_without_a_tandem_whoever_is_paired_with_whom(
    tandems: int, seed: int
) -> None:
    _, given = parts(tandems, seed)
    taught = set().union(*(teaches(mentor) for _, mentor in given.pairs))
    wished = set().union(*(wishes(mentee) for mentee, _ in given.pairs))
    assert given.others
    for other in given.others:
        if other.role == "mentee":
            assert not wishes(other) & taught
        else:
            assert not teaches(other) & wished


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nobody_plays_two_parts_and_owners_and_unreachable_people_play_none(seed: int) -> None:
    state, given = parts(40, seed)
    people = [persona.person for persona in given.personas()]
    assert len({person.id for person in people}) == len(people)
    owners = set(state.teams[state.owners_team_id].members)
    assert not owners & {person.id for person in people}
    assert all(person.account_enabled and person.licensed for person in people)
    assert given.unreachable
    assert not any(person.account_enabled and person.licensed for _, person in given.unreachable)


def test_beside_the_tandems_people_decline_stay_silent_refuse_an_offer_and_are_left_over() -> None:
    _, given = parts(40, 1)
    assert {other.declines for other in given.others} == {"", "invitation", "silent", "offer"}
    assert any(wishes(other) == set(UNTAUGHT) for other in given.others if other.role == "mentee")
    assert any(teaches(other) == {UNWISHED} for other in given.others if other.role == "mentor")


def test_every_mentor_takes_one_mentee_so_that_the_tandems_have_different_mentors() -> None:
    _, given = parts(40, 1)
    assert {mentor.answers["capacity"] for _, mentor in given.pairs} == {"1"}


def test_the_same_seed_gives_the_same_parts() -> None:
    first, again, other = parts(5, 4)[1], parts(5, 4)[1], parts(5, 5)[1]
    assert [(p.person.mail, p.answers) for p in first.personas()] == [
        (p.person.mail, p.answers) for p in again.personas()
    ]
    assert [p.person.mail for p in first.personas()] != [p.person.mail for p in other.personas()]


def test_nobody_in_asia_shares_a_topic_with_somebody_whose_day_never_meets_theirs() -> None:
    _, given = parts(40, 2)
    sharing = [
        {region(mentee.person), region(mentor.person)}
        for mentee, _ in given.pairs
        for _, mentor in given.pairs
        if wishes(mentee) & teaches(mentor)
    ]
    assert [regions for regions in sharing if "asia" in regions and len(regions) > 1] == []
    assert {"asia"} in sharing


def test_a_company_that_is_too_small_says_so() -> None:
    with pytest.raises(CompanyTooSmall, match="larger"):
        cast(tenant(44), 40, 1)

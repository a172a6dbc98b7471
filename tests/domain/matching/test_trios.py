"""Groups of three: off by default, after the optimum, for people left over."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.results import MatchingResult
from mentoring.domain.matching.run import match
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.people import Role
from tests.domain.matching.oracle import broken_rules
from tests.domain.matching.worlds import mentee, mentor, worlds

TRIOS = MatchingSettings(trios=True)
OF_COMPANIONS = {"same_person", "reporting_line", "not_with", "kpi_dependency", "kpi_group"}


def test_without_the_setting_nobody_joins_a_tandem() -> None:
    assert len(match([mentee("ann"), mentee("bea"), mentor()]).tandems) == 1


def test_two_mentees_of_similar_wishes_share_a_mentor() -> None:
    result = match([mentee("ann"), mentee("bea"), mentor()], TRIOS)
    assert result.pairs == (Pair("ann", "max"), Pair("bea", "max"))
    assert [tandem.trio for tandem in result.tandems] == [1, 1]
    assert result.served == 2
    assert result.unmatched == ()


def test_mentees_without_a_common_wish_that_the_mentor_teaches_do_not() -> None:
    people = [mentee("ann", wishes=("ai", "agile")), mentee("bea", wishes=("data", "agile"))]
    result = match([*people, mentor(teaches={"ai": 3, "data": 3})], TRIOS)
    assert [tandem.trio for tandem in result.tandems] == [None]


def test_two_mentors_with_complementary_topics_share_a_mentee() -> None:
    people = [mentee(wishes=("ai", "data")), mentor("max"), mentor("mia", teaches={"data": 2})]
    result = match(people, TRIOS)
    assert result.pairs == (Pair("emma", "max"), Pair("emma", "mia"))
    assert [tandem.trio for tandem in result.tandems] == [1, 1]
    assert result.served == 1, "served counts mentees"


def test_a_second_mentor_who_adds_no_topic_does_not_join() -> None:
    assert len(match([mentee(), mentor("max"), mentor("mia")], TRIOS).tandems) == 1


def test_hard_rules_hold_in_a_trio_too() -> None:
    people = [mentee("ann"), mentee("bea", department="it"), mentor(department="it")]
    assert match(people, TRIOS).pairs == (Pair("ann", "max"),)


def test_two_in_one_role_who_must_be_kept_apart_are_in_no_trio() -> None:
    for facts in (
        {"not_with": frozenset({"ann"})},
        {"managers": ("tom", "ann")},
        {"kpi_people": frozenset({"ann"})},
    ):
        assert match([mentee("ann"), mentee("bea", **facts), mentor()], TRIOS).served == 1


def test_a_mentor_of_two_is_kept_apart_in_both_tandems() -> None:
    """Mia would rather not be with Max, who has Ann and Bea: so she joins neither of them."""
    people = [mentee(id_, wishes=("ai", "data")) for id_ in ("ann", "bea")]
    people += [mentor(capacity=2), mentor("mia", teaches={"data": 1}, not_with=frozenset({"max"}))]
    people += [mentor("moe", teaches={"data": 1})]
    assert Counter(pair.mentor for pair in match(people, TRIOS).pairs) == {"max": 2, "moe": 1}


def test_trios_are_assigned_so_that_the_most_are_served() -> None:
    """Bea could join either tandem, Cleo only Ann's: so Bea joins the other one."""
    people = [
        mentee("ann", wishes=("ai", "data"), waited=9),
        mentee("dora", wishes=("data",), waited=9),
        mentee("bea", wishes=("ai", "data")),
        mentee("cleo", wishes=("ai",)),
        mentor("max", teaches={"ai": 3}),
        mentor("mia", teaches={"data": 3}),
    ]
    result = match(people, TRIOS)
    assert result.served == 4
    assert Counter(tandem.trio for tandem in result.tandems) == {1: 2, 2: 2}
    assert Pair("bea", "mia") in result.pairs


@settings(deadline=None, max_examples=100)
@given(worlds(7, both_roles=True))
def test_trios_only_add_to_the_optimum(people: list[Candidate]) -> None:
    flat = MatchingSettings(rules={"hierarchy": False})
    plain, with_trios = match(people, flat), match(people, flat.model_copy(update={"trios": True}))
    assert set(plain.pairs) <= set(with_trios.pairs)
    assert all(
        size == 2
        for trio, size in Counter(t.trio for t in with_trios.tandems).items()
        if trio is not None
    )
    assert all(not _broken(pair, people, flat) for pair in with_trios.pairs)
    assert not any(Pair(pair.mentor, pair.mentee) in with_trios.pairs for pair in with_trios.pairs)
    assert not any(_kept_apart(trio, people, flat) for trio in _trios(with_trios))
    added = set(with_trios.pairs) - set(plain.pairs)
    assert with_trios.served == plain.served + sum(
        pair.mentee not in dict(plain.pairs) for pair in added
    )


def _trios(result: MatchingResult) -> list[tuple[Pair, Pair]]:
    numbers = {tandem.trio for tandem in result.tandems} - {None}
    trios = ([each.pair for each in result.tandems if each.trio == number] for number in numbers)
    return [(one, other) for one, other in trios]


def _kept_apart(
    trio: tuple[Pair, Pair], people: list[Candidate], some: MatchingSettings
) -> set[str]:
    """The rules about the people themselves that the two in the same role break."""
    role = Role.MENTOR if trio[0].mentee == trio[1].mentee else Role.MENTEE
    ids = {pair.mentor if role is Role.MENTOR else pair.mentee for pair in trio}
    one, other = (person for person in people if person.role is role and person.id in ids)
    return broken_rules(one, other, people, some) & OF_COMPANIONS


def _broken(pair: Pair, people: list[Candidate], some: MatchingSettings) -> set[str]:
    one = next(p for p in people if (p.id, p.role) == (pair.mentee, Role.MENTEE))
    other = next(p for p in people if (p.id, p.role) == (pair.mentor, Role.MENTOR))
    return broken_rules(one, other, people, some)

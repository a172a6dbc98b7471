"""Owners decide about single pairs: what they may, what it costs, and who is affected."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from cards.kit.words import Words
from mentoring.domain.errors import NaiveTime, Refusal
from mentoring.domain.language import LANGUAGES
from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.compare import Change, difference
from mentoring.domain.matching.decisions import Decision, Forbid, Lock
from mentoring.domain.matching.run import MatchingRun, match
from mentoring.domain.matching.settings import MatchingSettings, Weights
from mentoring.domain.people import Role
from tests.domain.matching.oracle import all_choices, value_of
from tests.domain.matching.test_run import FLAT, possible_pairs
from tests.domain.matching.worlds import invented, mentee, mentor, worlds

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def run_of(
    people: list[Candidate], some: MatchingSettings | None = None, **more: Any
) -> MatchingRun:
    return MatchingRun.of(Case.of(people, some or MatchingSettings(), **more))


def refused(run: MatchingRun, decision: Decision) -> str:
    with pytest.raises(Refusal) as refusal:
        run.price(decision)
    return refusal.value.code


@st.composite
def decisions(draw: st.DrawFn, /, most: int = 6, **how: bool) -> tuple[list[Candidate], Decision]:
    people = draw(worlds(most, **how))
    mentees = [person.id for person in people if person.role is Role.MENTEE]
    mentors = [person.id for person in people if person.role is Role.MENTOR]
    assume(mentees and mentors)
    pair = (draw(st.sampled_from(mentees)), draw(st.sampled_from(mentors)))
    return people, Lock(*pair, reason="They asked for it.") if draw(st.booleans()) else Forbid(
        *pair
    )


@settings(deadline=None, max_examples=120)
@given(decisions(waiting=True))
def test_the_price_is_the_difference_of_two_full_solutions(
    world: tuple[list[Candidate], Decision],
) -> None:
    people, decision = world
    run = run_of(people)
    try:
        price, after = run.price(decision), run.after(decision)
    except Refusal:
        reject()
    full = MatchingRun.of(run.table.case.with_decision(decision))
    assert price.tandems == len(full.pairs) - len(run.pairs)
    assert price.total_score == full.total_score - run.total_score
    assert (
        decision.pair in after.pairs
        if isinstance(decision, Lock)
        else decision.pair not in after.pairs
    )


@settings(deadline=None, max_examples=60)
@given(decisions(4, both_roles=True), st.booleans())
def test_the_price_is_right_where_people_have_both_roles(
    world: tuple[list[Candidate], Decision], flat: bool
) -> None:
    people, decision = world
    run = run_of(people, FLAT if flat else None)
    try:
        after = run.after(decision)
    except Refusal:
        reject()
    full = MatchingRun.of(run.table.case.with_decision(decision))
    assert (len(after.pairs), after.total_score) == (len(full.pairs), full.total_score)
    assert not any(Pair(pair.mentor, pair.mentee) in after.pairs for pair in after.pairs)


CONTRADICTIONS = {
    "not-possible",
    "reason-needed",
    "never-both",
    "mentee-settled",
    "mentor-full",
    "locked",
}
"""What a decision may be refused for that contradicts the rules or earlier decisions."""


@settings(deadline=None, max_examples=60)
@given(worlds(6, waiting=True), st.lists(st.tuples(st.booleans(), st.integers(0, 35)), max_size=5))
def test_decisions_one_by_one_lead_where_all_together_do(
    people: list[Candidate], chosen: list[tuple[bool, int]]
) -> None:
    run, refused = run_of(people), set[str]()
    everything = [
        Pair(one.id, other.id) for one in run.table.case.mentees for other in run.table.case.mentors
    ]
    for lock, number in chosen if everything else []:
        pair = everything[number % len(everything)]
        try:
            run = run.after(Lock(*pair, reason="They asked for it.") if lock else Forbid(*pair))
        except Refusal as refusal:
            refused.add(refusal.code)
    assert refused <= CONTRADICTIONS
    full = MatchingRun.of(run.table.case)
    assert (len(run.pairs), run.total_score) == (len(full.pairs), full.total_score)
    locked = {lock.pair for lock in run.table.case.locks}
    assert locked <= set(run.pairs)
    assert not (set(run.table.case.forbidden) - locked) & set(run.pairs), (
        "only a written reason breaks what was forbidden"
    )


@settings(deadline=None, max_examples=60)
@given(worlds(4))
def test_of_all_best_answers_the_one_counts_in_which_the_fewest_mentees_change(
    people: list[Candidate],
) -> None:
    """Best means: most tandems, highest total, then the fewest mentors left over."""
    run = run_of(people)
    possible = possible_pairs(people, MatchingSettings())
    for pair in run.pairs:
        rest = {other: points for other, points in possible.items() if other != pair}
        choices = list(all_choices(rest, people))
        values = [
            (*value_of(choice, rest, people), len({p.mentor for p in choice})) for choice in choices
        ]
        best = [
            choice for choice, value in zip(choices, values, strict=True) if value == max(values)
        ]
        assert changed(run.pairs, run.after(Forbid(*pair)).pairs) == min(
            changed(run.pairs, choice) for choice in best
        )


def changed(before: Iterable[Pair], after: Iterable[Pair]) -> int:
    """How many mentees have another mentor than before, or none, or one at last."""
    old, new = dict(before), dict(after)
    return sum(old.get(mentee) != new.get(mentee) for mentee in old.keys() | new.keys())


def test_the_owner_sees_who_gets_another_partner_before_confirming() -> None:
    people = [mentee("ann"), mentee("bea"), mentor("max"), mentor("mia", teaches={"ai": 1})]
    run = run_of(people)
    assert run.pairs == (Pair("ann", "max"), Pair("bea", "mia"))
    price = run.price(Lock("ann", "mia"))
    assert (price.tandems, price.total_score) == (0, 0)
    assert Change("bea", Role.MENTEE, before=("mia",), after=("max",)) in price.changes
    assert run.pairs == (Pair("ann", "max"), Pair("bea", "mia")), "seeing a price changes nothing"


def test_to_forbid_the_only_pair_costs_a_tandem() -> None:
    run = run_of([mentee(), mentor()])
    assert run.price(Forbid("emma", "max")).tandems == -1
    assert run.price(Forbid("emma", "max")).total_score == -run.total_score


def test_undo_is_the_run_before() -> None:
    run = run_of(invented(3, 8, 8))
    after = run.after(Forbid(*run.pairs[0]))
    assert after.pairs != run.pairs
    assert difference(after, run).total_score == -difference(run, after).total_score
    assert run.result() == run_of(invented(3, 8, 8)).result()


def test_a_pair_by_hand_breaks_an_open_rule_with_a_written_reason_only() -> None:
    run = run_of([mentee(department="law"), mentor(department="law")])
    assert refused(run, Lock("emma", "max")) == "reason-needed"
    assert refused(run, Lock("emma", "max", reason="  ")) == "reason-needed"
    by_hand = Lock("emma", "max", reason="Two sites, one name.", by="olga", at=NOON)
    (tandem,) = run.after(by_hand).result().tandems
    assert {check.rule: check.state for check in tandem.checks}["same_department"] == "waived"
    assert tandem.lock == by_hand
    assert tandem.score == sum(reason.points for reason in tandem.reasons)


@pytest.mark.parametrize(
    "people",
    [
        [mentee(), mentor(not_with=frozenset({"emma"}))],
        [mentee(), mentor(kpi_people=frozenset({"emma"}))],
        [mentee("kim", level=1), mentor("kim")],
    ],
)
def test_a_confidential_rule_is_never_broken_and_bears_the_same_word_as_others(
    people: list[Candidate],
) -> None:
    assert (
        refused(run_of(people), Lock(people[0].id, people[1].id, reason="I insist."))
        == "not-possible"
    )


def test_a_hidden_pair_is_not_possible_either() -> None:
    run = run_of([mentee(), mentor()], not_again=[Pair("emma", "max")])
    assert refused(run, Lock("emma", "max", reason="I insist.")) == "not-possible"


def test_locks_that_cannot_stand_together_are_refused() -> None:
    people = [
        mentee("ann", level=1),
        mentee("bea"),
        mentor("max"),
        mentor("mia"),
        mentor("ann"),
        mentee("max"),
    ]
    run = run_of(people, MatchingSettings(rules={"hierarchy": False})).after(Lock("ann", "max"))
    assert refused(run, Lock("ann", "mia")) == "mentee-settled"
    assert refused(run, Lock("bea", "max")) == "mentor-full"
    assert refused(run, Lock("max", "ann")) == "never-both"
    assert refused(run, Lock("ann", "nobody")) == "unknown-person"
    assert refused(run, Forbid("ann", "max")) == "locked"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_words(language: str) -> None:
    codes = (
        "not-possible",
        "reason-needed",
        "unknown-person",
        "mentee-settled",
        "mentor-full",
        "never-both",
        "locked",
    )
    assert not [
        code for code in (*codes, "twice-in-one-role") if not Words(language).has(f"refusal-{code}")
    ]


def test_a_lock_takes_a_place_and_the_rest_is_solved_around_it() -> None:
    people = [mentee("ann"), mentee("bea"), mentee("cleo"), mentor("max", capacity=2)]
    run = run_of(people).after(Lock("cleo", "max"))
    assert Pair("cleo", "max") in run.pairs
    assert len(run.pairs) == 2


def test_decisions_given_at_the_start_count_like_those_made_later() -> None:
    people = invented(11, 9, 9)
    first, second = run_of(people).pairs[:2]
    later = run_of(people).after(Forbid(*first)).after(Lock(*second))
    start = match(people, locks=[Lock(*second)], forbidden=[first])
    assert (len(start.pairs), start.total_score) == (len(later.pairs), later.total_score)
    assert second in start.pairs
    assert first not in start.pairs


def test_what_owners_have_seen_stays_where_it_is_as_good() -> None:
    people = invented(5, 10, 10)
    shown = run_of(people).after(Forbid(*run_of(people).pairs[0])).pairs
    forbidden = [run_of(people).pairs[0]]
    assert match(people, forbidden=forbidden, seen=shown).pairs == shown


def test_other_weights_can_be_tried_and_both_results_compared() -> None:
    people = [mentee("emma", location="north"), mentor("max", teaches={"ai": 3}, location="north")]
    people.append(mentor("mia", teaches={"ai": 2}, location="south"))
    before = match(people, MatchingSettings(weights=Weights(location=0)))
    after = match(people, MatchingSettings(weights=Weights(location=100)))
    found = difference(before, after)
    assert found.changes[0] == Change("emma", Role.MENTEE, ("max",), ("mia",))
    assert found.total_score == after.total_score - before.total_score == 70


def test_a_decision_without_a_time_zone_is_refused() -> None:
    for decision in (Lock, Forbid):
        with pytest.raises(NaiveTime, match="has no time zone"):
            decision("emma", "max", at=datetime(2026, 11, 20, 12))  # noqa: DTZ001  # naive on purpose

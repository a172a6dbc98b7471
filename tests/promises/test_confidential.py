"""Whom somebody has named in confidence cannot be found out by trying.

Two programmes are compared that differ in one pair alone: in one, the two are kept apart by
something confidential, in the other they have no language in common, which no card shows either.
Whatever owners try, in whatever order of settings, they see the same in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from cards.kit.words import Words
from cards.matching.words import waiting_sentence
from mentoring.domain.errors import Refusal
from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.decisions import Decision, Forbid, Lock
from mentoring.domain.matching.rulebook import RULEBOOK, SWITCHES, is_confidential
from mentoring.domain.matching.settings import MatchingSettings, SettingsWish
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.ports.matcher import Inputs, Shown, Solved
from mentoring.ports.world import World
from mentoring.usecases.matching import decisions
from mentoring.usecases.matching.solving import solve, what_if
from tests.usecases.enrolled import proposed
from tests.worlds import moments_of

MENTEES, MENTORS = ("ada", "bea", "cem"), ("max", "nia", "oli")
PAIRS = tuple(Pair(*both) for both in product(MENTEES, MENTORS))
DEPARTMENTS = {"cem": "sales", "max": "sales", "bea": "law", "nia": "law"}
HEADS = {"nia": "cem"}
"""Who has open causes beside: nobody but Oli is left for Cem."""
NOW = MatchingSettings()
CONFIDENTIAL = ("mentee names", "mentor names", "targets", "declined before")


def everybody() -> dict[str, Candidate]:
    """Three of each role; every two have one language of their own in common."""
    mentees = (
        _person(one, Role.MENTEE, [f"{one}-{other}" for other in MENTORS]) for one in MENTEES
    )
    mentors = (
        _person(one, Role.MENTOR, [f"{other}-{one}" for other in MENTEES]) for one in MENTORS
    )
    return {each.id: each for each in (*mentees, *mentors)}


def _person(key: str, role: Role, languages: list[str]) -> Candidate:
    place = MENTEES.index(key) if role is Role.MENTEE else MENTORS.index(key)
    return Candidate(
        id=key,
        role=role,
        level=2 if role is Role.MENTEE else 5,
        languages=frozenset(languages),
        wishes=("ai", "data")[: 1 + place % 2] if role is Role.MENTEE else (),
        teaches={"ai": 1 + place, "data": 1} if role is Role.MENTOR else {},
        department=DEPARTMENTS.get(key, key),
        managers=("boss",) if role is Role.MENTEE else (HEADS.get(key, f"head of {key}"), "chief"),
    )


def inputs(people: dict[str, Candidate], *not_again: Pair) -> Inputs:
    return Inputs(tuple(people.values()), NOW, (), not_again, ())


def in_confidence(pair: Pair, how: str) -> Inputs:
    """The two are kept apart in this way."""
    people = everybody()
    if how == "declined before":
        return inputs(people, pair)
    by, other = (pair.mentee, pair.mentor) if how == "mentee names" else (pair.mentor, pair.mentee)
    field = "kpi_people" if how == "targets" else "not_with"
    apart: dict[str, Any] = {field: frozenset({other})}
    people[by] = replace(people[by], **apart)
    return inputs(people)


def without_a_language(pair: Pair) -> Inputs:
    """The two have no language in common, and everybody else has one with each of them."""
    people = everybody()
    spoken = people[pair.mentee].languages - {f"{pair.mentee}-{pair.mentor}"}
    people[pair.mentee] = replace(people[pair.mentee], languages=spoken)
    return inputs(people)


def settings_to_try() -> Iterator[MatchingSettings]:
    """As they are, each rule the other way round, all of them off, and other limits."""
    wishes = [SettingsWish(rules={name: not NOW.is_on(name)}) for name in SWITCHES]
    yield NOW
    yield from (wish.applied_to(NOW) for wish in wishes)
    yield SettingsWish(rules=dict.fromkeys(SWITCHES, False)).applied_to(NOW)
    yield SettingsWish(lowest_score=60, trios=True).applied_to(NOW)
    yield SettingsWish(
        weights={"topic_ranks": (900, 1)}, parameters={"reporting_line_depth": 0}
    ).applied_to(NOW)


def decisions_to_try() -> Iterator[Decision]:
    """Each pair locked, locked with a reason that breaks what may be broken, and forbidden."""
    for pair in PAIRS:
        yield from (Lock(*pair), Lock(*pair, "Because."), Forbid(*pair))


def proposals(solved: Solved) -> object:
    """What owners see of the matching; why somebody waits as their card says it."""
    waiting = [
        (each.id, waiting_sentence(each.why, each.role, Words("de")))
        for each in solved.result.unmatched
    ]
    return solved.result.tandems, waiting, solved.result.unmatched, solved.figures


def shown_of(solved: Solved) -> Shown:
    """The pairs that owners look at when they try something."""
    return Shown(solved.result.pairs, solved.result.total_score)


def tried(found: Inputs, shown: Shown, change: Decision | MatchingSettings) -> object:
    """What owners see of a try: its price, or why it is refused."""
    try:
        return what_if(found, shown, Programme(), change)
    except Refusal as refusal:
        return refusal.code, dict(refusal.facts)


@pytest.mark.parametrize(
    ("pair", "how"),
    [
        *((pair, CONFIDENTIAL[0]) for pair in PAIRS[-5:]),
        *((PAIRS[-1], how) for how in CONFIDENTIAL[1:]),
    ],
)
def test_whatever_settings_owners_try_they_see_the_same(pair: Pair, how: str) -> None:
    hidden, open_ = in_confidence(pair, how), without_a_language(pair)
    assert seen_under_all_settings(hidden) == seen_under_all_settings(open_)


def seen_under_all_settings(found: Inputs) -> list[object]:
    """What owners see of the matching under each of the settings, and of trying them out."""
    shown = shown_of(solve(found, Programme()))
    return [
        (
            proposals(solve(replace(found, settings=settings), Programme())),
            tried(found, shown, settings),
        )
        for settings in settings_to_try()
    ]


def seen_of_all_pairs(found: Inputs) -> list[object]:
    """What owners see when they decide about each pair."""
    shown = shown_of(solve(found, Programme()))
    return [tried(found, shown, each) for each in decisions_to_try()]


@pytest.mark.parametrize("pair", PAIRS[:3], ids="-".join)
@pytest.mark.parametrize("settings", [NOW, MatchingSettings(rules=dict.fromkeys(SWITCHES, False))])
def test_whatever_pairs_owners_try_they_see_the_same(
    pair: Pair, settings: MatchingSettings
) -> None:
    hidden, open_ = (
        replace(found, settings=settings)
        for found in (in_confidence(pair, "mentor names"), without_a_language(pair))
    )
    seen, otherwise = seen_of_all_pairs(hidden), seen_of_all_pairs(open_)
    assert len(seen) == 3 * len(PAIRS)
    assert seen == otherwise


def test_what_owners_try_is_told_apart_where_it_may_be() -> None:
    """The comparison sees something: an open cause, a department, looks different."""
    people = everybody()
    people["oli"] = replace(people["oli"], department="cem")
    lock = Lock("cem", "oli", "Because.")
    hidden, open_ = in_confidence(Pair("cem", "oli"), "mentee names"), inputs(people)
    seen, otherwise = (
        tried(found, shown_of(solve(found, Programme())), lock) for found in (hidden, open_)
    )
    assert seen == ("not-possible", {"mentee": "cem", "mentor": "oli"})
    assert otherwise != seen


def test_no_form_switches_off_the_last_open_cause() -> None:
    same_word = {name for name, traits in RULEBOOK.items() if not traits.waivable}
    open_ones = {name for name in same_word if not is_confidential(name)} - {"same_person"}
    assert open_ones - set(SWITCHES) == {"language"}


@pytest.mark.parametrize("languages", [("de",), ("de", "en")], ids=len)
async def test_topics_count_where_there_is_one_language(
    world: World, languages: tuple[str, ...]
) -> None:
    """Nobody lacks the only one, so "not possible" would have no open cause left."""
    offered = Programme(languages=languages)
    here = replace(world, moments=moments_of(world.clock, offered))
    run, wish = await proposed(here), SettingsWish(rules={"topic": False})
    if len(languages) > 1:
        await decisions.try_settings(here, run, wish)
        return
    with pytest.raises(Refusal, match="no-open-cause") as refused:
        await decisions.try_settings(here, run, wish)
    assert refused.value.field == "rules"

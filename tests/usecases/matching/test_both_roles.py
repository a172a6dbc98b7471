"""Somebody who takes part in both roles is matched in each (issue 14), and never with the same
other one twice.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.matching.candidates import Pair
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import Competence, Step, Topics, TopicSkill, Wishes
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.usecases.launch.interventions import prepare_addition
from mentoring.usecases.matching.inputs import inputs
from mentoring.usecases.matching.solving import solve
from mentoring.usecases.sessions.my_tandem import show_again
from tests.answers import GERMAN
from tests.usecases.company import NOW, Company, all_of, enrol, person, profile, put, refused
from tests.usecases.ports import chat_of

ANY_LEVEL = MatchingSettings(rules={"hierarchy": False})


def teaches(topic: str) -> tuple[Step, ...]:
    return (GERMAN, Topics((topic,)), TopicSkill(topic, 3, "drei Jahre"), Competence(8))


def wishes(topic: str) -> tuple[Step, ...]:
    return (GERMAN, Wishes(topic), Competence(3))


async def comes(company: Company, who: str, level: int) -> None:
    above = tuple(f"{who}'s {number}" for number in range(level - 1))
    known = profile(who, department=f"of {who}", managers=above)
    await put(company.first, "people", replace(person(who), profile=known))


async def matched(company: Company, programme: Programme) -> set[Pair]:
    found = await company.first.read(lambda uow, _: inputs(uow, programme))
    return {Pair(each.mentee, each.mentor) for each in solve(found, programme).result.tandems}


@pytest.fixture
async def jan(programmes: Company) -> Company:
    """Jan teaches artificial intelligence, and would like to learn agile work."""
    await comes(programmes, "jan", 3)
    await enrol(programmes.first, Role.MENTOR, "jan", *teaches("ai"))
    await enrol(programmes.first, Role.MENTEE, "jan", *wishes("agile"))
    return programmes


async def test_they_have_a_tandem_in_each_role(jan: Company) -> None:
    await comes(jan, "ada", 1)
    await comes(jan, "tim", 5)
    await enrol(jan.first, Role.MENTEE, "ada", *wishes("ai"))
    await enrol(jan.first, Role.MENTOR, "tim", *teaches("agile"))
    assert await matched(jan, Programme()) == {Pair("ada", "jan"), Pair("jan", "tim")}


async def test_never_both_with_the_same_partner(jan: Company) -> None:
    """Even where the mentor need not be the lower one, and each could teach the other."""
    await comes(jan, "kim", 3)
    await enrol(jan.first, Role.MENTOR, "kim", *teaches("agile"))
    await enrol(jan.first, Role.MENTEE, "kim", *wishes("ai"))
    found = await matched(jan, Programme(matching=ANY_LEVEL))
    assert len(found & {Pair("jan", "kim"), Pair("kim", "jan")}) == 1


async def test_nor_by_hand(jan: Company) -> None:
    await jan.set_up(Programme(matching=ANY_LEVEL))
    await comes(jan, "kim", 3)
    await enrol(jan.first, Role.MENTOR, "kim", *teaches("agile"))
    await enrol(jan.first, Role.MENTEE, "kim", *wishes("ai"))
    stands = Tandem("p1c1.t-1", 1, "", "jan", "kim", TandemState.LAUNCHED, NOW, NOW)
    await put(jan.first, "tandems", stands)
    with refused("never-both"):
        await prepare_addition(jan.first, "otto", ("kim", "jan"), chat_of("otto"))


async def test_my_tandem_shows_both(jan: Company) -> None:
    await comes(jan, "ada", 1)
    await comes(jan, "tim", 5)
    for number, (mentor, mentee) in enumerate((("jan", "ada"), ("tim", "jan"))):
        made = Tandem(f"p1c1.t-{number}", 1, "", mentor, mentee, TandemState.LAUNCHED, NOW, NOW)
        await put(jan.first, "tandems", made)
    await jan.unbound.run(show_again, "jan", chat_of("jan"))
    cards = await all_of(jan.unbound, "postings", kind="tandem", person_id="jan")
    assert sorted(each.subject_id for each in cards) == ["p1c1.t-0", "p1c1.t-1"]

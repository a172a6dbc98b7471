"""The road map of a tandem: one step a session, those behind the two and those to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mentoring.domain.course import Course
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.question import Question
from mentoring.domain.questionnaire import Topics, TopicSkill, Wishes
from mentoring.domain.tandem import ByHand, TandemState
from mentoring.domain.undoing import TakenBack
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.tandem.kits import choose, others, propose
from mentoring.usecases.tandem.road_map import RoadMapNotice
from tests.cards.furnished import NOW as LATER
from tests.cards.furnished import furnished, guid
from tests.cards.furnished.sessions import session_at
from tests.promises.test_who_reads_what import all_cards
from tests.usecases.company import (
    NOW,
    STARTS,
    TANDEM,
    Company,
    change,
    enrol,
    hidden,
    one,
    put,
    session,
    shown,
)

MENTEE, MENTOR = guid("mentee-1"), guid("mentor-1")
RUNNING = "p1c1.tandem-1-00c0ffee"


@pytest.fixture
async def matched(company: Company) -> Company:
    """Eva wishes for AI, then for data; Jan is good at both, and teaches agile work besides."""
    await enrol(company.first, Role.MENTEE, "eva", Wishes("ai", "data"))
    skills = (TopicSkill(topic, 2, "Drei Jahre") for topic in ("ai", "data", "agile"))
    await enrol(company.first, Role.MENTOR, "jan", Topics(("ai", "data", "agile")), *skills)
    return company


async def seen(company: Company, who: str = "eva") -> RoadMapNotice:
    found = await shown(company.first, "road_map_card", TANDEM, who)
    assert isinstance(found, RoadMapNotice)
    return found


async def steps(company: Company) -> list[str]:
    """What the sessions are about, by topic or question."""
    found = (await seen(company)).stops
    return [each.kit.step.topic or each.kit.step.question if each.kit else "" for each in found]


async def has_kit(company: Company, number: int) -> None:
    stands = await one(company.first, "sessions", session(number))
    await company.first.run(lambda uow, moment: propose(uow, moment, stands))


async def without_sessions(company: Company, since: int) -> None:
    """There is none of this number or a higher one."""

    def unit(uow: UnitOfWork, _: Moment) -> None:
        for number in range(since, 7):
            uow.sessions.delete(session(number))

    await company.first.run(unit)


async def test_the_wishes_come_first_in_their_order(matched: Company) -> None:
    assert (await steps(matched))[:2] == ["ai", "data"]


async def test_there_is_a_step_for_each_session_and_no_kit_comes_twice(matched: Company) -> None:
    found = (await seen(matched)).stops
    kits = [each.kit.id for each in found if each.kit]
    assert len(found) == len(STARTS) == 6
    assert len(kits) == len(set(kits))


async def test_it_is_what_then_comes(matched: Company) -> None:
    before = (await seen(matched)).stops
    for number in range(1, 7):
        await has_kit(matched, number)
    after = (await seen(matched)).stops
    assert [each.kit for each in before] == [each.kit for each in after]
    assert [each.stands for each in after] == [True] * 6


async def test_both_see_the_same(matched: Company) -> None:
    eva, jan = [await seen(matched, who) for who in ("eva", "jan")]
    assert eva.stops == jan.stops
    assert (eva.role, jan.role) == (Role.MENTEE, Role.MENTOR)


async def test_a_question_that_both_may_read_becomes_a_step(matched: Company) -> None:
    """One that waits is its author's alone, and on no map."""
    told = Question("q1", TANDEM, "jan", "Wie entscheidet ihr?", NOW, NOW)
    waits = Question("q2", TANDEM, "jan", "Und warum?", NOW)
    await put(matched.first, "questions", told, waits)
    found = await seen(matched)
    assert [each.about for each in found.stops if each.about] == ["Wie entscheidet ihr?"]
    assert (await steps(matched)).index("q1") == 2


async def test_what_the_mentor_chooses_instead_is_on_it(matched: Company) -> None:
    await has_kit(matched, 1)
    choice = await one(matched.first, "kit_choices", session(1))
    offered = await matched.first.read(lambda uow, now: others(uow, now, choice))
    await matched.first.run(choose, session(1), "jan", offered[0].id)
    found = (await seen(matched)).stops[0].kit
    assert found
    assert found.id == offered[0].id


async def test_a_session_behind_them_is_ticked(matched: Company) -> None:
    await has_kit(matched, 1)
    matched.clock.moment = STARTS[1] + timedelta(hours=3)
    found = await seen(matched)
    assert [each.is_over for each in found.stops] == [True, True, *[False] * 4]
    assert [each.kit is None for each in found.stops[:2]] == [False, True]
    assert found.course == Course(2, 6)


async def test_what_a_lost_session_would_have_had_comes_again(matched: Company) -> None:
    await has_kit(matched, 1)
    matched.clock.moment = STARTS[0] + timedelta(hours=3)
    await change(matched.first, "sessions", session(1), declined=STARTS[0])
    assert (await steps(matched))[:2] == ["ai", "data"]
    assert (await seen(matched)).course == Course(0, 5)
    await has_kit(matched, 2)
    assert (await one(matched.first, "kit_choices", session(2))).topic == "ai"


async def test_where_their_dates_are_their_own_it_has_as_many_steps_as_sessions_are_usual(
    matched: Company,
) -> None:
    await without_sessions(matched, 1)
    await change(matched.first, "tandems", TANDEM, by_hand=ByHand.BOTH)
    found = await seen(matched)
    assert (len(found.stops), found.course) == (6, Course(0, 6))


async def test_who_go_from_session_to_session_see_those_to_come(matched: Company) -> None:
    await without_sessions(matched, 2)
    await change(matched.first, "tandems", TANDEM, rhythm="tandem")
    assert len((await seen(matched)).stops) == 6


@pytest.mark.parametrize("who", ["dora", "otto"])
async def test_nobody_else_sees_it(matched: Company, who: str) -> None:
    assert await hidden(matched.first, "road_map_card", TANDEM, who) == "not-yours"


async def test_once_the_tandem_is_over_nothing_of_it_is_shown(matched: Company) -> None:
    await change(matched.first, "tandems", TANDEM, state=TandemState.CLOSED)
    found = await seen(matched)
    assert (found.is_over, found.stops) == (True, ())


async def test_where_the_launch_was_taken_back_nothing_of_it_is_shown(matched: Company) -> None:
    again = f"{TANDEM}x"
    made = await one(matched.first, "tandems", TANDEM)
    await put(matched.first, "tandems", replace(made, id=again, number=2))
    await put(matched.first, "taken_back", TakenBack(TANDEM, "undoing", again))
    found = await seen(matched)
    assert (found.undone, found.stops) == (True, ())


async def test_open_cards_follow_once_a_session_is_over(matched: Company) -> None:
    card = Posting("c", "road_map_card", TANDEM, "eva", activity_id="a", shown=1)
    await put(matched.first, "postings", card)
    await put(matched.first, "timers", Timer("over", "session-over", session(1), STARTS[0]))
    await matched.at(STARTS[0] + timedelta(hours=3))
    behind = await matched.first.read(lambda uow, _: uow.behind(9))
    assert "c" in [each.id for each in behind]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


def _with_a_question(uow: UnitOfWork) -> None:
    """There are sessions enough for it to be on the map."""
    uow.bind("p1c1", "p1")
    uow.questions.put(Question("q9", RUNNING, MENTOR, "Papageientaucher?", LATER, LATER))
    tandem = uow.tandems.need(RUNNING)
    for number in range(5, 15):
        session_at(uow, tandem, number, LATER + timedelta(days=30 * number))


async def test_only_the_two_see_it_on_any_card(store: SqlStore) -> None:
    """A question on it is looked for on everybody's cards."""
    store.run_now(_with_a_question)
    found = await all_cards(store)
    cards = {key: card for key, card in found.items() if "Papageientaucher" in card}
    assert {("road_map_card", MENTEE), ("road_map_card", MENTOR)} <= {key[1:] for key in cards}
    assert {who for _, _, who in cards} == {MENTEE, MENTOR}

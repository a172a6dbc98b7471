"""The two change their road map: either may, one wins, and the kits follow."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.question import Question
from mentoring.domain.questionnaire import Topics, TopicSkill, Wishes
from mentoring.domain.road_map import Press
from mentoring.domain.tandem import TandemState
from mentoring.usecases.privacy.retention import erase_in_cycle
from mentoring.usecases.tandem.asking import take_back
from mentoring.usecases.tandem.kits import propose
from mentoring.usecases.tandem.rearranging import look_at, move, put_before, put_instead, take_out
from mentoring.usecases.tandem.road_map import RoadMapNotice
from tests.usecases.company import (
    NOW,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    one,
    put,
    refused,
    session,
    shown,
)

AI, DATA, AGILE = "topic:ai", "topic:data", "topic:agile"


@pytest.fixture
async def matched(company: Company) -> Company:
    """Eva wishes for AI, then for data; Jan is good at both, and teaches agile work besides."""
    await enrol(company.first, Role.MENTEE, "eva", Wishes("ai", "data"))
    skills = (TopicSkill(topic, 2, "Drei Jahre") for topic in ("ai", "data", "agile"))
    await enrol(company.first, Role.MENTOR, "jan", Topics(("ai", "data", "agile")), *skills)
    for who in ("eva", "jan"):
        card = Posting(who, "road_map_card", TANDEM, who, activity_id=who, shown=1)
        await put(company.first, "postings", card)
    return company


async def seen(company: Company, who: str = "eva", view: str = "") -> RoadMapNotice:
    found = await shown(company.first, "road_map_card", TANDEM, who, view=view)
    assert isinstance(found, RoadMapNotice)
    return found


async def steps(company: Company) -> list[str]:
    return [each.step for each in (await seen(company)).stops]


async def have_kit(company: Company, number: int) -> str:
    stands = await one(company.first, "sessions", session(number))
    made = await company.first.run(lambda uow, moment: propose(uow, moment, stands))
    return made.step.key if made else ""


async def moves(company: Company, who: str, press: Press, to: int) -> None:
    await company.first.run(move, TANDEM, who, who, press, to)


async def test_nothing_is_kept_until_somebody_changes_something(matched: Company) -> None:
    await seen(matched)
    assert await all_of(matched.first, "road_maps") == []


async def test_either_moves_a_step_and_it_is_what_comes(matched: Company) -> None:
    await moves(matched, "eva", Press(DATA, 1, 0), 0)
    assert (await steps(matched))[:2] == [DATA, AI]
    await moves(matched, "jan", Press(AI, 1, 1), 0)
    await moves(matched, "eva", Press(DATA, 1, 2), 0)
    assert [await have_kit(matched, number) for number in (1, 2)] == [DATA, AI]


async def test_the_other_one_sees_who_has_changed_it(matched: Company) -> None:
    await moves(matched, "eva", Press(DATA, 1, 0), 0)
    found = await seen(matched, "jan")
    assert (found.version, found.changed_by) == (1, Role.MENTEE)


async def test_of_two_at_once_one_wins_and_the_other_reads_the_newer_map(matched: Company) -> None:
    await moves(matched, "eva", Press(DATA, 1, 0), 0)
    with refused("road-map-changed"):
        await moves(matched, "jan", Press(AI, 0, 0), 3)
    assert (await steps(matched))[:2] == [DATA, AI]


async def test_pressed_twice_it_happens_once(matched: Company) -> None:
    for _ in range(2):
        await moves(matched, "eva", Press(DATA, 1, 0), 0)
    assert (await one(matched.first, "road_maps", TANDEM)).version == 1


async def test_a_late_press_does_no_harm(matched: Company) -> None:
    """A session has had the step meanwhile."""
    await have_kit(matched, 1)
    with refused("road-map-changed"):
        await moves(matched, "eva", Press(AI, 0, 0), 1)


async def test_what_a_session_has_had_is_gone_from_what_was_settled(matched: Company) -> None:
    await moves(matched, "eva", Press(DATA, 1, 0), 0)
    await have_kit(matched, 1)
    assert (await steps(matched))[:2] == [DATA, AI]
    assert (await seen(matched)).changeable[0].step == AI


async def test_what_is_taken_out_does_not_come_back(matched: Company) -> None:
    await matched.first.run(take_out, TANDEM, "eva", "eva", Press(AI, 0, 0))
    found = await steps(matched)
    assert AI not in found
    assert found[0] == DATA
    assert await have_kit(matched, 1) == DATA


async def test_what_is_taken_out_can_be_put_in_again(matched: Company) -> None:
    await matched.first.run(take_out, TANDEM, "eva", "eva", Press(AI, 0, 0))
    assert "ai" in (await seen(matched, view="0")).topics
    await matched.first.run(put_instead, TANDEM, "eva", "eva", Press(DATA, 0, 1), AI)
    assert (await steps(matched))[0] == AI


async def test_something_else_comes_in_its_place(matched: Company) -> None:
    wanted = (TANDEM, "jan", "jan", Press(AI, 0, 0), "topic:cyber_security")
    await matched.first.run(put_instead, *wanted)
    found = await steps(matched)
    assert found[:2] == ["topic:cyber_security", DATA]
    assert AI not in found


async def test_something_else_comes_before_it(matched: Company) -> None:
    first = await steps(matched)
    wanted = (TANDEM, "jan", "jan", Press(DATA, 1, 0), "topic:cyber_security")
    for _ in range(2):
        await matched.first.run(put_before, *wanted)
    found = await steps(matched)
    assert found == [first[0], "topic:cyber_security", *first[1:-1]]
    assert (await seen(matched)).version == 1


async def test_what_was_settled_behind_it_stays_so(matched: Company) -> None:
    await moves(matched, "eva", Press(DATA, 1, 0), 0)
    wanted = (TANDEM, "jan", "jan", Press(DATA, 0, 1), AGILE)
    await matched.first.run(put_before, *wanted)
    assert (await steps(matched))[:3] == [AGILE, DATA, AI]


async def test_a_question_may_become_the_next_step_and_goes_with_it(matched: Company) -> None:
    told = Question("q1", TANDEM, "jan", "Wie entscheidet ihr?", NOW, NOW)
    await put(matched.first, "questions", told)
    await matched.first.run(put_instead, TANDEM, "eva", "eva", Press(AI, 0, 0), "question:q1")
    assert (await steps(matched))[0] == "question:q1"
    await matched.first.run(take_back, "q1", "jan")
    assert (await steps(matched))[0] == DATA


@pytest.mark.parametrize("step", ["", "topic:nonsense", "question:q2"])
async def test_nothing_comes_that_is_not_offered(matched: Company, step: str) -> None:
    """Nor a question that waits, which is its author's alone."""
    await put(matched.first, "questions", Question("q2", TANDEM, "jan", "Und warum?", NOW))
    with refused("road-map-choose", field="step"):
        await matched.first.run(put_instead, TANDEM, "eva", "eva", Press(AI, 0, 0), step)


async def test_one_of_which_nothing_is_left_is_refused(matched: Company) -> None:
    """Jan reaches the second depth, so a third session on it has nothing new."""
    for place in range(2):
        press = Press((await steps(matched))[place], place, place)
        await matched.first.run(put_instead, TANDEM, "eva", "eva", press, AGILE)
    press = Press((await steps(matched))[2], 2, 2)
    with refused("road-map-nothing-new", field="step"):
        await matched.first.run(put_instead, TANDEM, "eva", "eva", press, AGILE)


async def test_where_nothing_is_left_something_can_be_put(matched: Company) -> None:
    """At whichever of the empty places it is put, it comes next."""
    for version in range(5):
        press = Press((await steps(matched))[0], 0, version)
        if not press.step:
            break
        await matched.first.run(take_out, TANDEM, "eva", "eva", press)
    assert await steps(matched) == [""] * 6
    press = Press("", 3, (await seen(matched)).version)
    await matched.first.run(put_instead, TANDEM, "eva", "eva", press, AI)
    assert (await steps(matched))[0] == AI


async def test_the_card_goes_to_the_step_and_back(matched: Company) -> None:
    await matched.first.run(look_at, TANDEM, "eva", "eva", 1)
    assert (await one(matched.first, "postings", "eva")).view == "1"
    found = await seen(matched, view="1")
    assert (found.looked_at, found.changeable[1].step, found.number_of(1)) == (1, DATA, 2)
    assert found.topics[:3] == ("ai", "data", "agile")
    await matched.first.run(look_at, TANDEM, "eva", "eva", None)
    assert (await one(matched.first, "postings", "eva")).view == ""


async def test_while_one_moves_it_the_card_stays_with_the_step(matched: Company) -> None:
    await moves(matched, "eva", Press(AI, 0, 0), 2)
    found = await seen(matched, view=(await one(matched.first, "postings", "eva")).view)
    assert found.looked_at is not None
    assert found.changeable[found.looked_at].step == AI


async def test_a_change_makes_the_cards_of_both_old(matched: Company) -> None:
    await moves(matched, "eva", Press(DATA, 1, 0), 0)
    behind = await matched.first.read(lambda uow, _: uow.behind(9))
    assert [each.person_id for each in behind] == ["eva", "jan"]
    assert len(await all_of(matched.first, "postings")) == 2


@pytest.mark.parametrize("who", ["dora", "otto"])
async def test_nobody_else_changes_it(matched: Company, who: str) -> None:
    with refused("not-yours"):
        await moves(matched, who, Press(DATA, 1, 0), 0)


async def test_once_the_tandem_is_over_nothing_is_changed(matched: Company) -> None:
    await change(matched.first, "tandems", TANDEM, state=TandemState.CLOSED)
    with refused("stale"):
        await moves(matched, "eva", Press(DATA, 1, 0), 0)


async def test_it_is_erased_after_the_end(matched: Company) -> None:
    """Fourteen days after the end of a person's last tandem; until then it stays."""
    await moves(matched, "eva", Press(DATA, 1, 0), 0)
    await change(matched.first, "tandems", TANDEM, state=TandemState.CLOSED, ended_at=NOW)
    for days, left in ((13, 1), (14, 0)):
        matched.clock.moment = NOW + timedelta(days=days)
        await matched.first.run(lambda uow, now: erase_in_cycle(uow, now, "eva", NOW))
        assert len(await all_of(matched.first, "road_maps")) == left

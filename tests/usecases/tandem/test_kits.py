"""Which session kit a session gets: the mentor chooses, and none comes twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.kit_choice import KitChoice, KitState
from mentoring.domain.kits.choice import Chosen
from mentoring.domain.people import Role
from mentoring.domain.question import Question
from mentoring.domain.questionnaire import Purpose, Topics, TopicSkill, Wishes
from mentoring.domain.tandem import TandemState
from mentoring.usecases.tandem.asking import take_back
from mentoring.usecases.tandem.kits import choose, kit_of, others, propose, skip, take, way_of
from tests.usecases.company import (
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    one,
    put,
    refused,
)
from tests.usecases.company import session as session_of


@pytest.fixture
async def matched(company: Company) -> Company:
    """Eva wishes for AI, then for data; Jan is good at both, and teaches agile work besides."""
    await enrol(company.first, Role.MENTEE, "eva", Wishes("ai", "data"), Purpose(format="demo"))
    skills = (TopicSkill(topic, 2, "Drei Jahre") for topic in ("ai", "data", "agile"))
    await enrol(company.first, Role.MENTOR, "jan", Topics(("ai", "data", "agile")), *skills)
    return company


async def proposed(company: Company, number: int = 1) -> KitChoice | None:
    session = await one(company.first, "sessions", session_of(number))
    return await company.first.run(lambda uow, moment: propose(uow, moment, session))


async def instead(company: Company, number: int = 1) -> tuple[Chosen, ...]:
    choice = await one(company.first, "kit_choices", session_of(number))
    return await company.first.read(lambda uow, moment: others(uow, moment, choice))


async def test_the_wishes_come_in_their_order(matched: Company) -> None:
    found = [await proposed(matched, number) for number in (1, 2)]
    assert [each.topic for each in found if each] == ["ai", "data"]


async def test_it_stays_what_it_was(matched: Company) -> None:
    assert await proposed(matched) == await proposed(matched)
    assert len(await all_of(matched.first, "kit_choices")) == 1


async def test_it_remembers_how_the_mentee_likes_to_learn(matched: Company) -> None:
    found = await proposed(matched)
    assert found
    assert found.way == "demo"
    tandem = await one(matched.first, "tandems", TANDEM)
    assert await matched.first.read(lambda uow, _: way_of(uow, tandem)) == "demo"


async def test_none_comes_twice_in_six_sessions(matched: Company) -> None:
    found = [await proposed(matched, number) for number in range(1, 7)]
    had = [each.kit_id for each in found if each]
    assert len(had) == len(set(had)) > 4


async def test_what_was_left_does_not_come_again(matched: Company) -> None:
    first = await proposed(matched)
    await matched.first.run(skip, session_of(1), "jan")
    second = await proposed(matched, 2)
    assert first
    assert second
    assert second.kit_id != first.kit_id
    assert first.kit_id not in {each.id for each in await instead(matched, 2)}


async def test_where_the_wishes_have_come_it_grows_from_an_open_question(matched: Company) -> None:
    await put(
        matched.first,
        "questions",
        Question(f"{TANDEM}:1", TANDEM, "eva", "Wie fange ich an?", NOW, NOW),
        Question(f"{TANDEM}:2", TANDEM, "jan", "Wer entscheidet?", NOW),
    )
    found = [await proposed(matched, number) for number in (1, 2, 3)]
    assert found[2]
    assert found[2].question == f"{TANDEM}:1"


class TestTakenBack:
    """A question that is taken back leaves no kit with nothing in its middle."""

    ASKED = Question(f"{TANDEM}:1", TANDEM, "eva", "Wie fange ich an?", NOW, NOW)

    @pytest.fixture
    async def grown(self, matched: Company) -> Company:
        """The kit of the third session has grown from Eva's question."""
        await put(matched.first, "questions", self.ASKED)
        for number in (1, 2, 3):
            await proposed(matched, number)
        assert (await self.third(matched)).question == self.ASKED.id
        return matched

    async def third(self, company: Company) -> KitChoice:
        found: KitChoice = await one(company.first, "kit_choices", session_of(3))
        return found

    async def test_a_session_ahead_gets_another(self, grown: Company) -> None:
        await grown.first.run(take, session_of(3), "jan")
        await grown.first.run(take_back, self.ASKED.id, "eva")
        other = await self.third(grown)
        assert (other.question, other.state) == ("", KitState.PROPOSED)
        assert other.kit_id not in {
            each.kit_id for each in await all_of(grown.first, "kit_choices") if each.id != other.id
        }

    async def test_whoever_went_without_one_still_does(self, grown: Company) -> None:
        await grown.first.run(skip, session_of(3), "jan")
        await grown.first.run(take_back, self.ASKED.id, "eva")
        other = await self.third(grown)
        assert (other.question, other.state) == ("", KitState.SKIPPED)

    async def test_the_kits_of_other_sessions_stay(self, grown: Company) -> None:
        before = await one(grown.first, "kit_choices", session_of(1))
        await grown.first.run(take_back, self.ASKED.id, "eva")
        assert await one(grown.first, "kit_choices", session_of(1)) == before

    async def test_what_was_stays_as_it_was(self, grown: Company) -> None:
        grown.clock.moment = STARTS[2] + timedelta(days=1)
        await grown.first.run(take_back, self.ASKED.id, "eva")
        assert (await self.third(grown)).question == self.ASKED.id


async def test_the_others_are_new_and_none_is_the_one_at_hand(matched: Company) -> None:
    first = await proposed(matched)
    await proposed(matched, 2)
    assert first
    found = {each.id for each in await instead(matched, 2)}
    assert 0 < len(found) <= 3
    assert not found & {each.kit_id for each in await all_of(matched.first, "kit_choices")}


async def test_the_first_of_them_goes_deeper_into_the_same_topic(matched: Company) -> None:
    """For a mentee who uses it already; how often she does, she has said for herself alone."""
    first = await proposed(matched)
    deeper = (await instead(matched))[0]
    assert first
    assert (first.kit_id, deeper.id, deeper.step.topic) == ("ai-discover", "ai-try", "ai")
    await matched.first.run(choose, session_of(1), "jan", deeper.id)
    later = [await proposed(matched, number) for number in range(2, 7)]
    assert "ai-discover" not in {each.kit_id for each in later if each}


async def test_the_mentor_takes_another(matched: Company) -> None:
    await proposed(matched)
    other = (await instead(matched))[0]
    await matched.first.run(choose, session_of(1), "jan", other.id)
    choice = await one(matched.first, "kit_choices", session_of(1))
    assert (choice.kit_id, choice.topic, choice.state) == (
        other.id,
        other.step.topic,
        KitState.TAKEN,
    )


async def test_one_that_is_not_among_them_is_not_taken(matched: Company) -> None:
    await proposed(matched)
    with refused("stale"):
        await matched.first.run(choose, session_of(1), "jan", "agile-use")


@pytest.mark.parametrize(("act", "state"), [(take, KitState.TAKEN), (skip, KitState.SKIPPED)])
async def test_one_tap_takes_or_leaves_it(matched: Company, act: object, state: KitState) -> None:
    await proposed(matched)
    for _ in range(2):
        await matched.first.run(act, session_of(1), "jan")  # type: ignore[arg-type]  # both alike
    assert (await one(matched.first, "kit_choices", session_of(1))).state is state


async def test_nobody_but_the_mentor_chooses(matched: Company) -> None:
    await proposed(matched)
    for who in ("eva", "dora", "otto"):
        with refused("not-yours"):
            await matched.first.run(take, session_of(1), who)


async def test_a_tandem_that_is_over_has_nothing_to_choose(matched: Company) -> None:
    await proposed(matched)
    await change(matched.first, "tandems", TANDEM, state=TandemState.CLOSED)
    with refused("stale"):
        await matched.first.run(take, session_of(1), "jan")


async def test_one_that_the_library_has_no_more_is_nothing(matched: Company) -> None:
    choice = await proposed(matched)
    programme = (await matched.first.moment()).programme
    assert choice
    assert kit_of(choice, programme)
    assert kit_of(replace(choice, kit_id="of-the-house"), programme) is None
    assert kit_of(replace(choice, kit_id="question:gone:1"), programme) is None

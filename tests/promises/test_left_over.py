"""*Owners see which topics bring a tandem together, but none of your other answers*: of somebody
who has no tandem they read no wish, on no side of the proposals' card.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from cards.catalogue import render
from cards.kit.words import Words, topic_name
from cards.matching.runs import VIEWS
from mentoring.domain.matching.results import Reason
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import Wishes
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.matching import runs as matching
from mentoring.usecases.matching.notice import proposals_card
from tests.usecases.company import shown
from tests.usecases.enrolled import CHAT, enrols, run_of

SHE = "mentee9"
VOICES = (Words("de"), Words("de", formal=True), Words("en"))
WISHED = {
    "no_topic": (Wishes("data", "agile", "cloud"), Wishes("social_media", "diversity")),
    "taken": (Wishes("ai", "data", "agile"), Wishes("ai", "cloud")),
}
"""By why she has no tandem: two ways in which she may have wished."""


async def left_over(world: World, said: Wishes) -> str:
    """A matching in which she wished this, and in which everybody else goes first."""

    def wish(uow: UnitOfWork, _moment: Moment) -> None:
        enrolled = uow.enrolments.need(f"mentee:{SHE}")
        uow.enrolments.put(replace(enrolled, answers=enrolled.answers.put(said)))
        for number in range(1, 5):
            other = uow.enrolments.need(f"mentee:mentee{number}")
            uow.enrolments.put(replace(other, priority=3))

    await world.run(wish)
    run = await world.run(matching.start, "owner", CHAT)
    await matching.match(world, run.id)
    return run.id


async def owners_read(world: World, run: str) -> list[str]:
    """Each side of the card in each voice."""
    sides = [
        await shown(world, proposals_card.name, run, "owner", view=view) for view in ("", *VIEWS)
    ]
    drawn = [str(render(side, words).content) for side in sides for words in VOICES]
    return [each.replace(run, "run") for each in drawn]


@pytest.mark.parametrize("why", WISHED)
async def test_whatever_somebody_without_a_tandem_wished_owners_read_the_same(
    world: World, why: str
) -> None:
    """Issue 12, P4: why they wait named all three wishes."""
    await world.store.run(lambda uow: enrols(uow, Role.MENTEE, SHE, "D9"))
    one, other = WISHED[why]
    first = await left_over(world, one)
    before = await owners_read(world, first)
    second = await left_over(world, other)
    codes = {
        each.why.code
        for run in (first, second)
        for each in (await run_of(world, run)).unmatched
        if each.id == SHE
    }
    assert codes == {why}
    assert await owners_read(world, second) == before


async def test_no_wish_stands_where_owners_read_who_waits(world: World) -> None:
    await world.store.run(lambda uow: enrols(uow, Role.MENTEE, SHE, "D9"))
    said = WISHED["no_topic"][0]
    run = await left_over(world, said)
    side = await shown(world, proposals_card.name, run, "owner", view="waiting")
    for words in VOICES:
        told = str(render(side, words).content)
        names = {topic_name(Programme().topic(each), words) for each in said.topics}
        assert SHE.title() in told
        assert not [name for name in names if name in told]


@pytest.mark.parametrize("why", WISHED)
async def test_nothing_of_what_they_have_answered_is_kept_with_the_matching(
    world: World, why: str
) -> None:
    """It would lie open, and any card of owners could say it."""
    await world.store.run(lambda uow: enrols(uow, Role.MENTEE, SHE, "D9"))
    run = await run_of(world, await left_over(world, WISHED[why][0]))
    reasons = {each.id: each.why for each in run.unmatched}
    assert reasons[SHE] == Reason(why)
    assert not [each for each in reasons.values() if each.topics]

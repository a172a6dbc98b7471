"""What an owner tries out was possible when they pressed, and no longer is once its price is
computed: they are told, and nothing can be kept (issue 12, U22).
"""

from __future__ import annotations

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.match_run import DecisionKind, Preview
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.notices import Scene
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.matching import decisions
from mentoring.usecases.matching.notice import proposals_card
from tests.usecases.enrolled import enrols, pairs, proposed, run_of

OWN_WORDS = {
    "unknown-person": "Whoever is to be the mentee here is not enrolled in this role.",
    "not-possible": "the bot never shows which",
    "reason-needed": "A rule is broken: Different departments.",
}


def becomes(uow: UnitOfWork, cause: str, mentee: str, mentor: str) -> None:
    """Something changes about the two, so that they can be locked no longer."""
    match cause:
        case "unknown-person":
            enrols(uow, Role.MENTEE, mentee, "D1", state=EnrolmentState.WITHDRAWN)
        case "not-possible":
            enrols(uow, Role.MENTEE, mentee, "D1", not_with=[mentor])
        case "reason-needed":
            department = uow.people.need(mentor).profile.department
            enrols(uow, Role.MENTEE, mentee, department)


async def refused(world: World, run: str, cause: str) -> Preview:
    """A pair is tried out, and cannot be locked any more when its price is computed."""
    mentee, mentor = min(await pairs(world, run))
    await decisions.try_pair(world, "owner", run, DecisionKind.LOCK, mentee, mentor)
    await world.store.run(lambda uow: becomes(uow, cause, mentee, mentor))
    await decisions.price(world, run)
    found = (await run_of(world, run)).preview
    assert found is not None
    return found


@pytest.mark.parametrize("cause", OWN_WORDS)
async def test_the_card_says_why_and_offers_nothing_to_keep(world: World, cause: str) -> None:
    """Of a refusal only its code was remembered: a card whose sentence needs more failed."""
    run = await proposed(world)
    assert (await refused(world, run, cause)).refused == cause
    posting = Posting("card", proposals_card.name, run, "owner")
    seen = await world.read(lambda uow, moment: proposals_card(uow, Scene(posting, moment)))
    card = str(render(seen, Words("en")).content)
    assert OWN_WORDS[cause] in card
    assert "matching.drop" in card
    assert "matching.keep" not in card


async def test_it_cannot_be_kept_and_is_not_computed_for_ever(world: World) -> None:
    run = await proposed(world)
    preview = await refused(world, run, "not-possible")
    with pytest.raises(Refusal, match="stale"):
        await world.run(decisions.keep, "owner", run, preview.token)
    assert await world.store.run(lambda uow: uow.decisions.all()) == []
    await world.run(decisions.drop, "owner", run)
    assert (await run_of(world, run)).preview is None

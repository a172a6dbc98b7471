"""The app comes into the person's Teams, and the invitation into their chat."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import NotAllowed, NotThere, OutsideError, Rejected, Unavailable
from mentoring.domain.people import Role
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.enrolment.reach import reach
from tests.usecases.company import (
    FIRST,
    NOW,
    Company,
    all_of,
    change,
    one,
    person,
    profile,
    put,
    told,
)
from tests.usecases.ports import chat_of

CHAT, DAY = chat_of("owners"), timedelta(days=1)
EVA, LIST = f"{FIRST}:mentee:eva", f"{FIRST}.invite-1"


@pytest.fixture
async def invited(programmes: Company) -> Company:
    """Eva, whom the bot knows by name alone."""
    await put(programmes.first, "people", person("eva", conversation="", service_url=""))
    await programmes.first.run(invite, profile("eva"), Role.MENTEE)
    return programmes


async def test_she_reads_the_invitation_in_her_own_chat(invited: Company) -> None:
    invited.people.profiles["eva"] = profile("eva", department="Einkauf")
    for _ in range(2):
        await reach(invited.first, EVA)
    found = await one(invited.first, "people", "eva")
    assert (found.conversation, found.profile.department) == (
        chat_of("eva").conversation,
        "Einkauf",
    )
    assert await told(invited.first, enrolment_card.name) == ["eva"]


async def test_asked_anew_she_reads_another_one(invited: Company) -> None:
    await reach(invited.first, EVA)
    await change(invited.first, "enrolments", EVA, invited_at=NOW + DAY)
    await reach(invited.first, EVA)
    assert await told(invited.first, enrolment_card.name) == ["eva", "eva"]


@pytest.mark.parametrize("call", ["profile", "install"])
@pytest.mark.parametrize("why", [NotThere("x"), NotAllowed("x"), Rejected("x")])
async def test_whom_the_service_will_never_let_us_reach_is_unreachable(
    invited: Company, call: str, why: OutsideError
) -> None:
    (invited.people if call == "profile" else invited.chats).refuses[call] = why
    await reach(invited.first, EVA)
    assert (await one(invited.first, "enrolments", EVA)).state is EnrolmentState.UNREACHABLE
    assert await told(invited.first, enrolment_card.name) == []


async def test_whoever_has_begun_meanwhile_goes_on(invited: Company) -> None:
    await change(invited.first, "enrolments", EVA, state=EnrolmentState.BEGUN)
    invited.chats.absent = {"eva"}
    await reach(invited.first, EVA)
    assert (await one(invited.first, "enrolments", EVA)).state is EnrolmentState.BEGUN


async def test_while_teams_is_away_it_is_tried_again_later(invited: Company) -> None:
    invited.chats.refuses["install"] = Unavailable("later")
    with pytest.raises(Unavailable, match="later"):
        await reach(invited.first, EVA)
    assert (await one(invited.first, "enrolments", EVA)).state is EnrolmentState.INVITED


async def test_owners_lists_count_whoever_cannot_be_reached(invited: Company) -> None:
    invited.chats.refuses["install"] = NotAllowed("no")
    await catch_up(invited.unbound)
    await reach(invited.first, EVA)
    assert "invite" in {each.kind for each in await all_of(invited.first, "changes")}

"""What has become of the invitations of one list: as owners may see it, and who has answered."""

from __future__ import annotations

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.pasted import PeopleAndGroups
from mentoring.domain.people import Role
from mentoring.usecases.enrolment.invitation import prepare
from mentoring.usecases.enrolment.inviting import confirm
from mentoring.usecases.enrolment.opened import Opened, opened_by
from tests.usecases.company import FIRST, NOW, Company, change, one
from tests.usecases.enrolment.steps import DAY, EVA
from tests.usecases.ports import chat_of

LIST = f"{FIRST}.invite-1"


@pytest.fixture
async def sent(programmes: Company) -> Company:
    """Eva is invited by Otto's list."""
    await prepare(
        programmes.first, "otto", Role.MENTEE, PeopleAndGroups("Eva; Xaver"), chat_of("owners")
    )
    await programmes.first.run(confirm, LIST)
    return programmes


async def opened(company: Company) -> list[Opened]:
    made = await one(company.first, "invites", LIST)
    return await company.first.read(lambda uow, _: list(opened_by(uow, made)))


@pytest.mark.parametrize(
    ("state", "seen", "answered"),
    [
        (EnrolmentState.INVITED, EnrolmentState.INVITED, False),
        (EnrolmentState.UNREACHABLE, EnrolmentState.UNREACHABLE, False),
        (EnrolmentState.DECLINED, EnrolmentState.INVITED, False),
        (EnrolmentState.WITHDRAWN, EnrolmentState.BEGUN, True),
        (EnrolmentState.BEGUN, EnrolmentState.BEGUN, True),
        (EnrolmentState.DONE, EnrolmentState.DONE, True),
    ],
)
async def test_a_no_looks_like_no_answer_and_a_withdrawal_like_one_that_is_begun(
    sent: Company, state: EnrolmentState, seen: EnrolmentState, *, answered: bool
) -> None:
    await change(sent.first, "enrolments", EVA, state=state)
    assert await opened(sent) == [Opened(EVA, "eva", seen, answered)]


@pytest.mark.parametrize("state", [EnrolmentState.INVITED, EnrolmentState.DECLINED])
async def test_whoever_was_asked_anew_has_answered_before(
    sent: Company, state: EnrolmentState
) -> None:
    await change(sent.first, "enrolments", EVA, state=state, earlier=EVA)
    assert await opened(sent) == [Opened(EVA, "eva", EnrolmentState.INVITED, True)]


async def test_what_was_opened_another_time_is_none_of_it(sent: Company) -> None:
    await change(sent.first, "enrolments", EVA, invited_at=NOW + DAY)
    assert await opened(sent) == []


async def test_lists_of_earlier_versions_do_not_say_when(sent: Company) -> None:
    await change(sent.first, "invites", LIST, starts_at=None)
    await change(sent.first, "enrolments", EVA, invited_at=NOW + DAY)
    assert [each.id for each in await opened(sent)] == [EVA]

"""What each side reads of a poll: its own costs, both sides' answers, never why a time does not
suit the other.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Option
from mentoring.domain.questionnaire import When
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.series import option_of
from mentoring.usecases.polls.notice import PollNotice, choice_of, poll_card
from tests.usecases.company import (
    SECOND_THURSDAY,
    STARTS,
    TANDEM,
    Company,
    enrol,
    hidden,
    one,
    series_of,
    session,
    shown,
)
from tests.usecases.polls.opened import KEY, OPTIONS, opened, poll_of

BUSY = {role: Explanation("offer-taken", {"at": STARTS[0]}, role.value) for role in Role}


async def read(company: Company, reader: str, role: Role) -> PollNotice:
    found = await shown(company.first, poll_card.name, KEY, reader, view=role)
    assert isinstance(found, PollNotice)
    return found


@pytest.mark.parametrize(
    ("role", "reader", "partner"), [(Role.MENTOR, "jan", "eva"), (Role.MENTEE, "eva", "jan")]
)
async def test_each_side_reads_the_times_for_their_session(
    company: Company, role: Role, reader: str, partner: str
) -> None:
    await opened(company)
    found = await read(company, reader, role)
    assert (found.side.id, found.reader.id, found.partner.id) == (reader, reader, partner)
    assert found.session == await one(company.first, "sessions", session(1))
    assert [choice.option for choice in found.choices] == list(OPTIONS)
    assert not found.for_somebody


async def test_a_deputy_reads_it_for_somebody(company: Company) -> None:
    await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
    await opened(company)
    found = await read(company, "dora", Role.MENTEE)
    assert (found.reader.id, found.side.id, found.for_somebody) == ("dora", "eva", True)


async def test_a_poll_about_the_whole_series_is_about_no_session(company: Company) -> None:
    await opened(company, session_id="", cause=Cause.CHANGE)
    assert (await read(company, "eva", Role.MENTEE)).session is None


@pytest.mark.parametrize(
    ("reader", "role"), [("jan", Role.MENTEE), ("eva", Role.MENTOR), ("otto", Role.MENTOR)]
)
async def test_nobody_reads_the_other_sides_card(company: Company, reader: str, role: Role) -> None:
    await opened(company)
    assert await hidden(company.first, poll_card.name, KEY, reader, view=role) == "not-yours"


async def test_another_programme_does_not_know_it(company: Company) -> None:
    await opened(company)
    assert await hidden(company.second, poll_card.name, KEY, "jan", view=Role.MENTOR) == "erased"


class TestOneTime:
    """An option as one side sees it."""

    def seen(self, option: Option, role: Role, **accepted: tuple[int, ...]) -> Any:
        return choice_of(poll_of(accepted=accepted), role, 0, option)

    @pytest.mark.parametrize(
        ("accepted", "mine", "theirs"),
        [
            ({}, False, False),
            ({"mentor": (0,)}, True, False),
            ({"mentee": (0,)}, False, True),
            ({"mentee": (1,)}, False, False),
        ],
    )
    def test_it_says_whom_it_suits(
        self, accepted: dict[str, tuple[int, ...]], mine: bool, theirs: bool
    ) -> None:
        found = self.seen(OPTIONS[0], Role.MENTOR, **accepted)
        assert (found.mine, found.theirs) == (mine, theirs)

    @pytest.mark.parametrize("role", Role)
    def test_what_it_costs_is_told_to_whom_it_costs_something(self, role: Role) -> None:
        option = Option(STARTS[0], costs={side: (why,) for side, why in BUSY.items()})
        assert self.seen(option, role).costs == (BUSY[role],)

    @pytest.mark.parametrize("role", Role)
    def test_a_series_shows_its_sessions_and_what_this_side_may_know(self, role: Role) -> None:
        why = Explanation("pattern")
        series = replace(
            option_of(TANDEM, series_of(SECOND_THURSDAY)), explanations=(why, *BUSY.values())
        )
        found = self.seen(Option(STARTS[0], series=series), role)
        assert found.sessions == series.sessions
        assert found.explanations == (why, BUSY[role])

    def test_a_single_time_has_no_sessions(self) -> None:
        assert self.seen(replace(OPTIONS[0]), Role.MENTOR).sessions == ()

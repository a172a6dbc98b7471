"""What there is of a tandem in Microsoft 365 is cleared away, and the receipt counts what was."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from mentoring.domain.errors import Gone, NotAllowed
from mentoring.domain.intervention import Receipt
from mentoring.domain.tandem import TandemState
from mentoring.usecases.changes.handover import hand_over
from mentoring.usecases.common.effects import plainly
from mentoring.usecases.launch.clearing_away import clear_away
from mentoring.usecases.launch.ending import close
from mentoring.usecases.launch.leaving import leave_team, who_goes
from tests.usecases.company import OTHER, TANDEM, Company, change


@pytest.fixture
async def over(enrolled: Company) -> Company:
    """Jan's and Eva's tandem is over."""
    await enrolled.first.run(lambda uow, _: close(uow, TANDEM))
    return enrolled


async def cleared(company: Company) -> tuple[Receipt, bool]:
    return await clear_away(company.first, TANDEM, plainly, "ended")


async def test_the_receipt_counts_all_of_it(over: Company) -> None:
    assert await cleared(over) == (Receipt(6, 2, archived=True), True)
    assert over.teams.people["team"] == {"otto"}
    assert {each.comment for each in over.outlook.cancelled} == {"ended in de, de"}


class TestWhoLeavesTheTeam:
    """Counted is who is taken out of it, and nobody else."""

    async def test_who_had_left_it_by_themselves(self, over: Company) -> None:
        """issue 13: they stood in the receipt as taken out."""
        over.teams.people["team"] -= {"jan"}
        assert (await cleared(over))[0].left_team == 1

    async def test_who_owns_the_team_stays_in_it(self, over: Company) -> None:
        over.teams.owners = {"otto", "eva"}
        assert (await cleared(over))[0].left_team == 1
        assert over.teams.people["team"] == {"eva", "otto"}

    async def test_of_an_attempt_that_was_broken_off_both_are_counted(self, over: Company) -> None:
        """Who goes is recorded before anybody does; what is repeated finds them gone."""
        going = await who_goes(over.first, "team", ("jan", "eva"))
        await leave_team(over.first, "team", going)
        assert await leave_team(over.first, "team", going) == 2

    async def test_who_is_seated_there_meanwhile_is_let_in_again(
        self, over: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        remove = over.teams.remove_members

        async def at_that_moment(team_id: str, people: Sequence[str]) -> None:
            await remove(team_id, people)
            await change(over.second, "tandems", OTHER, team_id="team")

        monkeypatch.setattr(over.teams, "remove_members", at_that_moment)
        assert (await cleared(over))[0].left_team == 1
        assert over.teams.people["team"] == {"jan", "otto"}

    async def test_who_is_seated_there_before_it_stays(self, over: Company) -> None:
        going = await who_goes(over.first, "team", ("jan", "eva"))
        await change(over.second, "tandems", OTHER, team_id="team")
        assert await leave_team(over.first, "team", going) == 1
        assert over.teams.people["team"] == {"jan", "otto"}


async def test_sessions_that_stand_in_no_calendar_are_not_counted_as_cancelled(
    over: Company,
) -> None:
    """They were planned for a series that was never booked."""
    await change(over.first, "tandems", TANDEM, series_id="")
    assert (await cleared(over))[0].cancelled == 0


@pytest.mark.parametrize(
    "call", ["archive_channel", "members", "remove_members"], ids=lambda call: call
)
async def test_what_is_refused_keeps_nothing_else_from_being_cleared_away(
    over: Company, call: str
) -> None:
    over.teams.refuses[call] = NotAllowed("no")
    receipt, clear = await cleared(over)
    assert (receipt.cancelled, clear) == (6, False)


async def test_in_a_team_that_is_gone_nobody_is_left(over: Company) -> None:
    """It was deleted by hand: owners read that both were still in it, whatever was tried."""
    over.teams.refuses["members"] = Gone("no team found")
    assert await cleared(over) == (Receipt(6, 0, archived=True), True)


async def test_after_a_handover_that_was_refused_the_old_series_is_counted_and_ended(
    over: Company,
) -> None:
    """issue 13: it stayed in both calendars, and the receipt said that nothing did."""
    await change(over.first, "tandems", TANDEM, state=TandemState.LAUNCHED)
    over.outlook.refuses["end_series"] = NotAllowed("no")
    await hand_over(over.first, TANDEM)
    await over.first.run(lambda uow, _: close(uow, TANDEM))
    receipt, clear = await cleared(over)
    assert (receipt.cancelled, clear) == (0, False), "it still cannot be ended"
    del over.outlook.refuses["end_series"]
    assert await cleared(over) == (Receipt(6, 0, archived=True), True)
    assert [each for each in over.outlook.of("jan") if each.invited == ("eva",)] == []
    assert {each.comment for each in over.outlook.cancelled} == {"ended in de, de"}

"""With a cycle ends all that has not begun in it: tandems that were not launched, and open offers;
everybody concerned reads how it is.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.closing import ClosingState
from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.errors import NotAllowed
from mentoring.domain.people import Role
from mentoring.domain.tandem import LEFT_OUT, NOT_CLEAR, TandemState
from mentoring.ports.messenger import Chat
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.enrolment import next_cycle
from mentoring.usecases.enrolment.cycle_review import review
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.closing_card import closing_card
from mentoring.usecases.launch.ending import close
from mentoring.usecases.launch.thanks import thanks_card
from tests.usecases.company import (
    FIRST,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    one,
    refused,
    shown,
    told,
)
from tests.usecases.company import NOW as ENDS_AT
from tests.usecases.launch.ready import key, ready, the_tandem, told_of

CHAT = Chat("19:owners", "https://service.example/")


async def confirmed(company: Company) -> str:
    """The id of a closing of the first programme that has just been confirmed."""
    made = await company.first.run(closing.prepare, "otto", CHAT)
    await company.first.run(closing.confirm, made.id)
    return made.id


async def over(company: Company, made: str, number: int = 7) -> None:
    """The tandem of this number has ended with the closing."""
    await closing.end_tandem(company.first, f"{made}:{key(company.first, number)}")


class TestATandemWhoseLaunchWasRefused:
    """Nobody ended it: its channel stayed open, and its series in a calendar, for good."""

    @pytest.fixture
    async def troubled(self, company: Company) -> Company:
        """Beside Jan's and Eva's, one whose series was refused after its channel had been opened
        and some of its sessions booked.
        """
        await ready(
            company.first, 7, trouble="series-rejected-mentor", team_id="t", channel_id="c7"
        )
        return company

    async def test_the_preview_counts_it(self, troubled: Company) -> None:
        made = await troubled.first.run(closing.prepare, "otto", CHAT)
        notice = await shown(troubled.first, closing_card.name, made.id, "otto")
        assert (made.tandems, notice.running, notice.not_begun) == (2, 2, 1)
        assert notice.channels == 1, "that of the other one, which can still be read"

    async def test_its_channel_is_archived_and_nobody_is_thanked_for_nothing(
        self, troubled: Company
    ) -> None:
        made, seventh = await confirmed(troubled), key(troubled.first, 7)
        assert f"{made}:{seventh}" in await asked_for(troubled.first, "end_tandem")
        await over(troubled, made)
        ended = await the_tandem(troubled.first, 7)
        assert (ended.state, ended.ended_at, ended.trouble) == (TandemState.CLOSED, ENDS_AT, "")
        assert "c7" in str(troubled.teams.archived)
        assert await all_of(troubled.first, "pairs") == [], "they may be brought together again"

    async def test_both_leave_the_team_that_they_were_let_into(self, troubled: Company) -> None:
        """issue 13: they stayed in it, though nothing else needed them there."""
        troubled.teams.people["t"] = {"mentor7", "mentee7", "otto"}
        await over(troubled, await confirmed(troubled))
        assert troubled.teams.people["t"] == {"otto"}

    async def test_what_is_left_there_is_named(self, troubled: Company) -> None:
        troubled.teams.people["t"] = {"mentor7", "mentee7"}
        troubled.teams.refuses["remove_members"] = NotAllowed("no")
        made = await confirmed(troubled)
        await over(troubled, made)
        assert (await the_tandem(troubled.first, 7)).trouble == NOT_CLEAR
        del troubled.teams.refuses["remove_members"]
        await over(troubled, made)
        assert (await the_tandem(troubled.first, 7)).trouble == ""
        assert troubled.teams.people["t"] == set()

    @pytest.mark.parametrize("steps", [0, 1, 2])
    async def test_who_reads_on_in_another_tandem_stays_in_the_team(
        self, troubled: Company, steps: int
    ) -> None:
        """Whether that one is still to end, is just ending, or has ended with the cycle."""
        await change(troubled.first, "tandems", TANDEM, mentor_id="mentor7", team_id="t")
        troubled.teams.people["t"] = {"mentor7", "mentee7", "eva"}
        made = await confirmed(troubled)
        if steps == 1:
            await troubled.first.run(lambda uow, _: close(uow, TANDEM))
        if steps == 2:
            await closing.end_tandem(troubled.first, f"{made}:{TANDEM}")
        await over(troubled, made)
        assert troubled.teams.people["t"] == {"mentor7", "eva"}

    async def test_both_read_that_it_could_not_begin(self, troubled: Company) -> None:
        for _ in range(2):
            await over(troubled, await confirmed_once(troubled))
        assert await told(troubled.first, thanks_card.name) == ["mentee7", "mentor7"]
        seventh = key(troubled.first, 7)
        found = await shown(troubled.first, thanks_card.name, seventh, "mentee7")
        text = str(render(found, Words("en")).content)
        assert "could not begin" in text
        assert "channel" not in text

    async def test_both_come_first_next_time(self, troubled: Company) -> None:
        made = await confirmed(troubled)
        for _ in range(2):
            await over(troubled, made)
        for role, person in ((Role.MENTOR, "mentor7"), (Role.MENTEE, "mentee7")):
            found = await one(troubled.first, "enrolments", enrolment_id(FIRST, role, person))
            assert found.priority == 1

    async def test_it_is_counted_as_no_tandem(self, troubled: Company) -> None:
        await over(troubled, await confirmed(troubled))
        assert (await troubled.first.read(review, frozenset())).tandems == 1

    async def test_the_receipt_waits_for_it(self, troubled: Company) -> None:
        made = await confirmed(troubled)
        await closing.end_tandem(troubled.first, f"{made}:{TANDEM}")
        await catch_up(troubled.unbound)
        assert (await one(troubled.first, "closings", made)).state is ClosingState.RUNNING
        await over(troubled, made)
        await catch_up(troubled.unbound)
        assert (await one(troubled.first, "closings", made)).state is ClosingState.DONE


async def confirmed_once(company: Company) -> str:
    """The id of the closing, confirmed by the first who asks."""
    known = await all_of(company.first, "closings")
    return known[0].id if known else await confirmed(company)


async def test_the_preview_follows_when_the_round_of_an_offer_is_over(company: Company) -> None:
    """It no longer seems open then, and ends with nothing."""
    await ready(company.first, 3, state=TandemState.RELEASED)
    made = await company.first.run(closing.prepare, "otto", CHAT)
    await catch_up(company.first)
    (before,) = await all_of(company.first, "postings", kind="closing")
    third = key(company.first, 3)
    await company.first.run(
        lambda uow, _: uow.tandems.put(replace(uow.tandems.need(third), told_left_over=True))
    )
    await catch_up(company.first)
    assert (await one(company.first, "postings", before.id)).wanted > before.wanted
    assert (await shown(company.first, closing_card.name, made.id, "otto")).offers == 0


@pytest.mark.parametrize("trouble", ["", LEFT_OUT])
async def test_two_who_were_never_launched_read_it_too(company: Company, trouble: str) -> None:
    """A launch that was taken back and not repeated, say: they would have waited for good."""
    await ready(company.first, 7, trouble=trouble)
    await over(company, await confirmed(company))
    assert (await the_tandem(company.first, 7)).state is TandemState.CLOSED
    assert await told(company.first, thanks_card.name) == ["mentee7", "mentor7"]


async def test_open_offers_end_with_the_cycle(company: Company) -> None:
    """Who had said yes to one after the end would have waited for good."""
    await ready(company.first, 3, state=TandemState.ASKED_MENTEE, mentor_agreed=True)
    made = await company.first.run(closing.prepare, "otto", CHAT)
    notice = await shown(company.first, closing_card.name, made.id, "otto")
    assert notice.offers == 1
    await company.first.run(closing.confirm, made.id)
    assert (await the_tandem(company.first, 3)).state is TandemState.RELEASED
    assert await told_of(company) == ["mentee3", "mentor3"]


class TestWhereNothingHasBegun:
    """After a launch that was taken back, say: such a cycle could neither be closed nor be followed
    by another one.
    """

    @pytest.fixture
    async def agreed(self, company: Company) -> Company:
        """Jan's and Eva's tandem is over; two others have agreed, and were never launched."""
        ended = {"state": TandemState.CLOSED, "ended_at": ENDS_AT}
        await change(company.first, "tandems", TANDEM, **ended)
        await ready(company.first, 7)
        return company

    async def test_the_preview_says_that_none_runs(self, agreed: Company) -> None:
        made = await agreed.first.run(closing.prepare, "otto", CHAT)
        notice = await shown(agreed.first, closing_card.name, made.id, "otto")
        text = str(render(notice, Words("en")).content)
        assert "No tandem is running" in text
        assert "ends before it has begun" in text
        assert "Past sessions" not in text

    async def test_it_ends_and_the_receipt_says_so(self, agreed: Company) -> None:
        made = await confirmed(agreed)
        await over(agreed, made)
        await catch_up(agreed.unbound)
        assert (await one(agreed.unbound, "cycles", FIRST)).state is CycleState.CLOSED
        notice = await shown(agreed.first, closing_card.name, made, "otto")
        text = str(render(notice, Words("en")).content)
        assert "None of them had begun" in text
        assert "thanked" not in text
        assert await told(agreed.first, thanks_card.name) == ["mentee7", "mentor7"]

    async def test_then_the_next_cycle_can_be_opened(self, agreed: Company) -> None:
        with refused("cycle-runs", cycle=1):
            await agreed.first.run(next_cycle.prepare, "otto", CHAT)
        await over(agreed, await confirmed(agreed))
        await catch_up(agreed.unbound)
        await agreed.first.run(next_cycle.prepare, "otto", CHAT)
        assert await told(agreed.first, next_cycle.next_cycle_card.name) == ["otto"]

    async def test_nor_is_one_that_runs_wanted_to_confirm_it(self, company: Company) -> None:
        """The last one that ran has ended since the preview."""
        await ready(company.first, 7)
        made = await company.first.run(closing.prepare, "otto", CHAT)
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        await company.first.run(closing.confirm, made.id)
        ending = await asked_for(company.first, "end_tandem")
        assert ending == [f"{made.id}:{key(company.first, 7)}"]

    async def test_a_cycle_that_is_over_is_not_closed_once_more(self, agreed: Company) -> None:
        """Versions before left those who had agreed behind: *new cycle* releases them."""
        await change(agreed.unbound, "cycles", FIRST, state=CycleState.CLOSED)
        with refused("close-nobody"):
            await agreed.first.run(closing.prepare, "otto", CHAT)

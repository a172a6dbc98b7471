"""What a handover leaves in calendars that is refused, or still under way when its tandem ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from mentoring.domain.errors import NotAllowed, Rejected, Unavailable
from mentoring.domain.series import Ending, Plan
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.calendar import Booked, SeriesWish
from mentoring.usecases.changes.handover import hand_over, let_go
from mentoring.usecases.changes.unfinished import end_both, in_calendars
from mentoring.usecases.launch.clearing_away import end_series
from mentoring.usecases.polls.booking import book_slot
from mentoring.usecases.polls.replaced import end_replaced
from mentoring.usecases.sessions.booking import session_wish
from tests.usecases.company import (
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    one,
    put,
    session,
)
from tests.usecases.polls.opened import KEY, OPTIONS, agreed

DAY = timedelta(days=1)


async def handed_over(company: Company, *refused: str) -> Tandem:
    """The tandem, whose handover found these calls refused; from then on they are not."""
    for call in refused:
        company.outlook.refuses[call] = Rejected("no")
    await hand_over(company.first, TANDEM)
    company.outlook.refuses.clear()
    found: Tandem = await one(company.first, "tandems", TANDEM)
    return found


async def over(company: Company) -> None:
    """The tandem ends, and what the handover left is looked after."""
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    await end_series(company.first, TANDEM, "ended")


def of_the_two(company: Company) -> list[datetime]:
    """When Jan and Eva meet by either calendar."""
    both = (*company.outlook.of("jan"), *company.outlook.of("eva"))
    return [each.start for each in both if each.invited in {("eva",), ("jan",)}]


@pytest.fixture
async def alone(company: Company) -> Company:
    """Their second session has an event of its own."""
    when, tandem = STARTS[1] + DAY, await one(company.first, "tandems", TANDEM)
    wish = await company.first.read(session_wish, tandem, when, 120, "own")
    own = await company.outlook.book_session(wish)
    del company.outlook.events["series-1/20270309"]
    facts = {"start": when, "state": "moved", "event_id": own.id}
    await change(company.first, "sessions", session(2), **facts)
    return company


def refuses_to_end(company: Company, patch: pytest.MonkeyPatch) -> None:
    """The old calendar does."""
    end_series = company.outlook.end_series

    async def only_hers(organizer: str, *rest: Any) -> None:
        if organizer == "jan":
            raise NotAllowed("the mailbox is gone")
        await end_series(organizer, *rest)

    patch.setattr(company.outlook, "end_series", only_hers)


@pytest.mark.parametrize("call", ["end_series", "cancel", "book", "adjust", "book_session"])
async def test_whatever_was_refused_nothing_stays_after_the_end(alone: Company, call: str) -> None:
    await handed_over(alone, call)
    await over(alone)
    assert of_the_two(alone) == []


@pytest.mark.parametrize("call", ["giving", "book", "adjust", "book_session"])
async def test_what_was_refused_leaves_all_as_it_was(
    alone: Company, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """In the calendars, and in what we know of them: where a session is moved to, and what Outlook
    tells of it, counts in the old one again.
    """
    before, sessions = of_the_two(alone), await all_of(alone.first, "sessions", tandem_id=TANDEM)
    tandem = await one(alone.first, "tandems", TANDEM)
    if call == "adjust":
        await change(alone.first, "sessions", session(3), start=STARTS[2] + DAY, state="moved")
        sessions = await all_of(alone.first, "sessions", tandem_id=TANDEM)
    if call == "giving":
        refuses_to_end(alone, monkeypatch)
    refused = await handed_over(alone, *({call} - {"giving"}))
    assert refused.trouble == f"handover-{'giving' if call == 'giving' else 'taking'}"
    assert of_the_two(alone) == before
    assert refused == replace(tandem, organizer_id="jan", trouble=refused.trouble)
    assert await all_of(alone.first, "sessions", tandem_id=TANDEM) == sessions


async def test_a_single_session_that_the_old_calendar_keeps_is_ended_later(alone: Company) -> None:
    """Its series had ended by then, so the new one counts."""
    before = of_the_two(alone)
    assert (await handed_over(alone, "cancel")).organizer_id == "eva"
    await end_replaced(alone.first, TANDEM)
    assert sorted(each.start for each in alone.outlook.of("eva")) == sorted(before)
    assert [each for each in alone.outlook.of("jan") if each.invited == ("eva",)] == []


@pytest.mark.parametrize("call", ["book", "adjust", "book_session"])
async def test_what_the_new_calendar_refuses_stays_in_the_old_one(
    alone: Company, call: str
) -> None:
    """Neither held anything then, until owners had it tried again."""
    before = of_the_two(alone)
    if call == "adjust":
        await change(alone.first, "sessions", session(3), start=STARTS[2] + DAY, state="moved")
    assert (await handed_over(alone, call)).trouble == "handover-taking"
    assert of_the_two(alone) == before
    await hand_over(alone.first, TANDEM)
    assert alone.outlook.of("eva")
    assert [each for each in alone.outlook.of("jan") if each.invited == ("eva",)] == []


@pytest.mark.parametrize("call", ["book", "book_session", "adjust", "end_series", "cancel"])
async def test_wherever_it_is_interrupted_all_of_it_stands_in_one_calendar(
    alone: Company, call: str
) -> None:
    before = set(of_the_two(alone))
    alone.outlook.refuses[call] = Unavailable("nobody answers")
    with pytest.raises(Unavailable, match="nobody answers"):
        await hand_over(alone.first, TANDEM)
    assert before <= set(of_the_two(alone))
    alone.outlook.refuses.clear()
    await hand_over(alone.first, TANDEM)
    assert {each.start for each in alone.outlook.of("eva")} == before


async def test_an_old_calendar_that_is_gone_keeps_nothing_in_the_new_one(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    await handed_over(company, "adjust", "end_series")
    assert company.outlook.of("eva")
    refuses_to_end(company, monkeypatch)
    with pytest.raises(NotAllowed, match="the mailbox is gone"):
        await over(company)
    assert company.outlook.of("eva") == []


async def test_what_was_stays(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        refuses_to_end(company, patch)
        assert (await handed_over(company)).trouble == "handover-giving"
    assert of_the_two(company) == list(STARTS)
    company.clock.moment = STARTS[1] + DAY
    await over(company)
    assert of_the_two(company) == list(STARTS[:2])


async def test_a_calendar_that_took_nothing_is_no_trouble_again(company: Company) -> None:
    await handed_over(company, "book")
    company.outlook.refuses["booked_as"] = NotAllowed("no")
    await over(company)
    assert of_the_two(company) == []


async def test_where_no_handover_is_unfinished_nothing_is_ended(company: Company) -> None:
    await handed_over(company)
    await end_both(company.first, TANDEM, "ended")
    assert of_the_two(company) == list(STARTS)


async def test_one_that_goes_on_after_the_end_books_nothing(company: Company) -> None:
    """Microsoft 365 was away between its steps."""
    await company.first.run(let_go, TANDEM)
    await over(company)
    await hand_over(company.first, TANDEM)
    assert of_the_two(company) == []


@pytest.mark.parametrize("call", ["book", "book_session"])
async def test_nor_does_one_that_books_at_that_moment(
    alone: Company, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    book = getattr(alone.outlook, call)

    async def meanwhile(wish: SeriesWish) -> Booked:
        await over(alone)
        made: Booked = await book(wish)
        return made

    monkeypatch.setattr(alone.outlook, call, meanwhile)
    await hand_over(alone.first, TANDEM)
    assert of_the_two(alone) == []


class TestWhatStandsInCalendars:
    """As receipts and previews count it."""

    async def counted(self, company: Company, tandem: Tandem) -> Sequence[str]:
        rows = await all_of(company.first, "sessions", tandem_id=TANDEM)
        return [each.id for each in in_calendars(tandem, rows)]

    async def test_the_old_series_of_a_handover(self, alone: Company) -> None:
        tandem = await handed_over(alone, "end_series")
        assert len(await self.counted(alone, tandem)) == 6

    async def test_single_sessions_of_one(self, company: Company) -> None:
        await company.first.run(let_go, TANDEM)
        ending = Ending("1", "jan", own=(session(2),))
        tandem = replace(await handed_over(company), series_id="", plan=Plan(ending=ending))
        assert await self.counted(company, tandem) == [session(2)]

    async def test_the_old_one_where_the_new_one_took_nothing(self, alone: Company) -> None:
        tandem = await handed_over(alone, "book")
        assert len(await self.counted(alone, tandem)) == 6


class TestRefusedAfterTheOldOneHasEnded:
    """Killed there, and refused from then on: the two were left with nothing."""

    @pytest.fixture
    async def before(self, alone: Company) -> list[datetime]:
        return sorted(of_the_two(alone))

    def refuse_all(self, company: Company) -> None:
        for call in ("book", "book_session", "adjust", "cancel", "end_series", "booked_as"):
            company.outlook.refuses[call] = NotAllowed("no longer")

    def then(self, company: Company, patch: pytest.MonkeyPatch, error: Exception | None) -> None:
        """Once the old series has ended everything is refused."""
        end_series = company.outlook.end_series

        async def ended(*what: Any) -> None:
            await end_series(*what)
            self.refuse_all(company)
            if error:
                raise error

        patch.setattr(company.outlook, "end_series", ended)

    async def later(self, company: Company) -> None:
        """Nothing is refused any more."""
        company.outlook.refuses.clear()
        assert await asked_for(company.first, "end_replaced") == [TANDEM]
        await end_replaced(company.first, TANDEM)

    async def with_eva_alone(self, company: Company) -> list[datetime]:
        tandem = await one(company.first, "tandems", TANDEM)
        assert (tandem.organizer_id, tandem.plan.ending, tandem.trouble) == ("eva", None, "")
        assert [e for e in company.outlook.of("jan") if e.invited == ("eva",)] == []
        rows = await all_of(company.first, "sessions", tandem_id=TANDEM)
        assert all(tandem.series_id or each.event_id for each in rows)
        return [each.start for each in company.outlook.of("eva")]

    async def test_what_was_booked_is_kept(
        self, alone: Company, before: list[datetime], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.then(alone, monkeypatch, None)
        await hand_over(alone.first, TANDEM)
        monkeypatch.undo()
        await self.later(alone)
        assert await self.with_eva_alone(alone) == before

    async def test_also_by_whoever_goes_on_with_it(
        self, alone: Company, before: list[datetime], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patch:
            self.then(alone, patch, Unavailable("killed"))
            with pytest.raises(Unavailable, match="killed"):
                await hand_over(alone.first, TANDEM)
        await hand_over(alone.first, TANDEM)
        await self.later(alone)
        assert await self.with_eva_alone(alone) == before

    async def test_what_may_be_left_of_the_old_one_is_ended_as_soon_as_may_be(
        self, company: Company
    ) -> None:
        """Nobody answered when it was to be ended; then it was refused."""
        company.outlook.refuses["end_series"] = Unavailable("nobody answers")
        with pytest.raises(Unavailable, match="nobody answers"):
            await hand_over(company.first, TANDEM)
        self.refuse_all(company)
        await hand_over(company.first, TANDEM)
        await self.later(company)
        assert await self.with_eva_alone(company) == list(STARTS)

    async def test_what_the_two_book_until_it_could_be_taken_out_stands_once(
        self, alone: Company, before: list[datetime]
    ) -> None:
        """The first attempt left something in the new calendar, the second one did not."""
        self.refuse_all(alone)
        alone.outlook.refuses.pop("book")
        await hand_over(alone.first, TANDEM)
        alone.outlook.refuses.clear()
        await put(alone.first, "polls", agreed())
        await book_slot(alone.first, KEY)
        await change(alone.first, "tandems", TANDEM, trouble="")
        alone.outlook.refuses["book_session"] = NotAllowed("no")
        await hand_over(alone.first, TANDEM)
        alone.outlook.refuses.clear()
        await change(alone.first, "tandems", TANDEM, trouble="")
        await hand_over(alone.first, TANDEM)
        moved = sorted([OPTIONS[0].start, *(each for each in before if each != STARTS[0])])
        assert await self.with_eva_alone(alone) == moved

    async def test_what_may_not_even_be_taken_out_is_found_by_the_next_attempt(
        self, company: Company
    ) -> None:
        """It was booked a second time."""
        self.refuse_all(company)
        company.outlook.refuses.pop("book")
        await hand_over(company.first, TANDEM)
        assert (await one(company.first, "tandems", TANDEM)).trouble == "handover-taking"
        company.outlook.refuses.clear()
        await change(company.first, "tandems", TANDEM, trouble="")
        await hand_over(company.first, TANDEM)
        assert await self.with_eva_alone(company) == list(STARTS)

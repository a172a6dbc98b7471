"""Further sessions that two have agreed on: owners read how many a closing cancels, and the two
that theirs are.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.poll import Cause, Poll, PollState
from mentoring.domain.tandem import TandemState
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.closing_card import ClosingNotice, closing_card
from mentoring.usecases.launch.ending import close
from mentoring.usecases.launch.further_sessions import further_ahead, further_sessions
from mentoring.usecases.launch.thanks import ThanksNotice, thanks_card
from tests.usecases.company import STARTS, TANDEM, Company, all_of, put, shown
from tests.usecases.launch.closings import CHAT
from tests.usecases.launch.ready import ready

MORE = 2


@pytest.fixture
async def going_on(company: Company) -> Company:
    """Eva and Jan have agreed on two further sessions, and their planned ones are over."""
    found = await all_of(company.first, "sessions", tandem_id=TANDEM)
    last = max(found, key=lambda each: each.number)
    for ahead in range(1, MORE + 1):
        at, number = STARTS[-1] + timedelta(days=28 * ahead), last.number + ahead
        key = f"{TANDEM}:{number:03d}"
        more = replace(last, id=key, number=number, planned=at, start=at, event_id=f"e{ahead}")
        await put(company.first, "sessions", more)
    poll = Poll("poll-1", TANDEM, "", Cause.EXTEND, 120, STARTS[-1], PollState.BOOKED)
    await put(company.first, "polls", replace(poll, further=MORE))
    company.clock.moment = STARTS[-1] + timedelta(days=1)
    return company


async def preview(company: Company) -> ClosingNotice:
    made = await company.first.run(closing.prepare, "otto", CHAT)
    found = await shown(company.first, closing_card.name, made.id, "otto")
    assert isinstance(found, ClosingNotice)
    return found


async def thanks(company: Company) -> ThanksNotice:
    await company.first.run(lambda uow, _: close(uow, TANDEM))
    await company.first.run(closing.ended, "", TANDEM, clear=True)
    found = await shown(company.first, thanks_card.name, TANDEM, "eva")
    assert isinstance(found, ThanksNotice)
    return found


async def test_they_are_those_behind_the_planned_ones(going_on: Company) -> None:
    found = await going_on.first.read(lambda uow, _: further_sessions(uow, TANDEM))
    assert [each.number for each in found] == [len(STARTS) + 1, len(STARTS) + 2]


async def test_owners_read_before_a_closing_how_many_it_cancels(going_on: Company) -> None:
    """A number, of all that were agreed on, whoever had proposed them; never whose."""
    await ready(going_on.first, *range(2, 6), state=TandemState.LAUNCHED)
    found = await preview(going_on)
    assert (found.ahead, found.further) == (MORE, MORE)
    said = str(render(found, Words("de")).content)
    assert "Davon zusätzlich verabredet" in said
    assert "Eva" not in said


async def test_in_a_small_group_the_number_would_tell_who_goes_on(going_on: Company) -> None:
    found = await preview(going_on)
    assert (found.running, found.ahead, found.further) == (1, None, 0)
    assert "alle werden freundlich abgesagt" in str(render(found, Words("de")).content)


async def test_what_was_planned_is_not_counted(company: Company) -> None:
    await ready(company.first, *range(2, 6), state=TandemState.LAUNCHED)
    found = await preview(company)
    assert (found.ahead, found.further) == (len(STARTS), 0)
    assert "zusätzlich" not in str(render(found, Words("de")).content)


async def test_where_nothing_runs_nothing_is_counted(going_on: Company) -> None:
    now = going_on.clock.moment
    assert await going_on.first.read(lambda uow, _: further_ahead(uow, [], now)) == 0


async def test_the_two_read_that_theirs_are_cancelled(going_on: Company) -> None:
    found = await thanks(going_on)
    assert found.called_off == MORE
    assert "An euch lag es nicht" in str(render(found, Words("de")).content)


async def test_one_that_took_place_was_not(going_on: Company) -> None:
    going_on.clock.moment += timedelta(days=28)
    assert (await thanks(going_on)).called_off == MORE - 1


async def test_whoever_had_none_reads_nothing_of_it(company: Company) -> None:
    company.clock.moment = STARTS[1]
    found = await thanks(company)
    assert found.called_off == 0

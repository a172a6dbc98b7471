"""A launch's card says of each tandem that it could not set up who, why, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.launch import Choice
from mentoring.domain.tandem import LEFT_OUT, ByHand, TandemState
from mentoring.usecases.launch.card import LaunchNotice, launch_card
from mentoring.usecases.launch.deciding import Problem, decide
from mentoring.usecases.launch.troubles import Trouble, Turn
from tests.usecases.company import Company, change, shown
from tests.usecases.launch.ready import in_trouble, key, ready


async def card(company: Company, owner: str = "otto") -> LaunchNotice:
    made = f"{company.first.cycle_id}.launch-1"
    found: LaunchNotice = await shown(company.first, launch_card.name, made, owner)
    return found


async def lines(company: Company) -> Sequence[Trouble]:
    return (await card(company)).troubles


async def test_each_has_a_line(programmes: Company) -> None:
    await in_trouble(programmes.first, 2, 1)
    found = await lines(programmes)
    assert [(e.number, e.mentor, e.mentee, e.code, e.turn) for e in found] == [
        (number, f"Mentor{number}", f"Mentee{number}", "member-disabled-mentee", Turn.OPEN)
        for number in (1, 2)
    ]


@pytest.mark.parametrize(
    ("changes", "turn"),
    [
        ({"state": TandemState.LAUNCHING, "trouble": ""}, Turn.AGAIN),
        ({"state": TandemState.LAUNCHED, "trouble": ""}, Turn.LAUNCHED),
        ({"state": TandemState.LAUNCHED, "trouble": "", "by_hand": ByHand.ROOM}, Turn.ROOM),
        ({"state": TandemState.LAUNCHED, "trouble": "", "by_hand": ByHand.DATES}, Turn.DATES),
        ({"state": TandemState.LAUNCHED, "trouble": "", "by_hand": ByHand.BOTH}, Turn.BOTH),
        ({"trouble": LEFT_OUT}, Turn.LEFT_OUT),
        ({"state": TandemState.RELEASED}, Turn.OVER),
        ({"launch_id": "p1c1.launch-2"}, Turn.OVER),
    ],
)
async def test_how_it_stands_with_it(
    programmes: Company, changes: dict[str, object], turn: Turn
) -> None:
    await in_trouble(programmes.first, 1)
    await change(programmes.first, "tandems", key(programmes.first, 1), **changes)
    (line,) = await lines(programmes)
    assert (line.turn, line.code) == (turn, "member-disabled-mentee")


async def test_who_decided_last_is_named(programmes: Company) -> None:
    made = await in_trouble(programmes.first, 1)
    problem = Problem(made, key(programmes.first, 1), 0)
    await programmes.first.run(decide, "olga", problem, Choice.LEAVE_OUT)
    (line,) = await lines(programmes)
    assert (line.by, line.decided, line.code) == ("Olga", 1, "member-disabled-mentee")


async def test_it_says_that_another_attempt_was_in_vain(programmes: Company) -> None:
    """Else the card looks as if nobody had pressed *Retry*."""
    made, the_one = await in_trouble(programmes.first, 1), key(programmes.first, 1)
    assert "Tried again" not in str(render(await card(programmes), Words("en")).content)
    await programmes.first.run(decide, "olga", Problem(made, the_one, 0), Choice.RETRY)
    failed = {"state": TandemState.ACCEPTED, "trouble": "member-disabled-mentee"}
    await change(programmes.first, "tandems", the_one, **failed)
    told = str(render(await card(programmes), Words("en")).content)
    assert "Tried again, decided by Olga. It did not work this time either." in told


async def test_whoever_decided_last_is_named_by_whatever_clock(programmes: Company) -> None:
    """The clock of one server may be a minute behind that of another."""
    made, the_one = await in_trouble(programmes.first, 1), key(programmes.first, 1)
    await programmes.first.run(decide, "olga", Problem(made, the_one, 0), Choice.RETRY)
    await change(
        programmes.first, "tandems", the_one, state=TandemState.ACCEPTED, trouble="member-both"
    )
    programmes.clock.moment -= timedelta(minutes=1)
    await programmes.first.run(decide, "otto", Problem(made, the_one, 1), Choice.LEAVE_OUT)
    (line,) = await lines(programmes)
    assert (line.by, line.decided, line.code) == ("Otto", 2, "member-both")


async def test_those_that_wait_for_a_decision_come_first(programmes: Company) -> None:
    made = await in_trouble(programmes.first, 1, 2, 3)
    problem = Problem(made, key(programmes.first, 1), 0)
    await programmes.first.run(decide, "olga", problem, Choice.LEAVE_OUT)
    assert [line.number for line in await lines(programmes)] == [2, 3, 1]
    assert (await card(programmes)).open == 2


async def test_more_than_a_few_come_by_pages(programmes: Company) -> None:
    await in_trouble(programmes.first, *range(1, 9))
    found = await card(programmes)
    assert (len(found.troubles), found.page, found.pages, found.open) == (6, 0, 2, 8)


async def test_they_begin_on_the_first_page_whichever_one_the_preview_showed(
    programmes: Company,
) -> None:
    made = await in_trouble(programmes.first, *range(1, 9))
    pages = [
        (await shown(programmes.first, launch_card.name, made, "otto", view=view, page=1)).page
        for view in ("foreseen", "")
    ]
    assert pages == [0, 1]


async def test_an_owners_own_is_none_of_theirs(programmes: Company) -> None:
    await in_trouble(programmes.first, 1, 2)
    await change(programmes.first, "tandems", key(programmes.first, 2), mentee_id="otto")
    found = await card(programmes)
    assert ([line.number for line in found.troubles], found.left_out, found.open) == ([1], 1, 1)


async def test_a_launch_without_any_has_none(programmes: Company) -> None:
    await in_trouble(programmes.first)
    await ready(programmes.first, 1)
    found = await card(programmes)
    assert (found.troubles, found.left_out, found.open) == ((), 0, 0)


@pytest.mark.parametrize("left_out", [True, False])
@pytest.mark.parametrize("channel", ["c1", ""])
async def test_owners_read_that_a_channel_is_open_already(
    programmes: Company, channel: str, *, left_out: bool
) -> None:
    """The two are members of it: that they hear nothing was not the whole truth."""
    await in_trouble(programmes.first, 1, trouble="series-no-mailbox-mentor", channel_id=channel)
    if left_out:
        await change(programmes.first, "tandems", key(programmes.first, 1), trouble=LEFT_OUT)
    found = str(render(await card(programmes), Words("en")).content)
    assert ("open already" in found) is bool(channel)

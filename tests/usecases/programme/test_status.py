"""How the programme stands for its owners: counts, what comes next, what waits for them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.posting import OLDER
from mentoring.domain.programme import Programme
from mentoring.domain.scheduling.settings import Region, SchedulingRules
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.messenger import Chat
from mentoring.storage.shape import Shape
from mentoring.usecases.programme.needs import Need
from mentoring.usecases.programme.next_step import NextStep, Step
from mentoring.usecases.programme.status import show, status_card
from tests.usecases.company import (
    NOW,
    Company,
    all_of,
    change,
    enrol,
    one,
    person,
    profile,
    put,
    send_all,
)
from tests.usecases.overview import status_of
from tests.usecases.ports import chat_of

SOON = NOW + timedelta(days=5)
CHANNEL = Chat("19:owners", "https://service.example/")


async def paired(company: Company, state: TandemState, **more: object) -> None:
    await enrol(company.first, Role.MENTEE, "eva")
    await enrol(company.first, Role.MENTOR, "jan")
    made = Tandem("p1c1.t-1", 1, "", "jan", "eva", state, NOW, SOON)
    await put(company.first, "tandems", replace(made, **more))  # type: ignore[arg-type]  # fields by name


async def test_it_says_what_comes_next_and_until_when(programmes: Company) -> None:
    assert (await status_of(programmes.first)).next == NextStep(Step.INVITE)
    await paired(programmes, TandemState.ASKED_MENTEE)
    found = await status_of(programmes.first)
    assert found.next == NextStep(Step.OFFERS, 1, SOON)
    assert (found.figures.offers, found.figures.accepted, found.figures.launched) == (1, 0, 0)


async def test_it_says_what_waits_for_owners(programmes: Company) -> None:
    await paired(programmes, TandemState.ACCEPTED, trouble="channel-rejected")
    lost = await enrol(programmes.first, Role.MENTEE, "ada")
    await change(programmes.first, "enrolments", lost.id, state=EnrolmentState.UNREACHABLE)
    expected = (Need("troubled", 1), Need("unreachable", 1))
    assert (await status_of(programmes.first)).needs == expected
    assert (await status_of(programmes.first, "eva")).needs == expected[1:]


async def test_sites_whose_holidays_nobody_knows_are_told_and_can_be_set(
    programmes: Company,
) -> None:
    """issue 12, C2: they vanished silently, and only the two were told."""
    for key, where in (("eva", {"state": "Werk Süd"}), ("ada", {"country": "", "location": ""})):
        await put(programmes.first, "people", person(key, profile=profile(key, **where)))
        await enrol(programmes.first, Role.MENTEE, key)
    await put(programmes.first, "people", person("jan", profile=profile("jan", state="Berlin")))
    await enrol(programmes.first, Role.MENTOR, "jan")
    assert (await status_of(programmes.first)).sites == {"": 1, "Werk Süd, DE": 1}
    south = Region(directory="Werk Süd", holidays="DE-BY")
    await programmes.set_up(Programme(sessions=SchedulingRules(regions=(south,))))
    assert (await status_of(programmes.first)).sites == {"": 1}


async def test_owners_of_one_programme_see_nothing_of_another(programmes: Company) -> None:
    await paired(programmes, TandemState.LAUNCHED)
    found = await status_of(programmes.second)
    assert (found.programme, found.figures.launched) == ("Tandem Süd", 0)
    assert found.next == NextStep(Step.INVITE)


async def test_owners_who_read_it_are_neither_counted_nor_are_their_tandems(
    programmes: Company,
) -> None:
    """issue 12, P12: whether an offer of one's own is open is for its own card to say."""
    await paired(programmes, TandemState.ASKED_MENTOR)
    found = await status_of(programmes.first, "eva")
    assert (found.left_out, found.figures.offers, found.figures.offers_until) == (1, 0, None)
    assert sum(sum(counts.values()) for counts in found.figures.people.values()) == 1


async def test_in_the_channel_no_owner_is_counted(programmes: Company) -> None:
    await paired(programmes, TandemState.LAUNCHED)
    home = await one(programmes.unbound, "programmes", "p1")
    await put(programmes.unbound, "programmes", replace(home, owners=("otto", "eva")))
    found = await status_of(programmes.first, "otto", conversation=CHANNEL.conversation)
    assert (found.left_out, found.figures.launched, found.private) == (1, 0, False)


async def test_a_newer_one_closes_the_one_above_it_in_the_same_chat(programmes: Company) -> None:
    """So that few cards follow each change, however often somebody asks."""
    for chat in (chat_of("otto"), CHANNEL):
        await programmes.first.run(show, "otto", chat)
        programmes.clock.moment += timedelta(minutes=1)
    await send_all(programmes.first)
    await programmes.first.run(show, "otto", CHANNEL)
    found = await all_of(programmes.first, "postings", kind=status_card.name)
    assert OLDER not in {each.view for each in found}, "it gives way to nothing yet"
    await send_all(programmes.first)
    found = await all_of(programmes.first, "postings", kind=status_card.name)
    assert sorted((each.conversation, each.view) for each in found) == sorted(
        [
            (chat_of("otto").conversation, ""),
            (CHANNEL.conversation, OLDER),
            (CHANNEL.conversation, ""),
        ]
    )


async def test_asked_twice_at_once_it_stands_there_once_in_each_chat(programmes: Company) -> None:
    """And what stands there is not closed by a message that Teams has delivered twice."""
    for chat in (CHANNEL, CHANNEL, chat_of("otto")):
        await programmes.first.run(show, "otto", chat)
        for each in await all_of(programmes.first, "postings", kind=status_card.name):
            await change(programmes.first, "postings", each.id, activity_id="1")
    found = await all_of(programmes.first, "postings", kind=status_card.name)
    expected = {(CHANNEL.conversation, ""), (chat_of("otto").conversation, "")}
    assert (len(found), {(each.conversation, each.view) for each in found}) == (2, expected)


async def test_it_costs_the_same_however_many_take_part(
    programmes: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """People, enrolments and tandems are counted by the database, none of them is read."""
    read: list[object] = []
    entity = Shape.entity

    def reading(*given: Any) -> object:
        read.append(made := entity(*given))
        return made

    monkeypatch.setattr(Shape, "entity", reading)
    costs = []
    for many in (1, 30):
        for number in range(many):
            key = f"p{number}"
            await put(programmes.first, "people", person(key))
            await enrol(programmes.first, Role.MENTEE, key)
        read.clear()
        await status_of(programmes.first)
        costs.append(Counter(map(type, read)))
    assert costs[0] == costs[1]

"""*Go on*: each is asked after the last session, and only if both would is anything put to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.further import MORE, FurtherWish, GoingOn, wish_id
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Poll, PollState
from mentoring.domain.tandem import TandemState
from mentoring.storage.store import SqlStore
from mentoring.usecases.polls import polls
from mentoring.usecases.polls.after_session import accompany
from mentoring.usecases.polls.booking import book_slot
from mentoring.usecases.polls.opening import find_slots
from mentoring.usecases.privacy.retention import erase_in_cycle
from mentoring.usecases.tandem.further import FurtherNotice, further_card, say
from mentoring.usecases.tandem.when_it_fits import bring_card
from tests.cards.furnished import furnished, guid
from tests.promises.test_who_reads_what import all_cards
from tests.usecases.company import (
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    refused,
    shown,
    told,
)

LAST = STARTS[-1] + timedelta(hours=3)
"""After the last session."""
YES, NO = GoingOn.YES, GoingOn.NO
MENTEE, THEIRS = guid("mentee-4"), "p1c1.tandem-4-00c0ffee"


async def brought(company: Company) -> None:
    """On a morning on which both work, what waits for its day is put before them."""
    await company.at(LAST + timedelta(hours=18))
    for subject in await asked(company):
        await bring_card(company.first, subject)


async def until(company: Company, moment: datetime) -> None:
    """The sessions of Eva and Jan pass, as they do in a tandem that was launched."""
    await company.first.run(lambda uow, now: accompany(uow, uow.tandems.need(TANDEM), now))
    await company.at(moment)


@pytest.fixture
async def through(company: Company) -> Company:
    """Their last session is over."""
    await until(company, LAST)
    return company


async def read(company: Company, who: str) -> FurtherNotice:
    found = await shown(company.first, further_card.name, TANDEM, who)
    assert isinstance(found, FurtherNotice)
    return found


async def the_poll(company: Company) -> Poll:
    [found] = await all_of(company.first, "polls", cause=Cause.EXTEND)
    assert isinstance(found, Poll)
    return found


async def asked(company: Company) -> list[str]:
    return [
        each
        for each in await asked_for(company.first, bring_card.name)
        if each.startswith(f"{further_card.name}:")
    ]


async def test_before_the_last_session_nobody_is_asked(company: Company) -> None:
    await until(company, STARTS[-2] + timedelta(hours=3))
    assert await asked(company) == []


async def test_after_the_last_session_both_are_asked_once(through: Company) -> None:
    assert await asked(through) == [f"further_card:{TANDEM}:{who}" for who in ("eva", "jan")]
    await through.at(LAST + timedelta(days=10))
    assert len(await all_of(through.first, "further_wishes")) == 2


@pytest.mark.parametrize(
    "changed", [{"state": TandemState.CLOSED}, {"rhythm": "tandem"}], ids=["over", "singly"]
)
async def test_where_there_is_no_series_to_go_on_with_nobody_is(
    company: Company, changed: dict[str, object]
) -> None:
    await change(company.first, "tandems", TANDEM, **changed)
    await until(company, LAST)
    assert await asked(company) == []


async def test_nothing_is_put_to_them_before_both_would(through: Company) -> None:
    await through.first.run(say, TANDEM, "eva", YES)
    await through.first.run(say, TANDEM, "jan", NO)
    assert await all_of(through.first, "polls", cause=Cause.EXTEND) == []


async def test_if_both_would_times_are_put_to_them(through: Company) -> None:
    for who in ("eva", "jan"):
        await through.first.run(say, TANDEM, who, YES)
    poll = await the_poll(through)
    await find_slots(through.first, poll.id)
    found = await the_poll(through)
    assert (found.state, found.further) == (PollState.OPEN, MORE)
    assert await told(through.first, "poll") == ["eva", "jan"]
    assert [(await read(through, who)).agreed for who in ("eva", "jan")] == [True, True]


async def test_what_they_agree_on_is_booked_and_at_its_end_they_are_asked_again(
    through: Company,
) -> None:
    for who in ("eva", "jan"):
        await through.first.run(say, TANDEM, who, YES)
    key = (await the_poll(through)).id
    await find_slots(through.first, key)
    for role, person in ((Role.MENTOR, "jan"), (Role.MENTEE, "eva")):
        await through.first.run(polls.accept, key, role, 0, 1, person)
    await book_slot(through.first, key)
    sessions = await all_of(through.first, "sessions", tandem_id=TANDEM)
    assert len(sessions) == len(STARTS) + MORE
    last = max(each.end for each in sessions)
    await through.at(last - timedelta(days=1))
    assert (await read(through, "eva")).agreed
    await through.at(last + timedelta(hours=1))
    assert [each.going_on for each in await all_of(through.first, "further_wishes")] == [
        GoingOn.OPEN,
        GoingOn.OPEN,
    ]
    assert (await read(through, "eva")).said is GoingOn.OPEN


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"state": PollState.SEARCHING}, "asking"),
        ({"state": PollState.OPEN, "options": ()}, "none"),
        ({"state": PollState.LEFT}, "none"),
        ({"state": PollState.CLOSED}, "none"),
        ({"state": PollState.BOOKED}, "booked"),
    ],
)
async def test_their_cards_promise_no_proposals_that_do_not_come(
    through: Company, changed: dict[str, object], said: str
) -> None:
    for who in ("eva", "jan"):
        await through.first.run(say, TANDEM, who, YES)
    await brought(through)
    await change(through.first, "polls", (await the_poll(through)).id, **changed)
    for who in ("eva", "jan"):
        found = await read(through, who)
        assert found.times == said
        text = str(render(found, Words("de")).content)
        assert ("auf einer eigenen Karte" in text) == (said == "asking")


async def test_a_no_of_the_other_one_changes_nothing_for_oneself(through: Company) -> None:
    """It reads as if they had not answered, before and after one's own answer."""
    for mine in (GoingOn.OPEN, YES, NO):
        await through.first.run(say, TANDEM, "jan", mine)
        seen = []
        for theirs in (GoingOn.OPEN, NO):
            await change(through.first, "further_wishes", f"{TANDEM}:mentee", going_on=theirs)
            seen.append(render(await read(through, "jan"), Words("de")))
        assert seen[0] == seen[1]


async def test_one_may_change_ones_mind(through: Company) -> None:
    await through.first.run(say, TANDEM, "jan", YES)
    for answer in (NO, YES):
        await through.first.run(say, TANDEM, "eva", answer)
    assert (await the_poll(through)).tandem_id == TANDEM


async def test_pressed_twice_it_is_asked_for_once(through: Company) -> None:
    for who in ("eva", "jan", "jan", "eva"):
        await through.first.run(say, TANDEM, who, YES)
    assert (await the_poll(through)).round == 1


@pytest.mark.parametrize("who", ["otto", "ada", "dora"])
async def test_nobody_else_answers(through: Company, who: str) -> None:
    with refused("not-yours"):
        await through.first.run(say, TANDEM, who, YES)


async def test_once_the_tandem_is_over_nothing_is_said(through: Company) -> None:
    await change(through.first, "tandems", TANDEM, state=TandemState.CLOSED)
    with refused("stale"):
        await through.first.run(say, TANDEM, "eva", YES)
    assert (await read(through, "eva")).is_over


async def test_whoever_has_answered_or_cannot_any_more_is_not_asked(through: Company) -> None:
    """The card waits for its day; by then it may say nothing to them."""
    await through.first.run(say, TANDEM, "eva", NO)
    await brought(through)
    assert await told(through.first, further_card.name) == ["jan"]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


def answered(store: SqlStore, going_on: GoingOn) -> None:
    key = wish_id(THEIRS, Role.MENTEE)
    wish = FurtherWish(key, THEIRS, MENTEE, going_on, NOW)
    store.run_now(lambda uow: uow.everywhere.further_wishes.put(wish))


async def test_only_its_author_reads_it_on_any_card(store: SqlStore) -> None:
    """Nobody else's card changes with a no: not the other one's, no owner's."""
    before = await all_cards(store)
    answered(store, NO)
    after = await all_cards(store)
    changed = {key[1:] for key in before if before[key] != after[key]}
    assert changed - {("my_data", MENTEE)} == {(further_card.name, MENTEE)}


def test_it_lies_encrypted(store: SqlStore, tmp_path: Path) -> None:
    answered(store, NO)
    found = store.run_now(lambda uow: uow.everywhere.further_wishes.need(f"{THEIRS}:mentee"))
    assert found == replace(found, going_on=NO)
    store.close()
    column = _as_stored(tmp_path)
    assert column
    assert NO.value not in column


def _as_stored(folder: Path) -> list[str]:
    import sqlite3

    [file] = [each for each in folder.iterdir() if each.suffix == ".sqlite"]
    with sqlite3.connect(file) as connection:
        return [row[0] for row in connection.execute("SELECT going_on FROM further_wishes")]


async def test_it_is_erased_after_the_end(through: Company) -> None:
    """Fourteen days after the end of its author's last tandem; until then it stays."""
    over = through.clock.moment
    await change(through.first, "tandems", TANDEM, state=TandemState.CLOSED, ended_at=over)
    for days, left in ((13, 1), (14, 0)):
        through.clock.moment = over + timedelta(days=days)
        await through.first.run(lambda uow, now: erase_in_cycle(uow, now, "eva", over))
        assert len(await all_of(through.first, "further_wishes", author_id="eva")) == left

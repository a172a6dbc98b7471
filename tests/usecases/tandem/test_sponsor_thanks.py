"""The sponsor's thanks: asked for once a cycle is closed, sent by one press, read once by each
whose tandem had begun.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.farewell import LONGEST
from mentoring.domain.programme import Programme
from mentoring.domain.sponsor_thanks import SponsorThanks, ThanksState
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.one_a_day import may_come_now
from mentoring.usecases.common.sides import KEPT
from mentoring.usecases.tandem.sponsor_thanks import (
    leave,
    sponsor_thanks_card,
    thank,
    thank_all,
)
from mentoring.usecases.tandem.sponsor_words import SponsorWordsNotice, sponsor_words_card
from tests.cards.furnished import furnished
from tests.promises.test_who_reads_what import all_cards
from tests.usecases.company import (
    FIRST,
    NOW,
    Company,
    all_of,
    asked_for,
    one,
    refused,
    send_all,
    shown,
)
from tests.usecases.tandem.sponsors import (
    LINE,
    ROUND,
    brought,
    closed,
    ended,
    next_day,
    now,
    question,
    readers,
    seen_by_owners,
    thanked,
)


async def test_once_the_cycle_is_closed_the_sponsor_is_asked(sponsored: Company) -> None:
    await closed(sponsored)
    [card] = await all_of(sponsored.first, "postings", kind=sponsor_thanks_card.name)
    assert card.person_id == "dora"
    assert await readers(sponsored) == []


async def test_nobody_is_asked_where_no_sponsor_is_named(company: Company) -> None:
    await closed(company)
    assert await all_of(company.first, "sponsor_thanks") == []


async def test_those_who_are_too_few_are_not_counted(sponsored: Company) -> None:
    await closed(sponsored)
    said = await question(sponsored)
    assert (said.thanks.people, said.people) == (2, 0)
    assert "Wer dabei war" in str(render(said, Words("de")).content)


async def test_five_and_more_are_counted(sponsored: Company) -> None:
    """As they were when the sponsor was asked: from two figures nothing follows."""
    await ended(sponsored, 2, "otto", "ada")
    await ended(sponsored, 3, "otto", "olga")
    await closed(sponsored)
    assert (await question(sponsored)).people == 5
    await sponsored.first.run(lambda uow, _: uow.tandems.delete(f"{FIRST}.tandem-3"))
    assert (await question(sponsored)).people == 5


async def test_by_one_press_all_read_the_sponsors_words(sponsored: Company) -> None:
    await closed(sponsored)
    await thanked(sponsored)
    assert await readers(sponsored) == ["eva", "jan"]
    found = await shown(sponsored.first, sponsor_words_card.name, ROUND, "eva")
    assert isinstance(found, SponsorWordsNotice)
    said = str(render(found, Words("de")).content)
    assert LINE in said
    assert "Dora Deiters, Vorstand" in said


async def test_pressed_twice_it_is_sent_once(sponsored: Company) -> None:
    await closed(sponsored)
    await thanked(sponsored)
    await thanked(sponsored, "Etwas anderes")
    assert await readers(sponsored) == ["eva", "jan"]
    assert (await one(sponsored.first, "sponsor_thanks", ROUND)).line == LINE


async def test_done_again_after_a_crash_it_reaches_nobody_twice(sponsored: Company) -> None:
    await closed(sponsored)
    await sponsored.first.run(thank, ROUND, "dora", LINE)
    await thank_all(sponsored.first, ROUND, now)
    sponsored.clock.moment += timedelta(minutes=3)
    await thank_all(sponsored.first, ROUND, now)
    await next_day(sponsored)
    assert await readers(sponsored) == ["eva", "jan"]


async def test_it_comes_on_another_day_than_another_notice(sponsored: Company) -> None:
    await closed(sponsored)
    await next_day(sponsored)
    await sponsored.first.run(thank, ROUND, "dora", LINE)
    await thank_all(sponsored.first, ROUND, now)
    await sponsored.first.run(may_come_now, "eva", "something")
    await brought(sponsored)
    await send_all(sponsored.first)
    assert await readers(sponsored) == ["jan"]
    await next_day(sponsored)
    assert await readers(sponsored) == ["eva", "jan"]


async def test_the_sponsor_and_whose_tandem_never_began_read_none(sponsored: Company) -> None:
    await ended(sponsored, 2, "otto", "dora")
    await ended(sponsored, 3, "olga", "ada", told_left_over=True)
    await closed(sponsored)
    await thanked(sponsored)
    assert await readers(sponsored) == ["eva", "jan", "otto"]


async def test_not_this_time_closes_it(sponsored: Company) -> None:
    await closed(sponsored)
    await sponsored.first.run(leave, ROUND, "dora")
    with refused("stale"):
        await sponsored.first.run(thank, ROUND, "dora", LINE)
    assert await asked_for(sponsored.first, thank_all.name) == []
    assert "Es wird nichts gesendet" in str(render(await question(sponsored), Words("de")).content)


async def test_what_is_sent_is_not_taken_back(sponsored: Company) -> None:
    await closed(sponsored)
    await thanked(sponsored)
    with refused("stale"):
        await sponsored.first.run(leave, ROUND, "dora")


@pytest.mark.parametrize("who", ["otto", "jan"])
async def test_nobody_thanks_in_their_name(sponsored: Company, who: str) -> None:
    """Not even an owner."""
    await closed(sponsored)
    with refused("not-yours"):
        await sponsored.first.run(thank, ROUND, who, LINE)
    with refused("not-yours"):
        await sponsored.first.run(leave, ROUND, who)


async def test_whoever_stands_for_it_no_more_thanks_nobody(sponsored: Company) -> None:
    await closed(sponsored)
    await sponsored.set_up(Programme(name="Tandem Nord"))
    assert (await question(sponsored)).is_over
    with refused("stale"):
        await sponsored.first.run(thank, ROUND, "dora", LINE)


@pytest.mark.parametrize(
    ("typed", "code"), [("  ", "farewell-empty"), ("x" * (LONGEST + 1), "farewell-long")]
)
async def test_nothing_and_too_much_is_refused(sponsored: Company, typed: str, code: str) -> None:
    await closed(sponsored)
    with refused(code, field="line"):
        await sponsored.first.run(thank, ROUND, "dora", typed)


async def test_owners_read_that_the_sponsor_is_asked_and_never_what_they_say(
    sponsored: Company,
) -> None:
    await closed(sponsored)
    before = await seen_by_owners(sponsored)
    assert (before.sponsor, before.is_reached) == ("Dora Deiters", True)
    await thanked(sponsored)
    assert await seen_by_owners(sponsored) == before


async def test_the_words_are_erased_after_two_weeks(sponsored: Company) -> None:
    await closed(sponsored)
    await thanked(sponsored)
    await sponsored.at(sponsored.clock.moment + KEPT)
    assert (await one(sponsored.first, "sponsor_thanks", ROUND)).line == ""
    found = await shown(sponsored.first, sponsor_words_card.name, ROUND, "eva")
    assert "gelöscht" in str(render(found, Words("de")).content)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


async def test_nobody_else_reads_the_words_on_any_card(store: SqlStore) -> None:
    """Only the sponsor, and those who are thanked."""
    before = await all_cards(store)
    sent = {"state": ThanksState.SENT}
    [found] = await store.read(lambda uow: uow.everywhere.sponsor_thanks.all(**sent))
    store.run_now(lambda uow: uow.everywhere.sponsor_thanks.delete(found.id))
    after = await all_cards(store)
    changed = {key[1:] for key in before if before[key] != after[key]}
    kinds = {kind for kind, _ in changed}
    assert kinds - {"my_data"} == {sponsor_thanks_card.name, sponsor_words_card.name}


def test_they_lie_encrypted(store: SqlStore, tmp_path: Path) -> None:
    said = SponsorThanks("p1c1.sponsor-thanks-9", "eva", NOW, 9, ThanksState.SENT, LINE, NOW)
    store.run_now(lambda uow: uow.everywhere.sponsor_thanks.put(said))
    store.close()
    found = [path for path in tmp_path.iterdir() if path.is_file()]
    assert found
    assert not [path.name for path in found if LINE.encode() in path.read_bytes()]

"""The sponsor's thanks: asked for once a cycle is closed, sent by one press, read once by each
whose tandem had begun.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.cycle import CycleKind
from mentoring.domain.errors import Unavailable
from mentoring.domain.farewell import LONGEST
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme, Sponsor
from mentoring.domain.sponsor_thanks import SponsorThanks, ThanksState
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.one_a_day import may_come_now
from mentoring.usecases.common.reaching import shut_out, with_hindrance
from mentoring.usecases.common.sides import KEPT
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.closing import ClosingNotice, closing_card
from mentoring.usecases.launch.ending import close
from mentoring.usecases.programme.needs import waiting
from mentoring.usecases.tandem.sponsor_thanks import (
    A_ROUND,
    SponsorThanksNotice,
    ask_sponsor,
    leave,
    seek_sponsor,
    sponsor_due,
    sponsor_thanks_card,
    thank,
    thank_all,
    to_thank,
)
from mentoring.usecases.tandem.sponsor_words import SponsorWordsNotice, sponsor_words_card
from mentoring.usecases.tandem.when_it_fits import bring_card
from tests.cards.furnished import furnished
from tests.promises.test_who_reads_what import all_cards
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    one,
    put,
    refused,
    send_all,
    shown,
)
from tests.usecases.launch.closings import CHAT

DORA = Sponsor(name="Dora Deiters", title="Vorstand", email="dora@firma.example")
LINE = "Danke, dass ihr einander zugehört habt."
ROUND = f"{FIRST}.sponsor-thanks-1"


@pytest.fixture
async def sponsored(company: Company) -> Company:
    """Dora stands for the first programme, in which Jan's and Eva's tandem runs."""
    await company.set_up(Programme(name="Tandem Nord", sponsor=DORA))
    for role, who in ((Role.MENTEE, "eva"), (Role.MENTOR, "jan")):
        await enrol(company.first, role, who)
    return company


async def closed(company: Company) -> Company:
    """The cycle is closed, and what follows has followed."""
    made = await company.first.run(closing.prepare, "otto", CHAT)
    await company.first.run(closing.confirm, made.id)
    await company.first.run(lambda uow, _: close(uow, TANDEM))
    await company.first.run(closing.ended, made.id, TANDEM, clear=True)
    await catch_up(company.unbound)
    await sought(company)
    await brought(company)
    await send_all(company.first)
    return company


async def sought(company: Company) -> None:
    for subject in await asked_for(company.first, seek_sponsor.name):
        await seek_sponsor(company.first, subject)


async def brought(company: Company) -> None:
    for subject in await asked_for(company.first, bring_card.name):
        await bring_card(company.first, subject)


async def next_day(company: Company) -> None:
    """Thanks for a tandem and the sponsor's come on different days."""
    await company.at(company.clock.moment + timedelta(days=1))
    await brought(company)
    await send_all(company.first)


async def thanked(company: Company, line: str = LINE) -> None:
    await company.first.run(thank, ROUND, "dora", line)
    for subject in await asked_for(company.first, thank_all.name):
        await thank_all(company.first, subject, now)
    await next_day(company)


async def now(_name: str, work: Any) -> Any:
    """Each step is done at once."""
    return await work()


async def question(company: Company) -> SponsorThanksNotice:
    found = await shown(company.first, sponsor_thanks_card.name, ROUND, "dora")
    assert isinstance(found, SponsorThanksNotice)
    return found


async def readers(company: Company) -> list[str]:
    found = await all_of(company.first, "postings", kind=sponsor_words_card.name)
    return sorted(each.person_id for each in found)


async def ended(company: Company, number: int, mentor: str, mentee: str, **more: object) -> None:
    """Another tandem of the first programme that is over."""
    key, at = f"{FIRST}.tandem-{number}", company.clock.moment
    made = Tandem(key, number, "", mentor, mentee, TandemState.CLOSED, at, at)
    await put(company.first, "tandems", made)
    await change(company.first, "tandems", key, ended_at=at, **more)


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


async def seen_by_owners(company: Company) -> ClosingNotice:
    found = await shown(company.first, closing_card.name, f"{FIRST}.closing-1", "otto")
    assert isinstance(found, ClosingNotice)
    return found


@pytest.fixture
async def elsewhere(sponsored: Company) -> Company:
    """The bot has never met Dora, who takes no part in anything."""
    await sponsored.unbound.run(lambda uow, _: uow.people.delete("dora"))
    return sponsored


async def test_a_sponsor_who_takes_no_part_is_looked_for_and_asked(elsewhere: Company) -> None:
    """A board member stands for the programme, and has never written to the bot."""
    await closed(elsewhere)
    assert elsewhere.chats.installed == ["dora"]
    assert (await question(elsewhere)).viewer.id == "dora"
    assert (await seen_by_owners(elsewhere)).is_reached
    await thanked(elsewhere)
    assert await readers(elsewhere) == ["eva", "jan"]


async def test_until_then_they_are_not_looked_for(elsewhere: Company) -> None:
    assert await asked_for(elsewhere.first, seek_sponsor.name) == []


async def test_looked_for_twice_they_are_asked_once(elsewhere: Company) -> None:
    await closed(elsewhere)
    await sought(elsewhere)
    await next_day(elsewhere)
    assert len(await all_of(elsewhere.first, "postings", kind=sponsor_thanks_card.name)) == 1


async def test_a_sponsor_who_alone_would_be_thanked_is_not_asked(elsewhere: Company) -> None:
    await ended(elsewhere, 2, "dora", "dora")
    await elsewhere.first.run(ask_sponsor)
    await sought(elsewhere)
    assert await all_of(elsewhere.first, "sponsor_thanks") == []


@pytest.mark.parametrize("refused_call", ["find", "profile", "install"])
async def test_while_microsoft_365_is_away_they_are_looked_for_again(
    elsewhere: Company, refused_call: str
) -> None:
    service = elsewhere.chats if refused_call == "install" else elsewhere.people
    service.refuses[refused_call] = Unavailable("away")
    with pytest.raises(Unavailable, match="away"):
        await closed(elsewhere)
    del service.refuses[refused_call]
    await sought(elsewhere)
    assert (await one(elsewhere.first, "sponsor_thanks", ROUND)).author_id == "dora"


async def not_known(company: Company) -> None:
    del company.people.profiles["dora"]


async def not_reached(company: Company) -> None:
    company.chats.absent.add("dora")


async def without_address(company: Company) -> None:
    named = DORA.model_copy(update={"email": ""})
    await company.set_up(Programme(name="Tandem Nord", sponsor=named))


@pytest.mark.parametrize("missing", [not_known, not_reached, without_address])
async def test_a_sponsor_whom_nothing_reaches_is_named_to_owners(
    elsewhere: Company, missing: Callable[[Company], Awaitable[None]]
) -> None:
    await missing(elsewhere)
    await closed(elsewhere)
    assert await all_of(elsewhere.first, "postings", kind=sponsor_thanks_card.name) == []
    assert not (await seen_by_owners(elsewhere)).is_reached


async def test_whom_a_round_still_looks_for_the_next_one_thanks(elsewhere: Company) -> None:
    await rolling(elsewhere)
    await ended(elsewhere, 2, "otto", "ada")
    await elsewhere.first.run(ask_sponsor)
    elsewhere.clock.moment += A_ROUND
    await due(elsewhere)
    _, second = sorted(await all_of(elsewhere.first, "sponsor_thanks"), key=lambda each: each.id)
    assert await elsewhere.first.read(lambda uow, _: to_thank(uow, second)) == ["ada", "otto"]


async def test_whoever_has_removed_the_bot_does_not_get_it_again(sponsored: Company) -> None:
    dora = with_hindrance(await one(sponsored.unbound, "people", "dora"), "app-removed")
    await put(sponsored.unbound, "people", replace(dora, conversation=""))
    await closed(sponsored)
    assert sponsored.chats.installed == []
    assert not (await seen_by_owners(sponsored)).is_reached


async def test_the_words_are_erased_after_two_weeks(sponsored: Company) -> None:
    await closed(sponsored)
    await thanked(sponsored)
    await sponsored.at(sponsored.clock.moment + KEPT)
    assert (await one(sponsored.first, "sponsor_thanks", ROUND)).line == ""
    found = await shown(sponsored.first, sponsor_words_card.name, ROUND, "eva")
    assert "gelöscht" in str(render(found, Words("de")).content)


async def rolling(company: Company) -> Company:
    await change(company.first, "cycles", FIRST, kind=CycleKind.ROLLING)
    return company


async def test_in_a_rolling_cycle_they_are_gathered_for_four_weeks(sponsored: Company) -> None:
    await rolling(sponsored)
    await sponsored.first.run(lambda uow, _: close(uow, TANDEM))
    await sponsored.first.run(closing.ended, "", TANDEM, clear=True)
    assert await all_of(sponsored.first, "sponsor_thanks") == []
    await sponsored.at(NOW + A_ROUND)
    [asked] = await all_of(sponsored.first, "sponsor_thanks")
    assert await sponsored.first.read(lambda uow, _: to_thank(uow, asked)) == ["eva", "jan"]


async def test_an_open_question_takes_later_ones_along(sponsored: Company) -> None:
    await rolling(sponsored)
    await ended(sponsored, 2, "otto", "ada")
    await sponsored.first.run(ask_sponsor)
    sponsored.clock.moment += A_ROUND
    await ended(sponsored, 3, "otto", "olga")
    await due(sponsored)
    [asked] = await all_of(sponsored.first, "sponsor_thanks")
    assert asked.people == 3


async def test_nobody_is_thanked_again_in_a_later_round(sponsored: Company) -> None:
    await rolling(sponsored)
    await ended(sponsored, 2, "otto", "ada")
    await sponsored.first.run(ask_sponsor)
    await thanked(sponsored)
    sponsored.clock.moment += A_ROUND
    await ended(sponsored, 3, "otto", "olga")
    await due(sponsored)
    _, second = sorted(await all_of(sponsored.first, "sponsor_thanks"), key=lambda each: each.id)
    assert await sponsored.first.read(lambda uow, _: to_thank(uow, second)) == ["olga"]


async def blocks(company: Company) -> None:
    """The bot hears that the sponsor takes no messages any more."""

    def unit(uow: UnitOfWork, _: Moment) -> None:
        shut_out(uow, "dora", "blocked")

    await company.unbound.run(unit)
    await catch_up(company.unbound)


async def test_whoever_blocks_the_bot_once_asked_stays_asked_no_longer(sponsored: Company) -> None:
    """Owners read it in the receipt, and nothing waits for an answer for ever."""
    await closed(sponsored)
    await blocks(sponsored)
    assert (await one(sponsored.first, "sponsor_thanks", ROUND)).state is ThanksState.UNREACHABLE
    assert not (await seen_by_owners(sponsored)).is_reached


async def test_from_the_card_they_have_got_they_thank_all_the_same(sponsored: Company) -> None:
    await closed(sponsored)
    await blocks(sponsored)
    await thanked(sponsored)
    assert await readers(sponsored) == ["eva", "jan"]


async def waits_for_owners(company: Company) -> bool:
    found = await company.first.read(waiting, frozenset({"otto"}))
    return "sponsor" in {each.name for each in found}


async def test_owners_of_a_rolling_cycle_read_that_nothing_reaches_the_sponsor(
    sponsored: Company,
) -> None:
    """Until somebody can be asked again: there is no receipt that would say it."""
    await rolling(sponsored)
    await ended(sponsored, 2, "otto", "ada")
    await sponsored.first.run(ask_sponsor)
    assert not await waits_for_owners(sponsored)
    await blocks(sponsored)
    assert await waits_for_owners(sponsored)
    dora = await one(sponsored.unbound, "people", "dora")
    await put(sponsored.unbound, "people", with_hindrance(dora, ""))
    assert not await waits_for_owners(sponsored)


async def test_whom_a_round_did_not_reach_the_next_one_thanks(sponsored: Company) -> None:
    await rolling(sponsored)
    await ended(sponsored, 2, "otto", "ada")
    await change(sponsored.first, "people", "dora", conversation="")
    await sponsored.first.run(ask_sponsor)
    await change(sponsored.first, "people", "dora", conversation="c-dora")
    sponsored.clock.moment += A_ROUND
    await ended(sponsored, 3, "otto", "olga")
    await due(sponsored)
    _, second = sorted(await all_of(sponsored.first, "sponsor_thanks"), key=lambda each: each.id)
    found = await sponsored.first.read(lambda uow, _: to_thank(uow, second))
    assert (second.author_id, found) == ("dora", ["ada", "olga", "otto"])


async def test_a_round_of_whoever_stands_for_it_no_more_takes_nobody_along(
    sponsored: Company,
) -> None:
    await rolling(sponsored)
    await ended(sponsored, 2, "otto", "ada")
    await sponsored.first.run(ask_sponsor)
    await sponsored.set_up(Programme(name="Tandem Nord"))
    sponsored.clock.moment += A_ROUND
    await due(sponsored)
    assert (await one(sponsored.first, "sponsor_thanks", ROUND)).state is ThanksState.UNREACHABLE


async def due(company: Company) -> None:
    await company.first.run(lambda uow, m: sponsor_due(uow, m, None))  # type: ignore[arg-type]


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

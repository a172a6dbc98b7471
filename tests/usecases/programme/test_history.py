"""One history of what owners have done: who, what and when; nobody reads of their own tandem."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest

from bot.handlers.programme.history import WAYS
from bot.handlers.registry import HANDLERS
from cards.catalogue import render
from cards.kit.words import Words
from cards.programme.acts import BACK
from mentoring.domain.act import Act
from mentoring.domain.cycle import CycleState
from mentoring.domain.intervention import Intervention, InterventionKind
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.matching.past_pairs import enter
from mentoring.usecases.programme.acts import by_command, note_act
from mentoring.usecases.programme.history import (
    NO_ACTS,
    PAGE,
    HistoryNotice,
    history_card,
    show,
    turn_to,
)
from tests.bot.test_undo import ASKS_TWICE, UNDONE_BY
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    change,
    one,
    put,
    refused,
    shown,
)
from tests.usecases.ports import chat_of

CHAT = chat_of("otto")
COMMANDS = {"match", "enrolment", "past-pairs", "undo-past-pairs", "undo-successor", "pause"}
"""What a command does at once."""


async def read(company: Company, reader: str = "otto", **where: object) -> HistoryNotice:
    found = await shown(company.first, history_card.name, "p1", reader, **where)
    return cast(HistoryNotice, found)


async def told(company: Company, reader: str = "otto", **where: object) -> list[str]:
    return [each.what for each in (await read(company, reader, **where)).done]


async def acted(company: Company, what: str, *, tandem: str = "", minutes: int = 0) -> None:
    """Olga has done something, to a tandem or to the programme."""

    def done(uow: UnitOfWork, moment: Moment) -> None:
        if tandem:
            uow.tandems.put(replace(uow.tandems.need(tandem), trouble="changed"))
        at = replace(moment, now=moment.now + timedelta(minutes=minutes))
        note_act(uow, at, "olga", what)

    await company.first.run(done)


class TestWhatIsListed:
    """Who, what, when; the newest first, a page at a time."""

    async def test_which_of_several_things_was_done(self, company: Company) -> None:
        """An end for good read like three sessions more."""
        found = Intervention("i", InterventionKind.END, "olga", tandem_id=TANDEM)

        def done(uow: UnitOfWork, moment: Moment) -> None:
            uow.interventions.put(found)
            note_act(uow, moment, "olga", "intervention.confirm")

        await company.first.run(done)
        (told_of,) = (await read(company)).done
        assert (told_of.how, told_of.runs) == ("end", True)

    async def test_once_its_cycle_is_over_it_is_not_offered_to_take_back(
        self, company: Company
    ) -> None:
        await acted(company, "launch.confirm")
        await change(company.first, "cycles", FIRST, state=CycleState.CLOSED)
        (told_of,) = (await read(company)).done
        assert not told_of.runs
        card = render(HistoryNotice((told_of,), 1), Words("de")).content
        assert "history.back" not in str(card)
        kept = render(HistoryNotice((replace(told_of, what="settings.save"),), 1), Words("de"))
        assert "history.back" in str(kept.content)

    async def test_who_has_done_what_by_the_readers_clock(self, company: Company) -> None:
        await acted(company, "settings.save")
        (done,) = (await read(company)).done
        assert (done.what, done.by, done.tandem) == ("settings.save", "Olga", 0)
        assert (done.at, done.at.utcoffset()) == (NOW, timedelta(hours=1))

    async def test_the_newest_stands_first(self, company: Company) -> None:
        for minutes, what in enumerate(("match", "launch.confirm", "closing.confirm")):
            await acted(company, what, minutes=minutes)
        assert await told(company) == ["closing.confirm", "launch.confirm", "match"]

    async def test_a_page_has_the_next_ones(self, company: Company) -> None:
        for minutes in range(PAGE + 1):
            await acted(company, "match", minutes=minutes)
        first, second = await read(company), await read(company, page=1)
        assert (len(first.done), len(second.done), first.pages) == (PAGE, 1, 2)
        assert second.done[0].at == NOW

    async def test_which_tandem_it_was(self, company: Company) -> None:
        await acted(company, "intervention.confirm", tandem=TANDEM)
        number = (await one(company.first, "tandems", TANDEM)).number
        assert [each.tandem for each in (await read(company)).done] == [number]

    async def test_what_was_let_go_of_is_no_act(self, company: Company) -> None:
        for what in NO_ACTS:
            await acted(company, what)
        assert await told(company) == []

    async def test_owners_of_another_programme_read_nothing_of_it(self, company: Company) -> None:
        await acted(company, "match")
        found = await shown(company.second, history_card.name, "p2", "olga")
        assert cast(HistoryNotice, found).done == ()

    async def test_earlier_cycles_and_no_try_are_in_it(self, company: Company) -> None:
        now = await one(company.unbound, "cycles", company.first.cycle_id)
        for key, tried in (("p1c0", ""), ("p1t1", "otto")):
            await put(company.unbound, "cycles", replace(now, id=key, number=9, tried_by=tried))
            act = Act(key, "", "match", "otto", NOW, key)
            await put(company.unbound, "acts", act)
        assert [each.by for each in (await read(company)).done] == ["Otto"]

    async def test_who_is_known_no_more_is_not_named(self, company: Company) -> None:
        await put(company.first, "acts", Act("1", "", "match", "", NOW))
        assert [each.by for each in (await read(company)).done] == [""]


class TestCommands:
    """What a command does at once is written down as well."""

    async def test_it_leaves_an_act_behind(self, company: Company) -> None:
        await company.first.run(by_command("otto", "match", lambda *_: None))
        (done,) = (await read(company)).done
        assert (done.what, done.by) == ("match", "Otto")

    async def test_what_is_refused_leaves_none(self, company: Company) -> None:
        with refused("pairs-none"):
            await enter(company.first, "otto", "")
        assert await told(company) == []

    async def test_past_pairs_concern_the_two(self, company: Company) -> None:
        await enter(company.first, "otto", "Dora, Ada")
        assert (await told(company), await told(company, "ada")) == (["past-pairs"], [])


class TestShowing:
    """It is put before whoever asks, and turned in place."""

    async def test_another_page_is_shown_in_the_same_card(self, company: Company) -> None:
        await company.first.run(show, "otto", CHAT)
        (posting,) = await all_of(company.first, "postings", kind=history_card.name)
        await company.first.run(turn_to, posting.id, 1)
        assert (await one(company.first, "postings", posting.id)).page == 1

    async def test_a_card_about_something_else_is_not_turned(self, company: Company) -> None:
        with refused("stale"):
            await company.first.run(turn_to, "none", 1)

    async def test_it_follows_what_is_done(self, company: Company) -> None:
        await company.first.run(show, "otto", CHAT)
        (asked,) = await all_of(company.first, "postings", kind=history_card.name)
        before = await change(company.first, "postings", asked.id, shown=1, activity_id="1")
        await acted(company, "match")
        await catch_up(company.first)
        after = await one(company.first, "postings", before.id)
        assert after.wanted > before.wanted


def acts() -> set[str]:
    verbs = {action.verb for action, handler in HANDLERS.items() if handler.decides}
    return (verbs | COMMANDS) - {*NO_ACTS}


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_act_is_told_in_plain_words(language: str) -> None:
    words = Words(language)
    untold = [each for each in acts() if not words.has(f"done-{_key(each)}")]
    assert untold == [], "write done-<act> into cards/texts/*/programme/history.ftl"


def test_every_act_that_can_be_taken_back_says_where() -> None:
    words = Words("de")
    undone = {each.removeprefix("command ") for each in UNDONE_BY}
    silent = {each for each in undone if each not in BACK and not words.has(f"back-{_key(each)}")}
    assert silent == set(), "name its card in BACK, or write back-<act> into the texts"
    assert set(BACK) - undone <= ASKS_TWICE
    assert set(BACK.values()) == set(WAYS)


def _key(act: str) -> str:
    return act.replace(".", "-").replace("_", "-")

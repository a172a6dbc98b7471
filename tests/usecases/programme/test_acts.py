"""Whoever decides stands on the card with the time; of two at once one decides, the other reads who
was faster.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from mentoring.domain import act as domain
from mentoring.domain.errors import Refusal
from mentoring.domain.posting import OLDER, Posting
from mentoring.notices import Said
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.closing_card import closing_card
from mentoring.usecases.programme.acts import Decided, Decision, decide, last_decided
from tests.usecases.company import FIRST, NOW, Company, all_of, refused
from tests.usecases.ports import chat_of

CHANNEL = chat_of("owners")
BERLIN = ZoneInfo("Europe/Berlin")
CLOSING = f"{FIRST}.closing-1"
Act = Callable[[UnitOfWork, Moment], object]


@pytest.fixture
async def card(company: Company) -> Posting:
    """What closing the first programme's cycle would do stands in the owners' channel."""
    await company.first.run(closing.prepare, "otto", CHANNEL)
    [posting] = await all_of(company.first, "postings", kind=closing_card.name)
    found: Posting = posting
    return found


def confirmed(uow: UnitOfWork, moment: Moment) -> None:
    closing.confirm(uow, moment, CLOSING)


def discarded(uow: UnitOfWork, moment: Moment) -> None:
    closing.discard(uow, moment, CLOSING)


async def pressed(
    company: Company, card: Posting, owner: str, act: Act = confirmed, what: str = "closing.confirm"
) -> object:
    return await company.first.run(decide, Decision(card, owner, what), act)


async def on(company: Company, card: Posting) -> tuple[Decided, ...]:
    return await company.first.read(last_decided, card)


async def test_the_card_says_who_has_decided_and_when_by_its_readers_clock(
    company: Company, card: Posting
) -> None:
    assert await on(company, card) == ()
    await pressed(company, card, "olga")
    at = NOW.astimezone(BERLIN)
    assert await on(company, card) == (Decided("closing.confirm", "Olga", at),)
    assert at.utcoffset() == timedelta(hours=1)


async def test_every_card_about_it_says_so_once_it_is_brought_up_to_date(
    company: Company, card: Posting
) -> None:
    copy = replace(card, id="copy", person_id="olga", conversation="a:olga")
    await company.first.run(lambda uow, _: uow.postings.put(copy))
    await pressed(company, card, "otto")
    await catch_up(company.first)
    [newer] = await all_of(company.first, "postings", id="copy")
    assert newer.wanted > copy.wanted
    assert [each.by for each in await on(company, copy)] == ["Otto"]


async def test_what_concerns_one_card_stands_on_no_other(company: Company, card: Posting) -> None:
    here = Decision(card, "otto", "closing.discard", here=True)
    await company.first.run(decide, here, discarded)
    assert len(await on(company, card)) == 1
    assert await on(company, replace(card, id="another")) == ()


async def test_of_two_at_once_one_decides_and_the_other_reads_who_was_faster(
    company: Company, card: Posting
) -> None:
    both = [pressed(company, card, owner) for owner in ("otto", "olga")]
    done = await asyncio.gather(*both, return_exceptions=True)
    [refusal] = [each for each in done if isinstance(each, Refusal)]
    [(winner,)] = [
        tuple(each.by for each in await on(company, card)),
    ]
    assert refusal.code == "decided-already"
    assert refusal.facts == {"by": winner, "at": NOW.astimezone(BERLIN).isoformat()}


async def test_who_confirms_what_another_has_discarded_reads_it_too(
    company: Company, card: Posting
) -> None:
    await pressed(company, card, "otto", discarded, "closing.discard")
    with refused("decided-already", by="Otto", at=NOW.astimezone(BERLIN).isoformat()):
        await pressed(company, card, "olga")
    assert [each.what for each in await on(company, card)] == ["closing.discard"]


async def test_who_presses_twice_has_decided_once(company: Company, card: Posting) -> None:
    for _ in range(2):
        await pressed(company, card, "otto")
    assert len(await all_of(company.first, "acts")) == 1


async def test_two_who_each_have_a_card_of_their_own_are_told_of_each_other(
    company: Company, card: Posting
) -> None:
    """Both wanted to close the cycle; one has begun."""
    await company.first.run(closing.prepare, "olga", chat_of("olga"))
    await pressed(company, card, "otto")
    second = replace(card, id="second", subject_id=f"{FIRST}.closing-2", person_id="olga")
    with refused("decided-already", by="Otto", at=NOW.astimezone(BERLIN).isoformat()):
        await pressed(
            company, second, "olga", lambda uow, m: closing.confirm(uow, m, second.subject_id)
        )


async def test_what_was_decided_elsewhere_is_no_reason_for_an_old_card(
    company: Company, card: Posting
) -> None:
    """Only what concerns the whole cycle is decided on another card."""
    await pressed(company, card, "otto")
    second = replace(card, id="second", subject_id="something else", person_id="olga")

    with refused("stale"):
        await pressed(company, second, "olga", _old)


async def test_what_changes_nothing_a_day_later_is_not_too_late(
    company: Company, card: Posting
) -> None:
    await pressed(company, card, "otto")
    company.clock.moment = NOW + timedelta(days=1)
    assert await pressed(company, card, "olga", _left_alone) is None


class TestAForm:
    """What somebody has filled in: saved unchanged it decides nothing, so nobody was faster."""

    async def saved(self, company: Company, card: Posting, owner: str, act: Act, what: str) -> None:
        await company.first.run(decide, Decision(card, owner, what, form=True), act)

    async def test_saved_unchanged_it_is_never_too_late(
        self, company: Company, card: Posting
    ) -> None:
        await self.saved(company, card, "otto", _something(1), "settings.save")
        await self.saved(company, card, "olga", _left_alone, "settings.save")
        assert [each.by for each in await on(company, card)] == ["Otto"]

    async def test_it_is_too_late_where_another_has_sent_the_same_form(
        self, company: Company, card: Posting
    ) -> None:
        await self.saved(company, card, "otto", _something(1), "settings.dates")
        with refused("decided-already", by="Otto", at=NOW.astimezone(BERLIN).isoformat()):
            await self.saved(company, card, "olga", _old, "settings.dates")
        with refused("stale"):
            await self.saved(company, card, "olga", _old, "settings.save")


def _left_alone(_uow: UnitOfWork, _moment: Moment) -> None:
    """What is there stays."""


def _old(_uow: UnitOfWork, _moment: Moment) -> None:
    raise Refusal("stale")


async def test_what_was_decided_long_ago_elsewhere_is_no_reason(
    company: Company, card: Posting
) -> None:
    await pressed(company, card, "otto")
    company.clock.moment = NOW + timedelta(days=2)
    second = replace(card, id="second", subject_id="something else", person_id="olga")

    def late(_uow: UnitOfWork, _moment: Moment) -> None:
        raise Refusal("close-nobody")

    with refused("close-nobody"):
        await pressed(company, second, "olga", late)


async def test_a_refusal_of_its_own_stays_and_nothing_is_written_down(
    company: Company, card: Posting
) -> None:
    company.clock.moment = NOW + timedelta(days=2)
    with refused("preview-old"):
        await pressed(company, card, "otto")
    assert await on(company, card) == ()


async def test_a_press_that_is_answered_in_words_of_its_own_is_no_refusal(
    company: Company, card: Posting
) -> None:
    await pressed(company, card, "otto")
    said = Said.of("invite-gone", people=3)
    assert await pressed(company, card, "olga", lambda _uow, _moment: said) is said


async def test_the_last_of_each_kind_is_told_and_no_more_than_three(
    company: Company, card: Posting
) -> None:
    for number, what in enumerate(("a", "b", "a", "c", "d"), start=1):
        company.clock.moment = NOW + timedelta(minutes=number)
        await pressed(company, card, "otto", _something(number), what)
    assert [each.what for each in await on(company, card)] == ["a", "c", "d"]


def _something(number: int) -> Act:
    def acted(uow: UnitOfWork, _moment: Moment) -> None:
        made = uow.closings.need(CLOSING)
        uow.closings.put(replace(made, tandems=made.tandems + number))

    return acted


async def test_who_knows_an_id_does_not_find_what_was_decided_about_it(
    company: Company, card: Posting
) -> None:
    """The ids of some cards name people."""
    await pressed(company, card, "otto")
    [act] = await all_of(company.first, "acts")
    for named in (card.id, card.subject_id, f"{card.kind}|{card.subject_id}"):
        assert act.card not in {named, hashlib.sha256(named.encode()).hexdigest()[:32]}


async def test_what_an_earlier_version_wrote_is_shown(company: Company, card: Posting) -> None:
    known = f"{card.kind}|{card.subject_id}"
    act = domain.Act("1", known, "closing.confirm", "otto", NOW)
    await company.first.run(lambda uow, _: uow.acts.add(act))
    assert [each.by for each in await on(company, card)] == ["Otto"]


async def test_an_older_copy_says_nothing(company: Company, card: Posting) -> None:
    await pressed(company, card, "otto")
    assert await on(company, replace(card, view=OLDER)) == ()


async def test_another_programme_sees_nothing_of_it(company: Company, card: Posting) -> None:
    await pressed(company, card, "otto")
    assert await company.second.read(last_decided, card) == ()


async def test_who_is_forgotten_stands_on_no_card(company: Company, card: Posting) -> None:
    await pressed(company, card, "otto")
    await company.unbound.run(lambda uow, _: uow.people.delete("otto"))
    assert await on(company, card) == ()

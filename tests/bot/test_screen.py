"""A press and the message it was made in show one card, rendered once; what is newer always
wins.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import cards.catalogue  # noqa: F401 - cards register themselves
from bot.clock import SystemClock
from bot.portraits import Portraits
from bot.screen import Screen
from bot.seen import Seen
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.people import Person, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from tests.databases import CIPHER, migrated_sqlite
from tests.people import berliner
from tests.worlds import NOBODY, moments_of

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
MOMENTS = moments_of(SystemClock(), Programme())
POSTING = Posting(
    "enrolment:mentee:p1:p1",
    "enrolment",
    "mentee:p1",
    "p1",
    "c",
    "https://s.example/",
    "a",
    shown=1,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = SqlStore(migrated_sqlite(tmp_path), CIPHER)
    found.run_now(furnish)
    yield found
    found.close()


@pytest.fixture
def screen(store: SqlStore) -> Screen:
    return Screen(store, MOMENTS, Portraits(NOBODY))


def furnish(uow: UnitOfWork) -> None:
    uow.people.put(Person("p1", berliner("p1", "Eva Costa", "eva@firma.example"), "en"))
    uow.enrolments.put(Enrolment("mentee:p1", "p1", Role.MENTEE, EnrolmentState.BEGUN, NOW))
    uow.postings.put(POSTING)
    uow.pseudonym("")


def moved(store: SqlStore, position: str, wanted: int) -> Posting:
    """The enrolment goes to a position; its message is to show it as this version."""

    def unit(uow: UnitOfWork) -> Posting:
        uow.enrolments.put(replace(uow.enrolments.need("mentee:p1"), position=position))
        return uow.postings.put(replace(uow.postings.need(POSTING.id), wanted=wanted))

    return store.run_now(unit)


async def test_the_message_gets_the_very_card_that_answered_the_press(
    store: SqlStore, screen: Screen
) -> None:
    posting = moved(store, "wishes", 2)
    answer = await screen.card(posting)
    version, shown = await screen.due(posting)
    assert shown is answer
    assert version == 2


async def test_a_card_is_kept_for_one_update_only(store: SqlStore, screen: Screen) -> None:
    posting = moved(store, "wishes", 2)
    answer = await screen.card(posting)
    await screen.due(posting)
    _, again = await screen.due(posting)
    assert again == answer
    assert not screen._kept


async def test_whoever_looks_at_what_was_just_drawn_sees_that(
    store: SqlStore, screen: Screen
) -> None:
    posting = moved(store, "wishes", 2)
    drawn = await screen.card(posting)
    assert await screen.card(posting) is drawn
    newer = await screen.card(moved(store, "standing", 3))
    assert newer != drawn
    assert await screen.card(moved(store, "wishes", 4)) == drawn, "also what it was before"


@pytest.mark.parametrize("changed", [{"wanted": 3}, {"view": "older"}, {"page": 1}])
async def test_nothing_is_read_anew_for_whoever_looks_at_what_was_just_drawn(
    store: SqlStore, screen: Screen, changed: dict[str, Any]
) -> None:
    """Each client asks at once for the card that it has just been sent."""
    posting = moved(store, "wishes", 2)
    await screen.card(posting)
    before = looked(store, screen, posting).notice
    moved(store, "standing", 2)
    assert looked(store, screen, posting).notice is before
    assert looked(store, screen, replace(posting, **changed)).notice != before


async def test_whoever_looks_reads_the_words_that_owners_have_just_set(
    store: SqlStore, screen: Screen
) -> None:
    """The card of the texts says so: whoever looks at a card reads them at once."""
    posting = moved(store, "wishes", 2)
    await screen.card(posting)
    before = looked(store, screen, posting)
    moved(store, "standing", 2)

    def later(uow: UnitOfWork) -> Seen:
        moment = MOMENTS(uow, "")
        home = replace(moment.home, version=moment.home.version + 1)
        return screen.look(uow, replace(moment, home=home), posting)

    assert store.read_now(later).notice != before.notice


async def test_what_owners_look_at_is_read_anew(
    store: SqlStore, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It counts what belongs to many, and whoever is no owner any more sees nothing of it."""
    monkeypatch.setattr("bot.screen.audience", lambda _kind: "owners")
    posting = moved(store, "wishes", 2)
    await screen.card(posting)
    before = looked(store, screen, posting).notice
    moved(store, "standing", 2)
    assert looked(store, screen, posting).notice != before


async def test_a_moment_later_nothing_of_a_card_is_left(
    store: SqlStore, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.screen.AGAIN_SECONDS", 0.0)
    await screen.card(moved(store, "wishes", 2))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert not screen._drawn


async def test_only_the_last_cards_are_in_mind(
    store: SqlStore, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.screen.MOST_DRAWN", 1)
    for key in ("one", "two"):
        await screen.card(replace(moved(store, "wishes", 2), id=key))
    assert [*screen._drawn] == ["two"]


async def test_a_look_at_what_stands_there_already_takes_the_place_of_nothing_that_was_sent(
    store: SqlStore, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a thousand tandems are launched, everybody's client asks for their older cards, too."""
    monkeypatch.setattr("bot.screen.MOST_DRAWN", 1)
    sent = moved(store, "wishes", 2)
    await screen.card(sent)
    older = replace(POSTING, id="older", shown=POSTING.wanted)
    await screen.draw(looked(store, screen, older))
    assert [*screen._drawn] == [sent.id]
    behind = replace(older, wanted=older.wanted + 1)
    await screen.draw(looked(store, screen, behind))
    assert [*screen._drawn] == ["older"], "its message is about to be sent, and then asked for"


async def test_a_card_that_has_been_overtaken_is_not_shown(store: SqlStore, screen: Screen) -> None:
    old = await screen.card(moved(store, "wishes", 2))
    version, shown = await screen.due(moved(store, "standing", 3))
    assert version == 3
    assert shown.summary != old.summary


async def test_of_two_presses_the_message_gets_the_later_ones_card_whichever_was_drawn_last(
    store: SqlStore, screen: Screen
) -> None:
    first = store.run_now(
        lambda uow: screen.read(uow, MOMENTS(uow, ""), moved_in(uow, "wishes", 2))
    )
    second = store.run_now(
        lambda uow: screen.read(uow, MOMENTS(uow, ""), moved_in(uow, "standing", 3))
    )
    later, _ = await screen.draw(second), await screen.draw(first)
    version, shown = await screen.due(second.posting)
    assert (version, shown) == (3, later)


def moved_in(uow: UnitOfWork, position: str, wanted: int) -> Posting:
    uow.enrolments.put(replace(uow.enrolments.need("mentee:p1"), position=position))
    return uow.postings.put(replace(uow.postings.need(POSTING.id), wanted=wanted))


class SlowPortraits(Portraits):
    """Pictures that take so long that somebody presses meanwhile."""

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        super().__init__(NOBODY)
        self._meanwhile = meanwhile

    async def of(self, person: str) -> str:
        assert isinstance(person, str)
        self._meanwhile()
        self._meanwhile = lambda: None
        return ""


def looked(store: SqlStore, screen: Screen, posting: Posting) -> Seen:
    return store.read_now(lambda uow: screen.look(uow, MOMENTS(uow, ""), posting))


async def test_a_refresh_that_is_answered_late_shows_what_was_pressed_meanwhile(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the open offer lies over the accepted one, and nobody takes it away."""
    monkeypatch.setattr("bot.screen.FRESH_SECONDS", 0.0)
    screen = Screen(store, MOMENTS, SlowPortraits(lambda: moved(store, "standing", 3)))
    seen = store.run_now(lambda uow: screen.read(uow, MOMENTS(uow, ""), moved_in(uow, "wishes", 2)))
    late = await screen.draw(seen)
    assert late == await screen.card(store.read_now(lambda uow: uow.postings.need(POSTING.id)))


async def test_a_card_that_was_drawn_at_once_is_not_read_again(store: SqlStore) -> None:
    screen = Screen(store, MOMENTS, SlowPortraits(lambda: moved(store, "standing", 3)))
    seen = store.run_now(lambda uow: screen.read(uow, MOMENTS(uow, ""), moved_in(uow, "wishes", 2)))
    at_once = await screen.draw(replace(seen, at=seen.at + 60))
    assert at_once != await screen.card(store.read_now(lambda uow: uow.postings.need(POSTING.id)))


async def test_a_refresh_of_a_message_that_is_up_to_date_keeps_nothing(
    store: SqlStore, screen: Screen
) -> None:
    """What people answered does not lie about in memory."""
    await screen.card(store.run_now(lambda uow: uow.postings.need(POSTING.id)))
    assert not screen._kept


async def test_only_so_many_cards_are_kept(
    screen: Screen, store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.screen.MOST_KEPT", 2)
    seen = store.run_now(lambda uow: screen.read(uow, MOMENTS(uow, ""), replace(POSTING, wanted=2)))
    for number in range(5):
        await screen.draw(replace(seen, posting=replace(seen.posting, id=f"copy-{number}")))
    assert list(screen._kept) == ["copy-3", "copy-4"]

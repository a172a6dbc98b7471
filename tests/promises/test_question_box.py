"""What is promised of the question box: a planted word is looked for wherever it must not be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mentoring.domain.question import Question
from mentoring.domain.tandem import TandemState
from mentoring.storage.store import SqlStore
from mentoring.usecases.privacy.retention import erase_in_cycle
from mentoring.usecases.tandem.library import packaged
from tests.cards.furnished import NOW, furnished, guid
from tests.promises.test_who_reads_what import all_cards
from tests.usecases.company import NOW as MONDAY
from tests.usecases.company import TANDEM, Company, all_of, change, put

PLANTED = "Papageientaucher"
RUNNING = "p1c1.tandem-1-00c0ffee"
MENTEE, MENTOR = guid("mentee-1"), guid("mentor-1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


def _planted(store: SqlStore, *, told: bool) -> None:
    asked = Question(f"{RUNNING}:planted", RUNNING, MENTOR, f"Wie singt ein {PLANTED}?", NOW)
    store.run_now(lambda uow: uow.questions.put(replace(asked, told_at=NOW if told else None)))


async def _readers(store: SqlStore) -> set[tuple[str, str]]:
    cards = await all_cards(store)
    return {(kind, who) for (_, kind, who), card in cards.items() if PLANTED in card}


async def test_only_the_two_read_a_question_on_any_card(store: SqlStore) -> None:
    """No owner and nobody who keeps a calendar; in *my data* whoever has asked."""
    _planted(store, told=True)
    both = {(kind, who) for kind in ("question_box", "road_map_card") for who in (MENTEE, MENTOR)}
    cards = both | {("session_kit_card", MENTEE)}
    assert await _readers(store) - {("my_data", MENTOR)} == cards


async def test_until_it_is_told_its_author_alone_reads_it(store: SqlStore) -> None:
    _planted(store, told=False)
    assert await _readers(store) - {("my_data", MENTOR)} == {("question_box", MENTOR)}


def test_it_lies_encrypted(store: SqlStore, tmp_path: Path) -> None:
    _planted(store, told=True)
    store.close()
    found = [path for path in tmp_path.iterdir() if path.is_file()]
    assert found
    assert not [path.name for path in found if PLANTED.encode() in path.read_bytes()]


async def test_it_is_erased_with_what_its_author_has_said(company: Company) -> None:
    """Fourteen days after the end of their last tandem; until then it stays."""
    await put(company.first, "questions", Question("q", TANDEM, "eva", PLANTED, MONDAY))
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED, ended_at=MONDAY)
    for days, left in ((13, 1), (14, 0)):
        company.clock.moment = MONDAY + timedelta(days=days)
        await company.first.run(lambda uow, now: erase_in_cycle(uow, now, "eva", MONDAY))
        assert len(await all_of(company.first, "questions")) == left


async def test_of_a_kit_the_mentee_reads_the_aim_and_what_to_bring(store: SqlStore) -> None:
    """And what the two ask each other; the mentor reads all of it."""
    [kit] = [each for each in packaged().kits if each.id == "ai-discover"]
    texts = kit.texts["de"]
    cards = {
        who: card
        for (id_, _, who), card in (await all_cards(store)).items()
        if id_ == f"session_kit_card:{RUNNING}:002:{who}"
    }
    hers = {texts.title, texts.aim, *texts.bring}
    all_of_it = hers | {texts.talk, texts.open_talk, texts.exercise, *texts.questions}
    assert {text for text in all_of_it if text in cards[MENTOR]} == all_of_it
    assert {text for text in all_of_it if text in cards[MENTEE]} == hers

"""What is promised of the agreement: a planted word is looked for wherever it must not be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mentoring.domain.agreement import Agreement, Terms
from mentoring.domain.tandem import TandemState
from mentoring.storage.store import SqlStore
from mentoring.usecases.privacy.retention import erase_in_cycle
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
    terms = Terms(PLANTED, PLANTED, PLANTED)
    agreement = Agreement(RUNNING, RUNNING, terms, valid=terms, valid_since=NOW)
    found.run_now(lambda uow: uow.agreements.put(agreement))
    yield found
    found.close()


async def test_only_the_two_read_it_on_any_card(store: SqlStore) -> None:
    """No owner and nobody who keeps a calendar; beside the card of the agreement in *my data*."""
    cards = await all_cards(store)
    readers = {(kind, who) for (_, kind, who), card in cards.items() if PLANTED in card}
    assert {("agreement_card", MENTEE), ("agreement_card", MENTOR)} <= readers
    assert {kind for kind, _ in readers} <= {"agreement_card", "my_data"}
    assert {who for _, who in readers} == {MENTEE, MENTOR}


async def test_what_counts_until_both_agree_anew_is_read_whole(store: SqlStore) -> None:
    """Both goals with it, although others are proposed by now."""
    valid = Terms("Seetaucher", "Eistaucher")
    proposed = Agreement(RUNNING, RUNNING, Terms(), version=2, valid=valid, valid_since=NOW)
    store.run_now(lambda uow: uow.agreements.put(proposed))
    cards = await all_cards(store)
    for who in (MENTEE, MENTOR):
        read = "".join(card for key, card in cards.items() if key[1:] == ("agreement_card", who))
        assert "Seetaucher" in read
        assert "Eistaucher" in read


def test_it_lies_encrypted(store: SqlStore, tmp_path: Path) -> None:
    store.close()
    found = [path for path in tmp_path.iterdir() if path.is_file()]
    assert found
    assert not [path.name for path in found if PLANTED.encode() in path.read_bytes()]


async def test_it_is_erased_after_the_end(company: Company) -> None:
    """Fourteen days after the end of a person's last tandem; until then it stays."""
    terms = Terms(not_about=PLANTED)
    await put(company.first, "agreements", replace(Agreement(TANDEM, TANDEM, terms), valid=terms))
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED, ended_at=MONDAY)
    for days, left in ((13, 1), (14, 0)):
        company.clock.moment = MONDAY + timedelta(days=days)
        await company.first.run(lambda uow, now: erase_in_cycle(uow, now, "eva", MONDAY))
        assert len(await all_of(company.first, "agreements")) == left

"""A mentee's line to their mentor: written after the planned end, read by the mentor alone, gone
with what its author has said.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.farewell import LONGEST, Farewell
from mentoring.domain.people import Role
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.sides import KEPT
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.ending import close
from mentoring.usecases.launch.thanks import ThanksNotice, thanks_card
from mentoring.usecases.privacy.retention import erase_in_cycle
from mentoring.usecases.tandem.farewell import take_back, write
from mentoring.usecases.tandem.when_it_fits import bring_card
from tests.cards.furnished import furnished
from tests.promises.test_who_reads_what import all_cards
from tests.usecases.company import (
    NOW,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    one,
    refused,
    send_all,
    shown,
)

LINE = "Danke, Jan: Ich lese jetzt zuerst, was die Maschine nicht weiß."


@pytest.fixture
async def over(company: Company) -> Company:
    """The tandem of Eva and Jan has come to its planned end, and both have been thanked."""
    for role, who in ((Role.MENTEE, "eva"), (Role.MENTOR, "jan")):
        await enrol(company.first, role, who)
    await company.first.run(lambda uow, _: close(uow, TANDEM))
    await company.first.run(closing.ended, "", TANDEM, clear=True)
    await send_all(company.first)
    return company


async def read(company: Company, who: str) -> ThanksNotice:
    found = await shown(company.first, thanks_card.name, TANDEM, who)
    assert isinstance(found, ThanksNotice)
    return found


async def brought(company: Company) -> None:
    for subject in await asked_for(company.first, bring_card.name):
        await bring_card(company.first, subject)


async def copies(company: Company) -> int:
    """How many cards of thanks Jan has."""
    return len(await all_of(company.first, "postings", kind=thanks_card.name, person_id="jan"))


async def test_the_mentor_reads_it_on_their_card_of_thanks(over: Company) -> None:
    before = (await one(over.first, "postings", f"closed:{TANDEM}:jan")).wanted
    await over.first.run(write, TANDEM, "eva", f"  {LINE} ")
    assert (await read(over, "jan")).line == LINE
    assert (await one(over.first, "postings", f"closed:{TANDEM}:jan")).wanted > before
    said = str(render(await read(over, "jan"), Words("de")).content)
    assert "Eva schreibt dir" in said
    assert "farewell." not in said


async def test_a_card_is_brought_to_them_once(over: Company) -> None:
    """What stands in a chat is changed there without a sound."""
    await over.at(NOW + timedelta(days=1))
    await over.first.run(write, TANDEM, "eva", LINE)
    await brought(over)
    assert await copies(over) == 2
    await over.at(NOW + timedelta(days=2))
    asked = await asked_for(over.first, bring_card.name)
    await over.first.run(write, TANDEM, "eva", f"{LINE}!")
    assert await asked_for(over.first, bring_card.name) == asked


async def test_what_is_taken_back_nobody_reads(over: Company) -> None:
    await over.at(NOW + timedelta(days=1))
    await over.first.run(write, TANDEM, "eva", LINE)
    await over.first.run(take_back, TANDEM, "eva")
    await brought(over)
    assert await copies(over) == 1
    for who in ("eva", "jan"):
        assert (await read(over, who)).line == ""
    assert (await read(over, "eva")).may_write


async def test_only_the_mentee_writes(over: Company) -> None:
    assert not (await read(over, "jan")).may_write
    for who in ("jan", "otto", "ada"):
        with refused("not-yours"):
            await over.first.run(write, TANDEM, who, LINE)
        with refused("not-yours"):
            await over.first.run(take_back, TANDEM, who)


@pytest.mark.parametrize(
    ("typed", "code"), [("  ", "farewell-empty"), ("x" * (LONGEST + 1), "farewell-long")]
)
async def test_nothing_and_too_much_is_refused(over: Company, typed: str, code: str) -> None:
    with refused(code, field="line"):
        await over.first.run(write, TANDEM, "eva", typed)


async def test_of_a_tandem_that_ended_before_its_time_nothing_is_written(over: Company) -> None:
    """Nobody has been thanked then: both read the same words, and no others."""
    await change(over.first, "tandems", TANDEM, as_planned=False)
    with refused("stale"):
        await over.first.run(write, TANDEM, "eva", LINE)


async def test_nor_of_one_that_never_began(over: Company) -> None:
    await change(over.first, "tandems", TANDEM, told_left_over=True, as_planned=False)
    with refused("stale"):
        await over.first.run(write, TANDEM, "eva", LINE)


async def test_it_is_written_until_what_was_said_is_erased(over: Company) -> None:
    over.clock.moment = NOW + KEPT
    assert not (await read(over, "eva")).may_write
    with refused("stale"):
        await over.first.run(write, TANDEM, "eva", LINE)


async def test_it_is_erased_after_the_end(over: Company) -> None:
    """Fourteen days after the end of its author's last tandem; then nobody reads it any more."""
    await over.first.run(write, TANDEM, "eva", LINE)
    for days, left in ((13, LINE), (14, "")):
        over.clock.moment = NOW + timedelta(days=days)
        await over.first.run(lambda uow, now: erase_in_cycle(uow, now, "eva", NOW))
        assert (await read(over, "jan")).line == left


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


async def test_nobody_else_reads_it_on_any_card(store: SqlStore) -> None:
    """Only the two cards of thanks, and its author's own data, change with it."""
    [found] = await store.read(lambda uow: uow.everywhere.farewells.all())
    tandem = await store.read(lambda uow: uow.everywhere.tandems.need(found.tandem_id))
    before = await all_cards(store)
    store.run_now(lambda uow: uow.everywhere.farewells.delete(found.id))
    after = await all_cards(store)
    changed = {key[1:] for key in before if before[key] != after[key]}
    two = {(thanks_card.name, tandem.mentor_id), (thanks_card.name, tandem.mentee_id)}
    assert changed - {("my_data", tandem.mentee_id)} == two


def test_it_lies_encrypted(store: SqlStore, tmp_path: Path) -> None:
    said = Farewell("p1c1.tandem-1", "p1c1.tandem-1", "eva", LINE, NOW)
    store.run_now(lambda uow: uow.everywhere.farewells.put(said))
    store.close()
    found = [path for path in tmp_path.iterdir() if path.is_file()]
    assert found
    assert not [path.name for path in found if LINE.encode() in path.read_bytes()]

"""Whether the tandem fits: asked once, answered for oneself alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.fit import Feeling, Fit, fit_id
from mentoring.domain.people import Role
from mentoring.domain.tandem import TandemState
from mentoring.domain.undoing import TakenBack
from mentoring.storage.store import SqlStore
from mentoring.usecases.polls.after_session import tell
from mentoring.usecases.privacy.retention import erase_in_cycle
from mentoring.usecases.tandem.fit import FitNotice, say
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
    put,
    refused,
    send_all,
    session,
    shown,
    told,
)

AFTER = STARTS[0] + timedelta(hours=3)
"""On Tuesday, after the first session."""
MENTEE, MENTOR = guid("mentee-1"), guid("mentor-1")


async def have_met(company: Company, who: str, number: int = 1) -> None:
    company.clock.moment = STARTS[number - 1] + timedelta(hours=3)
    await company.first.run(tell, session(number), who, "met")


async def brought(company: Company) -> None:
    """What waits for its day is put before them."""
    await company.at(AFTER + timedelta(hours=18))
    for subject in await asked_for(company.first, bring_card.name):
        await bring_card(company.first, subject)


async def said(company: Company) -> dict[str, Feeling]:
    return {each.author_id: each.feeling for each in await all_of(company.first, "fits")}


async def test_who_has_met_is_asked_on_the_next_working_day_and_never_again(
    company: Company,
) -> None:
    await have_met(company, "eva")
    assert await told(company.first, "fit_card") == []
    await brought(company)
    assert await told(company.first, "fit_card") == ["eva"]
    await have_met(company, "eva", 2)
    assert await all_of(company.first, "timers", kind="bring_later") == []


async def test_who_has_the_question_already_is_not_asked_by_what_still_waited(
    company: Company,
) -> None:
    """*We met* was pressed once more before the card came."""
    await have_met(company, "eva")
    await brought(company)
    await send_all(company.first)
    await company.at(AFTER + timedelta(days=1, hours=18))
    await bring_card(company.first, f"fit_card:{TANDEM}:eva")
    assert await told(company.first, "fit_card") == ["eva"]


async def test_after_a_later_session_nobody_is_asked_about_the_first(company: Company) -> None:
    """Its words would be untrue: most of all where the tandem ran before there was the question."""
    await have_met(company, "eva", 2)
    assert await all_of(company.first, "timers", kind="bring_later") == []


async def test_a_session_that_was_missed_was_not_the_first(company: Company) -> None:
    company.clock.moment = AFTER
    await company.first.run(tell, session(1), "eva", "missed")
    await have_met(company, "eva", 2)
    assert await all_of(company.first, "timers", kind="bring_later") != []


async def test_who_has_not_met_is_not_asked(company: Company) -> None:
    company.clock.moment = AFTER
    await company.first.run(tell, session(1), "eva", "missed")
    assert await all_of(company.first, "timers", kind="bring_later") == []


async def test_where_the_tandem_has_ended_by_then_nobody_is(company: Company) -> None:
    await have_met(company, "eva")
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    await brought(company)
    assert await told(company.first, "fit_card") == []


async def test_each_answers_for_themselves(company: Company) -> None:
    await company.first.run(say, TANDEM, "eva", Feeling.NOT_SURE)
    await company.first.run(say, TANDEM, "jan", Feeling.GOOD)
    assert await said(company) == {"eva": Feeling.NOT_SURE, "jan": Feeling.GOOD}
    hers = await shown(company.first, "fit_card", TANDEM, "eva")
    assert isinstance(hers, FitNotice)
    assert hers.said is Feeling.NOT_SURE


async def test_said_twice_it_is_said_once_and_taken_back_it_is_gone(company: Company) -> None:
    """A press that is delivered twice, or made on a card that shows nothing yet, took it back."""
    for feeling in (Feeling.GOOD, Feeling.NOT_SURE, Feeling.NOT_SURE):
        await company.first.run(say, TANDEM, "eva", feeling)
    assert list((await said(company)).values()) == [Feeling.NOT_SURE]
    for _ in range(2):
        await company.first.run(say, TANDEM, "eva", None)
    assert await said(company) == {}


@pytest.mark.parametrize("who", ["otto", "ada", "dora"])
async def test_nobody_else_answers(company: Company, who: str) -> None:
    with refused("not-yours"):
        await company.first.run(say, TANDEM, who, Feeling.GOOD)


async def test_once_the_tandem_is_over_nothing_is_said(company: Company) -> None:
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    with refused("stale"):
        await company.first.run(say, TANDEM, "eva", Feeling.GOOD)
    over = await shown(company.first, "fit_card", TANDEM, "eva")
    assert isinstance(over, FitNotice)
    assert over.is_over


async def test_where_its_launch_was_taken_back_it_is_not_asked_any_more(company: Company) -> None:
    await put(company.first, "taken_back", TakenBack(TANDEM, "undoing", f"{TANDEM}x"))
    over = await shown(company.first, "fit_card", TANDEM, "eva")
    assert isinstance(over, FitNotice)
    assert over.is_over


async def test_rather_not_is_no_answer(company: Company) -> None:
    """It unfolds in the client, and what can be sent from there is the switch alone."""
    assert [each.value for each in Feeling] == ["good", "not_sure"]
    card = render(await shown(company.first, "fit_card", TANDEM, "eva"), Words("de")).content
    [actions] = [each["actions"] for each in card["body"] if each["type"] == "ActionSet"]
    assert actions[-1]["type"] == "Action.ShowCard"
    assert [each["verb"] for each in actions[-1]["card"]["actions"]] == ["switch.partner"]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


async def test_only_its_author_reads_it_on_any_card(store: SqlStore) -> None:
    """Nobody else's card changes with the answer."""
    before = await all_cards(store)
    key = fit_id("p1c1.tandem-1-00c0ffee", Role.MENTEE)
    store.run_now(lambda uow: uow.everywhere.fits.delete(key))
    after = await all_cards(store)
    changed = {key[1:] for key in before if before[key] != after[key]}
    assert changed - {("my_data", MENTEE)} == {("fit_card", MENTEE)}


def test_it_lies_encrypted(store: SqlStore, tmp_path: Path) -> None:
    key = fit_id("p1c1.tandem-1-00c0ffee", Role.MENTEE)
    said = Fit(key, "p1c1.tandem-1-00c0ffee", MENTEE, Feeling.NOT_SURE, NOW)
    store.run_now(lambda uow: uow.everywhere.fits.put(said))
    store.close()
    found = [path for path in tmp_path.iterdir() if path.is_file()]
    assert found
    assert not [path.name for path in found if b"not_sure" in path.read_bytes()]


async def test_it_is_erased_after_the_end(company: Company) -> None:
    """Fourteen days after the end of its author's last tandem; until then it stays."""
    key = fit_id(TANDEM, Role.MENTEE)
    await put(company.first, "fits", Fit(key, TANDEM, "eva", Feeling.GOOD, NOW))
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED, ended_at=NOW)
    for days, left in ((13, 1), (14, 0)):
        company.clock.moment = NOW + timedelta(days=days)
        await company.first.run(lambda uow, now: erase_in_cycle(uow, now, "eva", NOW))
        assert len(await all_of(company.first, "fits")) == left

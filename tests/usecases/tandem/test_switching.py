"""Another partner: one press, no reason, and nothing tells who wanted it."""

from __future__ import annotations

from typing import Any

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from cards.sessions.leaving import leaving_button
from mentoring.domain.people import Role
from mentoring.domain.programme import Boundary, Programme
from mentoring.domain.tandem import TandemState
from mentoring.domain.undoing import TakenBack
from mentoring.usecases.launch.ending import end_one
from mentoring.usecases.launch.free_place import free_place_card
from mentoring.usecases.tandem.switching import switch
from tests.storage.written import written
from tests.usecases.company import (
    SECOND_TUESDAY,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    furnished,
    nothing_yet,
    one,
    put,
    refused,
    registered,
    run_tandem,
    shown,
)
from tests.usecases.launch.ended import ends


@pytest.mark.parametrize("who", ["jan", "eva"])
async def test_either_may_and_it_ends_once(company: Company, who: str) -> None:
    for _ in range(2):
        await company.first.run(switch, TANDEM, who)
    assert await asked_for(company.first, end_one.name) == [TANDEM]
    assert (await one(company.first, "tandems", TANDEM)).state is TandemState.LAUNCHED


@pytest.mark.parametrize("who", ["otto", "ada", "dora"])
async def test_nobody_else_may(company: Company, who: str) -> None:
    """No owner, nobody of another tandem, nobody who keeps a calendar."""
    with refused("not-yours"):
        await company.first.run(switch, TANDEM, who)
    assert await asked_for(company.first, end_one.name) == []


async def test_what_is_over_cannot_be_left(company: Company) -> None:
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    with refused("stale"):
        await company.first.run(switch, TANDEM, "eva")


async def test_one_that_goes_on_as_another_is_left_there(company: Company) -> None:
    await put(company.first, "taken_back", TakenBack(TANDEM, "undoing", f"{TANDEM}x"))
    with refused("stale"):
        await company.first.run(switch, TANDEM, "eva")


async def asks_for_another(tmp: pytest.TempPathFactory, who: str) -> Company:
    company = furnished(tmp.mktemp("switch"), registered(), nothing_yet())
    await run_tandem(company.first, TANDEM, "eva", SECOND_TUESDAY)
    await enrol(company.first, Role.MENTOR, "jan")
    await enrol(company.first, Role.MENTEE, "eva")
    where = {"channel": "19:owners", "service_url": "https://service.example/"}
    await change(company.unbound, "programmes", "p1", owners=("otto",), **where)
    if who:
        await company.first.run(switch, TANDEM, who)
    return company


async def owners_read(company: Company) -> list[Any]:
    cards = [("status_card", "p1c1"), ("tandems_card", "p1c1"), (free_place_card.name, TANDEM)]
    notices = [await shown(company.first, kind, key, "otto") for kind, key in cards]
    return [render(each, Words(code)).content for each in notices for code in ("de", "en")]


async def test_owners_read_the_same_whichever_of_the_two_has_asked(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Before the end it is as if nobody had; afterwards a place is free."""
    before, after = [], []
    for who in ("jan", "eva"):
        company = await asks_for_another(tmp_path_factory, who)
        before.append(await owners_read(company))
        await ends(company)
        after.append(await owners_read(company))
        assert len(await all_of(company.first, "postings", kind=free_place_card.name)) == 1
        company.store.close()
    untouched = await asks_for_another(tmp_path_factory, "")
    assert before == [await owners_read(untouched)] * 2
    untouched.store.close()
    assert after[0] == after[1]


async def test_no_row_tells_who_has_asked(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Neither before the end nor after it."""
    rows = []
    for who in ("jan", "eva"):
        company = await asks_for_another(tmp_path_factory, who)
        rows.append([await company.store.read(written)])
        await ends(company)
        after = await company.store.read(written)
        rows[-1].append({**after, "effects": _without_its_chance(after["effects"])})
        company.store.close()
    assert rows[0] == rows[1]


def _without_its_chance(effects: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A calendar is watched anew under an id that is drawn by lot."""
    return [{**each, "id": each["id"].rpartition(":")[0]} for each in effects]


def test_of_a_crossed_boundary_the_bot_never_hears(company: Company) -> None:
    """The button opens an address and sends nothing."""
    named = Programme(boundary=Boundary(name="Betriebsrat", email="br@firma.example"))
    drawn = _unfolded(company, named)
    assert [each["type"] for each in drawn["actions"]] == ["Action.Execute", "Action.OpenUrl"]
    assert drawn["actions"][1]["url"] == "mailto:br@firma.example"
    assert "data" not in drawn["actions"][1]
    assert "Betriebsrat" in str(drawn["body"])


def test_where_nobody_is_named_for_it_nothing_is_said_of_it(company: Company) -> None:
    drawn = _unfolded(company, Programme())
    assert [each["type"] for each in drawn["actions"]] == ["Action.Execute"]
    assert len(drawn["body"]) == 2


def _unfolded(company: Company, programme: Programme) -> dict[str, Any]:
    tandem = company.store.run_now(lambda uow: uow.everywhere.tandems.need(TANDEM))
    made = leaving_button(tandem, programme, Words("de"))
    found: dict[str, Any] = made.model_dump(by_alias=True, exclude_none=True)["card"]
    return found

"""What has waited for a day comes together, on one card that leads to each."""

from __future__ import annotations

import importlib
import re
from datetime import timedelta
from pathlib import Path

import pytest

from cards.examples.what_waited import KINDS
from mentoring.domain.agreement import Agreement, Terms
from mentoring.domain.further import FurtherWish, GoingOn, wish_id
from mentoring.domain.people import Role
from mentoring.domain.tandem import TandemState
from mentoring.usecases.common.one_a_day import may_come_now
from mentoring.usecases.tandem.agreement import agreement_card
from mentoring.usecases.tandem.fit import fit_card
from mentoring.usecases.tandem.further import further_card
from mentoring.usecases.tandem.lessons import bring_lessons, lessons_card
from mentoring.usecases.tandem.what_waited import (
    KEPT,
    TOGETHER,
    WAITS,
    WhatWaitedNotice,
    card_of,
    come_together,
    have_wait,
    open_waiting,
    what_waited_card,
)
from mentoring.usecases.tandem.when_it_fits import bring_card, bring_what_waits
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    put,
    shown,
    told,
)
from tests.usecases.ports import chat_of

SEAT = f"{FIRST}:mentee:eva"
TOMORROW = NOW + timedelta(days=1)


async def furnish(company: Company) -> None:
    """Eva has lessons, an agreement to look at, and is asked whether they go on."""
    await enrol(company.first, Role.MENTEE, "eva")
    await put(company.first, "agreements", Agreement(TANDEM, TANDEM, Terms()))
    wish = FurtherWish(wish_id(TANDEM, Role.MENTEE), TANDEM, "eva", GoingOn.OPEN, NOW)
    await put(company.first, "further_wishes", wish)


@pytest.fixture
async def busy(company: Company) -> Company:
    """Eva has been told something today; then her lessons and the agreement were to come."""
    await furnish(company)
    assert await company.first.run(may_come_now, "eva", "something")
    await bring_lessons(company.first, SEAT)
    await bring_card(company.first, f"{agreement_card.name}:{TANDEM}:eva")
    return company


async def next_morning(company: Company, days: int = 1) -> None:
    await company.at(NOW + timedelta(days=days))
    for person_id in set(await asked_for(company.first, "bring_what_waits")):
        await bring_what_waits(company.first, person_id)


async def read(company: Company) -> WhatWaitedNotice:
    found = await shown(company.first, what_waited_card.name, "eva", "eva")
    assert isinstance(found, WhatWaitedNotice)
    return found


async def stands(company: Company) -> list[str]:
    """The kinds of all cards that were put before Eva, in no order."""
    found = await all_of(company.first, "postings", person_id="eva")
    return sorted(each.kind for each in found)


async def test_two_that_wait_come_as_one_message(busy: Company) -> None:
    """issue 14: whoever had four things waiting was written to on four mornings."""
    before = await stands(busy)
    await next_morning(busy)
    assert sorted([*before, what_waited_card.name]) == await stands(busy)
    assert (await read(busy)).items == ((lessons_card.name, SEAT), (agreement_card.name, TANDEM))


async def test_it_is_that_days_only_notice(busy: Company) -> None:
    await next_morning(busy)
    assert not await busy.second.run(may_come_now, "eva", "something of another programme")


async def test_one_that_waits_alone_comes_as_itself(company: Company) -> None:
    await furnish(company)
    assert await company.first.run(may_come_now, "eva", "something")
    await bring_lessons(company.first, SEAT)
    await next_morning(company)
    assert await told(company.first, lessons_card.name) == ["eva"]
    assert await told(company.first, what_waited_card.name) == []


async def test_what_is_to_come_that_morning_takes_along_what_waited(busy: Company) -> None:
    """Whichever comes first, nothing is put off once more."""
    busy.clock.moment = TOMORROW
    await bring_card(busy.first, f"{further_card.name}:{TANDEM}:eva")
    kinds = [kind for kind, _ in (await read(busy)).items]
    assert kinds == [lessons_card.name, agreement_card.name, further_card.name]
    await next_morning(busy, 2)
    assert await told(busy.first, what_waited_card.name) == ["eva"]


async def test_each_line_puts_its_card_below_and_goes(busy: Company) -> None:
    await next_morning(busy)
    [before] = await all_of(busy.first, "postings", kind=what_waited_card.name)
    wanted = (agreement_card.name, TANDEM)
    await busy.first.run(open_waiting, "eva", chat_of("eva"), wanted)
    [posting] = await all_of(busy.first, "postings", kind=agreement_card.name, person_id="eva")
    assert posting.conversation == chat_of("eva").conversation
    assert (await read(busy)).items == ((lessons_card.name, SEAT),)
    [card] = await all_of(busy.first, "postings", kind=what_waited_card.name)
    assert card.wanted == before.wanted + 1


async def test_all_are_opened_at_once(busy: Company) -> None:
    await next_morning(busy)
    for _ in range(2):
        await busy.first.run(open_waiting, "eva", chat_of("eva"), None)
    assert (await read(busy)).items == ()
    assert await told(busy.first, agreement_card.name) == ["eva"]
    assert await told(busy.first, lessons_card.name) == ["eva"]


async def test_nobody_opens_what_waits_for_somebody_else(busy: Company) -> None:
    await next_morning(busy)
    wanted = (agreement_card.name, TANDEM)
    await busy.first.run(open_waiting, "jan", chat_of("jan"), wanted)
    assert await told(busy.first, agreement_card.name) == []
    assert len((await read(busy)).items) == 2


async def test_what_says_nothing_any_more_is_left_out(busy: Company) -> None:
    await change(busy.first, "agreements", TANDEM, agreed=(Role.MENTEE,))
    await next_morning(busy)
    assert await told(busy.first, lessons_card.name) == ["eva"]
    assert await told(busy.first, what_waited_card.name) == []


async def test_if_all_has_settled_itself_nothing_comes(busy: Company) -> None:
    await change(busy.first, "tandems", TANDEM, state=TandemState.CLOSED)
    before = await stands(busy)
    await next_morning(busy)
    assert await stands(busy) == before


async def test_who_is_away_finds_it_when_they_are_back(busy: Company) -> None:
    busy.outlook.always_away.add("eva")
    await next_morning(busy)
    assert await told(busy.first, what_waited_card.name) == []
    busy.outlook.always_away.clear()
    await next_morning(busy, 4)
    assert await told(busy.first, what_waited_card.name) == ["eva"]


async def test_what_was_not_opened_stands_on_the_next_one_too(busy: Company) -> None:
    await next_morning(busy)
    later = [card_of(further_card.name, TANDEM, "eva"), card_of(lessons_card.name, SEAT, "eva")]
    await busy.first.run(lambda uow, moment: have_wait(uow, moment, later))
    busy.clock.moment = NOW + timedelta(days=2)
    await bring_what_waits(busy.first, "eva")
    kinds = [kind for kind, _ in (await read(busy)).items]
    assert kinds == [lessons_card.name, agreement_card.name, further_card.name]


async def test_what_has_come_can_be_opened_as_long_as_ever_after_more_has_come(
    busy: Company,
) -> None:
    """The list was forgotten sixty days after its first line, with whatever had come on the day
    before.
    """
    await next_morning(busy)
    await busy.at(NOW + KEPT)
    more = [card_of(further_card.name, TANDEM, "eva")]
    await busy.first.run(lambda uow, moment: come_together(uow, moment, more))
    await busy.at(NOW + KEPT + timedelta(days=2))
    assert (further_card.name, TANDEM) in (await read(busy)).items


async def test_what_waits_through_a_long_absence_is_not_forgotten(busy: Company) -> None:
    busy.outlook.always_away.add("eva")
    for days in range(1, KEPT.days + 10, 7):
        await next_morning(busy, days)
    busy.outlook.always_away.clear()
    await next_morning(busy, KEPT.days + 14)
    assert await told(busy.first, what_waited_card.name) == ["eva"]


async def test_of_what_is_opened_nothing_is_kept(busy: Company) -> None:
    await next_morning(busy)
    await busy.first.run(open_waiting, "eva", chat_of("eva"), None)
    kept = [each.id for each in await all_of(busy.first, "facts")]
    assert not [key for key in kept if key.startswith((WAITS, TOGETHER))]


def brought() -> set[str]:
    """The kinds of cards that are brought when it fits, as the code names them."""
    found = {lessons_card.name, fit_card.name}
    for path in Path("mentoring/usecases").rglob("*.py"):
        module = ".".join(path.with_suffix("").parts)
        for name in re.findall(r"bring_when_it_fits\(\w+, \w+, (\w+), ", path.read_text("utf-8")):
            found.add(getattr(importlib.import_module(module), name).name)
    return found


def test_each_kind_that_can_wait_has_its_line() -> None:
    """Whoever has another card brought when it fits writes what its line says (``KINDS``)."""
    assert brought() == set(KINDS)

"""How it is going, as owners see it: the same for each of them, and of nobody."""

from __future__ import annotations

import json
from typing import cast

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.cycle import CycleKind
from mentoring.domain.measurement.figures import Running
from mentoring.domain.measurement.shares import Share
from mentoring.usecases.measurement.going import GoingNotice, going_card, show
from tests.usecases.company import FIRST, Company, change, shown, told
from tests.usecases.measurement.groups import agreed, counted, looked_back, tandems
from tests.usecases.ports import chat_of


async def look(company: Company) -> GoingNotice:
    await company.first.run(show, "otto", chat_of("otto"))
    return cast(GoingNotice, await shown(company.first, going_card.name, FIRST, "otto"))


async def test_it_shows_what_was_counted(company: Company) -> None:
    await tandems(company, 6)
    await agreed(company, 1, 2, 3)
    await counted(company)
    found = (await look(company)).figures.share_of(Running.AGREEMENT)
    assert found
    assert found.share == Share(6, 3, 3)


async def test_before_anything_is_counted_it_says_so(company: Company) -> None:
    assert (await look(company)).figures.shares == ()


async def test_it_knows_whether_tandems_have_a_common_end(company: Company) -> None:
    assert not (await look(company)).rolls
    await change(company.first, "cycles", FIRST, kind=CycleKind.ROLLING)
    assert (await look(company)).rolls


async def test_asked_for_again_it_takes_the_place_of_the_earlier_one(company: Company) -> None:
    await look(company)
    await look(company)
    assert await told(company.first, going_card.name) == ["otto"]


async def test_it_names_nobody(company: Company) -> None:
    """Nor does it tell what anybody has written."""
    await tandems(company, 6)
    await looked_back(company, 1, 2, 3)
    await counted(company)
    said = json.dumps(render(await look(company), Words("de")).content)
    assert "3 von 6 Treffen" in said
    assert not [word for word in ("Papageientaucher", "mentee", "mentor-") if word in said]

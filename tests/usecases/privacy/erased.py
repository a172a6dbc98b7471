"""What the tests of *delete me* share."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mentoring.usecases.common.effects import EFFECTS
from tests.usecases.company import (
    Company,
    all_of,
    asked_for,
    put,
)

DAY = timedelta(days=1)


async def erased(company: Company, who: str) -> None:
    """Whatever was asked for is carried out."""
    for key in await asked_for(company.first, "erase_person"):
        await EFFECTS["erase_person"](company.first, key)
        waiting = await all_of(company.first, "effects", kind="erase_person", done=False)
        await put(company.first, "effects", *(replace(each, done=True) for each in waiting))

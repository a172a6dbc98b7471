"""The whole examination, in the order in which things depend on each other."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import replace

from bot.doctor.address import address
from bot.doctor.app_for_people import app
from bot.doctor.case import Case, Check
from bot.doctor.channels import channels
from bot.doctor.database import database
from bot.doctor.lines import UNEXPECTED, Line, Part, Who, unheard, unseen
from bot.doctor.meetings import meetings
from bot.doctor.people import everybody
from bot.doctor.permissions import permissions
from bot.doctor.sign_in import OUT_OF_REACH, clock, keys, sign_in

HERE: Mapping[Part, Check] = {
    Part.DATABASE: database,
    Part.CLOCK: clock,
    Part.KEYS: keys,
    Part.SIGN_IN: sign_in,
}
IN_THE_TENANT: Mapping[Part, Check] = {
    Part.PERMISSION: permissions,
    Part.APP: app,
    Part.CHANNELS: channels,
    Part.MEETINGS: meetings,
    Part.ADDRESS: address,
}


async def examine(case: Case) -> AsyncIterator[Line]:
    """All lines; without a token, or a way to Graph, nothing in the tenant can be looked at."""
    codes = set()
    for part, check in HERE.items():
        async for line in _told(part, check, case):
            codes.add(line.code)
            yield line
    if "sign-in" in codes and OUT_OF_REACH not in codes:
        async for line in _tenant(case):
            yield line
        return
    for part in (each for each in Part if each not in HERE):
        yield unseen(part, "unseen", Who.OPERATOR)


async def _tenant(case: Case) -> AsyncIterator[Line]:
    found = await everybody(case)
    for line in found.lines:
        yield line
    for part, check in IN_THE_TENANT.items():
        async for line in _told(part, check, replace(case, people=found.people)):
            yield line


async def _told(part: Part, check: Check, case: Case) -> AsyncIterator[Line]:
    """What a check says, and that it could not be finished, where that is so."""
    try:
        async for line in check(case):
            yield line
    except UNEXPECTED as error:
        yield unheard(part, error)

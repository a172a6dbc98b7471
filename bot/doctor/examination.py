"""The whole examination, in the order in which things depend on each other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

from bot.doctor.address import address
from bot.doctor.app_for_people import app
from bot.doctor.case import Case, Check
from bot.doctor.channels import channels
from bot.doctor.database import database
from bot.doctor.lines import Line, State, Who, undecided
from bot.doctor.meetings import meetings
from bot.doctor.people import everybody
from bot.doctor.permissions import permissions
from bot.doctor.sign_in import clock, keys, sign_in
from mentoring.domain.errors import NotAllowed, OutsideError

HERE: tuple[Check, ...] = (database, clock, keys, sign_in)
IN_THE_TENANT: tuple[Check, ...] = (permissions, app, channels, meetings, address)


async def examine(case: Case) -> AsyncIterator[Line]:
    """All lines; without a token nothing in the tenant can be looked at."""
    signed_in = False
    for check in HERE:
        async for line in _told(check, case):
            signed_in = signed_in or (line.check, line.state) == ("sign-in", State.OK)
            yield line
    if not signed_in:
        yield undecided("tenant", "tenant-unseen", Who.ENTRA)
        return
    async for line in _tenant(case):
        yield line


async def _tenant(case: Case) -> AsyncIterator[Line]:
    try:
        found = await everybody(case)
    except OutsideError as error:
        yield _away("people", error)
        return
    for line in found.lines:
        yield line
    for check in IN_THE_TENANT:
        async for line in _told(check, replace(case, people=found.people)):
            yield line


async def _told(check: Check, case: Case) -> AsyncIterator[Line]:
    """What a check says, and that it could not be finished, where that is so."""
    try:
        async for line in check(case):
            yield line
    except OutsideError as error:
        yield _away(check.__name__, error)


def _away(check: str, error: OutsideError) -> Line:
    if isinstance(error, NotAllowed):
        return undecided(check, "unfinished", Who.ENTRA, what=check)
    return undecided(check, "away", Who.OPERATOR, what=check, error=type(error).__name__)

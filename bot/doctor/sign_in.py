"""Signing in, Microsoft's keys, and the clock by which both judge."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator
from email.utils import parsedate_to_datetime

import aiohttp
from azure.core.exceptions import AzureError, ServiceRequestError

from bot.auth import KeyRing
from bot.connector import SCOPE as CONNECTOR
from bot.doctor.case import Case
from bot.doctor.lines import Line, Part, Who, fine, missing, unseen

OUT_OF_REACH = "clock-away"
"""The code of the line that says that there is no way to Graph."""
GRAPH = "https://graph.microsoft.com/.default"
MOST_SECONDS_OFF = 60
"""Tokens are judged with five minutes' leeway; a clock that is a minute off is on its way there."""
TIMEOUT = aiohttp.ClientTimeout(total=20)


async def sign_in(case: Case) -> AsyncIterator[Line]:
    """Whether the app gets a token for Graph and one for the Bot Connector."""
    try:
        for scope in (GRAPH, CONNECTOR):
            await case.outside.sign_in.get_token(scope)
    except ServiceRequestError:
        host = case.settings.login_authority
        yield missing("sign-in", "sign-in-away", Who.OPERATOR, host=host)
    except AzureError as refused:
        found = re.search(r"AADSTS(\d+)", str(refused))
        code = found[0] if found else type(refused).__name__
        yield missing("sign-in", "sign-in-refused", Who.ENTRA, code=code, way=case.way)
    else:
        yield fine("sign-in", "sign-in")


async def clock(case: Case) -> AsyncIterator[Line]:
    """Whether this machine's clock agrees with Microsoft's."""
    url = f"{case.settings.graph_base_url}/organization"
    try:
        async with case.outside.session.get(url, timeout=TIMEOUT) as answer:
            theirs = parsedate_to_datetime(answer.headers["Date"]).timestamp()
    except (aiohttp.ClientError, TimeoutError):
        yield unseen(Part.CLOCK, "clock-away", Who.OPERATOR, url=case.settings.graph_base_url)
        return
    except (KeyError, ValueError):
        yield unseen(Part.CLOCK, "clock-unread", Who.OPERATOR, url=case.settings.graph_base_url)
        return
    seconds = round(abs(time.time() - theirs))
    if seconds > MOST_SECONDS_OFF:
        yield missing("clock", "clock-off", Who.OPERATOR, seconds=seconds)
    else:
        yield fine("clock", "clock")


async def keys(case: Case) -> AsyncIterator[Line]:
    """Whether Microsoft's signing keys can be fetched, without which nobody is let in."""
    url = case.settings.openid_metadata_url
    if await KeyRing(case.outside.session, url).known():
        yield fine("keys", "keys")
    else:
        yield missing("keys", "keys-away", Who.OPERATOR, url=url)

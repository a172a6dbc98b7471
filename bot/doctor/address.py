"""The public address: proved by a subscription, because Graph calls the address before it takes
one.
"""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from datetime import timedelta

from bot.doctor.case import Case
from bot.doctor.lines import Line, Part, Who, fine, missing, unseen
from graph.subscriptions import subscribe, unsubscribe
from mentoring.domain.errors import NotAllowed, NotThere, Rejected

SHORT = timedelta(hours=1)


async def address(case: Case) -> AsyncIterator[Line]:
    """Subscribe to the calendar of the first person who has one, and end it again."""
    url = case.settings.public_url
    if not url:
        yield missing("address", "address-missing", Who.OPERATOR)
        return
    refused = False
    for person in case.able:
        try:
            await _proved(case, person.id)
        except Rejected as error:
            yield missing("address", "address-refused", Who.OPERATOR, url=url, said=error.code)
            return
        except (NotAllowed, NotThere):
            refused = True  # this mailbox cannot be watched, another one may
        else:
            yield fine("address", "address", url=url)
            return
    if refused:
        yield unseen(Part.ADDRESS, "address-untried", Who.OPERATOR)
    else:
        yield unseen(Part.ADDRESS, "nobody", Who.OPERATOR)


async def _proved(case: Case, person_id: str) -> None:
    until = case.outside.clock.now() + SHORT
    graph, secret = case.outside.graph, secrets.token_urlsafe(32)
    made = await subscribe(graph, person_id, secret, case.settings.public_url, until)
    await unsubscribe(graph, made.id)

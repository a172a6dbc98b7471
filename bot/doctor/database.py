"""The database: whether it is there, has this version's schema, and opens with these keys."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from bot.doctor.case import Case
from bot.doctor.lines import Line, Who, fine, missing
from mentoring.storage.migrate import is_current
from mentoring.storage.store import SqlStore


async def database(case: Case) -> AsyncIterator[Line]:
    """Each of the three, as far as the one before holds."""
    store = SqlStore(case.settings.database_url, case.settings.cipher())
    try:
        if not await store.answers():
            yield missing("database", "database-away", Who.OPERATOR)
        elif not await asyncio.to_thread(is_current, case.settings.database_url):
            yield missing("database", "database-schema", Who.OPERATOR)
        else:
            yield fine("database", "database")
            yield await asyncio.to_thread(_encryption, store)
    finally:
        store.close()


def _encryption(store: SqlStore) -> Line:
    if store.opens():
        return fine("encryption", "encryption")
    return missing("encryption", "encryption-wrong", Who.OPERATOR)

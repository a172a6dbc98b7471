"""A database and a tenant as version 5eca8f5 left them when it was stopped in the middle of a
launch.

The texts in ``tests/storage/carried`` were written once, with that version, on each kind of
database; they never change. Four tandems were being launched for 11 January 2027: numbers 2 and 3
are (2 has no dates yet, because Berta's calendar may not be read; of 3 Anna has declined a session,
and Amir pauses); of 1 Exchange had booked the series and of 4 Teams had opened the channel, but
neither answer was kept any more. Three cards and one invitation had not gone out. A fifth pair had
come to nothing, and Gerd was in the middle of the questionnaire.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg

from mentoring.storage.engines import is_sqlite

TEXTS = Path(__file__).parent / "storage" / "carried"
TENANT_URL = "http://127.0.0.1:18080"
"""Where that tenant stood; the texts name it as the service of its chats."""


def text_of(url: str, ending: str) -> str:
    """One of the texts that belong to this kind of database."""
    kind = "sqlite" if is_sqlite(url) else "postgresql"
    return (TEXTS / f"5eca8f5.{kind}.{ending}").read_text(encoding="utf-8")


def load(url: str, tenant_url: str = TENANT_URL) -> None:
    """Put what that version left into an empty database; the tenant stands at ``tenant_url``
    now.
    """
    text = text_of(url, "sql").replace(TENANT_URL, tenant_url)
    if is_sqlite(url):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
            file.executescript(text)
    else:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(text.encode())

"""A database and a tenant as version 5eca8f5 left them when it was stopped in the middle of a launch.

The texts in ``tests/storage/carried`` were written once, with that version, on each kind of database; they
never change. Four tandems were being launched for 11 January 2027: number 2 and 3 are (2 has no dates yet,
because Berta's calendar may not be read; Anna has declined a session of 3, and Amir pauses), of 1 Teams had
opened the channel and of 4 Exchange had booked the series, but neither answer had been kept. Three cards and
an invitation had not gone out. A fifth pair had come to nothing, Gerd was in the middle of the questionnaire.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import psycopg

from mentoring.storage.engines import is_sqlite

TEXTS = Path(__file__).parent / "storage" / "carried"
VERSION = "5eca8f5"
TENANT_URL = "http://127.0.0.1:18080"
"""Where that tenant stood; the texts name it as the service of its chats."""


def kind_of(url: str) -> str:
    """Which texts belong to a database."""
    return "sqlite" if is_sqlite(url) else "postgresql"


def load(url: str, tenant_url: str = TENANT_URL) -> None:
    """Put what that version left into an empty database; the tenant stands at ``tenant_url`` now."""
    written = (TEXTS / f"{VERSION}.{kind_of(url)}.sql").read_text(encoding="utf-8")
    text = written.replace(TENANT_URL, tenant_url)
    if is_sqlite(url):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as file:
            file.executescript(text)
        file.close()
    else:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(text.encode())

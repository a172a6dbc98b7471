"""The words that people have written for themselves or for the two of them, looked for where they
must not be: in the product's files and log, in its database, and with the programme owners.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from sandbox.connector.places import personal_place
from sandbox.conversations import BOT, Message
from sandbox.rehearse.habits import Words
from sandbox.state import TenantState


def in_files(folder: Path, words: Collection[str]) -> Iterator[str]:
    """The words that stand in a file of the folder (log, database), as a line each."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        content = path.read_bytes()
        yield from (f"{word} in {path.name}" for word in words if word.encode() in content)


def in_postgres(url: str, words: Collection[str]) -> Iterator[str]:
    """The words that stand in a row of any table, as a line each."""
    import psycopg
    from psycopg import sql

    with psycopg.connect(url) as connection:
        tables = connection.execute(
            "SELECT table_schema, table_name FROM information_schema.tables "
            "WHERE table_type = 'BASE TABLE' "
            "AND table_schema NOT IN ('pg_catalog', 'information_schema')"
        ).fetchall()
        for schema, table in tables:
            named = sql.SQL("{}.{}").format(sql.Identifier(schema), sql.Identifier(table))
            rows = connection.execute(sql.SQL("SELECT row::text FROM {} AS row").format(named))
            content = "\n".join(text for (text,) in rows)
            yield from (f"{word} in {table}" for word in words if word in content)


def in_conversations(state: TenantState, words: Words) -> Iterator[str]:
    """The words that the bot has said where they do not belong: what somebody wrote for themselves
    belongs into their own chat, all else into those of the people who have written anything, and
    what both of a tandem have released also to the owners.
    """
    written = {word: by for word, by in words.written.items() if word not in words.released}
    own = {one.person: _chat(state, one.person) for one in words.written.values()}
    for conversation, messages in state.conversations.messages.items():
        said = "\n".join(_said(each) for each in messages if each.sender_id == BOT)
        for word, by in written.items():
            readers = {own[by.person]} if by.is_for_oneself else own.values()
            if conversation not in readers and word in said:
                yield f"{word} ({by.where}) in {conversation}"


def _chat(state: TenantState, person: str) -> str:
    place = personal_place(state, person)
    return place.id if place else ""


def _said(message: Message) -> str:
    """All that was sent, the buttons' data included, at first and last."""
    return json.dumps([message.activity, message.first])

"""The words that people have written for themselves or for the two of them, looked for where they
must not be: in the product's files and log, in its database, in what it asks of Microsoft 365, and
with whoever is not to read them.
"""

from __future__ import annotations

import base64
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from sandbox.connector.places import personal_place
from sandbox.conversations import BOT, Message
from sandbox.journal import Exchange
from sandbox.rehearse.baseline import is_circle
from sandbox.rehearse.habits import PLANTED, Words, Written
from sandbox.state import TenantState

BASE64 = re.compile(rb"[A-Za-z0-9+/]{24,}")
HEXADECIMAL = re.compile(rb"(?:[0-9a-f]{2}){12,}")


def in_files(folder: Path, words: Collection[str]) -> Iterator[str]:
    """The words that stand in a file of the folder (log, database), as a line each."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        content = readable(path.read_bytes())
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
            content = readable("\n".join(text for (text,) in rows).encode())
            yield from (f"{word} in {table}" for word in words if word.encode() in content)


def readable(content: bytes) -> bytes:
    """The content, and what stands in it as base 64 or in hexadecimal digits, as engines and
    databases write down bytes.
    """
    runs = (run[start:] for run in BASE64.findall(content) for start in range(4))
    decoded = (base64.b64decode(run[: len(run) // 4 * 4]) for run in runs)
    digits = (bytes.fromhex(run.decode()) for run in HEXADECIMAL.findall(content))
    return b"\n".join([content, *decoded, *digits])


class Asked:
    """The words that stand in what the product asks of Graph, from now on: in events, in the names
    of channels, in notices. None belongs there.
    """

    def __init__(self, state: TenantState) -> None:
        self.found: set[str] = set()
        state.journal.observers.append(self._see)

    def _see(self, exchange: Exchange) -> None:
        if exchange.service == "graph":
            said = f"{exchange.path} {json.dumps(exchange.request, default=str)}"
            self.found |= {f"{one} in {exchange.operation}" for one in PLANTED.findall(said)}


def in_conversations(state: TenantState, words: Words) -> Iterator[str]:
    """The words that the bot has said where they do not belong: what somebody wrote for themselves
    belongs into their own chat, what is for the two of a tandem also into the other one's, all else
    into those of the people who have written anything, and what both of a tandem have released also
    to the owners.
    """
    written = {word: by for word, by in words.written.items() if word not in words.released}
    own = {one.person: _chat(state, one.person) for one in words.written.values()}
    partners, everybody = partners_of(state), {*own.values()}
    readers = {by: {*_readers(by, own, partners)} for by in {*written.values()}}
    for conversation, messages in state.conversations.messages.items():
        said = "\n".join(_said(each) for each in messages if each.sender_id == BOT)
        for word, by in written.items():
            may_read = readers[by] if by.is_for_the_two else everybody
            if conversation not in may_read and word in said:
                yield f"{word} ({by.where}) in {conversation}"


def _readers(
    by: Written, chats: Mapping[str, str], partners: Mapping[str, Iterable[str]]
) -> Iterator[str]:
    """The chats of those who may read what is not for all."""
    yield chats[by.person]
    if not by.is_for_oneself:
        yield from (chats[one] for one in partners.get(by.person, ()) if one in chats)


def partners_of(state: TenantState) -> dict[str, set[str]]:
    """With whom everybody is, or has been, in a tandem's channel, by id."""
    found: dict[str, set[str]] = defaultdict(set)
    channels = (one for team in state.teams.values() for one in team.channels.values())
    for channel in channels:
        for person in () if is_circle(channel) else channel.founders:
            found[person] |= channel.founders - {person}
    return found


def _chat(state: TenantState, person: str) -> str:
    place = personal_place(state, person)
    return place.id if place else ""


def _said(message: Message) -> str:
    """All that was sent, the buttons' data included, at first and last."""
    return json.dumps([message.activity, message.first])

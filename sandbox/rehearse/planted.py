"""The words that people have written for themselves or for the two of them, looked for where they
must not be: in the product's files and log, in its database, in what it asks of Microsoft 365, and
with whoever is not to read them.
"""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

from sandbox.connector.places import personal_place
from sandbox.conversations import BOT, Message
from sandbox.journal import Exchange
from sandbox.rehearse.baseline import is_circle
from sandbox.rehearse.habits import PLANTED, Words, Written
from sandbox.state import TenantState

BASE64 = re.compile(rb"[A-Za-z0-9+/]{24,}")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
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
    readers = Readers(state, words)
    written = {word: by for word, by in words.written.items() if word not in words.released}
    for conversation, messages in state.conversations.messages.items():
        own = [each for each in messages if each.sender_id == BOT]
        said = "\n".join(_said(each) for each in own)
        stands = "\n".join(json.dumps(each.activity) for each in own)
        for word in (one for one in written if one in said):
            allowed = readers.now(word) if word in stands else readers.ever(word)
            if conversation not in allowed:
                yield f"{word} ({written[word].where}) in {conversation}"


def in_drives(state: TenantState, words: Words) -> Iterator[str]:
    """The words in the files that people have been given and that are not to be read by whoever
    has got them: as in the conversations.
    """
    readers = Readers(state, words)
    for file in state.drives.files.values():
        content = unpacked(file.data)
        for word in (one for one in words.written if one.encode() in content):
            if _chat(state, file.person_id) not in readers.ever(word):
                where = words.written[word].where
                yield f"{word} ({where}) in {file.name} of {file.person_id}"


def unpacked(data: bytes) -> bytes:
    """A file's content, and what is packed in it: as the parts of an Excel file, or as the streams
    of a PDF.
    """
    parts = [data, *map(_inflated, STREAM.findall(data))]
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts += [packed.read(name) for name in packed.namelist()]
    return b"\n".join(parts)


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""


class Readers:
    """The chats in which each word may stand."""

    def __init__(self, state: TenantState, words: Words) -> None:
        self._words = words
        self._chats = {one.person: _chat(state, one.person) for one in words.written.values()}
        self._partners = partners_of(state)

    def ever(self, word: str) -> set[str]:
        """In which it may have stood."""
        by = self._words.written[word]
        if not by.is_for_the_two:
            return {*self._chats.values()}
        with_both = not by.is_for_oneself or word in self._words.shared
        return {*self._own(by), *(self._of_partners(by) if with_both else ())}

    def now(self, word: str) -> set[str]:
        """In which it may stand at last: not in the other one's any more if it has been hidden."""
        is_hidden = word in self._words.hidden
        return {*self._own(self._words.written[word])} if is_hidden else self.ever(word)

    def _own(self, by: Written) -> Iterator[str]:
        yield self._chats[by.person]

    def _of_partners(self, by: Written) -> Iterator[str]:
        partners = self._partners.get(by.person, ())
        return (self._chats[one] for one in partners if one in self._chats)


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

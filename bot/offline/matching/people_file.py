"""People from a CSV file.

Everything that is wrong with a file is told at once, each fault with its line and column; nothing
is guessed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.offline.matching import cells
from bot.offline.matching.faults import Fault, MatchFileInvalid
from bot.programmes.explained import nearest
from cards.kit.words import Words, topic_name
from mentoring.domain.language import LANGUAGES
from mentoring.domain.matching.candidates import Candidate
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme

COLUMNS = (
    *(
        "id",
        "name",
        "role",
        "email",
        "manager_id",
        "department",
        "level",
        "location",
        "languages",
        "background",
    ),
    *("generation", "gender", "topics", "capacity", "not_with", "kpi_group", "past_partners"),
)
OTHER_DELIMITERS = {";": "semicolon", "\t": "tab", "|": "bar"}
T = TypeVar("T")


@dataclass(frozen=True)
class People:
    """The people of a file: candidates, the name of each id, ids by e-mail address (in lower case),
    and warnings of what was ignored but may be a slip.
    """

    candidates: tuple[Candidate, ...]
    names: Mapping[str, str]
    ids: Mapping[str, str]
    warnings: tuple[Fault, ...]


@dataclass(frozen=True)
class _Row:
    """One line with its cells by column; a column that the file lacks is empty."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def read_people(data: bytes, programme: Programme) -> People:
    """The people of a CSV file as ``docs/matching.md`` describes it; UTF-8, with or without a byte
    order mark.

    Topics may be written as their id or their name in the programme; one that it does not know is
    taken as it stands, with a warning at its first place.

    Raises:
        MatchFileInvalid: with every fault of the file.
    """
    return _Reader(programme).read(data)


class _Reader:
    """Reads one file and collects its faults on the way."""

    def __init__(self, programme: Programme) -> None:
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []
        self.header: list[str] = []
        names = {
            topic_name(t, Words(each)).casefold(): t.id
            for t in programme.topics
            for each in LANGUAGES
        }
        self.topics = names | {topic.id.casefold(): topic.id for topic in programme.topics}
        self._foreign: set[str] = set()

    def read(self, data: bytes) -> People:
        """See :func:`read_people`."""
        rows = list(self._rows(self._text(data)))
        candidates = [candidate for row in rows if (candidate := self._candidate(row)) is not None]
        self._check_twice(rows)
        managers = self._managers(rows)
        self._check_cycles(rows, managers)
        self._warn_of_unknown(rows)
        if self.faults:
            raise MatchFileInvalid(self.faults, self.warnings)
        names = {row["id"]: row["name"] or row["id"] for row in rows}
        chains = (replace(one, managers=tuple(_above(one.id, managers))) for one in candidates)
        ids = {row["email"].casefold(): row["id"] for row in rows if row["email"]}
        return People(tuple(chains), names, ids, tuple(self.warnings))

    def _fault(self, line: int, column: str, code: str, **facts: str) -> None:
        self.faults.append(Fault(line, column, self._place(column), code, facts))

    def _place(self, column: str) -> int:
        return self.header.index(column) + 1 if column in self.header else 0

    def _text(self, data: bytes) -> str:
        """The text of the bytes; every line that is not UTF-8 is a fault.

        Without a first line nothing else can be read.
        """
        for number, line in enumerate(data.split(b"\n"), start=1):
            if not _is_text(line):
                self._fault(number, "", "encoding")
            if number == 1 and (b"\0" in line or line.startswith((b"\xff\xfe", b"\xfe\xff"))):
                raise MatchFileInvalid(self.faults)
        return data.decode("utf-8-sig", errors="replace")

    def _check_delimiter(self, text: str) -> None:
        """A file separated by anything but commas is a fault; nothing else in it can be read."""
        for number, line in enumerate(text.splitlines(), start=1):
            found = [name for delimiter, name in OTHER_DELIMITERS.items() if delimiter in line]
            if found and "," not in line:
                raise MatchFileInvalid(
                    [*self.faults, Fault(number, "", 0, "delimiter", {"found": found[0]})]
                )
            if line.strip():
                return

    def _rows(self, text: str) -> Iterator[_Row]:
        """The lines below the header that have the right number of cells."""
        self._check_delimiter(text)
        lines = csv.reader(io.StringIO(text, newline=""), strict=True)
        start = 1
        try:
            for found in lines:
                texts = [cell.strip() for cell in found]
                if texts and not self.header:
                    self._read_header(start, texts)
                elif texts and len(texts) != len(self.header):
                    self._wrong_number(start, len(texts))
                elif texts:
                    yield _Row(start, dict(zip(self.header, texts, strict=True)))
                start = lines.line_num + 1
        except csv.Error:
            self._fault(start, "", "quotes")
        else:
            if not self.header:
                self._fault(1, "", "empty")

    def _wrong_number(self, line: int, found: int) -> None:
        expected = len(self.header)
        few = "yes" if found < expected else "no"
        self._fault(line, "", "fields", expected=str(expected), found=str(found), few=few)

    def _read_header(self, line: int, header: list[str]) -> None:
        """The names of the columns, in any order; what has none of them is no list of people, and
        nothing else in it is worth reading.
        """
        if not set(header) & set(COLUMNS):
            known = {"value": ",".join(COLUMNS)}
            raise MatchFileInvalid([*self.faults, Fault(line, "", 0, "no_people", known)])
        self.header = header
        for column in COLUMNS:
            if column not in header:
                self._fault(line, column, "missing_column")
        for place, column in enumerate(header, start=1):
            if column in header[: place - 1]:
                self.faults.append(Fault(line, column, place, "column_twice"))
            elif column not in COLUMNS:
                self.warnings.append(
                    Fault(line, column, place, "unknown_column", {"value": column})
                )

    def _cell(self, row: _Row, column: str, read: Callable[[str], T]) -> T | None:
        """The value of a cell; ``None`` after a fault, and where the column is missing."""
        if column not in row.cells:
            return None
        try:
            return read(row[column])
        except cells.WrongCell as wrong:
            self._fault(row.line, column, wrong.code, **wrong.facts)
            return None

    def _candidate(self, row: _Row) -> Candidate | None:
        """The candidate of a line, still without the chain of managers; ``None`` if a mandatory
        cell has a fault.
        """
        id_, level = (
            self._cell(row, "id", cells.read_id),
            self._cell(row, "level", cells.read_level),
        )
        languages, role = (
            self._cell(row, "languages", cells.read_languages),
            self._cell(row, "role", cells.read_role),
        )
        if role is None:
            return None
        capacity = self._cell(row, "capacity", lambda text: cells.read_capacity(text, role))
        wishes, teaches = self._topics(row, role)
        if id_ is None or level is None or languages is None or capacity is None:
            return None
        return Candidate(
            id=id_,
            role=role,
            level=level,
            languages=languages,
            wishes=wishes or (),
            teaches=teaches or {},
            capacity=capacity,
            department=row["department"],
            location=row["location"],
            background=row["background"],
            generation=row["generation"],
            gender=row["gender"],
            kpi_group=row["kpi_group"],
            not_with=frozenset(cells.listed(row["not_with"])),
            past_partners=frozenset(cells.listed(row["past_partners"])),
        )

    def _topics(
        self, row: _Row, role: Role
    ) -> tuple[tuple[str, ...] | None, dict[str, int] | None]:
        def known(topic: str) -> str:
            if topic.casefold() not in self.topics:
                self._warn_of_topic(row, topic)
            return self.topics.get(topic.casefold(), topic)

        if role is Role.MENTEE:
            return self._cell(row, "topics", lambda text: cells.read_wishes(text, known)), None
        return None, self._cell(row, "topics", lambda text: cells.read_teaches(text, known))

    def _warn_of_topic(self, row: _Row, topic: str) -> None:
        """Told once a spelling: a house with topics of its own would read it at each person."""
        if topic.casefold() in self._foreign:
            return
        self._foreign.add(topic.casefold())
        meant = nearest(topic, [*self.topics])
        near = self.topics[meant] if meant else "none"
        facts = {"value": topic, "nearest": near}
        self.warnings.append(
            Fault(row.line, "topics", self._place("topics"), "unknown_topic", facts)
        )

    def _check_twice(self, rows: Sequence[_Row]) -> None:
        first: dict[tuple[str, str], int] = {}
        for row in rows:
            line = first.setdefault((row["id"], row["role"]), row.line)
            if line != row.line and row["id"]:
                self._fault(row.line, "id", "twice", value=row["id"], first=str(line))

    def _managers(self, rows: Sequence[_Row]) -> dict[str, str]:
        """The manager of each id; one person cannot have two."""
        found: dict[str, str] = {}
        for row in rows:
            if row["id"] and found.setdefault(row["id"], row["manager_id"]) != row["manager_id"]:
                self._fault(row.line, "manager_id", "managers_differ", value=row["id"])
        return found

    def _check_cycles(self, rows: Sequence[_Row], managers: Mapping[str, str]) -> None:
        """Each cycle is told once, at the first line of somebody in it."""
        told: set[str] = set()
        for row in rows:
            above = list(_above(row["id"], managers))
            if row["id"] in above and row["id"] not in told:
                told.update(above)
                self._fault(row.line, "manager_id", "cycle", chain=" → ".join([row["id"], *above]))

    def _warn_of_unknown(self, rows: Sequence[_Row]) -> None:
        known = {row["id"] for row in rows}
        for row in rows:
            for column in ("not_with", "past_partners"):
                for person in cells.listed(row[column]):
                    if person not in known:
                        facts = {"value": person}
                        self.warnings.append(
                            Fault(row.line, column, self._place(column), "unknown_id", facts)
                        )


def _is_text(line: bytes) -> bool:
    """Whether a line is UTF-8; a zero byte is valid there, but a sign of another encoding."""
    try:
        return "\0" not in line.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _above(person: str, managers: Mapping[str, str]) -> Iterator[str]:
    """The chain upwards from a person, nearest first; it ends at somebody whose manager is not
    known, or where it repeats.
    """
    seen: set[str] = set()
    while (person := managers.get(person, "")) and person not in seen:
        seen.add(person)
        yield person

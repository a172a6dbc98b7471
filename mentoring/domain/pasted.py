"""People as somebody pastes them, out of Outlook, Excel or a mail: addresses and names, whatever
stands between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parseaddr

from mentoring.domain.language import LANGUAGES

LINE = re.compile(r"[;\n\r]+")
HEADING = re.compile(r"\s*(?:e-?)?mail(?:[- ]?add?ress\w*)?[\s:]*", re.IGNORECASE)
"""What stands in a table above its addresses."""
QUOTED = re.compile(r'"([^"\n<>]*)"')
PART = re.compile(r'<([^<>\s?]*)[^<>\s]*>|[^\s<>()\[\],;:"|`\\?]+')
BULLET = re.compile(r"^\s*(?:[-–•*]+|\d{1,4}[.)](?!\d))?\s*")
CURLY = str.maketrans({**dict.fromkeys("„“”«»", '"'), **dict.fromkeys("‚‘’", "'"), "\xa0": " "})
COMMA_IN_NAME = "\ue000"
"""Stands for a comma within quotation marks while the list is taken apart."""
ENDS = " .'\"*•…!?:<>"
IN_QUOTES = re.compile(r'\s*"([^"\n]+)"[\s.!?]*(?:,|;|$)?')


@dataclass(frozen=True)
class PeopleAndGroups:
    """A list of people, and of each group in it the words that begin with its name: only the
    directory knows where that ends.
    """

    people: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class GroupName:
    """What may be a group's name, and what then follows in the list."""

    name: str
    rest: str = ""


def visible(text: str) -> str:
    """The text without signs that nobody sees: zero-width blanks, byte order marks, soft hyphens,
    controls of the direction of writing.
    """
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf")


def names_in(text: str) -> tuple[str, ...]:
    """The names, addresses and ids of a pasted list, each once, in order.

    Semicolons, line breaks, tabs, commas, *and* and bullet points separate, so do blanks between
    addresses. Beside an address stands its owner's name, which is not listed; so it is in each row
    of a table with addresses. A comma belongs to
    ``Last, First`` within quotation marks, before an address, and in a list of such names that
    semicolons or line breaks separate.
    """
    clean = QUOTED.sub(_in_one, visible(text).translate(CURLY))
    rows = [row for row in LINE.split(clean) if row.strip()]
    addressed = [row for row in rows if "@" in row]
    is_table = any("\t" in row.strip() for row in addressed)
    cells = (_cells(row, has_addresses=bool(addressed), is_table=is_table) for row in rows)
    lines = [line for row in cells for line in row]
    found = [name for line in lines for name in _in_line(line, alone=len(lines) == 1)]
    return tuple(dict.fromkeys(found))


def _cells(row: str, *, has_addresses: bool, is_table: bool) -> list[str]:
    """What of a row names somebody: in a table its addresses, or else all of it, which is one
    person's name; what stands above addresses names nobody.
    """
    cells = [cell for cell in row.split("\t") if cell.strip()]
    if has_addresses and any(map(HEADING.fullmatch, cells)):
        return []
    if len(cells) < 2 or not is_table:
        return cells
    return [cell for cell in cells if "@" in cell] or [" ".join(map(str.strip, cells))]


def group_names(words: str) -> Iterator[GroupName]:
    """Where the name of a group may end that ``words`` begin with, the longest first: what stands
    in quotation marks is all of it; otherwise it may hold commas and *and*.
    """
    clean = visible(words).translate(CURLY)
    if quoted := IN_QUOTES.match(clean):
        yield GroupName(quoted[1].strip(), clean[quoted.end() :])
        return
    name, comma, rest = clean.partition(",")
    ends = [(clean, ""), (name, rest), (*_first_of(name), comma + rest)]
    every = (GroupName(_bare(each[0]), ", ".join(each[1:]).strip(", ")) for each in ends)
    yield from dict.fromkeys(each for each in every if each.name)


def _first_of(name: str) -> tuple[str, str]:
    """What stands before the first *and*, and what follows it."""
    words = name.split()
    ends = (n for n, word in enumerate(words) if word.casefold() in conjunctions())
    end = next(ends, len(words))
    return " ".join(words[:end]), " ".join(words[end + 1 :])


def _bare(name: str) -> str:
    words = name.strip().strip(",").strip(ENDS).split()
    while words and words[-1].casefold() in conjunctions():
        words.pop()
    return " ".join(words)


def _in_one(quoted: re.Match[str]) -> str:
    return quoted[1].replace(",", COMMA_IN_NAME)


def _in_line(line: str, *, alone: bool) -> list[str]:
    pieces = [BULLET.sub("", piece) for piece in line.split(",")]
    if "@" not in line and "<" not in line:
        return _only_names(pieces, alone=alone)
    found: list[str] = []
    for piece, following in zip(pieces, [*pieces[1:], ""], strict=True):
        addresses = _addresses(piece)
        if not addresses and _begins_with_first_name(following):
            continue
        found += addresses or _names(piece)
    return found


def _only_names(pieces: list[str], *, alone: bool) -> list[str]:
    """Each piece, or in a longer list ``Last, First`` as one name."""
    if not alone and any(len(piece.split()) == 1 for piece in pieces):
        return _names(", ".join(piece.strip() for piece in pieces))
    return [name for piece in pieces for name in _names(piece)]


def _begins_with_first_name(piece: str) -> bool:
    """Whether a single name and an address in brackets follow, so that a last name stands before
    the comma.
    """
    before, bracket, _ = piece.partition("<")
    return bool(bracket) and len(before.split()) == 1


def _addresses(piece: str) -> list[str]:
    """The addresses of a piece, and the ids that stand in brackets behind a mention's name."""
    found = []
    for part in PART.finditer(piece):
        said = (part[1] or part[0]).rpartition(":")[2].strip(ENDS)
        if (part[1] and "@" not in said) or ("@" in said and parseaddr(said)[1] == said):
            found.append(said)
    return found


def _names(piece: str) -> list[str]:
    """The names of a piece, which *and* may separate."""
    found, ands = [list[str]()], conjunctions()
    for word in piece.split():
        if word.casefold() in ands:
            found.append([])
        else:
            found[-1].append(word)
    names = (" ".join(words).replace(COMMA_IN_NAME, ",").strip(ENDS) for words in found)
    return [name for name in names if name]


def conjunctions() -> set[str]:
    """What stands between two names for *and*."""
    return {"&", "+", *(each.conjunction for each in LANGUAGES.values())}

"""People as somebody pastes them, out of Outlook, Excel or a mail: addresses and names, whatever
stands between them.
"""

from __future__ import annotations

import re
import unicodedata
from email.utils import parseaddr

from mentoring.domain.language import LANGUAGES

LINE = re.compile(r"[;\n\r\t]+")
QUOTED = re.compile(r'"([^"\n<>]*)"')
PART = re.compile(r'<([^<>\s]*)>|[^\s<>()\[\],;:"]+')
BULLET = re.compile(r"^\s*(?:[-–•*]+|\d{1,4}[.)](?!\d))?\s*")
CURLY = str.maketrans({**dict.fromkeys("„“”«»", '"'), **dict.fromkeys("‚‘’", "'"), "\xa0": " "})
COMMA_IN_NAME = "\ue000"
"""Stands for a comma within quotation marks while the list is taken apart."""
ENDS = " .'\"*•…!?:<>"


def visible(text: str) -> str:
    """The text without signs that nobody sees: zero-width blanks, byte order marks, soft hyphens,
    controls of the direction of writing.
    """
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf")


def names_in(text: str) -> tuple[str, ...]:
    """The names, addresses and ids of a pasted list, each once, in order.

    Semicolons, line breaks, commas, *and* and bullet points separate, so do blanks between
    addresses. Beside an address stands its owner's name, which is not listed. A comma belongs to
    ``Last, First`` within quotation marks, before an address, and in a list of such names that
    semicolons or line breaks separate.
    """
    clean = QUOTED.sub(_in_one, visible(text).translate(CURLY))
    lines = [line for line in LINE.split(clean) if line.strip()]
    found = [name for line in lines for name in _in_line(line, alone=len(lines) == 1)]
    return tuple(dict.fromkeys(found))


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
    found, conjunctions = [list[str]()], _conjunctions()
    for word in piece.split():
        if word.casefold() in conjunctions:
            found.append([])
        else:
            found[-1].append(word)
    names = (" ".join(words).replace(COMMA_IN_NAME, ",").strip(ENDS) for words in found)
    return [name for name in names if name]


def _conjunctions() -> set[str]:
    return {"&", "+", *(each.conjunction for each in LANGUAGES.values())}

"""``programme.toml`` read into settings; what is wrong with it is told all at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

from pydantic import ValidationError

from bot.programmes.explained import Finding, explained
from bot.programmes.faults import Fault, ProgrammeInvalid
from bot.programmes.lines import lines_of
from bot.programmes.own_texts import unfit_texts
from bot.programmes.spoken import too_few_languages, unknown_languages
from bot.programmes.topics import names_twice, unknown_topics
from mentoring.domain.language import LANGUAGES, Language
from mentoring.domain.programme import Programme

AT = re.compile(r"\(at line (\d+), column (\d+)\)")


NO_OPEN_CAUSE = Finding(("matching", "rules", "topic"), "no-open-cause")
"""What owners try out could only be refused for something confidential."""


def read_programme(raw: bytes, source: str, *, in_the_open: bool = False) -> Programme:
    """The programme that a file holds: UTF-8, with or without a byte order mark; ``source`` names
    the file in errors. ``in_the_open``: nobody hides anything from its reader, as in ``tandem
    match``.

    Raises:
        ProgrammeInvalid: with every error at once, each naming its line and what is allowed.
    """
    text = _text(raw, source)
    try:
        plain = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProgrammeInvalid(source, _language({}), [_no_toml(text, error)]) from None
    programme, found = checked(plain)
    if programme:
        found = names_twice(programme)
    if programme and not found and (in_the_open or programme.hides_confidences):
        return programme
    found = found or [NO_OPEN_CAUSE]
    lines = lines_of(text)
    faults = [Fault(lines.of(each.path), each.shown, each.code, each.facts) for each in found]
    raise ProgrammeInvalid(source, _language(plain), faults)


def checked(plain: Mapping[str, object]) -> tuple[Programme | None, list[Finding]]:
    """The programme that these settings are, or else everything that is wrong with them."""
    try:
        programme = Programme.model_validate(plain)
    except ValidationError as error:
        return None, [finding for each in error.errors() if (finding := explained(plain, each))]
    found = [
        *unknown_languages(programme),
        *too_few_languages(programme),
        *unknown_topics(programme),
        *unfit_texts(programme),
    ]
    return (None, found) if found else (programme, [])


def _text(raw: bytes, source: str) -> str:
    """The text of the bytes; every line that is not UTF-8 is a fault."""
    faults = []
    for number, line in enumerate(raw.split(b"\n"), start=1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            faults.append(Fault(number, "", "encoding"))
    if faults:
        raise ProgrammeInvalid(source, _language({}), faults)
    return raw.decode("utf-8-sig")


def _no_toml(text: str, error: tomllib.TOMLDecodeError) -> Fault:
    place = AT.search(str(error))
    if place is None:
        return Fault(len(text.splitlines()) or 1, "", "syntax-end")
    return Fault(int(place[1]), "", "syntax", {"column": place[2]})


def _language(plain: Mapping[str, object]) -> Language:
    """The language in which the file's errors are told: its own, if that can be read."""
    said = plain.get("language")
    return said if isinstance(said, str) and said in LANGUAGES else Programme().language

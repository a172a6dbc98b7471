"""A third language, made as somebody would who adds one: an entry, and the texts.

``python -m tests.house.invented FOLDER`` speaks it for everything that has words, and says what was
missing. Its texts are the English ones, each with a mark before it, in that folder.
"""

from __future__ import annotations

import re
import shutil
import sys
from datetime import date
from pathlib import Path

from cards.kit import originals
from cards.kit import words as kit
from mentoring.domain.language import LANGUAGES, SpokenLanguage

CODE, MARK = "it", "¿"
MESSAGE = re.compile(r"^([a-z][\w-]*) = (?=\S)", re.MULTILINE)
SAID = re.compile(r"^(?:    \.said|typed-[\w-]+) = .*$", re.MULTILINE)
HEADER = (
    "id,name,role,email,manager_id,department,level,location,languages,background,generation,gender,topics,"
    "capacity,not_with,kpi_group,past_partners"
)
PEOPLE = (HEADER, "a,,mentor,,,A,3,,en,,,,ai:3,1,,,", "b,,mentee,,,B,1,,en,,,,ai,1,,,", "")


def add(folder: Path) -> None:
    """The entry and the texts; to be called before anything else of the product is imported."""
    shutil.copytree(originals.TEXTS, folder)
    shutil.copytree(originals.TEXTS / "en", folder / CODE)
    for path in (folder / CODE).rglob("*.ftl"):
        path.write_text(_marked(path.read_text(encoding="utf-8")), encoding="utf-8")
    originals.TEXTS = folder
    LANGUAGES[CODE] = SpokenLanguage(CODE, "it_IT")


def _marked(text: str) -> str:
    said = SAID.sub(
        lambda line: line[0].replace(" = ", f" = {CODE} ").replace(", ", f", {CODE} "), text
    )
    return MESSAGE.sub(
        lambda head: head[0] if head[1].startswith("typed-") else f"{head[0]}{MARK} ", said
    )


def wrong() -> list[str]:
    """What does not speak it."""
    return [*_cards(), *_commands(), *_dates(), *_matching()]


def _cards() -> list[str]:
    from cards.catalogue import render
    from tests.cards.samples import everything

    words = kit.Words(CODE)
    cards = {
        name: render(notice, words, posting="posting-1") for name, notice in everything().items()
    }
    mute = [
        name
        for name, card in cards.items()
        if MARK not in str(card.content) or MARK not in card.summary
    ]
    invitation = str(cards["enrolment-mentee-invited"].content)
    missing = [code for code in ("de", "en") if f"'language': '{code}'" not in invitation]
    return [*(f"card {name}" for name in mute), *(f"switch to {code}" for code in missing)]


def _commands() -> list[str]:
    import bot.app  # noqa: F401 - commands register themselves
    from bot.commands.common.talk import _wanted
    from bot.commands.registry import COMMANDS
    from bot.commands.understanding import find

    found = {name: find(f"{CODE} {each.said('en')[0]}") for name, each in COMMANDS.items()}
    lost = [f"command {name}" for name, each in found.items() if not each or each[0].name != name]
    asked = ("language italiano", "language italian", "sprache it")
    return [*lost, *(said for said in asked if _wanted(said, "de") != CODE)]


def _dates() -> list[str]:
    from bot.typed.dates import day_in
    from cards.kit.dates import day, short_day

    words, on = kit.Words(CODE), date(2027, 1, 12)
    said = [day(on, words), short_day(on, words)]
    return [
        *(each for each in said if "gennaio" not in each),
        *([] if day_in("12 gennaio 2027", on) == on else ["a day"]),
    ]


def _matching() -> list[str]:
    good, bad = "\n".join(PEOPLE), "\n".join(PEOPLE).replace("mentor,", "mentour,")
    told = [(0, *_matched(good)), (2, *_matched(bad))]
    return [
        f"tandem match: {code} {said}"
        for meant, code, said in told
        if code != meant or MARK not in said
    ]


def _matched(people: str) -> tuple[int, str]:
    from click.testing import CliRunner

    from bot.offline.matching.command import match

    file = originals.TEXTS / "people.csv"
    file.write_text(people, encoding="utf-8")
    outcome = CliRunner().invoke(match, [str(file), "--language", CODE])
    return outcome.exit_code, outcome.output


if __name__ == "__main__":
    add(Path(sys.argv[1]))
    sys.stdout.write("\n".join(wrong()))

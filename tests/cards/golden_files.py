"""The files in which every card stands as it was reviewed:
``golden/<feature>/{skeleton,de,de-sie,en}.txt``.

``make golden`` (``python -m tests.cards.golden_files``) writes them anew; what changed is then read
with ``git diff``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from difflib import unified_diff
from functools import cache
from itertools import groupby
from pathlib import Path

from cards.catalogue import CARDS
from tests.cards.drawn import SAMPLES, VOICES, drawn
from tests.cards.outline import Outline, outline
from tests.house.test_promises import ROOMS, TEXTS, promises_of

FOLDER = Path(__file__).parent / "golden"
HALVES = ("skeleton", *VOICES)


def feature_of(name: str) -> str:
    """The feature whose room a sample's card stands in."""
    return CARDS[type(SAMPLES[name])].__module__.split(".")[1]


FEATURES = {
    feature: [name for name in SAMPLES if feature_of(name) == feature]
    for feature in map(feature_of, SAMPLES)
}


@cache
def outlined(name: str, voice: str) -> Outline:
    """Both halves of a sample's card, as a client gets it."""
    card = drawn(name, voice)
    return outline(name, json.loads(json.dumps(card.content)), card.summary, VOICES[voice].language)


def written(feature: str, half: str) -> str:
    """What the file of a feature holds today: its cards' skeletons, or their texts in one voice."""
    return "\n\n".join("\n".join(_lines(name, half)) for name in FEATURES[feature]) + "\n"


def _lines(name: str, half: str) -> Iterable[str]:
    if half == "skeleton":
        return outlined(name, "de").skeleton
    if half == "de-sie":
        return _where_it_differs(outlined(name, half).texts, outlined(name, "de").texts)
    return outlined(name, half).texts


def _where_it_differs(sie: list[str], du: list[str]) -> list[str]:
    """The card's name and the lines of the formal voice; ``… 3`` are three lines in a row that are
    the same in both.
    """
    if len(sie) != len(du):
        return sie
    rows = groupby(zip(sie[1:], du[1:], strict=True), key=lambda pair: pair[0] == pair[1])
    lines = [
        [f"  … {len(list(pairs))}"] if same else [line for line, _ in pairs] for same, pairs in rows
    ]
    return [sie[0], *(line for each in lines for line in each)]


def path_of(feature: str, half: str) -> Path:
    """Where it stands."""
    return FOLDER / feature / f"{half}.txt"


def difference(path: Path, now: str) -> list[str]:
    """What a reviewer would see: the lines that left a file and those that came, none if it is as
    it was.
    """
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    return list(
        unified_diff(
            before.splitlines(), now.splitlines(), "as reviewed", "as drawn now", lineterm="", n=1
        )
    )


def main() -> None:
    """Write every file anew, the list of promises included, and remove those of features that are
    no more.
    """
    listed = sorted(key for room in ROOMS for key in promises_of(room))
    (TEXTS / "promises.txt").write_text("".join(f"{key}\n" for key in listed), encoding="utf-8")
    files = {
        path_of(feature, half): written(feature, half) for feature in FEATURES for half in HALVES
    }
    for path in set(FOLDER.rglob("*.*")) - set(files):
        path.unlink()
    for path, text in files.items():
        if difference(path, text):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"{path.relative_to(FOLDER.parent)}\n")


if __name__ == "__main__":
    main()

"""Between rooms go typed values: what is read by a string key is no value of the product's."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("mentoring/domain", "mentoring/usecases", "mentoring/ports", "cards", "bot")
MEANT = {
    "bot/auth.py": "the claims of a token and the keys of an issuer, as they come",
    "bot/connector.py": "messages and answers of the connector, as Teams takes and sends them",
    "bot/correction.py": "what a button sent, as it is shown once more",
    "bot/listening.py": "a message with its card, as the connector takes it",
    "bot/messenger.py": "a message with its card, as the connector takes it",
    "bot/offline/matching/outcome.py": "what `tandem match --json` prints",
    "bot/presses.py": "what a button sent until it is read as its class",
    "bot/router.py": "the answer of an invoke",
    "bot/speakers.py": "a message with its card, as the connector takes it",
    "bot/teams.py": "the answer of an invoke, as Teams takes it",
    "bot/turn.py": "an activity as it comes in, validated there",
    "bot/web.py": "the body of a request, before it is validated",
    "cards/kit/elements.py": "the JSON of a card that has been drawn",
    "cards/kit/render.py": "the JSON of a card, into which the posting is written",
    "mentoring/domain/questionnaire/answers.py": "the JSON as which answers lie in their row",
}
"""Raw JSON at the borders, by file; what is read of it there goes on as a typed value."""


def untyped(source: str) -> list[int]:
    """The lines that name a mapping from texts to anything, wherever they do so."""
    return sorted(
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Subscript)
        and ast.unparse(node.value).rpartition(".")[2]
        in {"dict", "Dict", "Mapping", "MutableMapping"}
        and ast.unparse(node.slice).strip("()") == "str, Any"
    )


def found() -> dict[str, list[int]]:
    """By file of the rooms, where it does."""
    files = (file for room in ROOMS for file in (ROOT / room).rglob("*.py"))
    lines = {
        str(file.relative_to(ROOT)): untyped(file.read_text(encoding="utf-8")) for file in files
    }
    return {file: at for file, at in sorted(lines.items()) if at}


def test_only_raw_json_at_the_borders_is_a_mapping_to_anything() -> None:
    told = [
        f"{file}:{line}" for file, lines in found().items() if file not in MEANT for line in lines
    ]
    assert not told, "\n".join(
        ["use a frozen dataclass, or say in MEANT which border it is:", *told]
    )


def test_every_exception_is_still_needed() -> None:
    assert sorted(MEANT) == [file for file in found() if file in MEANT]


def test_whoever_hides_it_deeper_is_found() -> None:
    assert untyped("answers: Mapping[str, tuple[dict[str, Any], ...]]\nname: dict[str, int]") == [1]
    assert untyped("Answers = typing.Mapping[str, Any] | None") == [1]

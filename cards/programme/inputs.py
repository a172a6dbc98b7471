"""From a setting to its input: what it may be follows from the types of the settings."""

from __future__ import annotations

from collections.abc import Mapping

from microsoft_teams.cards.core import CardElement

from cards.kit.inputs import buttons_of, choice, line, number, several
from cards.kit.words import Words
from cards.programme.values import as_written, choice_name, label
from mentoring.domain.language import LANGUAGES
from mentoring.domain.setting import LONGEST_LINE, Setting, setting

MOST_IN_SIGHT = 4
UNBOUNDED = 1000


def input_of(path: str, value: object, raw: Mapping[str, object], words: Words) -> CardElement:
    """The setting's input, with what was typed if it was refused, else with what counts."""
    known = setting(path)
    if path == "language":
        known = Setting(path, "choice", tuple(LANGUAGES))
    return _input(known, raw.get(path, _as_typed(known, value, words)), words)


def _as_typed(known: Setting, value: object, words: Words) -> object:
    if isinstance(value, list):
        return ", ".join(as_written(known.kind, each, words) for each in value)
    if isinstance(value, str):
        return as_written(known.kind, value, words)
    return "" if value is None else value


def _input(known: Setting, value: object, words: Words) -> CardElement:
    name, path = label(known.path, words), known.path
    options = [(choice_name(path, each, words), each) for each in known.choices]
    if known.kind == "several":
        return several(path, name, options, value)
    if known.kind == "choice":
        few = len(options) <= MOST_IN_SIGHT
        return (buttons_of if few else choice)(path, name, options, value)
    if known.kind == "switch":
        switched = [(words.text("setting-on"), "true"), (words.text("setting-off"), "false")]
        return buttons_of(path, name, switched, str(value).lower())
    if known.kind == "number":
        highest = known.highest or UNBOUNDED
        needed = "" if known.optional else _between(known.lowest, highest, words)
        return number(path, name, value, known.lowest, highest, required=needed)
    longest = known.longest if known.kind == "line" else LONGEST_LINE
    said = known.path.startswith("sponsor.sentence") or "_condition." in known.path
    return line(path, name, value, longest=longest, several_lines=said, hint=_hint(known, words))


def _between(lowest: int, highest: int, words: Words) -> str:
    if highest == UNBOUNDED:
        return words.text("setting-at-least", lowest=lowest)
    return words.text("setting-between", lowest=lowest, highest=highest)


def _hint(known: Setting, words: Words) -> str:
    key = f"setting-hint-{known.kind}"
    return words.text(key) if words.has(key) else ""

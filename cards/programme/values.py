"""The name of a setting, and its value as people read it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from babel import Locale

from cards.kit.dates import typed_day
from cards.kit.originals import original_of
from cards.kit.words import Words, topic_name
from mentoring.domain.language import LANGUAGES, voices
from mentoring.domain.own_texts import PATH
from mentoring.domain.setting import SECTIONS, Changed, setting
from mentoring.domain.topics import Topic

LONGEST = 120
ON_CARDS = frozenset(path for paths in SECTIONS.values() for path in paths)
"""The settings whose kind is declared; days and times of day are among them."""


def key_of(path: str) -> str:
    """The path as it stands in keys of texts."""
    return path.replace(".", "-").replace("_", "-")


def label(path: str, words: Words) -> str:
    """What the setting is called; one that only a file has bears its path as its name."""
    for code in LANGUAGES:
        if path.endswith(f"sentence_{code}"):
            return words.text("setting-sponsor-sentence", language=language_name(code, words))
    if path.endswith("_condition"):
        return words.text("setting-condition", role=path.partition("_")[0])
    if "_condition." in path:
        table, _, code = path.replace("_condition.text_", "|").partition("|")
        return words.text(f"setting-{table}-condition", language=language_name(code, words))
    if path.startswith(f"{PATH}."):
        return _text_label(path, words)
    key = f"setting-{key_of(path)}"
    return words.text(key) if words.has(key) else path


def _text_label(path: str, words: Words) -> str:
    """A text that owners have replaced, by how the product says it."""
    _, voice, key, *_ = f"{path}..".split(".")
    original = original_of(voice, key) if voice in voices() else None
    return words.text("setting-text", text=_short(original.text) if original else key)


def language_name(code: str, words: Words) -> str:
    """The language's name in the reader's."""
    return str(Locale.parse(words.locale).languages.get(code, code))


def choice_name(path: str, value: str, words: Words) -> str:
    """One of the values that a setting may have."""
    if path == "language":
        return language_name(value, words)
    key = f"setting-{key_of(path)}-{value.replace('_', '-')}"
    return words.text(key) if words.has(key) else value


def as_written(kind: str, value: object, words: Words) -> str:
    """A value of such a kind as people write it: days and times are stored as a file has them."""
    said = str(value)
    if kind == "days":
        return typed_day(date.fromisoformat(said), words)
    return said.removesuffix(":00") if kind == "time" and said.count(":") > 1 else said


def shown(path: str, value: object, words: Words) -> str:
    """A value as people read it, in one line."""
    if value in (None, "", [], ()):
        return words.text("setting-empty")
    if isinstance(value, bool):
        return words.text("setting-on" if value else "setting-off")
    if isinstance(value, Mapping):
        return _short(" / ".join(map(str, value.values())))
    if isinstance(value, list):
        return _short(", ".join(_entry(path, each, words) for each in value))
    return _short(_plainly(path, value, words))


def _entry(path: str, value: object, words: Words) -> str:
    if path == "topics" and isinstance(value, Mapping):
        return topic_name(Topic.model_validate(value), words)
    if isinstance(value, Mapping):
        return str(value.get("id") or value.get("name") or ", ".join(map(str, value.values())))
    return _plainly(path, value, words)


def _plainly(path: str, value: object, words: Words) -> str:
    written = as_written(setting(path).kind if path in ON_CARDS else "", value, words)
    return choice_name(path, written, words)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[:LONGEST]}…" if len(line) > LONGEST else line


def in_words(changed: Changed, words: Words) -> str:
    """What is otherwise; of a list, what was taken away and what came, for the rest stayed."""
    before, after = changed.before, changed.after
    if isinstance(before, list) and isinstance(after, list):
        gone = [each for each in before if each not in after]
        came = [each for each in after if each not in before]
        before, after = gone, came
    old, new = (shown(changed.path, each, words) for each in (before, after))
    return words.text("settings-changed", name=label(changed.path, words), before=old, after=new)

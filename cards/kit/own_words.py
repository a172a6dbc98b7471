"""Texts that owners have replaced, as the messages that they stand for.

A replaced text is plain: its placeholders are filled in, and everything else in it is shown as it
was typed, like the names of people (``cards/kit/neutral.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from fluent.runtime import FluentBundle
from fluent.syntax import ast

from cards.kit.neutral import isolated, neutral, unmarked
from cards.kit.originals import (
    PLACEHOLDER,
    Leaf,
    Original,
    Tree,
    fresh_bundle,
    original_of,
)
from mentoring.domain.language import voices
from mentoring.domain.own_texts import InVoice, OwnText, wordings

MOST_VOICES = 64


class OwnWords:
    """The replaced texts of one voice; those that fit no text of the product any more count as not
    replaced.
    """

    def __init__(self, voice: str, texts: InVoice) -> None:
        self._language, _ = voices()[voice]
        known = {key: original_of(voice, key) for key in texts}
        made = [
            (each, _message(each, texts[key]))
            for key, each in known.items()
            if each and not amiss(each, wordings(texts[key]))
        ]
        self._files = {each.key: each.file for each, _ in made}
        self._bundles = {file: self._bundle(file, made) for file in self._files.values()}

    def _bundle(self, file: str, made: Iterable[tuple[Original, ast.Message]]) -> FluentBundle:
        found = fresh_bundle(self._language, file)
        own = ast.Resource([message for each, message in made if each.file == file])
        found.add_resource(own, allow_overrides=True)
        return found

    def text(self, key: str, facts: Mapping[str, object]) -> str | None:
        """The replaced text with the facts filled in; None if there is none, or it needs what is
        not told here.
        """
        file = self._files.get(key)
        pattern = self._bundles[file].get_message(key).value if file else None
        if file is None or pattern is None:
            return None
        known = {
            name: isolated(each) if isinstance(each, str) else each for name, each in facts.items()
        }
        text, errors = self._bundles[file].format_pattern(pattern, known)
        return None if errors else str(text)


class _Same:
    """A table of settings, which never change: the same object is the same table."""

    def __init__(self, voice: str, texts: InVoice) -> None:
        self.voice, self.texts = voice, texts

    def __hash__(self) -> int:
        return hash((self.voice, id(self.texts)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.voice == other.voice and self.texts is other.texts


@lru_cache(maxsize=MOST_VOICES)
def _made(same: _Same) -> OwnWords:
    return OwnWords(same.voice, same.texts)


def own_words(voice: str, texts: Mapping[str, InVoice]) -> OwnWords | None:
    """What a programme has replaced in a voice, made once a process and version of its settings;
    None if that is nothing.
    """
    said = texts.get(voice)
    return _made(_Same(voice, said)) if said else None


def _message(original: Original, text: OwnText) -> ast.Message:
    pattern = _pattern(original, original.tree, wordings(text))
    return ast.Message(ast.Identifier(original.key), pattern)


def _pattern(original: Original, tree: Tree, said: Mapping[str, str]) -> ast.Pattern:
    """The original's pattern with other wordings."""
    if isinstance(tree, Leaf):
        return ast.Pattern([*_elements(original, said[tree.case])])
    variants = [
        ast.Variant(each.key, _pattern(original, branch, said), default=each.default)
        for each, branch in tree.branches
    ]
    return ast.Pattern([ast.Placeable(ast.SelectExpression(tree.selector, variants))])


def _elements(original: Original, text: str) -> Iterator[ast.TextElement | ast.Placeable]:
    """A wording in parts: what is typed, and what is filled in."""
    known, at = original.placeholders, 0
    plain = _plain(text)
    for found in PLACEHOLDER.finditer(plain):
        if found.start() > at:
            yield ast.TextElement(plain[at : found.start()])
        yield known[found[1].strip()]
        at = found.end()
    if at < len(plain):
        yield ast.TextElement(plain[at:])


def _plain(text: str) -> str:
    """The text in which nothing is markup, wherever it stands."""
    return str(unmarked(neutral(text)))


def amiss(original: Original, said: Mapping[str, str]) -> Mapping[str, str]:
    """Why wordings cannot stand for the original's, by case: a code (``cases``, ``empty``,
    ``long``, ``braces``, ``placeholder``); empty if they can.
    """
    if {*said} != {*original.cases}:
        return {"": "cases"}
    found = {case: _amiss(original, text) for case, text in said.items()}
    return {case: code for case, code in found.items() if code}


def _amiss(original: Original, text: str) -> str:
    if not text.strip():
        return "empty"
    if len(text) > original.longest:
        return "long"
    if "{" in (rest := PLACEHOLDER.sub("", text)) or "}" in rest:
        return "braces"
    return "placeholder" if unknown_in(original, [text]) else ""


def named_in(texts: Iterable[str]) -> list[str]:
    """The placeholders in these wordings, each once."""
    return list(
        dict.fromkeys(found.strip() for text in texts for found in PLACEHOLDER.findall(text))
    )


def unknown_in(original: Original, texts: Iterable[str]) -> list[str]:
    """Those that the original does not have."""
    return [name for name in named_in(texts) if name not in original.placeholders]


def missing_in(original: Original, texts: Iterable[str]) -> list[str]:
    """Those of the original that these wordings do not say."""
    said = named_in(texts)
    return [name for name in original.placeholders if name not in said]

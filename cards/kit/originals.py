"""The texts of the product as they stand in ``cards/texts``, and what may be replaced in them.

``cards/texts/<language>/**.ftl`` hold one message a key. A German message that addresses the person
carries its formal variant as the attribute ``.sie``. To people, a text is written with its
placeholders in braces; one that tells cases apart (one person, several people) has a wording for
each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from mentoring.domain.language import LANGUAGES, Language, voices

TEXTS = Path(__file__).parents[1] / "texts"
BY_OTHER_MEANS = frozenset(
    {"common/typed", "programme/doctor", "programme/file", "programme/topics"}
)
"""The files whose texts owners cannot replace: what people type, what IT and whoever writes a
programme file are told, and the names of topics, which are settings themselves.
"""
ROOM_TO_SPARE = 300
KEY = re.compile(r"^([a-z][\w-]*) *=", re.MULTILINE | re.IGNORECASE)
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
Elements = Sequence[ast.TextElement | ast.Placeable]


@cache
def files(language: Language) -> Mapping[str, Path]:
    """The files of a language, by their names without an ending (``enrolment/invitation``)."""
    folder = TEXTS / language
    return {
        path.relative_to(folder).with_suffix("").as_posix(): path
        for path in sorted(folder.rglob("*.ftl"))
    }


@cache
def places(language: Language) -> Mapping[str, str]:
    """In which file each text stands, by its key; seen without reading what the texts say."""
    return {
        key: name
        for name, path in files(language).items()
        for key in KEY.findall(path.read_text(encoding="utf-8"))
    }


@cache
def resource(language: Language, file: str) -> ast.Resource:
    """A file's texts. All files take a second to read, so each is read when it is first needed."""
    return FluentResource(files(language)[file].read_text(encoding="utf-8"))


@cache
def bundle(language: Language, file: str) -> FluentBundle:
    """The messages of a file, read once a process."""
    return fresh_bundle(language, file)


def fresh_bundle(language: Language, file: str) -> FluentBundle:
    """The messages of a file, to which others may be added."""
    found = FluentBundle([LANGUAGES[language].locale.replace("_", "-")], use_isolating=False)
    found.add_resource(resource(language, file))
    return found


@dataclass(frozen=True)
class Leaf:
    """A wording: its text and its placeholders. ``case`` names it among those of its text."""

    case: str
    elements: Elements

    @property
    def text(self) -> str:
        """As people read and write it."""
        return "".join(_shown(each) for each in self.elements)


@dataclass(frozen=True)
class Fork:
    """What a text tells apart: the selector, and for each of its variants what follows."""

    selector: ast.InlineExpression
    branches: tuple[tuple[ast.Variant, Tree], ...]


Tree = Leaf | Fork


def _tree(elements: Elements, chosen: Mapping[str, str]) -> Tree:
    """A pattern, with its cases unfolded; one that was ``chosen`` is not told apart again."""
    for place, element in enumerate(elements):
        select = element.expression if isinstance(element, ast.Placeable) else None
        if not isinstance(select, ast.SelectExpression):
            continue
        before, after, name = elements[:place], elements[place + 1 :], _name(select.selector)

        def rest(
            variant: ast.Variant, before: Elements = before, after: Elements = after
        ) -> Elements:
            return (*before, *variant.value.elements, *after)

        if name in chosen:
            known = {_key(each): each for each in select.variants}
            default = next(each for each in select.variants if each.default)
            return _tree(rest(known.get(chosen[name], default)), chosen)
        branches = tuple(
            (each, _tree(rest(each), {**chosen, name: _key(each)})) for each in select.variants
        )
        return Fork(select.selector, branches)
    return Leaf("_".join(chosen.values()), elements)


def _key(variant: ast.Variant) -> str:
    key = variant.key
    return key.name if isinstance(key, ast.Identifier) else str(key.value)


def _name(expression: object) -> str:
    """How a placeholder is called: by the fact or the text that fills it."""
    found = getattr(expression, "id", None)
    return str(found.name) if found else ""


def _shown(element: ast.TextElement | ast.Placeable) -> str:
    if isinstance(element, ast.TextElement):
        return str(element.value)
    if isinstance(element.expression, ast.StringLiteral):
        return str(element.expression.value)
    return f"{{{_name(element.expression)}}}"


def leaves(tree: Tree) -> Iterator[Leaf]:
    """All wordings."""
    if isinstance(tree, Leaf):
        yield tree
    else:
        for _, branch in tree.branches:
            yield from leaves(branch)


@dataclass(frozen=True)
class Original:
    """A text of the product in a voice; ``file`` is where it stands."""

    key: str
    file: str
    tree: Tree

    @property
    def cases(self) -> Mapping[str, str]:
        """The wordings by case; a text that tells none apart has the empty one."""
        return {each.case: each.text for each in leaves(self.tree)}

    @property
    def text(self) -> str:
        """The wording that says most: the last one, which is the usual case."""
        return [*self.cases.values()][-1]

    @property
    def placeholders(self) -> Mapping[str, ast.Placeable]:
        """What may stand in braces, by name."""
        found = [each for leaf in leaves(self.tree) for each in leaf.elements]
        return {
            _name(each.expression): each
            for each in found
            if isinstance(each, ast.Placeable) and _name(each.expression)
        }

    @property
    def longest(self) -> int:
        """How many characters a wording may have, so that it fits where this one stands."""
        return 2 * max(map(len, self.cases.values())) + ROOM_TO_SPARE


@cache
def originals(voice: str) -> Mapping[str, Original]:
    """The texts that may be replaced, as a voice says them, by their keys."""
    return {
        key: each
        for file in files(voices()[voice][0])
        for key, each in _originals_in(voice, file).items()
    }


def original_of(voice: str, key: str) -> Original | None:
    """The text of this key, if it may be replaced; only its own file is read."""
    file = places(voices()[voice][0]).get(key)
    return _originals_in(voice, file).get(key) if file else None


@cache
def _originals_in(voice: str, file: str) -> Mapping[str, Original]:
    if file in BY_OTHER_MEANS:
        return {}
    language, formal = voices()[voice]
    texts = resource(language, file)
    parts = _parts_of_others(texts)
    return {
        each.id.name: Original(each.id.name, file, _tree(pattern.elements, {}))
        for each in texts.body
        if isinstance(each, ast.Message)
        and each.id.name not in parts
        and (pattern := _pattern(each, formal=formal))
    }


def _pattern(message: ast.Message, *, formal: bool) -> ast.Pattern | None:
    said = (each.value for each in message.attributes if each.id.name == "sie")
    return (next(said, None) if formal else None) or message.value


def _parts_of_others(texts: ast.Resource) -> frozenset[str]:
    """Texts that stand inside others, which are in the same file."""
    found: set[str] = set()

    def visit(node: object) -> None:
        if isinstance(node, ast.MessageReference):
            found.add(node.id.name)
        for value in vars(node).values() if isinstance(node, ast.BaseNode) else ():
            for each in value if isinstance(value, list) else [value]:
                visit(each)

    visit(texts)
    return frozenset(found)

"""*My data* says what stands there in the reader's language: no value of the code's own."""

from __future__ import annotations

import types
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

import bot.app  # noqa: F401 - everything registers itself
from cards.kit.words import Words
from cards.privacy.telling import UNTOLD, country_name, in_words
from mentoring.domain.language import LANGUAGES
from mentoring.usecases.common.holdings import HOLDINGS
from mentoring.usecases.privacy.my_data import is_shown


def kinds(of: Any) -> Iterator[Any]:
    """The types within one: of an optional, of a list."""
    if get_origin(of) in {Union, types.UnionType, tuple, list, Annotated}:
        for each in get_args(of):
            yield from kinds(each)
    else:
        yield of


def typed(entity: type, path: list[str]) -> Iterator[Any]:
    """The types of what stands at the path."""
    for kind in kinds(get_type_hints(entity, include_extras=True)[path[0]]):
        if len(path) == 1:
            yield kind
        elif isinstance(kind, type) and path[1] in get_type_hints(kind):
            yield from typed(kind, path[1:])


def values(kind: Any) -> tuple[str, ...]:
    """What such a field may hold, where the code says so."""
    if get_origin(kind) is Literal:
        return tuple(str(each) for each in get_args(kind))
    enum = isinstance(kind, type) and issubclass(kind, StrEnum)
    return tuple(str(each) for each in kind) if enum else ()


def told() -> Iterator[tuple[str, str, str]]:
    """Purpose, field and value of all that people read of themselves."""
    for holding in HOLDINGS:
        for part in filter(is_shown, holding.parts):
            for path in part.fields:
                field = path.rpartition(".")[2]
                for kind in typed(holding.entity, path.split(".")):
                    yield from ((part.purpose, field, each) for each in values(kind) if each)


@pytest.mark.parametrize(("purpose", "field", "value"), sorted({*told()}))
def test_each_value_has_its_words(purpose: str, field: str, value: str) -> None:
    told = field not in UNTOLD
    assert not told or all(in_words(purpose, field, value, Words(each)) for each in LANGUAGES)


@pytest.mark.parametrize(
    ("spelt", "german", "english"),
    [
        ("Germany", "Deutschland", "Germany"),
        ("Deutschland", "Deutschland", "Germany"),
        ("AT", "Österreich", "Austria"),
        ("Atlantis", "Atlantis", "Atlantis"),
    ],
)
def test_a_country_is_named_in_the_readers_language(spelt: str, german: str, english: str) -> None:
    """issue 14: *Land: Germany* stood there for a German reader."""
    assert [country_name(spelt, Words(each)) for each in ("de", "en")] == [german, english]

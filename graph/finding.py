"""Whom words mean: an id, an address, or a name as people say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from graph.directory_calls import any_of, quoted
from graph.profiles import name_of
from mentoring.domain.people import ID

Row = Mapping[str, Any]
WORDS_A_QUESTION = 7
"""An address is compared with two properties, and a filter takes fifteen expressions
(developer.microsoft.com/graph/known-issues, 13635: limitations of ``in``).
"""
MOST_ENCODED = 80
"""Longer words are asked for singly: an advanced query's URL takes 2,048 characters (the same)."""


@dataclass(frozen=True)
class Question:
    """One question for several: addresses or names."""

    words: tuple[str, ...]
    properties: tuple[str, ...]

    @property
    def condition(self) -> str:
        """For whom it asks, as OData."""
        return " or ".join(any_of(each, self.words) for each in self.properties)

    def meant(self, users: Sequence[Row]) -> Mapping[str, tuple[Row, ...]]:
        """Whom each of the words means, as far as the answer leaves no doubt: a sign-in name may be
        somebody else's further address, a mailbox's own address is nobody's else.
        """
        found = {words: _having(users, words, self.properties) for words in self.words}
        return {words: rows for words, rows in found.items() if _having(rows, words, self._surely)}

    @property
    def _surely(self) -> tuple[str, ...]:
        return self.properties[:1]


def _having(users: Sequence[Row], words: str, properties: Sequence[str]) -> tuple[Row, ...]:
    def is_called_so(user: Row) -> bool:
        return any((user.get(each) or "").casefold() == words.casefold() for each in properties)

    return tuple(filter(is_called_so, users))


def questions(words: Sequence[str]) -> Iterator[Question]:
    """The questions for several at once; for ids and for very long words there is none."""
    short = [each for each in words if len(quote(each)) <= MOST_ENCODED and not ID.fullmatch(each)]
    addresses = [each for each in short if "@" in each]
    names = [each for each in short if "@" not in each]
    for some in _sevens(addresses):
        yield Question(some, ("mail", "userPrincipalName"))
    for some in _sevens(names):
        yield Question(some, ("displayName",))


def _sevens(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(words), WORDS_A_QUESTION):
        yield tuple(words[start : start + WORDS_A_QUESTION])


def condition_of(text: str) -> str:
    """Whom a text may mean, as OData: by id, by any address, or by name either way round."""
    value = quoted(text)
    if ID.fullmatch(text):
        return f"id eq '{value}'"
    if "@" in text:
        known = f"mail eq '{value}' or userPrincipalName eq '{value}'"
        return f"{known} or proxyAddresses/any(p:p eq 'smtp:{value}')"
    names = dict.fromkeys((value, *_turned(value)))
    return " or ".join(f"displayName eq '{each}'" for each in names)


def closest(text: str, users: Sequence[Row]) -> tuple[Row, ...]:
    """A name as it is said counts more than one turned round."""
    exact = [user for user in users if name_of(user).casefold() == text.casefold()]
    return tuple(exact or users)


def _turned(name: str) -> tuple[str, ...]:
    """The name with the first name in front, if it was said the other way round: ``Last, First``,
    or the first or the last word may be the last name.
    """
    last, comma, first = name.partition(",")
    if comma:
        return (f"{first.strip()} {last.strip()}",)
    words = name.split()
    return (" ".join([*words[-1:], *words[:-1]]), " ".join([*words[1:], *words[:1]]))

"""OData `$filter`, as far as the simulated services support it.

A filter is parsed into a `Filter`: a function from a row (a dict in Graph's shape) to bool,
together with what it uses, so that each service can refuse the properties and functions it does not
support. Grammar: `and`, `or`, `not`, parentheses, `eq ne gt ge lt le`, `in (…)`, `startswith`,
`endswith`, `contains`, and `path/any(x: …)`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

TOKEN = re.compile(
    r"\s*('(?:[^']|'')*'|[A-Za-z_@][\w.@]*(?:/[A-Za-z_][\w.]*)*|-?\d[\w.:+-]*|[(),:])"
)
COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "eq": lambda left, right: _fold(left) == _fold(right),
    "ne": lambda left, right: _fold(left) != _fold(right),
    "gt": lambda left, right: left is not None and left > right,
    "ge": lambda left, right: left is not None and left >= right,
    "lt": lambda left, right: left is not None and left < right,
    "le": lambda left, right: left is not None and left <= right,
}
TEXT: dict[str, Callable[[str, str], bool]] = {
    "startswith": str.startswith,
    "endswith": str.endswith,
    "contains": str.__contains__,
}
WORDS = {"true": True, "false": False, "null": None}
Test = Callable[[dict[str, Any]], bool]


class FilterSyntax(ValueError):
    """The filter cannot be parsed; the text says where."""


@dataclass(frozen=True)
class Filter:
    """A parsed filter; `uses` are its properties and operators, `widest` the longest list after an
    `in`.
    """

    test: Test
    uses: frozenset[str]
    widest: int


def parse(text: str) -> Filter:
    """Parse a `$filter`. Raises FilterSyntax."""
    parser = _Parser(text)
    try:
        test = parser.either()
    except RecursionError:
        raise FilterSyntax("The filter has too many levels.") from None
    parser.end()
    return Filter(test, frozenset(parser.uses), parser.widest)


def value_at(row: object, path: str) -> object:
    """The value at a path such as `teamsApp/externalId`, None where something is missing."""
    for part in path.split("/"):
        row = row.get(part) if isinstance(row, dict) else None
    return row


def _rows(value: object, variable: str) -> list[dict[str, Any]]:
    """The rows of a collection; a text in one is called as the lambda calls it."""
    found = value if isinstance(value, list) else []
    return [one if isinstance(one, dict) else {variable: one} for one in found]


def _fold(value: object) -> object:
    return value.casefold() if isinstance(value, str) else value


class _Parser:
    def __init__(self, text: str) -> None:
        self.uses: set[str] = set()
        self.widest = 0
        self._text = text
        self._tokens = list(_tokens(text))
        self._at = 0
        self._variable = ""

    def either(self) -> Test:
        left = self._both()
        while self._takes("or"):
            left = _any_of(left, self._both())
        return left

    def end(self) -> None:
        if self._at < len(self._tokens):
            raise self._syntax()

    def _both(self) -> Test:
        left = self._single()
        while self._takes("and"):
            left = _all_of(left, self._single())
        return left

    def _single(self) -> Test:
        if self._takes("not"):
            self.uses.add("not")
            inner = self._single()
            return lambda row: not inner(row)
        if self._takes("("):
            inner = self.either()
            self._need(")")
            return inner
        name = self._next()
        if name.casefold() in TEXT:
            return self._text_test(name.casefold())
        if name.casefold().endswith("/any"):
            return self._any_test(name[: -len("/any")])
        return self._comparison(self._path(name))

    def _text_test(self, function: str) -> Test:
        self._need("(")
        path = self._path(self._next())
        self._need(",")
        wanted = str(self._literal(self._next())).casefold()
        self._need(")")
        self.uses.add(function)
        compare = TEXT[function]
        return lambda row: compare(str(value_at(row, path) or "").casefold(), wanted)

    def _any_test(self, path: str) -> Test:
        self.uses.add(f"{path[0].lower()}{path[1:]}/any")
        self._need("(")
        variable = self._next()
        outer, self._variable = self._variable, variable
        self._need(":")
        inner = self.either()
        self._need(")")
        self._variable = outer
        name = f"{path[0].lower()}{path[1:]}"
        return lambda row: any(inner(one) for one in _rows(value_at(row, name), variable))

    def _comparison(self, path: str) -> Test:
        operator = self._next()
        if operator == "in":
            return self._in_test(path)
        if operator not in COMPARE:
            raise self._syntax()
        self.uses.add(operator)
        compare, wanted = COMPARE[operator], self._literal(self._next())
        return lambda row: compare(value_at(row, path), wanted)

    def _in_test(self, path: str) -> Test:
        self.uses.add("in")
        self._need("(")
        wanted = [_fold(self._literal(self._next()))]
        while self._takes(","):
            wanted.append(_fold(self._literal(self._next())))
        self._need(")")
        self.widest = max(self.widest, len(wanted))
        return lambda row: _fold(value_at(row, path)) in wanted

    def _path(self, token: str) -> str:
        if self._variable and token == self._variable:
            return token
        path = token.removeprefix(f"{self._variable}/") if self._variable else token
        self.uses.add(path)
        return path

    def _literal(self, token: str) -> object:
        if token.startswith("'"):
            return token[1:-1].replace("''", "'")
        if token in WORDS:
            return WORDS[token]
        if token.lstrip("-").isdecimal():
            return int(token)
        if not token[0].isdecimal():
            raise self._syntax()
        return token

    def _takes(self, word: str) -> bool:
        found = self._at < len(self._tokens) and self._tokens[self._at] == word
        self._at += found
        return found

    def _need(self, word: str) -> None:
        if not self._takes(word):
            raise self._syntax()

    def _next(self) -> str:
        if self._at >= len(self._tokens):
            raise self._syntax()
        self._at += 1
        return self._tokens[self._at - 1]

    def _syntax(self) -> FilterSyntax:
        return FilterSyntax(f"Syntax error at position {self._at} in '{self._text}'.")


def _tokens(text: str) -> Iterator[str]:
    position = 0
    while text[position:].strip():
        found = TOKEN.match(text, position)
        if found is None:
            raise FilterSyntax(
                f"Syntax error: character '{text[position]}' is not valid at position {position}."
            )
        yield found[1]
        position = found.end()


def _any_of(left: Test, right: Test) -> Test:
    return lambda row: left(row) or right(row)


def _all_of(left: Test, right: Test) -> Test:
    return lambda row: left(row) and right(row)

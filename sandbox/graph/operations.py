"""The register of Graph operations: what a request is, what an answer is, and how a handler is
found.

To add an operation, write a function that takes a `Call` and returns an `Answer`, and put
`@operation` on it with the route, what it costs, the application permissions that allow it (the
least one first) and the query options it takes.
"""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sandbox.directory import Group, Person
from sandbox.graph.errors import Family, not_found
from sandbox.limits import Charge
from sandbox.state import TenantState
from sandbox.teams import Channel

GRAPH_ROOT = "https://graph.microsoft.com/v1.0"
PAGED = ("$top", "$skip", "$skiptoken", "$count")
"""The query options of every collection."""


@dataclass(frozen=True)
class Call:
    """A request to Graph, as a handler sees it: ids of the path, query options, headers, and the
    JSON body.
    """

    state: TenantState
    route: str
    family: Family
    ids: Mapping[str, str]
    query: Mapping[str, str]
    headers: Mapping[str, str]
    path: str
    body: Any = None

    def person(self) -> Person:
        """The user of the path, by id or sign-in name. Raises GraphRefusal (404)."""
        key = self.ids["user_id"]
        person = self.state.person_named(key)
        if person is None:
            raise not_found("directory", key)
        return person

    def group(self) -> Group:
        """The group of the path. Raises GraphRefusal (404)."""
        key = self.ids["group_id"]
        if key not in self.state.groups:
            raise not_found("directory", key)
        return self.state.groups[key]

    def channel(self) -> Channel:
        """The living channel of the path. Raises GraphRefusal (404)."""
        team = self.state.teams.get(self.ids["team_id"])
        channel = team.channels.get(self.ids["channel_id"]) if team else None
        if channel is None or channel.deleted is not None:
            raise not_found("teams", self.ids["channel_id"])
        return channel


@dataclass(frozen=True)
class Answer:
    """What Graph answers: a status, a JSON body or bytes, headers; `then` is run after the answer
    has been sent.
    """

    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    then: Callable[[], Awaitable[None]] | None = None


Handler = Callable[[Call], Answer | Awaitable[Answer]]


@dataclass(frozen=True)
class RequestCost:
    """What a request costs.

    `mailbox`: it occupies the mailbox of the path's user while it lasts.
    """

    family: Family
    charges: Callable[[Call], list[Charge]]
    mailbox: bool = False


@dataclass(frozen=True)
class Operation:
    """A registered operation.

    `reads` says that it changes nothing; `options` are the query options it takes.

    `exactly`: a permission that merely includes one of the operation's own is not enough.
    """

    route: str
    handler: Handler
    cost: RequestCost
    permissions: tuple[str, ...]
    reads: bool
    options: frozenset[str]
    exactly: bool = False

    @property
    def method(self) -> str:
        """The HTTP method."""
        return self.route.partition(" ")[0]

    @property
    def template(self) -> str:
        """The path with its variables in braces."""
        return self.route.partition(" ")[2]


OPERATIONS: dict[str, Operation] = {}


def operation(
    route: str,
    cost: RequestCost,
    *permissions: str,
    options: Iterable[str] = (),
    reads: bool | None = None,
    exactly: bool = False,
) -> Callable[[Handler], Handler]:
    """Register a handler for `METHOD /path/{variable}`; a GET reads, everything else is an effect
    unless `reads`.
    """

    def register(handler: Handler) -> Handler:
        calm = route.startswith("GET ") if reads is None else reads
        OPERATIONS[route] = Operation(
            route, handler, cost, permissions, calm, frozenset(options), exactly
        )
        return handler

    return register


def find(method: str, path: str) -> tuple[Operation | None, dict[str, str], bool]:
    """The operation for a path, the path's variables, and whether the path is known at all (with
    whatever method).
    """
    known = False
    for one in OPERATIONS.values():
        matched = _pattern(one.template).fullmatch(path)
        if matched is None:
            continue
        if one.method == method:
            return one, matched.groupdict(), True
        known = True
    return None, {}, known


@lru_cache(maxsize=256)
def _pattern(template: str) -> re.Pattern[str]:
    escaped = re.escape(template).replace(r"\{", "{").replace(r"\}", "}")
    return re.compile(re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", escaped), re.IGNORECASE)


KEY_IN_PARENTHESES = re.compile(r"/([A-Za-z]+)\('([^']*)'\)")
DELTA = re.compile(r"/(microsoft\.graph\.)?delta(\(\))?$", re.IGNORECASE)


def plain_path(path: str) -> str:
    """OData's `/teams('id')` written as `/teams/id`, and its names of the delta function, which all
    mean the same, written as one.
    """
    return DELTA.sub("/delta()", KEY_IN_PARENTHESES.sub(r"/\1/\2", path))

"""Who is mentioned in a text: only the bot's own mention goes, everybody else is meant by it.

Teams shows a mention as an ``<at>`` element and tells beside it whose it is [learn.microsoft.com,
Channel and group chat conversations with a bot: work with mentions]. It may split one person's name
into several elements of the same account (microsoft/botframework-sdk 6617), and leaves out the
element of some names (BotFramework-Services 204).
"""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

ELEMENT = re.compile(r"<at\b[^<>]*>((?:[^<]|<(?!/?at\b))*+)</at>")
TAG = re.compile(r"<[^<>]*>")


A = TypeVar("A", bound="Account")
A_co = TypeVar("A_co", bound="Account", covariant=True)


class Account(Protocol):
    """Somebody, or the bot, by their id in Teams."""

    @property
    def id(self) -> str: ...


class Mention(Protocol[A_co]):
    """A name in the text that stands for an account."""

    @property
    def name(self) -> str: ...
    @property
    def mentioned(self) -> A_co: ...


@dataclass(frozen=True)
class _Spot(Generic[A]):
    start: int
    end: int
    name: str
    account: A | None


def plain(markup: str) -> str:
    """The words of an element, without its signs."""
    return html.unescape(TAG.sub("", markup)).strip()


def with_names(
    text: str, mentions: Sequence[Mention[A]], bot: str, id_of: Callable[[A], str]
) -> str:
    """The text (as HTML) without the bot's mention, and with ``"Name" <id>;`` for all others; a
    name whose id nobody knows stands alone.

    ``bot`` is the bot's own id in Teams, ``id_of`` tells somebody's directory id, or nothing.
    """
    said, last = [], 0
    for spot in _joined(text, _without_bot(_spots(text, mentions), bot)):
        said += [text[last : spot.start], _written(spot, bot, id_of)]
        last = spot.end
    return "".join([*said, text[last:]])


def _spots(text: str, mentions: Sequence[Mention[A]]) -> Iterator[_Spot[A]]:
    """Each element, and whose name it shows."""
    waiting: dict[str, deque[Mention[A]]] = {}
    for each in mentions:
        waiting.setdefault(each.name.casefold(), deque()).append(each)
    for found in ELEMENT.finditer(text):
        name = plain(found[1])
        queue = waiting.get(name.casefold())
        mention = (queue.popleft() if len(queue) > 1 else queue[0]) if queue else None
        yield _Spot(found.start(), found.end(), name, mention.mentioned if mention else None)


def _without_bot(spots: Iterator[_Spot[A]], bot: str) -> Iterator[_Spot[A]]:
    """Where nothing says which name is the bot's, it is the first: who speaks to it begins so."""
    every = list(spots)
    told = any(spot.account and spot.account.id == bot for spot in every)
    for place, spot in enumerate(every):
        unnamed = place == 0 and not told and spot.account is None
        yield _Spot(spot.start, spot.end, "", None) if unnamed else spot


def _joined(text: str, spots: Iterator[_Spot[A]]) -> Iterator[_Spot[A]]:
    """Elements of one account beside each other, as one."""
    last: _Spot[A] | None = None
    for spot in spots:
        if last and _continues(text, last, spot):
            last = _Spot(last.start, spot.end, f"{last.name} {spot.name}", last.account)
            continue
        if last:
            yield last
        last = spot
    if last:
        yield last


def _continues(text: str, last: _Spot[A], spot: _Spot[A]) -> bool:
    same = last.account and spot.account and last.account.id == spot.account.id
    return bool(same) and not text[last.end : spot.start].replace("&nbsp;", " ").strip()


def _written(spot: _Spot[A], bot: str, id_of: Callable[[A], str]) -> str:
    if not spot.name or (spot.account and spot.account.id == bot):
        return " "
    key, name = id_of(spot.account) if spot.account else "", spot.name.replace('"', "")
    return html.escape(f' "{name}" <{key}>; ' if key else f' "{name}"; ', quote=False)

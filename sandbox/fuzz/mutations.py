"""Real activities made odd, one at a time, by a number: the same seed and number give the same
mutation.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MARK = "GEHEIM-7f3a"
"""Stands in texts that are sent; it must not be found in the product's log."""
Json = dict[str, object]
TEXTS = (
    "", " ", "null", "0", "\x00", "\ud800", "\udfff\ud83d", "\u202e", "\ufeff", "ﷺ" * 50,
    "Å̈" * 100, "<" * 28_000,
    "<at>" * 7_000, "<a " * 9_000, "&#" + "9" * 5_000 + ";", "@" * 20_000, "1" * 6_000,
    "1 " * 9_000, "x" * 120_000,
    "hilfe", "status", "einladen <a@x.de", "pause bis 31.02.2027", "start 9999-12-31",
    "auftakt 1 1", "übergabe 999999",
    "{{DATE(2027-01-01)}}", "http://[", "../../x", "'; --", "%00%ff", "29:x", MARK, f"{MARK} " * 3,
)  # fmt: skip
NUMBERS = (
    0,
    -1,
    1.5,
    2**31,
    2**53 + 1,
    2**63,
    -(2**64),
    10**400,
    1e308,
    float("inf"),
    float("nan"),
)
SHAPES: tuple[object, ...] = (
    None,
    True,
    False,
    [],
    {},
    [[]],
    [None],
    {"": ""},
    {"id": None},
    [{"id": []}],
    {MARK: MARK},
)
FIELDS = (
    "timestamp", "entities", "attachments", "suggestedActions", "membersAdded", "membersRemoved",
    "reactionsAdded", "channelData",
    "value", "text", "name", "locale", "replyToId", "action", "callerId", "deliveryMode",
    "expiration", "semanticAction",
    "relatesTo", "code", "listenFor", "textHighlights", "localTimezone", "topicName",
    "historyDisclosed", "from", "conversation",
)  # fmt: skip
"""Fields of an activity, most of which the product never asks for [Bot Framework Activity
schema].
"""
DEEP = 300


@dataclass(frozen=True)
class Place:
    """A value within an activity: in which object or list, under which key or index."""

    within: Json | list[object]
    key: str | int

    def put(self, value: object) -> None:
        """Put another value there."""
        self.within[self.key] = value  # type: ignore[index]  # the key is one of this object's or list's own

    def take(self) -> None:
        """Remove the value."""
        del self.within[self.key]  # type: ignore[arg-type]  # as above


def mutated(activities: Sequence[Json], chance: random.Random) -> Json:
    """One of the activities with one to three things in it changed."""
    activity = copy.deepcopy(chance.choice(activities))
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        _mutate(activity, chance, activities)
    if MARK in str(activity.get("id", "")):
        activity["id"] = "odd"  # an id is no content: it may stand in the log
    return activity


def elsewhere(activity: Json, chance: random.Random) -> Json:
    """Mostly in a conversation of its own: in one alone, the bot would keep to the pace that Teams
    allows there.
    """
    where = activity.get("conversation")
    if isinstance(where, dict) and isinstance(where.get("id"), str) and chance.random() < 0.9:
        where["id"] = f"a:{chance.getrandbits(64):x}"
    return activity


def body(activity: Json, chance: random.Random) -> bytes:
    """The activity as it is sent: mostly JSON, sometimes broken on the way."""
    sent = json.dumps(activity).encode()
    if chance.random() > 0.05:
        return sent
    at = chance.randrange(len(sent))
    broken = (
        sent[:at],
        sent[:at] + bytes([chance.randrange(256)]) + sent[at + 1 :],
        sent + sent,
        b"[" * 50_000,
        b"\xff\xfe",
    )
    return chance.choice(broken)


def _mutate(activity: Json, chance: random.Random, activities: Sequence[Json]) -> None:
    places = list(_places(activity))
    place, way = chance.choice(places), chance.random()
    if way < 0.55:
        place.put(odd(chance))
    elif way < 0.7:
        place.take()
    elif way < 0.85:
        activity[chance.choice(FIELDS)] = odd(chance)
    else:
        other = chance.choice(list(_places(copy.deepcopy(chance.choice(activities)))))
        place.put(other.within[other.key])  # type: ignore[index]  # as above


def odd(chance: random.Random) -> object:
    """A value that nobody expects."""
    kind = chance.random()
    if kind < 0.55:
        return chance.choice(TEXTS)
    if kind < 0.7:
        return chance.choice(NUMBERS)
    if kind < 0.95:
        return copy.deepcopy(chance.choice(SHAPES))
    deep: object = MARK
    for _ in range(chance.randrange(DEEP)):
        deep = [deep] if chance.random() < 0.5 else {"a": deep}
    return deep


def _places(value: object) -> Iterator[Place]:
    if isinstance(value, dict):
        for key in value:
            yield Place(value, key)
            yield from _places(value[key])
    elif isinstance(value, list):
        for at, each in enumerate(value):
            yield Place(value, at)
            yield from _places(each)

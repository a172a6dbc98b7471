"""The topics of a file: those that its kits are about, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable

from bot.programmes.explained import Finding, with_nearest
from cards.kit.words import Words, topic_name
from mentoring.domain.language import LANGUAGES
from mentoring.domain.programme import Programme
from mentoring.domain.topics import Topic


def unknown_topics(programme: Programme) -> list[Finding]:
    """A finding for each kit of a topic that the programme does not have."""
    known = [topic.id for topic in programme.topics]
    return [
        Finding(("kits", place, "topic"), "choice", with_nearest(kit.topic, known))
        for place, kit in enumerate(programme.kits)
        if kit.topic not in known
    ]


def names_twice(programme: Programme) -> list[Finding]:
    """A finding for each topic that is called like one further up: nobody could tell the two apart.
    It stands at the name, or where a topic has the product's at the topic.
    """
    found = []
    for place, topic in enumerate(programme.topics):
        if taken := name_taken(topic, programme.topics[:place]):
            code, name = taken
            found.append(Finding(("topics", place, code), "topic-name-twice", {"name": name}))
    return found


def name_taken(topic: Topic, others: Iterable[Topic]) -> tuple[str, str] | None:
    """The language in which the topic is called like one of the others, and that name; None if it
    is in none.
    """
    known = tuple(others)
    for code in LANGUAGES:
        voice = Words(code)
        name = topic_name(topic, voice)
        if name.casefold() in {topic_name(each, voice).casefold() for each in known}:
            return code, name
    return None

"""The topics that a file's kits are about."""

from __future__ import annotations

from bot.programmes.explained import Finding, with_nearest
from mentoring.domain.programme import Programme


def unknown_topics(programme: Programme) -> list[Finding]:
    """A finding for each kit of a topic that the programme does not have."""
    known = [topic.id for topic in programme.topics]
    return [
        Finding(("kits", place, "topic"), "choice", with_nearest(kit.topic, known))
        for place, kit in enumerate(programme.kits)
        if kit.topic not in known
    ]

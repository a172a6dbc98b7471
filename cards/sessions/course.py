"""How far a tandem has come, as its cards show it."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.kit.elements import progress
from cards.kit.words import Words
from mentoring.domain.course import Course


def how_far(course: Course, words: Words) -> CardElement | None:
    """How many of the sessions lie behind the two, in words and as a bar."""
    if not course.of:
        return None
    return progress(
        words.text("tandem-how-far", done=course.over, of=course.of), course.over, course.of
    )

"""What is cancelled, and what could not be cleared away in Microsoft 365, as cards name it."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.kit.elements import bullets, para
from cards.kit.words import Words
from mentoring.usecases.launch.closing_card import ClosingNotice
from mentoring.usecases.launch.undoing import UndoingNotice


def what_is_left(
    notice: ClosingNotice | UndoingNotice, words: Words, key: str
) -> list[CardElement]:
    """The tandems of which something is left, under the text of the key; nothing where all is
    clear.
    """
    lines = [
        words.text(
            "closing-troubled-tandem",
            number=number,
            mentor=words.who(mentor),
            mentee=words.who(mentee),
        )
        for number, mentor, mentee in notice.left
    ]
    if notice.left_out:
        lines.append(words.text("launch-trouble-left-out", tandems=notice.left_out))
    return [para(words.text(key)), bullets(lines)] if lines else []


def cancelled(sessions: int | None, words: Words) -> str:
    """What becomes of the sessions to come; how many they are is told of enough tandems alone."""
    if sessions is None:
        return words.text("closing-sessions-all")
    return words.text("closing-sessions-cancelled", sessions=sessions)

"""What is cancelled, and what could not be cleared away in Microsoft 365, as cards name it."""

from __future__ import annotations

from collections.abc import Sequence

from microsoft_teams.cards.core import CardElement

from cards.kit.elements import bullets, para
from cards.kit.words import Words
from mentoring.domain.intervention import Part, may_be_tried
from mentoring.usecases.launch.clearing_away import LeftOver
from mentoring.usecases.launch.closing_card import ClosingNotice
from mentoring.usecases.launch.undoing import UndoingNotice

MAILBOX = "intervention-left-mailbox"
"""The text where another attempt would not help."""
NO_MAILBOX = "intervention-left-no-mailbox"
"""The text where it helps once the mailbox is there again."""
MOST_NAMED = 30
"""So many tandems are named on one card; a message takes no more than some hundred of them."""


def what_is_left(
    notice: ClosingNotice | UndoingNotice, words: Words, key: str
) -> list[CardElement]:
    """The tandems of which something is left, and what, under the text of the key; nothing where
    all is clear.
    """
    tried = notice.left_out or may_be_tried(part for each in notice.left for part in each.parts)
    lines = [_line(each, words, is_told=not tried) for each in notice.left[:MOST_NAMED]]
    if more := len(notice.left) - len(lines):
        lines.append(words.text("closing-troubled-more", tandems=more))
    if notice.left_out:
        lines.append(words.text("launch-trouble-left-out", tandems=notice.left_out))
    told = words.text(key if tried else MAILBOX)
    return [para(told), bullets(lines)] if lines else []


def _line(left: LeftOver, words: Words, *, is_told: bool) -> str:
    """Both names, and what of their tandem is still to be done, unless the sentence above the list
    has told it; or that it is being tried.
    """
    both = {"mentor": words.who(left.mentor), "mentee": words.who(left.mentee)}
    who = words.text("closing-troubled-tandem", number=left.number, **both)
    if left.again:
        return f"{who}. {words.text('intervention-again')}"
    return who if is_told else f"{who}. {still_to_do(left.parts, words)}"


def left_of_one(parts: Sequence[Part], words: Words) -> list[CardElement]:
    """What of one tandem is left and what owners can do about it, said once."""
    told = what_to_do(parts)
    listed = [] if told in {MAILBOX, NO_MAILBOX} else [para(still_to_do(parts, words))]
    return [para(words.text(told)), *listed]


def what_to_do(parts: Sequence[Part]) -> str:
    """The text that says of one tandem what owners can do about it."""
    if not may_be_tried(parts):
        return MAILBOX
    return NO_MAILBOX if set(parts) == {Part.NO_MAILBOX} else "intervention-left"


def still_to_do(parts: Sequence[Part], words: Words) -> str:
    """What could not be cleared away, part by part."""
    listed = words.listed([words.text(f"closing-troubled-{each}") for each in parts])
    return words.text("closing-troubled-parts", parts=listed)


def cancelled(sessions: int | None, words: Words) -> str:
    """What becomes of the sessions to come; how many they are is told of enough tandems alone."""
    if sessions is None:
        return words.text("closing-sessions-all")
    return words.text("closing-sessions-cancelled", sessions=sessions)

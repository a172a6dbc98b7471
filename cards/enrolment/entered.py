"""What somebody reads of it that owners have entered something on their behalf."""

from __future__ import annotations

from microsoft_teams.cards import TextBlock

from cards.kit.elements import para, small
from cards.kit.words import Words
from mentoring.domain.questionnaire import Position
from mentoring.usecases.enrolment.card import EnrolmentNotice


def on_invitation(notice: EnrolmentNotice, words: Words) -> TextBlock | None:
    """Before the questionnaire is opened."""
    if not notice.entered:
        return None
    names = dict.fromkeys(_who(name, words) for name in notice.entered.values())
    return para(words.text("entered-invitation", name=words.listed(tuple(names))))


def on_step(notice: EnrolmentNotice, words: Words) -> TextBlock | None:
    """Where it stands in the inputs."""
    return _told(notice, notice.enrolment.at, "entered-step", words)


def on_summary(notice: EnrolmentNotice, position: Position, words: Words) -> TextBlock | None:
    """Where a step is still to be opened."""
    return _told(notice, position, "entered-later", words)


def _told(notice: EnrolmentNotice, position: Position, key: str, words: Words) -> TextBlock | None:
    name = notice.entered.get(str(position))
    return None if name is None else small(words.text(key, name=_who(name, words)))


def _who(name: str, words: Words) -> str:
    """The owner's name, as far as it is still known."""
    return name or words.text("entered-by-owners")

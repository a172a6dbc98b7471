"""What somebody reads of it that owners have entered something on their behalf."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from microsoft_teams.cards import TextBlock

from cards.kit.elements import para, small
from cards.kit.words import Words
from mentoring.domain.questionnaire import Position
from mentoring.usecases.enrolment.card import EnrolmentNotice, EnteredLine


def on_invitation(notice: EnrolmentNotice, words: Words) -> TextBlock | None:
    """Before the questionnaire is opened."""
    if not notice.entered:
        return None
    return para(words.text("entered-invitation", name=_authors(notice.entered, words)))


def on_step(notice: EnrolmentNotice, words: Words) -> list[TextBlock]:
    """Where it stands in the inputs; if several have entered something, who did which."""
    here = _lines(notice, notice.enrolment.at)
    told = _told(here, "entered-step", words)
    return [told, *_each(here, words)] if told else []


def on_summary(notice: EnrolmentNotice, position: Position, words: Words) -> TextBlock | None:
    """Where a step is still to be opened."""
    return _told(_lines(notice, position), "entered-later", words)


def _lines(notice: EnrolmentNotice, position: Position) -> list[EnteredLine]:
    return [each for each in notice.entered if each.position == str(position)]


def _told(lines: Sequence[EnteredLine], key: str, words: Words) -> TextBlock | None:
    return small(words.text(key, name=_authors(lines, words))) if lines else None


def _authors(lines: Iterable[EnteredLine], words: Words) -> str:
    return words.listed(tuple(dict.fromkeys(_who(each, words) for each in lines)))


def _each(lines: Iterable[EnteredLine], words: Words) -> list[TextBlock]:
    """A line for each of several authors, with what they have entered."""
    by_author = dict[str, list[str]]()
    for each in lines:
        what = words.text(f"field-{each.filled.replace('_', '-')}")
        by_author.setdefault(_who(each, words), []).append(what)
    if len(by_author) <= 1:
        return []
    return [
        small(words.text("entered-which", name=name, what=", ".join(what)))
        for name, what in by_author.items()
    ]


def _who(line: EnteredLine, words: Words) -> str:
    """The owner's name, as far as it is still known."""
    return line.by or words.text("entered-by-owners")

"""*Same answers next time*: offered at the end, and taken back in the same place."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.enrolment.buttons import EraseKept, SameAnswers
from cards.kit.elements import Button, button, small
from cards.kit.words import Words
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.questionnaire import Answers


def same_answers(
    enrolment: Enrolment | None, words: Words, *, rolls: bool = False
) -> tuple[list[CardElement], list[Button]]:
    """What is said of one's answers at the end, and the button; nothing once they are erased.
    ``rolls``: the cycle has no end, from which anything would be counted.
    """
    if enrolment is None or enrolment.answers == Answers():
        return [], []
    if enrolment.released:
        erase = button(words.text("same-answers-erase"), EraseKept(enrolment=enrolment.id))
        return [small(words.text("same-answers-kept"))], [erase]
    keep = button(words.text("same-answers-keep"), SameAnswers(enrolment=enrolment.id))
    offer = "same-answers-offer-rolling" if rolls else "same-answers-offer"
    return [small(words.text(offer))], [keep]

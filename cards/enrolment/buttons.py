"""What the buttons of the invitation, the questionnaire and the summary send back."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cards.kit.actions import CardAction
from mentoring.domain.enrolment import NextTime


class TakePart(CardAction, verb="enrolment.begin"):
    """*Take part* on the invitation; ``meets``: what is asked of applicants is so; ``read``: the
    mark of the sentence that the card showed; ``of_age``: whether they are, if the card asks.
    """

    enrolment: str
    meets: bool = False
    read: Annotated[str, Field(max_length=64)] = ""
    of_age: bool | None = None


class NotNow(CardAction, verb="enrolment.not_now"):
    """*Not now* on the invitation."""

    enrolment: str


class TakePartAgain(CardAction, verb="enrolment.again"):
    """*Again*: with the answers of last time; the rest as above."""

    enrolment: str
    meets: bool = False
    read: Annotated[str, Field(max_length=64)] = ""
    of_age: bool | None = None


class ChangeRole(CardAction, verb="enrolment.other_role"):
    """Take part again, this time on the other side."""

    enrolment: str


class AlsoAs(CardAction, verb="enrolment.also"):
    """Take part on the other side as well, for other topics."""

    enrolment: str


class SameAnswers(CardAction, verb="enrolment.same_answers"):
    """*Same answers next time*: keep them until the person is asked again."""

    enrolment: str


class EraseKept(CardAction, verb="enrolment.erase_kept"):
    """Erase the answers that were kept for next time after all."""

    enrolment: str


class WishNextTime(CardAction, verb="next_time.wish"):
    """What the person wishes for next time; nothing, if they take it back."""

    enrolment: str
    wish: NextTime


class SayAge(CardAction, verb="enrolment.age"):
    """Whether somebody who takes part already is of age."""

    enrolment: str
    of_age: bool


class SaveStep(CardAction, verb="enrolment.save"):
    """*Next*: the step's inputs come beside it."""

    sends_inputs = True
    enrolment: str
    position: str


class Agree(SaveStep, verb="enrolment.agree"):
    """*I agree* under the rules of the protected space: the button itself is the agreement."""

    sends_inputs = False


class GoTo(CardAction, verb="enrolment.go"):
    """*Edit* or one of the steps left for later; ``since`` is the step on whose card the button
    stands.
    """

    enrolment: str
    position: str
    since: str


class Leave(GoTo, verb="enrolment.leave"):
    """*Back* or *later* on a step: its inputs come beside it, so that they are kept."""

    sends_inputs = True


class SpeakOtherwise(CardAction, verb="enrolment.language"):
    """Another language, pressed on a step: its inputs come beside it."""

    sends_inputs = True
    enrolment: str
    position: str
    language: str


class Send(CardAction, verb="enrolment.send"):
    """The summary is right: hand it in."""

    enrolment: str


class Withdraw(CardAction, verb="enrolment.withdraw"):
    """Leave the programme; the answers are erased."""

    enrolment: str

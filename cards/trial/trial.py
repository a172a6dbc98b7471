"""What an owner can try, and how far it is."""

from __future__ import annotations

from typing import Literal

from microsoft_teams.cards.core import CardElement

from cards.kit.actions import CardAction
from cards.kit.elements import (
    Button,
    Rendered,
    asking,
    bullets,
    button,
    card,
    heading,
    panel,
    para,
    small,
)
from cards.kit.inputs import buttons_of
from cards.kit.render import renders
from cards.kit.words import Words
from cards.programme.values import language_name
from mentoring.domain.language import LANGUAGES, voices
from mentoring.domain.people import Role
from mentoring.usecases.trial.course import Act
from mentoring.usecases.trial.playing import CourseNotice, TrialNotice

VOICE = "voice"
ROLES: dict[str, tuple[Role, ...]] = {
    "both": (Role.MENTEE, Role.MENTOR),
    "mentee": (Role.MENTEE,),
    "mentor": (Role.MENTOR,),
}
"""Who takes part, by what is tried: a whole cycle, or the questionnaire in a role."""


class BeginTrial(CardAction, verb="trial.begin"):
    """Begin a try in the chosen voice."""

    sends_inputs = True
    what: Literal["both", "mentee", "mentor"]


class LookAtCards(CardAction, verb="trial.cards"):
    """Look at single cards in the chosen voice."""

    sends_inputs = True


class PlayOn(CardAction, verb="trial.play"):
    """Do what comes next, for everybody."""


class StopTrial(CardAction, verb="trial.stop"):
    """End the try, and erase it."""


@renders(TrialNotice)
def trial(notice: TrialNotice, words: Words) -> Rendered:
    """What it is, in which voice, and what can be tried."""
    title = words.text("trial-title")
    options = [(voice_title(voice, words), voice) for voice in voices()]
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("trial-intro")),
        bullets([words.text("trial-outside"), words.text("trial-kept")]),
        buttons_of(VOICE, words.text("trial-voice"), options, notice.voice),
    ]
    buttons: list[Button] = [
        button(words.text("trial-begin-both"), BeginTrial(what="both"), "positive"),
        button(words.text("trial-begin-mentee"), BeginTrial(what="mentee")),
        button(words.text("trial-begin-mentor"), BeginTrial(what="mentor")),
        button(words.text("trial-cards"), LookAtCards()),
    ]
    return card(body, buttons, summary=title, live=True)


def voice_title(voice: str, words: Words) -> str:
    """The language's name, with the tone where it has two."""
    language, formal = voices()[voice]
    name = language_name(language, words)
    if not LANGUAGES[language].formal:
        return name
    return words.text("texts-voice-sie" if formal else "texts-voice-du", language=name)


@renders(CourseNotice)
def course(notice: CourseNotice, words: Words) -> Rendered:
    """Who takes part, what comes next, and the end."""
    if notice.is_over:
        text = words.text("trial-erased")
        return card([para(text)], summary=text)
    title = words.text("trial-course")
    who = [
        words.text("trial-person", name=name, role=words.text(f"role-{role}"))
        for role, name in notice.people
    ]
    body: list[CardElement | None] = [
        heading(title),
        small(voice_title(notice.voice, words)) if notice.voice else None,
        para(words.text("trial-cast", people=words.listed(who))),
        panel([para(words.text(f"trial-next-{_key(notice.next)}"))]),
        small(words.text("trial-kept")),
    ]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _buttons(notice: CourseNotice, words: Words) -> list[Button]:
    really = button(words.text("trial-stop-yes"), StopTrial(), "destructive")
    stop = asking(words.text("trial-stop"), words.text("trial-stop-sure"), really)
    if notice.next in {Act.WAIT, Act.OVER}:
        return [stop]
    return [button(words.text(f"trial-do-{_key(notice.next)}"), PlayOn(), "positive"), stop]


def _key(act: Act) -> str:
    return act.replace("_", "-")

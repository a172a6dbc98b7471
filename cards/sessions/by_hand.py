"""Two who keep their own dates: on which days they have met, and the way to say so."""

from __future__ import annotations

from microsoft_teams.cards import ActionSet, ShowCardAction
from microsoft_teams.cards.core import Action, CardElement

from cards.kit.actions import CardAction
from cards.kit.dates import day
from cards.kit.elements import Button, bullets, button, para, seen, small, unfolding
from cards.kit.inputs import choice, day_if_any
from cards.kit.words import Words
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.usecases.sessions.tandem_card import TandemNotice


class SayWeMet(CardAction, verb="session.told"):
    """*We have met*, on the chosen day, or today."""

    sends_inputs = True
    tandem: str


class TakeBackMet(CardAction, verb="session.untold"):
    """The two have not met on the chosen day after all."""

    sends_inputs = True
    tandem: str


class OpenNextKit(CardAction, verb="kits.next"):
    """Put the kit of the session that comes next before whoever presses."""

    tandem: str


def kept_by_hand(notice: TandemNotice, words: Words) -> list[CardElement]:
    """The days that were told, and what the two may do about them while their tandem runs."""
    met = sorted((each for each in notice.sessions if each.start), key=lambda each: each.planned)
    zone = notice.viewer.profile.zone
    lines = [_on_day(each, zone, words) for each in met]
    days: list[CardElement] = [bullets(lines)] if lines else []
    if notice.tandem.state is TandemState.CLOSED:
        return days or [para(words.text("tandem-dates-by-hand-over"))]
    said = [each for each in met if each.id in notice.said]
    buttons: list[Action] = [
        _met(notice.tandem, words),
        next_kit_button(notice.tandem, words),
        *([_taken_back(notice.tandem, said, zone, words)] if said else []),
    ]
    told = [para(words.text("tandem-dates-by-hand")), *days, ActionSet(actions=buttons)]
    return [*told, seen(words.text("tandem-met-seen"))]


def next_kit_button(tandem: Tandem, words: Words) -> Button:
    """*Kit for the next session*, on demand: there is no day before which it would come."""
    return button(words.text("tandem-next-kit"), OpenNextKit(tandem=tandem.id))


def _met(tandem: Tandem, words: Words) -> ShowCardAction:
    which = day_if_any("met_on", words.text("tandem-met-day"))
    what = small(words.text("tandem-met-what"))
    send = button(words.text("tandem-met-yes"), SayWeMet(tandem=tandem.id), "positive")
    return unfolding(words.text("tandem-met"), [which, what], [send])


def _taken_back(tandem: Tandem, said: list[Session], zone: str, words: Words) -> ShowCardAction:
    """Only what one has said oneself; the last day first."""
    options = [(_on_day(each, zone, words), each.id) for each in reversed(said)]
    label = words.text("tandem-not-met-day")
    which = choice("session", label, options, options[0][1], required=label)
    send = button(words.text("tandem-not-met-yes"), TakeBackMet(tandem=tandem.id))
    return unfolding(words.text("tandem-not-met"), [which], [send])


def _on_day(session: Session, zone: str, words: Words) -> str:
    found = session.day(zone)
    return day(found, words) if found else ""

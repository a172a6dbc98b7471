"""What the two, and who keeps their calendar, may do about their sessions: move one, change all,
pause.
"""

from __future__ import annotations

from collections.abc import Sequence

from microsoft_teams.cards import ShowCardAction

from cards.kit.actions import CardAction
from cards.kit.dates import session_time
from cards.kit.elements import Button, button, small, unfolding
from cards.kit.inputs import choice, day_input
from cards.kit.words import Words
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem


class Pause(CardAction, verb="absence.pause"):
    """Pause until the chosen day."""

    sends_inputs = True
    person: str


class Resume(CardAction, verb="absence.resume"):
    """The person is back: end the pause."""

    person: str


class MoveSession(CardAction, verb="poll.session"):
    """Look for another time for the chosen session."""

    sends_inputs = True
    tandem: str


class ChangeSeries(CardAction, verb="poll.series"):
    """Look for other times for all sessions from now on."""

    sends_inputs = True
    tandem: str


class OpenQuestions(CardAction, verb="questions.open"):
    """Put the tandem's question box before whoever presses."""

    tandem: str


def questions_button(tandem: Tandem, words: Words) -> Button:
    """*Questions*: what the two would like to ask each other."""
    return button(words.text("tandem-questions"), OpenQuestions(tandem=tandem.id))


class OpenAgreement(CardAction, verb="agreement.open"):
    """Put the tandem's agreement before whoever presses."""

    tandem: str


def agreement_button(tandem: Tandem, words: Words) -> Button:
    """*Agreement*: what the two have agreed on."""
    return button(words.text("tandem-agreement"), OpenAgreement(tandem=tandem.id))


class OpenRoadMap(CardAction, verb="road_map.open"):
    """Put the tandem's road map before whoever presses."""

    tandem: str


def road_map_button(tandem: Tandem, words: Words) -> Button:
    """*Road map*: what the sessions could be about."""
    return button(words.text("tandem-road-map"), OpenRoadMap(tandem=tandem.id))


class OpenCircle(CardAction, verb="circle.open"):
    """Put one's place in a circle before whoever presses."""

    place: str


def circle_button(place: str, words: Words) -> Button:
    """*Mentors' circle*: what it is, and to be in it or not."""
    return button(words.text("tandem-circle"), OpenCircle(place=place))


class OpenRetrospective(CardAction, verb="retrospective.open"):
    """Put the retrospective on the session before whoever presses."""

    session: str


def retrospective_button(session: Session, words: Words) -> Button:
    """*Retrospective*: what one takes from the session."""
    return button(words.text("session-retrospective"), OpenRetrospective(session=session.id))


class OpenKit(CardAction, verb="kits.open"):
    """Put the session's kit before whoever presses."""

    session: str


def kit_button(session: Session, words: Words) -> Button:
    """*Session kit*: what to do with the session."""
    return button(words.text("session-kit"), OpenKit(session=session.id))


def pause_button(person_id: str, words: Words, name: str = "") -> ShowCardAction:
    """*Pause*: until when. Nobody asks why; ``name`` is whose calendar a deputy keeps."""
    until = day_input("until", words.text("absence-until"), required=words.text("absence-until"))
    return unfolding(
        words.text("absence-pause"),
        [until, small(words.for_somebody("absence-no-reason", name))],
        [button(words.text("absence-confirm"), Pause(person=person_id))],
    )


def resume_button(person_id: str, words: Words) -> Button:
    """*I am back*, before the pause is over."""
    return button(words.text("absence-resume"), Resume(person=person_id))


def move_button(
    ahead: Sequence[Session], zone: str, words: Words, name: str = ""
) -> ShowCardAction:
    """*Move a session*: which one; ``name`` is whose calendar a deputy keeps."""
    options = [(_named(session, zone, words), session.id) for session in ahead]
    which = choice(
        "session",
        words.text("poll-which"),
        options,
        options[0][1],
        required=words.text("poll-which"),
    )
    note = small(words.for_somebody("poll-nothing-yet", name))
    send = button(words.text("poll-find"), MoveSession(tandem=ahead[0].tandem_id))
    return unfolding(words.text("poll-move"), [which, note], [send])


def _named(session: Session, zone: str, words: Words) -> str:
    if session.start and session.end:
        return session_time(session.start, session.end, zone, words)
    return words.text("poll-without-time", number=session.number)


def change_button(tandem: Tandem, rules: SchedulingRules, words: Words) -> ShowCardAction:
    """*From now on differently*: length and rhythm, within what the programme allows."""
    lengths = [
        (words.text("poll-minutes", minutes=each), str(each)) for each in rules.allowed_lengths
    ]
    rhythms = [
        (words.text(f"poll-rhythm-{each.replace('_', '-')}"), each)
        for each in rules.allowed_rhythms
    ]
    minutes, rhythm = tandem.minutes or rules.length_minutes, tandem.rhythm or rules.rhythm
    items = [
        choice(
            "minutes",
            words.text("poll-length"),
            lengths,
            str(minutes),
            required=words.text("poll-length"),
        ),
        choice(
            "rhythm", words.text("poll-rhythm"), rhythms, rhythm, required=words.text("poll-rhythm")
        ),
        small(words.text("poll-nothing-yet")),
    ]
    return unfolding(
        words.text("poll-change"),
        items,
        [button(words.text("poll-find"), ChangeSeries(tandem=tandem.id))],
    )


class OpenMeasure(CardAction, verb="measure.open"):
    """Put before whoever presses what has changed for them."""

    enrolment: str


def measure_button(enrolment: Enrolment, words: Words) -> Button:
    """*What has changed*: one's own line from the start to the end."""
    return button(words.text("thanks-change"), OpenMeasure(enrolment=enrolment.id))


class OpenCertificate(CardAction, verb="certificate.open"):
    """Put the certificate of one's part in the tandem before whoever presses."""

    tandem: str


def certificate_button(tandem: Tandem, words: Words) -> Button:
    """*Certificate*."""
    return button(words.text("thanks-certificate"), OpenCertificate(tandem=tandem.id))


class OpenResult(CardAction, verb="result.open"):
    """Put before whoever presses what their tandem may say for the programme."""

    tandem: str


def result_button(tandem: Tandem, words: Words) -> Button:
    """*What our tandem has brought*: a line for owners, if both like."""
    return button(words.text("thanks-result"), OpenResult(tandem=tandem.id))

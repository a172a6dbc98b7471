"""Times put to both: three slots for a session, or series to choose from. One press says that a time suits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from microsoft_teams.cards import ShowCardAction, TextBlock
from microsoft_teams.cards.core import CardElement

from cards.actions import CardAction
from cards.dates import session_time, short_slot
from cards.inputs import choice
from cards.kit import Button, Rendered, bullets, button, card, heading, panel, para, small, unfolding
from cards.render import renders
from cards.scheduling_words import explanation_sentence
from cards.words import Words, called
from mentoring.domain.agreement import RESCUES, AgreementState, Cause
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from mentoring.usecases.agreement_notice import AgreementNotice, Choice

SHOWN_DATES = 3


class AcceptTime(CardAction, verb="agreement.accept"):
    """This time suits."""

    agreement: str
    role: str
    number: int
    round: int


class OtherTimes(CardAction, verb="agreement.other"):
    """None of these suits, or a shorter session would: look for others. ``minutes`` 0 keeps the length."""

    agreement: str
    role: str
    round: int
    minutes: int = 0


class MoveSession(CardAction, verb="agreement.session"):
    """Look for another time for the chosen session."""

    sends_inputs = True
    tandem: str


class ChangeSeries(CardAction, verb="agreement.series"):
    """Look for other times for all sessions from now on."""

    sends_inputs = True
    tandem: str


@renders(AgreementNotice)
def agreement(notice: AgreementNotice, words: Words) -> Rendered:
    """The agreement as it stands."""
    state = notice.agreement.state
    if state is AgreementState.OPEN:
        return _open(notice, words)
    time = _agreed(notice, words) if state in {AgreementState.BOOKING, AgreementState.BOOKED} else ""
    kind = "series" if time and not notice.agreement.session_id else "session"
    key = f"agreement-{state}-{kind}" if time else f"agreement-{state}"
    if state is AgreementState.CLOSED and not notice.choices:
        key = "agreement-nothing-found"
    text = words.text(key, partner=_partner(notice, words), time=time)
    return card([_for(notice, words), para(text)], summary=text, live=state is not AgreementState.BOOKED)


def _open(notice: AgreementNotice, words: Words) -> Rendered:
    title = words.text(f"agreement-title-{_kind(notice)}", partner=_partner(notice, words))
    body = [
        _for(notice, words),
        heading(title),
        para(_why(notice, words)),
        small(words.text("agreement-taken")) if notice.agreement.taken else None,
        *(_option(notice, each, words) for each in notice.choices),
        small(words.text("agreement-unsure")) if any(not c.option.sure for c in notice.choices) else None,
        small(_how(notice, words)),
    ]
    return card(body, [*_times(notice, words), *_others(notice, words)], summary=title, live=True)


def _kind(notice: AgreementNotice) -> str:
    if notice.agreement.cause in RESCUES:
        return "rescue"
    return "session" if notice.agreement.session_id else "series"


def _for(notice: AgreementNotice, words: Words) -> CardElement | None:
    return small(f"📅 {words.text('agreement-for', name=called(notice.side, words))}") if notice.for_somebody else None


def _partner(notice: AgreementNotice, words: Words) -> str:
    return called(notice.partner, words)


def _why(notice: AgreementNotice, words: Words) -> str:
    cause, session = notice.agreement.cause, notice.session
    mine = cause is Cause.PROPOSED and notice.agreement.asked_by == notice.role
    at = _time(notice, session, words) if session else ""
    key = "proposed-mine" if mine else cause.value.replace("_", "-")
    if cause in RESCUES and not notice.agreement.session_id:
        key = "all-lost"
    return words.text(f"agreement-why-{key}", partner=_partner(notice, words), time=at, sessions=len(notice.choices))


def _time(notice: AgreementNotice, session: Session, words: Words) -> str:
    moment = session.start or session.planned
    return session_time(moment, moment + timedelta(minutes=session.minutes), _zone(notice), words)


def _zone(notice: AgreementNotice) -> str:
    return notice.side.profile.zone


def _slot(notice: AgreementNotice, each: Choice, words: Words) -> str:
    end = each.option.start + timedelta(minutes=notice.agreement.minutes)
    return session_time(each.option.start, end, _zone(notice), words)


def _option(notice: AgreementNotice, each: Choice, words: Words) -> CardElement:
    marks = []
    if each.mine:
        marks.append(words.text("agreement-suits-you"))
    if each.theirs:
        marks.append(words.text("agreement-suits-other", partner=_partner(notice, words)))
    lines = _series(notice, each, words) if each.sessions else [_bold(_slot(notice, each, words))]
    costs = [small(f"⚠ {explanation_sentence(e, notice.role, _zone(notice), words)}") for e in each.costs]
    unhappy = [small(words.text("agreement-only-so-so"))] if each.option.costs and not costs else []
    return panel([*lines, *costs, *unhappy, small(" · ".join(f"✓ {mark}" for mark in marks)) if marks else None])


def _bold(text: str) -> CardElement:
    return TextBlock(text=text, weight="Bolder", wrap=True)


def _series(notice: AgreementNotice, each: Choice, words: Words) -> list[CardElement]:
    """A series: its pattern, its first dates, and how many there are."""
    zone = _zone(notice)
    told = [e for e in each.explanations if e.code.startswith("series-")]
    dates = [session_time(s.start, s.end, zone, words) for s in each.sessions if s.start and s.end]
    more = [words.text("agreement-more-dates", dates=len(dates) - SHOWN_DATES)] if len(dates) > SHOWN_DATES else []
    title = words.text("agreement-option", number=each.number + 1)
    return [
        _bold(f"{title}: {explanation_sentence(told[0], notice.role, zone, words)}" if told else title),
        bullets([*dates[:SHOWN_DATES], *more]),
    ]


def _how(notice: AgreementNotice, words: Words) -> str:
    waiting = any(each.mine for each in notice.choices)
    return words.text("agreement-waiting" if waiting else "agreement-how", partner=_partner(notice, words))


def _times(notice: AgreementNotice, words: Words) -> list[Button]:
    """A button for each time that the reader has not accepted yet; the first one leads on."""
    found: list[Button] = []
    undecided = not any(each.mine for each in notice.choices)
    for each in notice.choices:
        if not each.mine:
            first = undecided and not found and not each.option.costs
            found.append(button(_title(notice, each, words), _accept(notice, each), "positive" if first else "default"))
    return found


def _title(notice: AgreementNotice, each: Choice, words: Words) -> str:
    if each.sessions:
        return words.text("agreement-take-option", number=each.number + 1)
    return short_slot(each.option.start, _zone(notice), words)


def _accept(notice: AgreementNotice, each: Choice) -> AcceptTime:
    asked = notice.agreement
    return AcceptTime(agreement=asked.id, role=notice.role, number=each.number, round=asked.round)


def _others(notice: AgreementNotice, words: Words) -> list[Button]:
    asked = notice.agreement
    other = OtherTimes(agreement=asked.id, role=notice.role, round=asked.round)
    found: list[Button] = [button(words.text("agreement-other-times"), other)]
    shorter = [each for each in notice.programme.sessions.allowed_lengths if each < asked.minutes][:1] if asked.shorter else []
    for minutes in shorter:
        sent = OtherTimes(agreement=asked.id, role=notice.role, round=asked.round, minutes=minutes)
        found.append(button(words.text("agreement-shorter", minutes=minutes), sent))
    return found


def _agreed(notice: AgreementNotice, words: Words) -> str:
    number = notice.agreement.both
    if number is None:
        return ""
    each = notice.choices[number]
    if not each.sessions:
        return _slot(notice, each, words)
    told = [e for e in each.explanations if e.code.startswith("series-")]
    return explanation_sentence(told[0], notice.role, _zone(notice), words) if told else _slot(notice, each, words)


def move_button(ahead: Sequence[Session], zone: str, words: Words) -> ShowCardAction:
    """*Move a session*: which one."""
    options = [(_named(session, zone, words), session.id) for session in ahead]
    which = choice("session", words.text("agreement-which"), options, options[0][1], required=words.text("agreement-which"))
    note = small(words.text("agreement-nothing-yet"))
    send = button(words.text("agreement-find"), MoveSession(tandem=ahead[0].tandem_id))
    return unfolding(words.text("agreement-move"), [which, note], [send])


def _named(session: Session, zone: str, words: Words) -> str:
    if session.start and session.end:
        return session_time(session.start, session.end, zone, words)
    return words.text("agreement-without-time", number=session.number)


def change_button(tandem: Tandem, rules: SchedulingRules, words: Words) -> ShowCardAction:
    """*From now on differently*: length and rhythm, within what the programme allows."""
    lengths = [(words.text("agreement-minutes", minutes=each), str(each)) for each in rules.allowed_lengths]
    rhythms = [(words.text(f"agreement-rhythm-{each.replace('_', '-')}"), each) for each in rules.allowed_rhythms]
    minutes, rhythm = tandem.minutes or rules.length_minutes, tandem.rhythm or rules.rhythm
    items = [
        choice("minutes", words.text("agreement-length"), lengths, str(minutes), required=words.text("agreement-length")),
        choice("rhythm", words.text("agreement-rhythm"), rhythms, rhythm, required=words.text("agreement-rhythm")),
        small(words.text("agreement-nothing-yet")),
    ]
    return unfolding(
        words.text("agreement-change"), items, [button(words.text("agreement-find"), ChangeSeries(tandem=tandem.id))]
    )

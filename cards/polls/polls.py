"""Times put to both: three slots for a session, or series to choose from.

One press says that a time suits.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from microsoft_teams.cards import TextBlock
from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.kit.actions import CardAction
from cards.kit.dates import on_two_clocks, short_slot
from cards.kit.elements import Button, Rendered, bullets, button, card, heading, panel, para, small
from cards.kit.neutral import unmarked
from cards.kit.render import renders
from cards.kit.words import Words, called
from cards.sessions.words import explanation_sentence
from mentoring.domain.people import Role
from mentoring.domain.poll import RESCUES, Cause, PollState, is_request
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.session import Session
from mentoring.domain.tandem import TandemState
from mentoring.usecases.polls.notice import Choice, PollNotice

SHOWN_DATES = 3


class AcceptTime(CardAction, verb="poll.accept"):
    """This time suits."""

    poll: str
    role: Role
    number: int
    round: int


class OtherTimes(CardAction, verb="poll.other"):
    """None of these suits, or a shorter session would: look for others.

    ``minutes`` 0 keeps the length.
    """

    poll: str
    role: Role
    round: int
    minutes: int = 0


class LeaveIt(CardAction, verb="poll.leave"):
    """It is to stay where it is."""

    poll: str
    role: Role


@renders(PollNotice)
def poll(notice: PollNotice, words: Words) -> Rendered:
    """The poll as it stands."""
    state = notice.poll.state
    if notice.tandem.state is TandemState.CLOSED:
        text = _said(notice, words, "poll-undone" if notice.undone else "poll-ended")
        contact = contact_line(notice.programme.contact, words)
        return card([_for(notice, words), para(text), contact], summary=text)
    if state is PollState.OPEN:
        return _open(notice, words)
    if state is PollState.LEFT:
        return _left(notice, words)
    time = _agreed(notice, words) if state in {PollState.BOOKING, PollState.BOOKED} else ""
    kind = "series" if time and not notice.poll.session_id else "session"
    key = f"poll-{state}-{kind}" if time else f"poll-{state}"
    if state is PollState.CLOSED:
        key = _over(notice)
    text = _said(notice, words, key, time=time)
    body = [_for(notice, words), para(text), contact_line(notice.programme.contact, words)]
    buttons = _leave(notice, words) if state is PollState.SEARCHING else []
    return card(body, buttons, summary=text, live=state is not PollState.BOOKED)


def _over(notice: PollNotice) -> str:
    """The text of how it ended where nothing was booked."""
    if not notice.choices:
        return "poll-nothing-found"
    return "poll-closed" if notice.poll.both is None else "poll-not-booked"


def _left(notice: PollNotice, words: Words) -> Rendered:
    """Everything stays where it is."""
    time = _time(notice, notice.session, words) if notice.session else ""
    key = "poll-left-session" if time else "poll-left-series"
    text = _said(notice, words, key, time=time)
    body = [_for(notice, words), para(text), contact_line(notice.programme.contact, words)]
    return card(body, summary=text)


def _leave(notice: PollNotice, words: Words) -> list[Button]:
    """*Leave it as it is*, where something stands."""
    nowhere = notice.session is not None and notice.session.start is None
    if nowhere or not is_request(notice.poll):
        return []
    return [button(words.text("poll-leave"), LeaveIt(poll=notice.poll.id, role=notice.role))]


def _open(notice: PollNotice, words: Words) -> Rendered:
    title = _said(notice, words, f"poll-title-{_kind(notice)}")
    body = [
        _for(notice, words),
        heading(title),
        para(_why(notice, words)),
        small(words.text("poll-taken", choices=len(notice.choices))) if notice.poll.taken else None,
        *(_option(notice, each, words) for each in notice.choices),
        small(_said(notice, words, "poll-unsure"))
        if any(not c.option.sure for c in notice.choices)
        else None,
        small(_how(notice, words)),
        contact_line(notice.programme.contact, words),
    ]
    return card(body, [*_times(notice, words), *_others(notice, words)], summary=title, live=True)


def _kind(notice: PollNotice) -> str:
    if notice.poll.cause in RESCUES:
        return "rescue" if notice.poll.session_id else "all-lost"
    return "session" if notice.poll.session_id else "series"


def _for(notice: PollNotice, words: Words) -> CardElement | None:
    return (
        small(f"📅 {words.text('poll-whose', name=called(notice.side, words))}")
        if notice.for_somebody
        else None
    )


def _whose(notice: PollNotice, words: Words) -> str:
    """Whose calendar the reader keeps; empty if it is their own."""
    return called(notice.side, words) if notice.for_somebody else ""


def _said(notice: PollNotice, words: Words, key: str, **facts: object) -> str:
    """A text that speaks to one of the two, or of them to a deputy."""
    whose = _whose(notice, words)
    return words.for_somebody(key, whose, partner=_partner(notice, words), **facts)


def _partner(notice: PollNotice, words: Words) -> str:
    return called(notice.partner, words)


def _why(notice: PollNotice, words: Words) -> str:
    cause, session = notice.poll.cause, notice.session
    mine = cause is Cause.PROPOSED and notice.poll.asked_by == notice.role
    at = _time(notice, session, words) if session else ""
    key = "proposed-mine" if mine else cause.value.replace("_", "-")
    if cause in RESCUES and not notice.poll.session_id:
        key = "all-lost"
    return _said(notice, words, f"poll-why-{key}", time=at, choices=len(notice.choices))


def _time(notice: PollNotice, session: Session, words: Words) -> str:
    moment = session.start or session.planned
    return _span(notice, moment, moment + timedelta(minutes=session.minutes), words)


def _span(notice: PollNotice, start: datetime, end: datetime, words: Words) -> str:
    """A time on the reader's clock, and on that of the person whose calendar they keep."""
    return on_two_clocks(start, end, _zone(notice), notice.side.profile.zone, words)


def _zone(notice: PollNotice) -> str:
    return notice.reader.profile.zone


def _slot(notice: PollNotice, each: Choice, words: Words) -> str:
    end = each.option.start + timedelta(minutes=notice.poll.minutes)
    return _span(notice, each.option.start, end, words)


def _option(notice: PollNotice, each: Choice, words: Words) -> CardElement:
    marks = []
    if each.mine:
        marks.append(_said(notice, words, "poll-suits-you"))
    if each.theirs:
        marks.append(words.text("poll-suits-other", partner=_partner(notice, words)))
    lines = _series(notice, each, words) if each.sessions else [_bold(_slot(notice, each, words))]
    costs = [small(f"⚠ {_explained(notice, e, words)}") for e in each.costs]
    unhappy = (
        [small(_said(notice, words, "poll-only-so-so"))] if each.option.costs and not costs else []
    )
    return panel(
        [
            *lines,
            *costs,
            *unhappy,
            small(" · ".join(f"✓ {mark}" for mark in marks)) if marks else None,
        ]
    )


def _explained(notice: PollNotice, explanation: Explanation, words: Words) -> str:
    whose = _whose(notice, words)
    return explanation_sentence(explanation, notice.role, _zone(notice), words, whose)


def _bold(text: str) -> CardElement:
    return TextBlock(text=unmarked(text), weight="Bolder", wrap=True)


def _series(notice: PollNotice, each: Choice, words: Words) -> list[CardElement]:
    """A series: its pattern, its first dates, and how many there are."""
    told = [e for e in each.explanations if e.code.startswith("series-")]
    dates = [_span(notice, s.start, s.end, words) for s in each.sessions if s.start and s.end]
    more = (
        [words.text("poll-more-dates", dates=len(dates) - SHOWN_DATES)]
        if len(dates) > SHOWN_DATES
        else []
    )
    title = words.text("poll-option", number=each.number + 1)
    return [
        _bold(f"{title}: {_explained(notice, told[0], words)}" if told else title),
        bullets([*dates[:SHOWN_DATES], *more]),
    ]


def _how(notice: PollNotice, words: Words) -> str:
    left = sum(not each.mine for each in notice.choices)
    waiting = left < len(notice.choices)
    return _said(notice, words, "poll-waiting" if waiting else "poll-how", choices=left)


def _times(notice: PollNotice, words: Words) -> list[Button]:
    """A button for each time that the reader has not accepted yet; the first one leads on."""
    found: list[Button] = []
    undecided = not any(each.mine for each in notice.choices)
    for each in notice.choices:
        if not each.mine:
            first = undecided and not found and not each.option.costs
            found.append(
                button(
                    _title(notice, each, words),
                    _accept(notice, each),
                    "positive" if first else "default",
                )
            )
    return found


def _title(notice: PollNotice, each: Choice, words: Words) -> str:
    if each.sessions:
        return words.text("poll-take-option", number=each.number + 1)
    return short_slot(each.option.start, _zone(notice), words)


def _accept(notice: PollNotice, each: Choice) -> AcceptTime:
    asked = notice.poll
    return AcceptTime(poll=asked.id, role=notice.role, number=each.number, round=asked.round)


def _others(notice: PollNotice, words: Words) -> list[Button]:
    asked = notice.poll
    other = OtherTimes(poll=asked.id, role=notice.role, round=asked.round)
    found: list[Button] = [button(words.text("poll-other-times"), other)]
    for minutes in _half_at_least(notice) if asked.shorter else ():
        sent = OtherTimes(poll=asked.id, role=notice.role, round=asked.round, minutes=minutes)
        found.append(button(words.text("poll-shorter", minutes=minutes), sent))
    return [*found, *_leave(notice, words)]


def _half_at_least(notice: PollNotice) -> list[int]:
    """The shortest length that the programme allows and that leaves half of the time or more."""
    minutes = notice.poll.minutes
    allowed = notice.programme.sessions.allowed_lengths
    return [each for each in allowed if minutes <= 2 * each < 2 * minutes][:1]


def _agreed(notice: PollNotice, words: Words) -> str:
    number = notice.poll.both
    if number is None:
        return ""
    each = notice.choices[number]
    if not each.sessions:
        return _slot(notice, each, words)
    told = [e for e in each.explanations if e.code.startswith("series-")]
    return _explained(notice, told[0], words) if told else _slot(notice, each, words)

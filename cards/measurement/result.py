"""What a tandem has brought: a line of each of the two, released by both for the programme."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

from microsoft_teams.cards import ActionSet
from microsoft_teams.cards.core import CardElement
from pydantic import Field

from cards.common.contact import contact_line
from cards.kit.actions import CardAction
from cards.kit.dates import day_of_a_year
from cards.kit.elements import (
    Button,
    Rendered,
    button,
    card,
    heading,
    para,
    quote,
    seen,
    small,
    subheading,
)
from cards.kit.inputs import choice, line
from cards.kit.render import renders
from cards.kit.words import Words, called, topic_name
from cards.programme.pieces import corrected
from mentoring.domain.measurement.results import LONGEST, Result
from mentoring.usecases.measurement.results import ResultNotice


class ReleaseResult(CardAction, verb="result.release"):
    """Release the line in the input for oneself."""

    sends_inputs = True
    tandem: str


class TakeBackResult(CardAction, verb="result.take_back"):
    """Let nobody read one's own line."""

    tandem: str


class AgreeToResult(CardAction, verb="result.agree"):
    """Release the line of the other one, as it was at ``at``, or not any more."""

    tandem: str
    at: Annotated[str, Field(max_length=40)]
    yes: bool = False


@renders(ResultNotice)
def result(notice: ResultNotice, words: Words) -> Rendered:
    """The other one's line, and one's own; once it is over, what owners read."""
    title = words.text("result-title")
    if notice.is_over:
        body = [heading(title), *_over(notice, words), _contact(notice, words)]
        return card(body, summary=title)
    body = [
        heading(title),
        *_theirs(notice, words),
        *_own(notice, words),
        seen(words.text("result-seen", **_facts(notice, words))),
        _topic(notice, words),
        _contact(notice, words),
    ]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _contact(notice: ResultNotice, words: Words) -> CardElement | None:
    return contact_line(notice.programme.contact, words)


def _facts(notice: ResultNotice, words: Words) -> dict[str, object]:
    until = notice.until.astimezone(ZoneInfo(notice.viewer.profile.zone))
    return {"partner": called(notice.partner, words), "day": day_of_a_year(until, words)}


def _topic(notice: ResultNotice, words: Words) -> CardElement | None:
    if notice.topic is None:
        return None
    return small(words.text("result-topic-told", topic=topic_name(notice.topic, words)))


def _over(notice: ResultNotice, words: Words) -> list[CardElement]:
    if not notice.reported:
        return [para(words.text("result-over-none"))]
    return [para(words.text("result-over")), *(quote(each) for each in notice.reported)]


def _theirs(notice: ResultNotice, words: Words) -> list[CardElement | None]:
    """What the other one has released, to be released as well."""
    found = notice.theirs
    if found is None:
        return []
    facts = _facts(notice, words)
    yes = not notice.has_agreed
    asked = AgreeToResult(tandem=notice.tandem.id, at=found.at.isoformat(), yes=yes)
    key = "result-agree" if yes else "result-disagree"
    return [
        subheading(words.text("result-theirs", **facts)),
        *_quoted(found, words),
        small(words.text("result-theirs-seen" if yes else "result-agreed", **facts)),
        ActionSet(actions=[button(words.text(key), asked)]),
    ]


def _quoted(found: Result, words: Words) -> list[CardElement | None]:
    tied = small(words.text("result-figure", figure=found.figure)) if found.figure else None
    return [quote(found.line), tied]


def _own(notice: ResultNotice, words: Words) -> list[CardElement | None]:
    """The line to be written, or as it was released."""
    own, raw = notice.own, notice.raw if notice.problem else {}
    released = words.text("result-released", **_facts(notice, words))
    field = line(
        "line",
        words.text("result-line"),
        raw.get("line", own.line if own else ""),
        longest=LONGEST,
        several_lines=True,
    )
    return [
        None if own else para(words.text("result-intro")),
        *corrected(notice, [field], words),
        _figure(notice, str(raw.get("figure") or (own.figure if own else "")), words),
        small(released) if own else None,
    ]


def _figure(notice: ResultNotice, value: str, words: Words) -> CardElement | None:
    """Which key figure it is tied to, where owners have named any."""
    if not notice.figures:
        return None
    names = [(each, each) for each in notice.figures]
    label, none = words.text("result-figure-choice"), words.text("result-no-figure")
    known = value if value in notice.figures else ""
    return choice("figure", label, [(none, "-"), *names], known or "-")


def _buttons(notice: ResultNotice, words: Words) -> list[Button]:
    tandem = notice.tandem.id
    key = "result-change" if notice.own else "result-release"
    back = button(words.text("result-take-back"), TakeBackResult(tandem=tandem))
    return [
        button(words.text(key), ReleaseResult(tandem=tandem)),
        *([back] if notice.own else []),
    ]

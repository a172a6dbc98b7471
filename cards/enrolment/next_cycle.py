"""The owners' card of the next cycle: who will be asked anew, and that they have been."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.enrolment.shut_out import shut_out_lines
from cards.kit.actions import CardAction
from cards.kit.elements import (
    STOP,
    Button,
    Rendered,
    asking,
    button,
    card,
    facts,
    heading,
    para,
    small,
    subheading,
)
from cards.kit.previews import closed_preview
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.usecases.enrolment.next_cycle import NextCycleNotice


class OpenCycle(CardAction, verb="cycle.open"):
    """Open the cycle after this one, and ask everybody who took part."""

    cycle: str


class StopCycle(CardAction, verb="cycle.stop"):
    """Stop a cycle that is confirmed, before anybody is asked."""

    cycle: str


class DiscardCycle(CardAction, verb="cycle.discard"):
    """Open no cycle."""

    cycle: str


@renders(NextCycleNotice)
def next_cycle(notice: NextCycleNotice, words: Words) -> Rendered:
    """The next cycle as it stands."""
    if notice.is_rolling:
        return _rolling(notice, words)
    closed = notice.discarded or notice.is_old
    if closed and not (notice.opened or notice.soon):
        return closed_preview("discarded" if notice.discarded else "old", words)
    if notice.soon:
        return _soon(notice, words)
    return _opened(notice, words) if notice.opened else _preview(notice, words)


def _soon(notice: NextCycleNotice, words: Words) -> Rendered:
    """Nobody is asked yet."""
    title = words.text("cycle-soon", **_facts(notice))
    body = [heading(title), para(words.text("invite-soon-stop"))]
    stop = StopCycle(cycle=notice.before.id)
    buttons = [button(words.text("invite-stop-now"), stop, says=STOP)]
    return card(body, buttons, summary=title, live=True)


def _facts(notice: NextCycleNotice) -> dict[str, int | str]:
    number = notice.opened.number if notice.opened else notice.before.number + 1
    return {"number": number, "people": notice.people, "programme": notice.programme.name}


def _opened(notice: NextCycleNotice, words: Words) -> Rendered:
    told = _facts(notice)
    title = words.text("cycle-opened", **told)
    body = [
        heading(title),
        para(words.text("cycle-asked", **told)),
        para(words.text("cycle-goes-on")),
        *_brought(notice, words),
    ]
    return card(body, summary=title)


def _preview(notice: NextCycleNotice, words: Words) -> Rendered:
    told = _facts(notice)
    title = words.text("cycle-next", **told)
    body = [
        heading(title),
        *_brought(notice, words),
        subheading(words.text("cycle-who")),
        para(words.text("cycle-will-ask", **told)),
        para(words.text("cycle-kept")),
        *shut_out_lines(notice.shut_out, words),
        *_taken_over(words),
        small(words.text("cycle-nothing-yet")),
    ]
    sure = button(words.text("cycle-yes"), OpenCycle(cycle=notice.before.id), "positive")
    question = words.text("cycle-sure-long" if notice.is_long else "cycle-sure", **told)
    buttons: list[Button] = [
        asking(words.text("cycle-open"), question, sure),
        button(words.text("discard"), DiscardCycle(cycle=notice.before.id)),
    ]
    return card(body, buttons, summary=title, live=True)


def _rolling(notice: NextCycleNotice, words: Words) -> Rendered:
    """People come and go one by one: there is nothing to open."""
    title = words.text("cycle-rolling-title", programme=notice.programme.name)
    body = [
        heading(title),
        *_brought(notice, words),
        subheading(words.text("cycle-who")),
        para(words.text("cycle-rolling-who")),
        subheading(words.text("cycle-taken-over")),
        para(words.text("cycle-rolling-settings")),
    ]
    return card(body, summary=title, live=True)


def _taken_over(words: Words) -> list[CardElement]:
    return [
        subheading(words.text("cycle-taken-over")),
        para(words.text("cycle-stays")),
        para(words.text("cycle-goes")),
    ]


def _brought(notice: NextCycleNotice, words: Words) -> list[CardElement]:
    """What the cycle has brought."""
    brought = notice.review
    shown = {
        "asked": brought.asked,
        "mentees": brought.mentees,
        "mentors": brought.mentors,
        "tandems": brought.tandems,
        "running": brought.running if notice.is_rolling else None,
        "waiting": brought.waiting,
        "sessions": brought.sessions,
        "undecided": brought.undecided or None,
        "uncleared": brought.uncleared or None,
    }
    which = {"number": notice.before.number}
    rows = [
        (words.text(f"cycle-brought-{name}", **which), str(many))
        for name, many in shown.items()
        if many is not None
    ]
    title = "cycle-rolling-brought" if notice.is_rolling else "cycle-brought"
    left_out = small(words.text("cycle-left-out"))
    return [subheading(words.text(title, **which)), facts(rows), left_out]

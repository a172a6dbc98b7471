"""The owners' card of the next cycle: who will be asked anew, and that they have been."""

from __future__ import annotations

from cards.kit.actions import CardAction
from cards.kit.elements import Button, Rendered, asking, button, card, heading, para, small
from cards.kit.previews import closed_preview
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.usecases.enrolment.next_cycle import NextCycleNotice


class OpenCycle(CardAction, verb="cycle.open"):
    """Open the cycle after this one, and ask everybody who took part."""

    cycle: str


class DiscardCycle(CardAction, verb="cycle.discard"):
    """Open no cycle."""

    cycle: str


@renders(NextCycleNotice)
def next_cycle(notice: NextCycleNotice, words: Words) -> Rendered:
    """The next cycle as it stands."""
    if (notice.discarded or notice.is_old) and not notice.opened:
        return closed_preview("discarded" if notice.discarded else "old", words)
    number = notice.opened.number if notice.opened else notice.before.number + 1
    facts = {"number": number, "people": notice.people, "programme": notice.programme}
    if notice.opened:
        title = words.text("cycle-opened", **facts)
        body = [
            heading(title),
            para(words.text("cycle-asked", **facts)),
            para(words.text("cycle-goes-on")),
        ]
        return card(body, summary=title)
    title = words.text("cycle-next", **facts)
    body = [
        heading(title),
        para(words.text("cycle-will-ask", **facts)),
        para(words.text("cycle-kept")),
        small(words.text("cycle-nothing-yet")),
    ]
    sure = button(words.text("cycle-yes"), OpenCycle(cycle=notice.before.id), "positive")
    question = words.text("cycle-sure", **facts)
    buttons: list[Button] = [
        asking(words.text("cycle-open"), question, sure),
        button(words.text("discard"), DiscardCycle(cycle=notice.before.id)),
    ]
    return card(body, buttons, summary=title, live=True)

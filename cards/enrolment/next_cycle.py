"""The owners' card of the next cycle: who will be asked anew, and that they have been."""

from __future__ import annotations

from cards.kit.actions import CardAction
from cards.kit.elements import Rendered, button, card, heading, para, small
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.usecases.enrolment.next_cycle import NextCycleNotice


class OpenCycle(CardAction, verb="cycle.open"):
    """Open the cycle after this one, and ask everybody who took part."""

    cycle: str


@renders(NextCycleNotice)
def next_cycle(notice: NextCycleNotice, words: Words) -> Rendered:
    """The next cycle as it stands."""
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
    confirm = button(words.text("cycle-open"), OpenCycle(cycle=notice.before.id), "positive")
    return card(body, [confirm], summary=title, live=True)

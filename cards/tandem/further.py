"""The question whether the two would like more sessions, as its person sees it."""

from __future__ import annotations

from microsoft_teams.cards import ActionSet, ExecuteAction

from cards.common.contact import contact_line
from cards.kit.actions import CardAction
from cards.kit.elements import Rendered, button, card, heading, para, seen
from cards.kit.render import renders
from cards.kit.words import Words, called
from mentoring.domain.further import MORE, GoingOn
from mentoring.usecases.tandem.further import FurtherNotice

AGREED = {"asking": "agreed", "booked": "booked", "none": "none"}
"""Which text says what has become of the times, once both would like more."""


class SayFurther(CardAction, verb="further.say"):
    """Whether one would like more sessions."""

    tandem: str
    going_on: GoingOn


@renders(FurtherNotice)
def further(notice: FurtherNotice, words: Words) -> Rendered:
    """Two answers that weigh the same, and after either of them what follows."""
    contact = contact_line(notice.programme.contact, words)
    if notice.is_over or notice.agreed:
        text = words.text(f"further-{AGREED[notice.times] if notice.agreed else 'over'}")
        return card([para(text), contact], summary=text)
    title = words.text("further-title", partner=called(notice.partner, words))
    name = called(notice.viewer, words)
    then = notice.said is not GoingOn.OPEN
    body = [
        heading(title),
        para(words.text("further-question", name=name, sessions=MORE)),
        ActionSet(actions=[_answer(notice, each, words) for each in (GoingOn.YES, GoingOn.NO)]),
        para(words.text(f"further-{notice.said}-then")) if then else None,
        seen(words.text("further-seen")),
        contact,
    ]
    return card(body, summary=title, live=True)


def _answer(notice: FurtherNotice, going_on: GoingOn, words: Words) -> ExecuteAction:
    name = words.text(f"further-{going_on}", sessions=MORE)
    press = SayFurther(tandem=notice.tandem.id, going_on=going_on)
    return button(f"✓ {name}" if going_on is notice.said else name, press)

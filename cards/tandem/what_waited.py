"""What has waited for a day and comes together: a line for each card, which puts it below."""

from __future__ import annotations

from typing import Annotated

from microsoft_teams.cards.core import CardElement
from pydantic import Field

from cards.common.contact import contact_line
from cards.kit.actions import CardAction
from cards.kit.elements import Rendered, button, card, heading, para, row, small
from cards.kit.render import renders
from cards.kit.words import Words, called
from mentoring.usecases.tandem.what_waited import WhatWaitedNotice

Id = Annotated[str, Field(max_length=300)]


class OpenWaiting(CardAction, verb="waited.open"):
    """Put the card of one line below, or with neither those of all."""

    card: Id = ""
    about: Id = ""


@renders(WhatWaitedNotice)
def what_waited(notice: WhatWaitedNotice, words: Words) -> Rendered:
    """The lines that are not opened yet."""
    contact = contact_line(notice.programme.contact, words)
    if not notice.items:
        text = words.text("waited-none")
        return card([para(text), contact], summary=text)
    facts = {"programme": notice.programme.name, "things": len(notice.items)}
    title = words.text("waited-title", **facts)
    body = [
        heading(title),
        para(words.text("waited-intro", name=called(notice.person, words))),
        *(_line(kind, subject_id, words) for kind, subject_id in notice.items),
        contact,
    ]
    everything = button(words.text("waited-all"), OpenWaiting(), "positive")
    return card(body, [everything], summary=title, live=True)


def _line(kind: str, subject_id: str, words: Words) -> CardElement:
    key = kind.replace("_", "-").removesuffix("-card")
    title, what = words.text(f"waits-{key}"), small(words.text(f"waits-{key}-what"))
    label = words.text("waited-open", what=title)
    return row(title, what, label, OpenWaiting(card=kind, about=subject_id), sign="›")

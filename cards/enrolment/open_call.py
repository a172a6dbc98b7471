"""The open call before owners: for each role its link and its picture, to be switched on and off.

A link opens the chat with the bot, with the words in it that say who would like what; whoever opens
it sends them [learn.microsoft.com, Deep link to Teams chat: ``users`` and ``message``; of a bot the
user is ``28:`` and its app id, MicrosoftDocs/msteams-docs#11653].
"""

from __future__ import annotations

from urllib.parse import quote

import segno
from microsoft_teams.cards import Image
from microsoft_teams.cards.core import CardElement

from cards.kit.actions import CardAction
from cards.kit.elements import (
    Button,
    Rendered,
    button,
    card,
    heading,
    para,
    small,
    subheading,
    typed,
)
from cards.kit.inputs import line
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.domain.people import Role
from mentoring.usecases.enrolment.open_call import OpenCallNotice

LONGEST = 1000


class SwitchCall(CardAction, verb="call.switch"):
    """Open the call for a role, or close it."""

    role: Role
    on: bool


@renders(OpenCallNotice)
def open_call(notice: OpenCallNotice, words: Words) -> Rendered:
    """Both roles, each with what it needs."""
    title = words.text("call-title")
    body: list[CardElement | None] = [heading(title), para(words.text("call-what"))]
    for role in Role:
        body += _role(notice, role, words)
    return card(body, [_switch(notice, role, words) for role in Role], summary=title, live=True)


def _role(notice: OpenCallNotice, role: Role, words: Words) -> list[CardElement]:
    title = subheading(words.text(f"call-{role}"))
    if not notice.is_open(role):
        return [title, small(words.text("call-is-off"))]
    address = link(notice, role)
    return [
        title,
        *_condition(notice, role, words),
        line(f"link_{role}", words.text("call-link"), address, longest=LONGEST),
        small(words.text("call-picture")),
        Image(
            url=picture(address), alt_text=words.text("call-alt", role=words.text(f"role-{role}"))
        ),
    ]


def _condition(notice: OpenCallNotice, role: Role, words: Words) -> list[CardElement]:
    """What applicants have to say yes to, with a warning where it asks for an age."""
    condition = notice.programme.condition(role)
    wanted = condition.said_in(words.language)
    if not wanted:
        return [small(words.text("call-no-condition"))]
    told: list[CardElement] = [small(words.text("call-condition")), typed(wanted)]
    return [*told, small(words.text("condition-age"))] if condition.is_about_age else told


def link(notice: OpenCallNotice, role: Role) -> str:
    """The address that begins the chat, in the programme's language and in the product's own words,
    which the bot understands.
    """
    spoken = Words(notice.programme.language)
    said = spoken.text(f"call-says-{role}", programme=notice.programme.name)
    return f"https://teams.microsoft.com/l/chat/0/0?users={notice.bot}&message={quote(said)}"


def picture(address: str) -> str:
    """The address as a QR code, as a ``data:`` URI; it survives some dirt on a poster."""
    return segno.make(address, error="m", micro=False).png_data_uri(scale=4)


def _switch(notice: OpenCallNotice, role: Role, words: Words) -> Button:
    on = not notice.is_open(role)
    return button(
        words.text(f"call-{'open' if on else 'close'}-{role}"), SwitchCall(role=role, on=on)
    )

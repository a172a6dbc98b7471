"""Before those who have not finished are reminded: how many they are, and what they read."""

from __future__ import annotations

from cards.kit.actions import CardAction
from cards.kit.elements import Rendered, asking, button, card, heading, para, quote, small
from cards.kit.previews import closed_preview
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.usecases.enrolment.reminders import RemindNotice


class ConfirmReminder(CardAction, verb="remind.confirm"):
    """Remind them."""


class DiscardReminder(CardAction, verb="remind.discard"):
    """Remind nobody."""


@renders(RemindNotice)
def reminding(notice: RemindNotice, words: Words) -> Rendered:
    """As it stands."""
    if notice.sent is not None:
        text = words.text("remind-sent", people=notice.sent)
        return card([para(text)], summary=text)
    if notice.is_discarded:
        return closed_preview("discarded", words)
    if notice.is_old:
        return closed_preview("old", words)
    return _preview(notice, words)


def _preview(notice: RemindNotice, words: Words) -> Rendered:
    title = words.text("remind-title", people=notice.people)
    body = [
        heading(title),
        para(words.text("remind-how")),
        small(words.text("remind-reads")),
        quote(words.text("enrolment-reminder-invitation")),
        quote(words.text("enrolment-reminder")),
    ]
    really = button(words.text("remind-yes"), ConfirmReminder(), "positive")
    confirm = asking(words.text("remind-confirm"), words.text("remind-sure"), really)
    discard = button(words.text("discard"), DiscardReminder())
    return card(body, [confirm, discard], summary=title, live=True)

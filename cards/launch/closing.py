"""The end of a cycle: the owners' card, and a word of thanks to both."""

from __future__ import annotations

from cards.kit.actions import CardAction
from cards.kit.elements import Rendered, banner, button, card, facts, heading, para, progress, small
from cards.kit.render import renders
from cards.kit.words import Words, called
from mentoring.domain.closing import ClosingState
from mentoring.usecases.launch.closing import ClosingNotice, ThanksNotice


class ConfirmClosing(CardAction, verb="closing.confirm"):
    """End everything that the preview says."""

    closing: str


@renders(ClosingNotice)
def closing(notice: ClosingNotice, words: Words) -> Rendered:
    """The closing as it stands."""
    shown = {
        ClosingState.PREVIEW: _preview,
        ClosingState.RUNNING: _progress,
        ClosingState.DONE: _receipt,
    }
    return shown[notice.closing.state](notice, words)


def _preview(notice: ClosingNotice, words: Words) -> Rendered:
    title = words.text("closing-title")
    rows = [
        (words.text("closing-tandems"), str(notice.running)),
        (
            words.text("closing-sessions"),
            words.text("closing-sessions-cancelled", sessions=notice.ahead),
        ),
        (
            words.text("closing-channels"),
            words.text("closing-channels-archived", channels=notice.channels),
        ),
    ]
    body = [
        heading(title),
        para(words.text("closing-intro")),
        facts(rows),
        small(words.text("closing-kept")),
    ]
    confirm = button(
        words.text("closing-confirm"), ConfirmClosing(closing=notice.closing.id), "positive"
    )
    return card(body, [confirm], summary=title, live=True)


def _progress(notice: ClosingNotice, words: Words) -> Rendered:
    done, tandems = notice.closing.ended, notice.closing.tandems
    title = words.text("closing-running", closed=done, tandems=tandems)
    return card(
        [heading(title), progress(words.text("closing-so-far"), done, tandems)],
        summary=title,
        live=True,
    )


def _receipt(notice: ClosingNotice, words: Words) -> Rendered:
    title = words.text("closing-done", tandems=notice.closing.tandems)
    numbers = ", ".join(str(number) for number in notice.closing.troubled)
    left = banner(words.text("closing-troubled", tandems=numbers)) if numbers else None
    return card([heading(title), left, para(words.text("closing-receipt"))], summary=title)


@renders(ThanksNotice)
def thanks(notice: ThanksNotice, words: Words) -> Rendered:
    """What one of the two reads at the end."""
    title = words.text("thanks-title", name=called(notice.viewer, words))
    text = words.text(
        "thanks-text", partner=called(notice.partner, words), programme=notice.programme.name
    )
    return card([heading(title), para(text)], summary=title)

"""The launch in one card: what will happen, how far it is, what was done."""

from __future__ import annotations

from cards.kit.actions import CardAction
from cards.kit.dates import day
from cards.kit.elements import (
    Rendered,
    bullets,
    button,
    card,
    facts,
    heading,
    panel,
    para,
    progress,
    small,
    subheading,
)
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.domain.tandem import LaunchState
from mentoring.usecases.launch.launch import LaunchNotice


class ConfirmLaunch(CardAction, verb="launch.confirm"):
    """Launch everything that the preview says."""

    launch: str


@renders(LaunchNotice)
def launch(notice: LaunchNotice, words: Words) -> Rendered:
    """The launch as it stands."""
    shown = {
        LaunchState.PREVIEW: _preview,
        LaunchState.RUNNING: _progress,
        LaunchState.DONE: _receipt,
    }
    return shown[notice.launch.state](notice, words)


def _preview(notice: LaunchNotice, words: Words) -> Rendered:
    title = words.text("launch-title", day=day(notice.launch.start, words))
    rules = notice.programme.sessions
    body = [
        heading(title),
        para(words.text("launch-intro")),
        facts(
            [
                (words.text("launch-tandems"), str(notice.ready)),
                (
                    words.text("launch-rooms"),
                    words.text("launch-rooms-private", rooms=notice.ready),
                ),
                (
                    words.text("launch-series"),
                    words.text(
                        "launch-series-of",
                        sessions=rules.session_count,
                        minutes=rules.length_minutes,
                    ),
                ),
                (words.text("launch-cards"), str(2 * notice.ready)),
                (
                    words.text("launch-open-offers"),
                    words.text("launch-released", offers=notice.open_offers),
                ),
                (
                    words.text("launch-left-over"),
                    words.text("launch-told", people=notice.left_over),
                ),
            ]
        ),
        small(f"👀 {words.text('launch-visible')}"),
    ]
    confirm = button(
        words.text("launch-confirm", tandems=notice.ready),
        ConfirmLaunch(launch=notice.launch.id),
        "positive",
    )
    return card(body, [confirm], summary=title, live=True)


def _progress(notice: LaunchNotice, words: Words) -> Rendered:
    so_far = notice.launch.totals
    title = words.text("launch-running", launched=so_far.launched, tandems=notice.ready)
    body = [
        heading(title),
        progress(words.text("launch-so-far"), so_far.launched, notice.ready),
        facts(
            [
                (words.text("launch-rooms"), str(so_far.channels)),
                (words.text("launch-sessions"), str(so_far.sessions)),
            ]
        ),
        small(words.text("launch-goes-on")),
    ]
    return card(body, summary=title, live=True)


def _receipt(notice: LaunchNotice, words: Words) -> Rendered:
    totals = notice.launch.totals
    how = "done" if totals.launched >= notice.ready else "partly"
    title = words.text(f"launch-{how}", launched=totals.launched, tandems=notice.ready)
    troubles = [
        words.text("launch-trouble", number=number, why=words.text(f"trouble-{code.lower()}"))
        for number, code in totals.troubled
    ]
    body = [
        heading(title),
        facts(
            [
                (words.text("launch-rooms"), str(totals.channels)),
                (words.text("launch-sessions"), str(totals.sessions)),
                (words.text("launch-moved"), str(totals.moved)),
                (words.text("launch-without-slot"), str(totals.without_slot)),
            ]
        ),
        small(words.text("launch-they-choose")) if totals.without_slot else None,
        panel([subheading(words.text("launch-troubles")), bullets(troubles)]) if troubles else None,
    ]
    return card(body, summary=title)
